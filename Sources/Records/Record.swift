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
  /// Year, month and day as far as known.
  public struct Day: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// The month, 1 to 12, if known.
    public var month: Int?
    /// The day of the month, if known.
    public var day: Int?
    /// A day, a month or a year.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }
  /// The first day known; nil for an open start (`../2019`).
  public var start: Day?
  /// The last day known; equal to `start` for a single date, nil for an open end (`2006/..`).
  public var end: Day?
  /// Whether the source says "about" (`~`).
  public var approximate: Bool
  /// As the source writes it.
  public var source: String
  /// A partial date.
  public init(start: Day?, end: Day?, approximate: Bool, source: String) {
    self.start = start
    self.end = end
    self.approximate = approximate
    self.source = source
  }
}
