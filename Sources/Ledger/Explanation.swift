public import Records

/// Where a printed value comes from.
public struct Explanation: Hashable, Sendable {
  /// A record behind the value.
  public struct Source: Hashable, Sendable {
    /// The record's id.
    public var id: String
    /// Its kind.
    public var kind: String
    /// Its name by language; empty where it has none.
    public var names: [String: String]
    /// Where it stands.
    public var place: Place
  }
  /// The name that was asked for: `centres.total`, `plovdiv-centre.opened`.
  public var name: String
  /// What it is called, by language.
  public var names: [String: String]
  /// What it means, by language; empty for a field of a record.
  public var definitions: [String: String]
  /// Its unit by language; empty for a field of a record.
  public var units: [String: String]
  /// `stock` or `flow` for an indicator, `field` for a field of a record.
  public var kind: String
  /// The value as a records file writes it; nil where nothing is reported.
  public var value: String?
  /// How many of a stated total are itemised; nil where the value is a plain count.
  public var itemised: Int?
  /// The SQL that computed it; nil for a field of a record.
  public var sql: String?
  /// The period and cut-off date, for an indicator.
  public var period: String
  /// The cut-off date, ISO 8601.
  public var cutOff: String
  /// Where the indicator is declared, or where the field stands.
  public var place: Place
  /// The records behind it, in order.
  public var records: [Source]
}

extension LedgerBook {
  /// Explains an indicator's figure or the field of a record; nil where neither has the name.
  ///
  /// A vocabulary gives fields their names, and keeps private ones unexplained.
  public func explain(_ name: String, vocabulary: Vocabulary? = nil) -> Explanation? {
    figure(name).map { explanation(of: $0, vocabulary: vocabulary) }
      ?? fieldExplanation(name, vocabulary: vocabulary)
  }

  /// Every name that `explain` knows: the indicators, then each record's fields.
  public func explainableNames(vocabulary: Vocabulary? = nil) -> [String] {
    figures.map(\.id)
      + records.flatMap { record in
        record.fields.keys.sorted().filter { field in
          vocabulary.map { isShown(record, field, $0) } ?? true
        }.map { "\(record.id).\($0)" }
      }
  }

  private func explanation(of figure: Figure, vocabulary: Vocabulary?) -> Explanation {
    Explanation(
      name: figure.id, names: figure.names, definitions: figure.definitions, units: figure.units,
      kind: figure.kind.rawValue, value: figure.value?.source, itemised: figure.itemised,
      sql: figure.sql, period: period, cutOff: cutOff, place: figure.place,
      records: recordIDs(behind: figure).compactMap { record($0) }.map { record in
        source(of: record, isNamed: vocabulary?.isPublic(record) ?? true)
      })
  }

  private func fieldExplanation(_ name: String, vocabulary: Vocabulary?) -> Explanation? {
    guard let dot = name.lastIndex(of: "."), let record = record(String(name[..<dot])) else {
      return nil
    }
    let fieldName = String(name[name.index(after: dot)...])
    if let vocabulary, !isShown(record, fieldName, vocabulary) { return nil }
    guard let field = record.fields[fieldName] else { return nil }
    let type = vocabulary?.kind(record.kind)?.field(fieldName)
    return Explanation(
      name: name, names: type?.names ?? [:], definitions: [:], units: [:], kind: "field",
      value: field.value.source, itemised: nil, sql: nil, period: period, cutOff: cutOff,
      place: field.place, records: [source(of: record, isNamed: true)])
  }

  private func isShown(_ record: Record, _ field: String, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.isPublic(record) && !vocabulary.isPrivate(kind: record.kind, field: field)
  }

  private func source(of record: Record, isNamed: Bool) -> Explanation.Source {
    var names: [String: String] = [:]
    if isNamed, case .localized(let texts)? = record.fields["name"]?.value { names = texts }
    return Explanation.Source(id: record.id, kind: record.kind, names: names, place: record.place)
  }
}

extension Value {
  /// The value as a records file writes it; languages are split by " / " in the order of their codes.
  public var source: String {
    switch self {
    case .text(let text), .choice(let text), .reference(let text): text
    case .localized(let texts):
      texts.sorted { $0.key < $1.key }.map(\.value).joined(separator: " / ")
    case .quantity(let quantity): quantity.source
    case .date(let date): date.source
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): values.map(\.source).joined(separator: "; ")
    }
  }
}
