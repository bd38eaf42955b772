public import Records

/// A declared figure: what it is called, what it means and how SQL computes it.
public struct Indicator: Hashable, Sendable {
  /// What a query that finds no record says.
  public enum Empty: String, Hashable, Sendable {
    /// The institution reports, and there were none.
    case zero
    /// Nobody has said.
    case notReported = "not-reported"
  }
  /// How rows become a value.
  public enum Aggregate: String, Hashable, Sendable {
    /// The number of rows, rows of one key counted once.
    case count
    /// The sum of the rows' numbers, with their precision.
    case sum
    /// The mean of the numbers that are reported.
    case mean
  }
  /// One figure divided by another.
  public struct Ratio: Hashable, Sendable {
    /// The indicator that is divided.
    public var of: String
    /// The indicator that it is divided by.
    public var to: String
    /// Whether the result is in per cent.
    public var isPercent: Bool
    /// A ratio.
    public init(of: String, to: String, isPercent: Bool = false) {
      self.of = of
      self.to = to
      self.isPercent = isPercent
    }
  }
  /// A field by which the value is split.
  public struct Split: Hashable, Sendable {
    /// The field, or a step through references to another record's: `["partner", "place"]`.
    public var path: [String]
    /// How many of the largest parts are shown, the rest as one; nil for all.
    public var top: Int?
    /// Where it is declared.
    public var place: Place
    /// A split.
    public init(path: [String], top: Int? = nil, place: Place) {
      self.path = path
      self.top = top
      self.place = place
    }
    /// The path as it is written: `partner.place`.
    public var name: String { path.joined(separator: ".") }
  }
  /// Which records a short form counts, and when.
  public struct ShortForm: Hashable, Sendable {
    /// How records relate to time.
    public enum Time: Hashable, Sendable {
      /// They do not.
      case always
      /// What falls in the period: a flow.
      case during(String)
      /// What had happened by the cut-off: a stock.
      case asOf(String)
      /// What holds at the cut-off: a stock. Either field may be missing.
      case valid(from: String?, until: String?)
    }
    /// The kind of record.
    public var kind: String
    /// A condition in SQL; nil for none.
    public var condition: String?
    /// What is added up, averaged or counted once; nil for the records themselves.
    public var path: [String]?
    /// When a record counts.
    public var time: Time
    /// A short form.
    public init(kind: String, condition: String? = nil, path: [String]? = nil, time: Time = .always)
    {
      self.kind = kind
      self.condition = condition
      self.path = path
      self.time = time
    }
  }
  /// The id: `centres.total`.
  public var id: String
  /// Its name by language.
  public var names: [String: String]
  /// Its definition by language.
  public var definitions: [String: String]
  /// Its unit by language; English has singular and plural split by `|`.
  public var units: [String: String]
  /// Stock or flow.
  public var kind: Figure.Kind
  /// What no row means.
  public var empty: Empty
  /// How rows become a value.
  public var aggregate: Aggregate
  /// One SELECT that returns `record_id`, and if need be `number`, `precision`, `upper`, `key`;
  /// empty for a ratio.
  public var sql: String
  /// What the SQL was made from; nil where it was declared itself.
  public var shortForm: ShortForm?
  /// The kind whose records the SQL returns, where it is declared: its fields may split the value.
  public var recordKind: String?
  /// The division that gives the value; nil where records give it.
  public var ratio: Ratio?
  /// The fields by which the value is split.
  public var splits: [Split]
  /// The decimals that the value is printed with; nil for what the value has.
  public var decimals: Int?
  /// Which way is better; nil where neither is.
  public var good: Figure.Good?
  /// Whether the values of earlier years are computed.
  public var hasSeries: Bool
  /// Where it is declared.
  public var place: Place
  /// An indicator.
  public init(
    id: String, names: [String: String], definitions: [String: String],
    units: [String: String], kind: Figure.Kind, empty: Empty = .notReported,
    aggregate: Aggregate = .count, sql: String, shortForm: ShortForm? = nil,
    recordKind: String? = nil, ratio: Ratio? = nil, splits: [Split] = [], decimals: Int? = nil,
    good: Figure.Good? = nil, hasSeries: Bool = true, place: Place
  ) {
    self.id = id
    self.names = names
    self.definitions = definitions
    self.units = units
    self.kind = kind
    self.empty = empty
    self.aggregate = aggregate
    self.sql = sql
    self.shortForm = shortForm
    self.recordKind = recordKind
    self.ratio = ratio
    self.splits = splits
    self.decimals = decimals
    self.good = good
    self.hasSeries = hasSeries
    self.place = place
  }
}
