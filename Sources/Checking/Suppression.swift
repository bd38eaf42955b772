import DocumentModel
import Ledger
import Records
import ReportComposition

extension CheckContext {
  /// Small counts that are shown all the same, or can be computed from what is shown.
  func suppressionProblems() -> [Diagnostic] {
    book.figures.flatMap { leaks($0) } + shownFigures() + shownRecords()
  }

  /// A part that is kept back alone is the total less the others.
  private func leaks(_ figure: Figure) -> [Diagnostic] {
    guard figure.value != nil else { return [] }
    return figure.breakdowns.compactMap { breakdown in
      let hidden = breakdown.parts.filter(\.isSuppressed)
      let rest = breakdown.parts.filter { !$0.isSuppressed }
      guard !breakdown.overlaps, hidden.count == 1, rest.allSatisfy({ $0.value != nil }) else {
        return nil
      }
      return Diagnostic(
        .error, code: "suppression-leaks",
        "\(figure.id) by \(breakdown.field): the one part that is kept back is the total less the "
          + "others", at: figure.place, hint: "keep a second part back as well")
    }
  }

  private var compositions: [(language: String, composition: Composition)] {
    let all = [input.compositions, input.brochureCompositions]
    return all.flatMap { made in
      made.keys.sorted().compactMap { key in made[key].map { (key, $0) } }
    }
  }

  private func shownFigures() -> [Diagnostic] {
    let hidden = Dictionary(
      book.figures.filter(\.isSuppressed).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !hidden.isEmpty else { return [] }
    return compositions.flatMap { language, composition in
      composition.values.compactMap { value -> Diagnostic? in
        guard let figure = hidden[value.name], let machine = value.machine,
          Double(machine) != nil
        else { return nil }
        return Diagnostic(
          .error, code: "small-count-shown",
          "\(figure.id) is too small to be shown, but the text in \"\(language)\" prints it",
          at: figure.place, hint: "leave it out of the text")
      }
    }
  }

  private func shownRecords() -> [Diagnostic] {
    guard let rule = input.smallCounts else { return [] }
    return compositions.flatMap { language, composition in
      composition.values.compactMap { value -> Diagnostic? in
        guard let dot = value.name.lastIndex(of: "."),
          let record = book.record(String(value.name[..<dot])), rule.kinds.contains(record.kind),
          let field = record.fields[String(value.name[value.name.index(after: dot)...])],
          let count = field.value.quantity?.value, count > 0, count < rule.below
        else { return nil }
        return Diagnostic(
          .error, code: "small-count-shown",
          "\(quoted(value.name)) is \(plain(count)), too small to be shown, but the text in "
            + "\"\(language)\" prints it", at: field.place, hint: "leave it out of the text")
      }
    }
  }
}
