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
  /// One SELECT that returns `record_id`, and if need be `number`, `precision`, `upper`, `key`.
  public var sql: String
  /// Where it is declared.
  public var place: Place
  /// An indicator.
  public init(
    id: String, names: [String: String], definitions: [String: String],
    units: [String: String], kind: Figure.Kind, empty: Empty = .notReported,
    aggregate: Aggregate = .count, sql: String, place: Place
  ) {
    self.id = id
    self.names = names
    self.definitions = definitions
    self.units = units
    self.kind = kind
    self.empty = empty
    self.aggregate = aggregate
    self.sql = sql
    self.place = place
  }
}
