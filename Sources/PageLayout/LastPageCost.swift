/// What the last page of a flow costs beside being there.
extension PageBreaking {
  /// Below this share of a page its text looks like something forgotten.
  static let lonelyShare = 0.2
  /// A last page that is less full than that.
  private static let lonelyCost = 80.0
  /// As much more as it is emptier.
  private static let emptyCost = 60.0

  /// Pages of fewer lines, a slip's, are never thought empty.
  private static let fewestLines = 10.0

  /// Whether so much text, in points, looks lost on a page.
  func isLonely(_ filled: Double) -> Bool {
    height >= grid * Self.fewestLines && filled < height * Self.lonelyShare - 0.01
  }

  /// What a last page so full, in points, costs more than one that is full enough.
  func lonelyCost(_ filled: Double) -> Double {
    guard isLonely(filled), height > 0 else { return 0 }
    return Self.lonelyCost + Self.emptyCost * (1 - filled / (height * Self.lonelyShare))
  }
}
