/// A length in PostScript points (1/72 inch), the unit of every page in Annals.
public struct Length: Hashable, Comparable, Sendable {
  /// The length in points.
  public var points: Double

  /// A length of so many points.
  public init(points: Double) { self.points = points }

  /// No length at all.
  public static let zero = Length(points: 0)
  /// A length in millimetres.
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  /// A length in points.
  public static func pt(_ value: Double) -> Length { Length(points: value) }

  /// The length in millimetres.
  public var millimetres: Double { points * 25.4 / 72 }

  /// Shorter than.
  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  /// The sum.
  public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
  /// The difference.
  public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
  /// A multiple.
  public static func * (a: Length, factor: Double) -> Length { Length(points: a.points * factor) }
  /// A fraction.
  public static func / (a: Length, divisor: Double) -> Length {
    Length(points: a.points / divisor)
  }
  /// The ratio of two lengths.
  public static func / (a: Length, b: Length) -> Double { a.points / b.points }
}
