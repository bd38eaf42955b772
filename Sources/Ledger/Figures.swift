public import Records

/// An indicator's value, its definition and the records that it counts.
public struct Figure: Hashable, Sendable {
  /// How a figure relates to time.
  public enum Kind: String, Hashable, Sendable {
    /// As of the cut-off date.
    case stock
    /// Within the period.
    case flow
  }
  /// Which way is better, for the wording of a change.
  public enum Good: String, Hashable, Sendable {
    case up, down
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
  /// The value; nil where nothing was reported, or where it is suppressed.
  public var value: Quantity?
  /// How many records are behind the value; `LedgerBook.recordIDs(behind:)` names them. 0 where
  /// the value is kept back.
  public var recordCount: Int
  /// How many of a stated total are itemised by records; nil where the value is a plain count.
  public var itemised: Int?
  /// The decimals that the value is printed with; nil for what the value has.
  public var decimals: Int?
  /// Which way is better; nil where neither is.
  public var good: Good?
  /// The value that was to be reached in the period; nil for none.
  public var target: Quantity?
  /// The values of all years in the store up to the period's, in order, the period's last.
  public var series: [SeriesPoint]
  /// The value split by fields, in the order of the declaration.
  public var breakdowns: [Breakdown]
  /// Whether the value is kept back because it is too small to be shown.
  public var isSuppressed: Bool
  /// The SQL that computed it.
  public var sql: String
  /// Where the indicator is declared.
  public var place: Place
  /// A figure.
  public init(
    id: String, names: [String: String], definitions: [String: String],
    units: [String: String], kind: Kind, value: Quantity?, recordCount: Int, itemised: Int? = nil,
    decimals: Int? = nil, good: Good? = nil, target: Quantity? = nil, series: [SeriesPoint] = [],
    breakdowns: [Breakdown] = [], isSuppressed: Bool = false, sql: String, place: Place
  ) {
    self.id = id
    self.names = names
    self.definitions = definitions
    self.units = units
    self.kind = kind
    self.value = value
    self.recordCount = recordCount
    self.itemised = itemised
    self.decimals = decimals
    self.good = good
    self.target = target
    self.series = series
    self.breakdowns = breakdowns
    self.isSuppressed = isSuppressed
    self.sql = sql
    self.place = place
  }

  /// The value of the period before; nil where there is none or it was not reported.
  public var previous: Quantity? { series.dropLast().last?.value }
}

/// A figure's value in one year.
public struct SeriesPoint: Hashable, Sendable {
  /// The year or period: "2018".
  public var period: String
  /// The value that today's records give; nil where nothing was reported or it is suppressed.
  public var value: Quantity?
  /// The value that the report of that year published, where it was another; nil where it was the
  /// same, or where nothing is known of it.
  public var published: Quantity?
  /// Whether the value is kept back because it is too small to be shown.
  public var isSuppressed: Bool
  /// A year's value.
  public init(
    period: String, value: Quantity?, published: Quantity? = nil, isSuppressed: Bool = false
  ) {
    self.period = period
    self.value = value
    self.published = published
    self.isSuppressed = isSuppressed
  }
}

/// A figure split by a field of its records.
public struct Breakdown: Hashable, Sendable {
  /// One part.
  public struct Part: Hashable, Sendable {
    /// The field's value: a choice's word, a place's code, a record's id; nil for "not reported",
    /// `Breakdown.otherKey` for all that are not shown one by one.
    public var key: String?
    /// What a reader calls it, by language; empty where the key says it.
    public var names: [String: String]
    /// The part's value; nil where nothing was reported or it is suppressed.
    public var value: Quantity?
    /// Whether the value is kept back: too small, or the second cell that protects one.
    public var isSuppressed: Bool
    /// A part.
    public init(
      key: String?, names: [String: String], value: Quantity?, isSuppressed: Bool = false
    ) {
      self.key = key
      self.names = names
      self.value = value
      self.isSuppressed = isSuppressed
    }
  }
  /// The key of the part in which the smaller ones are taken together.
  public static let otherKey = "*"
  /// The field.
  public var field: String
  /// What a reader calls the field, by language.
  public var names: [String: String]
  /// Whether the parts do not add up to the total: one record may stand in several, or they are means.
  public var overlaps: Bool
  /// The parts: a choice's in the vocabulary's order, others from the largest to the smallest.
  public var parts: [Part]
  /// A breakdown.
  public init(field: String, names: [String: String], overlaps: Bool, parts: [Part]) {
    self.field = field
    self.names = names
    self.overlaps = overlaps
    self.parts = parts
  }
}
