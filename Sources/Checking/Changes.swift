import Ledger
import Records
import ReportComposition

extension CheckContext {
  /// Figures that changed by more than half, or are not what earlier reports published, without a
  /// word on it.
  func changeProblems() -> [Diagnostic] {
    let corrected = Set(
      book.records(kind: "correction").compactMap { $0.fields["indicator"]?.value.text })
    return book.figures.flatMap { figure -> [Diagnostic] in
      guard !hasNote(on: figure.id), !corrected.contains(figure.id) else { return [] }
      return [change(figure)].compactMap { $0 } + figure.series.compactMap { restated(figure, $0) }
    }
  }

  /// Notes on what is no figure.
  func noteProblems() -> [Diagnostic] {
    let known = Set(book.figures.map(\.id))
    return input.notes.keys.sorted().filter { !known.contains($0) }.map { id in
      Diagnostic(
        .error, code: "unknown-figure", "notes: there is no figure \(quoted(id))",
        at: input.outline.place,
        hint: Spelling.hint(for: id, among: known.sorted()) ?? "`annals figures` lists every name")
    }
  }

  private func change(_ figure: Figure) -> Diagnostic? {
    guard let now = figure.value?.value, let point = figure.series.dropLast().last,
      let before = point.value?.value, before > 0, !figure.isSuppressed
    else { return nil }
    let share = (now - before) / before
    guard abs(share) > 0.5 else { return nil }
    let percent = Int(exactly: (abs(share) * 100).rounded()) ?? 0
    return Diagnostic(
      .warning, code: "large-change",
      "\(figure.id) \(share > 0 ? "rose" : "fell") by \(percent) %, from \(plain(before)) in "
        + "\(point.period) to \(plain(now))", at: figure.place,
      hint: "say why under `notes:` in report.yaml, in every language")
  }

  private func restated(_ figure: Figure, _ point: SeriesPoint) -> Diagnostic? {
    guard let published = point.published, let value = point.value, published != value else {
      return nil
    }
    return Diagnostic(
      .warning, code: "restated-without-reason",
      "\(figure.id) was published as \(published.source) for \(point.period), and is "
        + "\(value.source) now", at: figure.place,
      hint: "add a correction record with the reason, or a note under `notes:`")
  }
}
