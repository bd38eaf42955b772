/// The OpenType features that a theme chooses among, by their tags.
public enum TextFeature: String, Hashable, Sendable, CaseIterable {
  /// Small letters as small capitals.
  case smallCapitals = "smcp"
  /// Capitals as small capitals.
  case capitalsToSmallCapitals = "c2sc"
  /// Figures with ascenders and descenders, for prose.
  case oldStyleFigures = "onum"
  /// Figures of the height of capitals.
  case liningFigures = "lnum"
  /// Figures of one width, for tables.
  case tabularFigures = "tnum"
  /// Figures of their own widths.
  case proportionalFigures = "pnum"
  /// Built fractions: 1/2 as one sign.
  case fractions = "frac"
  /// Raised figures and letters that are drawn for it, for note marks.
  case superiors = "sups"
}

extension TextStyle {
  /// The letterspacing of capitals in labels and abbreviations, in em: 6 %. Kerning stays, ligatures
  /// are off.
  public static let capitalTracking = 0.06

  /// The style with more features.
  public func with(_ features: TextFeature...) -> TextStyle {
    var style = self
    for feature in features where !style.features.contains(feature.rawValue) {
      style.features.append(feature.rawValue)
    }
    return style
  }
}
