public import Ledger
import Records
import ReportComposition

/// Explains a printed value by its name: an indicator, a record's field, a record, or what the
/// outline says of the report.
///
/// Throws wrong use where nothing has the name, with the nearest name as a hint.
public func explain(
  _ name: String, in report: LoadedReport
) throws(PublishingFailure) -> Explanation {
  if var found = report.book.explain(name, vocabulary: report.vocabulary) {
    found.records = found.records.map { report.withoutPrivateName($0) }
    return found
  }
  if let found = report.outlineExplanation(name) ?? report.recordExplanation(name)
    ?? report.sumExplanation(name)
  {
    return found
  }
  let known =
    report.book.explainableNames(vocabulary: report.vocabulary)
    + report.outlineValues.map(\.name)
  throw .use(
    "unknown-figure", "there is no figure \"\(name)\"",
    hint: suggestion(for: name, among: known).map { "did you mean \"\($0)\"?" }
      ?? "\"annals figures\" lists every name")
}

extension LoadedReport {
  /// What the outline says of the report, under the names that texts use.
  fileprivate var outlineValues: [(name: String, key: String, value: String)] {
    let language = outline.languages.first ?? "en"
    return [
      ("report.period", "period", outline.period), ("report.cut_off", "cut_off", outline.cutOff),
      ("report.created", "created", outline.created),
      ("report.institution", "institution", outline.institution[language] ?? ""),
      ("report.title", "title", outline.title[language] ?? ""),
    ]
  }

  fileprivate func outlineExplanation(_ name: String) -> Explanation? {
    guard let found = outlineValues.first(where: { $0.name == name }) else { return nil }
    // The ledger knows nothing of the outline; any explanation of it lends its period and cut-off.
    let known = book.explainableNames(vocabulary: vocabulary).lazy
    guard let any = known.compactMap({ book.explain($0) }).first else { return nil }
    let file = outline.place.file
    let place = folder.place(of: found.key + ":", in: [file]) ?? outline.place
    var explanation = any.renamed(name, kind: "outline", value: found.value, at: place)
    explanation.records = []
    return explanation
  }

  /// A record as a whole, or a field of it that its source does not give.
  fileprivate func recordExplanation(_ name: String) -> Explanation? {
    if let record = book.record(name) {
      let value = record.place.description
      return anyExplanation(of: record)?.renamed(
        name, kind: "record", value: value, at: record.place)
    }
    guard let dot = name.lastIndex(of: "."), let record = book.record(String(name[..<dot])),
      let field = vocabulary.kind(record.kind)?.field(String(name[name.index(after: dot)...])),
      !field.isPrivate
    else { return nil }
    var silent = anyExplanation(of: record)?.renamed(
      name, kind: "field", value: nil, at: record.place)
    silent?.names = field.names
    return silent
  }

  /// The explanation of some public field of a public record.
  private func anyExplanation(of record: Record) -> Explanation? {
    record.fields.keys.sorted().lazy
      .compactMap { self.book.explain("\(record.id).\($0)", vocabulary: self.vocabulary) }.first
  }

  /// A record that may not be named keeps its id and its place.
  fileprivate func withoutPrivateName(_ source: Explanation.Source) -> Explanation.Source {
    guard let record = book.record(source.id), !vocabulary.isPublic(record) else { return source }
    var copy = source
    copy.names = [:]
    return copy
  }
}

extension Explanation {
  /// The same records behind another name and value.
  fileprivate func renamed(
    _ name: String, kind: String, value: String?, at place: Place
  ) -> Explanation {
    var copy = self
    (copy.name, copy.kind, copy.value, copy.place) = (name, kind, value, place)
    (copy.names, copy.definitions, copy.units) = ([:], [:], [:])
    (copy.itemised, copy.sql) = (nil, nil)
    return copy
  }
}
