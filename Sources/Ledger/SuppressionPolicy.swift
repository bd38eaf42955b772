/// Which small counts are kept back, because they could tell of single persons.
///
/// Of the figures over records of certain kinds, and of certain indicators, a value from 1 up to
/// the limit is not shown: as a total, in a year, or as a part; zero is. Where a part is kept back,
/// the next smallest is too, so that the total does not give it back. A ratio goes with its parts. The
/// records of these kinds are in no export, for who has them can count them; an explanation lists
/// them where nothing of its figure is kept back.
public struct SuppressionPolicy: Hashable, Sendable {
  /// The smallest value that is shown.
  public var below: Int
  /// The kinds of record whose figures are looked at.
  public var kinds: [String]
  /// The indicators that are looked at, whatever they count.
  public var indicators: [String]
  /// A policy.
  public init(below: Int, kinds: [String] = [], indicators: [String] = []) {
    self.below = below
    self.kinds = kinds
    self.indicators = indicators
  }
}
