public import Records

/// All that a report may print of its data: the figures, and the records behind them.
public struct LedgerBook: Sendable {
  /// Every declared indicator's figure, in the order of the declarations.
  public var figures: [Figure]
  /// Every record, in the order of files and lines.
  public var records: [Record] { didSet { index = Self.index(of: records) } }
  /// Where each record's id stands, so that a lookup does not search.
  private(set) var index: [String: Int]
  /// The year or period, "2019".
  public var period: String
  /// The cut-off date, ISO 8601.
  public var cutOff: String
  /// A book of figures.
  public init(figures: [Figure], records: [Record], period: String, cutOff: String) {
    self.figures = figures
    self.records = records
    index = Self.index(of: records)
    self.period = period
    self.cutOff = cutOff
  }

  private static func index(of records: [Record]) -> [String: Int] {
    Dictionary(
      records.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// An indicator's value, its definition and the records that it counts.
public struct Figure: Hashable, Sendable {
  /// How a figure relates to time.
  public enum Kind: String, Hashable, Sendable {
    /// As of the cut-off date.
    case stock
    /// Within the period.
    case flow
  }
  /// The indicator's id: `centres.total`.
  public var id: String
  /// Its name by language.
  public var names: [String: String]
  /// Its definition by language.
  public var definitions: [String: String]
  /// Its unit by language: "centres" / "个"; singular and plural in English split by `|`.
  public var units: [String: String]
  /// Stock or flow.
  public var kind: Kind
  /// The value; nil where nothing was reported.
  public var value: Quantity?
  /// The ids of the records behind the value, in order.
  public var recordIDs: [String]
  /// How many of a stated total are itemised by records; nil where the value is a plain count.
  public var itemised: Int?
  /// The SQL that computed it.
  public var sql: String
  /// Where the indicator is declared.
  public var place: Place
  /// A figure.
  public init(
    id: String, names: [String: String], definitions: [String: String],
    units: [String: String], kind: Kind, value: Quantity?, recordIDs: [String], itemised: Int?,
    sql: String, place: Place
  ) {
    self.id = id
    self.names = names
    self.definitions = definitions
    self.units = units
    self.kind = kind
    self.value = value
    self.recordIDs = recordIDs
    self.itemised = itemised
    self.sql = sql
    self.place = place
  }
}
