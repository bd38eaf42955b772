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
    /// The ids of the evidence that it names.
    public var evidence: [String]
    /// A record behind a value.
    public init(
      id: String, kind: String, names: [String: String], place: Place, evidence: [String] = []
    ) {
      self.id = id
      self.kind = kind
      self.names = names
      self.place = place
      self.evidence = evidence
    }
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
  /// The value as a records file writes it; nil where nothing is reported, or it is kept back.
  public var value: String?
  /// Whether the value is kept back because it is too small to be shown.
  public var isSuppressed: Bool
  /// How many of a stated total are itemised; nil where the value is a plain count.
  public var itemised: Int?
  /// What was to be reached in the period; nil for none.
  public var target: Quantity?
  /// The values of the years up to the period's.
  public var series: [SeriesPoint]
  /// The value split by fields.
  public var breakdowns: [Breakdown]
  /// How many of the records behind the value name evidence; nil where that is not asked.
  public var evidence: Coverage.Share?
  /// The SQL that computed it; nil for a field of a record and for a ratio.
  public var sql: String?
  /// The period and cut-off date, for an indicator.
  public var period: String
  /// The cut-off date, ISO 8601.
  public var cutOff: String
  /// Where the indicator is declared, or where the field stands.
  public var place: Place
  /// How many records are behind it.
  public var recordCount: Int
  /// The records behind it, in order; of very many, the first.
  public var records: [Source]
  /// An explanation.
  public init(
    name: String, names: [String: String] = [:], definitions: [String: String] = [:],
    units: [String: String] = [:], kind: String, value: String?, isSuppressed: Bool = false,
    itemised: Int? = nil, target: Quantity? = nil, series: [SeriesPoint] = [],
    breakdowns: [Breakdown] = [], evidence: Coverage.Share? = nil, sql: String? = nil,
    period: String, cutOff: String, place: Place, recordCount: Int = 0, records: [Source] = []
  ) {
    self.name = name
    self.names = names
    self.definitions = definitions
    self.units = units
    self.kind = kind
    self.value = value
    self.isSuppressed = isSuppressed
    self.itemised = itemised
    self.target = target
    self.series = series
    self.breakdowns = breakdowns
    self.evidence = evidence
    self.sql = sql
    self.period = period
    self.cutOff = cutOff
    self.place = place
    self.recordCount = recordCount
    self.records = records
  }
}

extension LedgerBook {
  /// The most records that an explanation lists; `recordIDs(behind:)` gives all.
  public static let explainedRecords = 1000

  /// Explains an indicator's figure or the field of a record; nil where neither has the name.
  ///
  /// A vocabulary gives fields their names, and keeps private ones unexplained.
  public func explain(_ name: String, vocabulary: Vocabulary? = nil) -> Explanation? {
    figure(name).map { explanation(of: $0, vocabulary: vocabulary) }
      ?? fieldExplanation(name, vocabulary: vocabulary)
  }

  /// The names that `explain` knows: the indicators, then the fields of each record, though of no
  /// more than 10,000 records.
  public func explainableNames(vocabulary: Vocabulary? = nil) -> [String] {
    var names = figures.map(\.id)
    var count = 0
    for kind in kinds where !withheldKinds.contains(kind) {
      let type = vocabulary?.kind(kind)
      forEachRecord(kind: kind) { record in
        count += 1
        guard count <= 10_000, vocabulary?.isPublic(record) ?? true else { return }
        let fields = record.fields.keys.filter { field in
          vocabulary == nil || type?.field(field)?.isPrivate == false
        }
        names += fields.sorted().map { "\(record.id).\($0)" }
      }
    }
    return names
  }

  private func explanation(of figure: Figure, vocabulary: Vocabulary?) -> Explanation {
    // Of a figure of which something is kept back, the records would give it.
    let ids =
      figure.hidesAnything ? [] : recordIDs(behind: figure, limit: Self.explainedRecords)
    return Explanation(
      name: figure.id, names: figure.names, definitions: figure.definitions, units: figure.units,
      kind: figure.kind.rawValue, value: figure.value?.source, isSuppressed: figure.isSuppressed,
      itemised: figure.itemised, target: figure.target, series: figure.series,
      breakdowns: figure.breakdowns,
      evidence: figure.hidesAnything ? nil : evidence(behind: figure),
      sql: figure.sql.isEmpty ? nil : figure.sql, period: period, cutOff: cutOff,
      place: figure.place, recordCount: figure.recordCount,
      records: ids.compactMap { record($0) }.map { record in
        source(of: record, isNamed: vocabulary?.isPublic(record) ?? true)
      })
  }

  private func fieldExplanation(_ name: String, vocabulary: Vocabulary?) -> Explanation? {
    guard let dot = name.lastIndex(of: "."), let record = record(String(name[..<dot])),
      !withheldKinds.contains(record.kind)
    else { return nil }
    let fieldName = String(name[name.index(after: dot)...])
    if let vocabulary {
      guard vocabulary.isPublic(record),
        !vocabulary.isPrivate(kind: record.kind, field: fieldName)
      else { return nil }
    }
    guard let field = record.fields[fieldName] else { return nil }
    let type = vocabulary?.kind(record.kind)?.field(fieldName)
    return Explanation(
      name: name, names: type?.names ?? [:], kind: "field", value: field.value.source,
      period: period, cutOff: cutOff, place: field.place, recordCount: 1,
      records: [source(of: record, isNamed: true)])
  }

  private func source(of record: Record, isNamed: Bool) -> Explanation.Source {
    var names: [String: String] = [:]
    if isNamed, case .localized(let texts)? = record.fields["name"]?.value { names = texts }
    return Explanation.Source(
      id: record.id, kind: record.kind, names: names, place: record.place,
      evidence: record.fields[evidenceField]?.value.references ?? [])
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
