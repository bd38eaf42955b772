public import Geometry

/// How the stored pixels of a picture stand to the upright one (Exif 2.32, tag 0x0112).
public enum Orientation: UInt8, Hashable, Sendable, CaseIterable {
  /// As stored.
  case upright = 1
  /// Mirrored, left for right.
  case mirrored
  /// Upside down.
  case halfTurn
  /// Mirrored, top for bottom.
  case flipped
  /// Mirrored along the diagonal from the upper left.
  case transposed
  /// Stored lying on its left side: a quarter turn clockwise sets it upright.
  case quarterTurn
  /// Mirrored along the other diagonal.
  case transversed
  /// Stored lying on its right side: a quarter turn anticlockwise sets it upright.
  case threeQuarterTurn

  /// Whether the upright picture is as wide as the stored one is high.
  public var swapsSides: Bool { rawValue >= 5 }

  /// From the stored picture to the upright one, both on the unit square, y downwards.
  public var transform: Transform {
    switch self {
    case .upright: .identity
    case .mirrored: Transform(xx: -1, yx: 0, xy: 0, yy: 1, x0: 1, y0: 0)
    case .halfTurn: Transform(xx: -1, yx: 0, xy: 0, yy: -1, x0: 1, y0: 1)
    case .flipped: Transform(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: 1)
    case .transposed: Transform(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case .quarterTurn: Transform(xx: 0, yx: 1, xy: -1, yy: 0, x0: 1, y0: 0)
    case .transversed: Transform(xx: 0, yx: -1, xy: -1, yy: 0, x0: 1, y0: 1)
    case .threeQuarterTurn: Transform(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: 1)
    }
  }
}
