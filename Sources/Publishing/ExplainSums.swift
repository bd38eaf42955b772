import Ledger
import Records
import ReportComposition

extension LoadedReport {
  /// A sum under a table, by the name that the table prints it with: the values that were added up,
  /// each with its place. Nil where no table has the name.
  func sumExplanation(_ name: String) -> Explanation? {
    guard name.hasPrefix("sum."), let language = outline.languages.first else { return nil }
    let sums = [composition(in: language), brochureComposition(in: language)]
      .compactMap { $0?.sums }.joined()
    guard let sum = sums.first(where: { $0.name == name }) else { return nil }
    return Explanation(
      name: name, kind: "sum", value: sum.value?.source, period: book.period,
      cutOff: book.cutOff, place: sum.place, recordCount: sum.addends.count,
      records: sum.addends.compactMap { source(of: $0) })
  }

  /// A value that was added up: a field of a record, or a figure's year or part.
  private func source(of addend: String) -> Explanation.Source? {
    if let dot = addend.lastIndex(of: "."), let record = book.record(String(addend[..<dot])) {
      var names: [String: String] = [:]
      if vocabulary.isPublic(record), case .localized(let texts)? = record.fields["name"]?.value {
        names = texts
      }
      return Explanation.Source(
        id: addend, kind: record.kind, names: names, place: record.place)
    }
    let figures = book.figures.filter { addend.hasPrefix($0.id + ".") }
    return figures.max { $0.id.utf8.count < $1.id.utf8.count }.map {
      Explanation.Source(id: addend, kind: "indicator", names: $0.names, place: $0.place)
    }
  }
}
