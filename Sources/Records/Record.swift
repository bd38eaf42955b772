/// One record of an institution's year: a partner, an agreement, an event.
public struct Record: Hashable, Sendable {
  /// The kind's name in the vocabulary: `event`.
  public var kind: String
  /// The identifier, unique over all kinds of a report.
  public var id: String
  /// The fields that are present, by name; an absent field is "not reported", never zero.
  public var fields: [String: Field]
  /// Where the record starts.
  public var place: Place
  /// A record.
  public init(kind: String, id: String, fields: [String: Field], place: Place) {
    self.kind = kind
    self.id = id
    self.fields = fields
    self.place = place
  }
}

/// A value with its place.
public struct Field: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var place: Place
  /// A value with its place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// A field's value, typed by the vocabulary.
public enum Value: Hashable, Sendable {
  /// Text that is the same in every language.
  case text(String)
  /// Text by language code (`en`, `zh`).
  case localized([String: String])
  /// A number with its precision.
  case quantity(Quantity)
  /// A partial date.
  case date(PartialDate)
  /// Yes or no.
  case flag(Bool)
  /// One word of a closed list that the vocabulary names.
  case choice(String)
  /// The id of another record, or a place's code.
  case reference(String)
  /// Several values of one type.
  case list([Value])
}

extension Value {
  /// The ids that the value names, in order.
  public var references: [String] {
    switch self {
    case .reference(let id): [id]
    case .list(let values): values.flatMap(\.references)
    default: []
    }
  }
}

/// A count or measure with its precision; sums keep it (50+ and 105 give "at least 155").
public struct Quantity: Hashable, Sendable {
  /// How exact a number is.
  public enum Precision: String, Hashable, Sendable {
    case exact
    case atLeast
    case atMost
    case about
    case range
  }
  /// How exact it is.
  public var precision: Precision
  /// The number; the lower end of a range.
  public var value: Double
  /// The upper end of a range, else nil.
  public var upper: Double?
  /// A quantity.
  public init(_ value: Double, _ precision: Precision = .exact, upper: Double? = nil) {
    self.value = value
    self.precision = precision
    self.upper = upper
  }
}

/// A date as far as it is known (EDTF level 1, ISO 8601-2): `2019`, `2019-09`, `2006/..`,
/// `2019~`, `2019-05-06/2019-05-08`.
public struct PartialDate: Hashable, Sendable {
  /// Year, month and day as far as known, in four bytes, since a date is kept for every record.
  public struct Day: Hashable, Sendable {
    /// The year above the month (4 bits) and the day (5 bits), so that days compare as numbers.
    var packed: Int32

    /// A day, a month or a year; what no calendar has is taken as not known.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      let year = Int32(min(max(year, -1_000_000), 1_000_000))
      let month = month.flatMap { (1...12).contains($0) ? Int32($0) : nil } ?? 0
      let day = day.flatMap { (1...31).contains($0) ? Int32($0) : nil } ?? 0
      packed = year << 9 | month << 5 | day
    }

    init(packed: Int32) { self.packed = packed }

    /// The year.
    public var year: Int { Int(packed >> 9) }
    /// The month, 1 to 12, if known.
    public var month: Int? { packed >> 5 & 0xF == 0 ? nil : Int(packed >> 5 & 0xF) }
    /// The day of the month, if known.
    public var day: Int? { packed & 0x1F == 0 ? nil : Int(packed & 0x1F) }
  }

  /// Stands for an open start or end; no day packs to it.
  private static let open = Int32.min
  // In this order the fields fill 25 bytes, which keeps a value at 32.
  /// As the source writes it.
  public var source: String
  private var first: Int32
  private var last: Int32
  /// Whether the source says "about" (`~`).
  public var approximate: Bool

  /// A partial date.
  public init(start: Day?, end: Day?, approximate: Bool, source: String) {
    first = start?.packed ?? Self.open
    last = end?.packed ?? Self.open
    self.approximate = approximate
    self.source = source
  }

  /// The first day known; nil for an open start (`../2019`).
  public var start: Day? {
    get { first == Self.open ? nil : Day(packed: first) }
    set { first = newValue?.packed ?? Self.open }
  }
  /// The last day known; equal to `start` for a single date, nil for an open end (`2006/..`).
  public var end: Day? {
    get { last == Self.open ? nil : Day(packed: last) }
    set { last = newValue?.packed ?? Self.open }
  }
}
