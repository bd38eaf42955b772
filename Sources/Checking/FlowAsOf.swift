import Ledger
import Records

extension CheckContext {
  /// Sentences that give a flow "as of" a day, as if it were a stock.
  func flowAsOfProblems() -> [Diagnostic] {
    languages.flatMap { language in
      units(in: language).flatMap { unit in
        unit.sentences().compactMap { flowAsOf(unit, $0, isChinese(language)) }
      }
    }
  }

  private func flowAsOf(
    _ unit: ProseUnit, _ sentence: Range<Int>, _ isChinese: Bool
  ) -> Diagnostic? {
    let blanks = unit.blanks(in: sentence)
    let figures = blanks.compactMap { blank in book.figure(blank.name).map { (blank, $0) } }
    guard let (blank, figure) = figures.first, figures.allSatisfy({ $0.1.kind == .flow }) else {
      return nil
    }
    let text = unit.string(sentence).lowercased()
    let phrases =
      isChinese ? ["截至", "截止到"] : ["as of ", "as at ", "as of\n"]
    // The phrase counts only where a date follows it, typed or bound.
    let saysDate = phrases.contains { phrase in
      guard let range = text.firstRange(of: phrase) else { return false }
      let next = text[range.upperBound...].drop(while: \.isWhitespace)
      guard let scalar = next.unicodeScalars.first else { return false }
      let months =
        ["january", "february", "march", "april", "may", "june", "july", "august"]
        + ["september", "october", "november", "december", "the end of"]
      return scalar == ProseUnit.sign || scalar.properties.numericType != nil
        || months.contains { next.hasPrefix($0) }
    }
    guard saysDate else { return nil }
    return Diagnostic(
      .error, code: "flow-as-of",
      "\(figure.id) is counted over the period, but the sentence gives it as of a day",
      at: unit.place(at: blank.offset), hint: "say \"in \(book.period)\", or name a stock")
  }
}
