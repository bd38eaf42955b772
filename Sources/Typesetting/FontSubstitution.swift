import Fonts

/// A font that stands in for one that the library lacks. Bold and italic are never made by
/// thickening or slanting another font.
public struct FontSubstitution: Hashable, Sendable, CustomStringConvertible {
  /// The family of the font that is used.
  public var family: String
  /// The OpenType weight class asked for.
  public var wantedWeight: Int
  /// The weight class of the font.
  public var weight: Int
  /// The slant asked for.
  public var wantedSlant: TextStyle.Slant
  /// The slant of the font.
  public var slant: TextStyle.Slant

  init(_ style: TextStyle, _ font: FontID, _ fonts: FontLibrary) {
    family = fonts.family(of: font)
    wantedWeight = style.weight
    wantedSlant = style.slant
    weight = fonts.weight(of: font)
    slant = fonts.slant(of: font) == .italic ? .italic : .upright
  }

  /// Whether a reader would see that the font is another: a step of weight is not seen.
  var differs: Bool { slant != wantedSlant || abs(weight - wantedWeight) > 100 }

  /// What stands in for what.
  public var description: String {
    "\(family) has no \(wantedSlant.rawValue) of weight \(wantedWeight); "
      + "its \(slant.rawValue) of weight \(weight) stands in"
  }
}
