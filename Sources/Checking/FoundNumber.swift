import Records

/// A number in running text, in digits or spelled out.
struct FoundNumber {
  enum Kind {
    /// A count or a measure.
    case count
    case percent
    /// A year, or a part of a date or time.
    case date
    /// A place in an order: third, No. 2, section 3.
    case ordinal
    /// One end of a range.
    case range
    /// Part of a name or an idiom: 5G, ISO 9001, 一起.
    case code
    /// The 1980s, which languages write differently.
    case decade
  }
  /// Where it stands, multipliers and signs included.
  var range: Range<Int>
  var value: Double
  var kind: Kind
  /// Whether it is written in digits.
  var isDigits: Bool
  /// What the words around it say of its precision; nil for nothing.
  var bound: Quantity.Precision?
}
