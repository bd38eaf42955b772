/// The vertical measures of a font, in em.
public struct FontMetrics: Hashable, Sendable {
  /// How far the font reaches above the baseline.
  public var ascender: Double
  /// Where the font ends below the baseline: negative.
  public var descender: Double
  /// The height of capitals above the baseline.
  public var capHeight: Double
  /// The height of the small x above the baseline.
  public var xHeight: Double

  /// Metrics in em.
  public init(ascender: Double, descender: Double, capHeight: Double, xHeight: Double) {
    self.ascender = ascender
    self.descender = descender
    self.capHeight = capHeight
    self.xHeight = xHeight
  }
}

/// Upright or italic.
public enum FontSlant: String, Hashable, Sendable {
  case upright
  case italic
}
