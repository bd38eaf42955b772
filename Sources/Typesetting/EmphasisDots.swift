public import Geometry

extension SetParagraph {
  /// A dot of emphasis under a Chinese character (着重号, GB/T 15834, 4.12): a drawing, not a character,
  /// so that extracted text keeps to the words.
  public struct Dot: Hashable, Sendable {
    /// The index of its line.
    public var line: Int
    /// Its centre, points from the left of the measure.
    public var x: Double
    /// Its centre, points below the baseline.
    public var y: Double
    /// In points.
    public var radius: Double
    /// That of the text.
    public var colour: Colour
  }
}

/// Emphasis of Han: a dot below the middle of each character, none below marks (CLREQ, emphasis dots).
enum EmphasisDots {
  /// The centre below the baseline, in em of Han: the square ends at 0.12, and Latin descenders beside
  /// it at 0.24.
  private static let depth = 0.26
  /// In em of Han.
  private static let radius = 0.065

  /// The dot under a character whose square begins at `x`.
  static func dot(
    line: Int, x: Double, width: Double, size: Double, rise: Double, colour: Colour
  ) -> SetParagraph.Dot {
    SetParagraph.Dot(
      line: line, x: x + width / 2, y: size * depth - rise, radius: size * radius, colour: colour)
  }

  /// Whether a character takes a dot: ideographs and kana do, marks and full-width forms do not.
  static func marks(_ c: UInt32) -> Bool {
    switch c {
    case 0x3005, 0x3007, 0x3021...0x3029: true
    case 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFFEF, ..<0x2E80: false
    default: true
    }
  }
}
