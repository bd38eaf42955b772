import Fonts

/// A stretch of text that is set as one: a word, a space, a Chinese character; with the glue after
/// it.
struct Piece {
  enum Kind: UInt8 {
    case word
    case space
    case fixedSpace
    case han
    case opening
    case closing
    case dash
    case forced
  }
  /// Which glue comes after the piece; Chinese justification takes them in this order.
  enum Glue: UInt8 {
    case blank
    case space
    case gap
    case han
  }
  /// Whether a line may end after the piece.
  enum Break: UInt8 {
    case never
    case allowed
    case hyphen
    case softHyphen
    case emergency
    case forced
  }
  var kind: Kind
  var face: Int32
  /// The bytes in the paragraph's text.
  var start: Int32
  var end: Int32
  /// The word in the shaper's table, -1 for none.
  var word: Int32
  /// The width without blanks, in points.
  var width: Double
  /// Where the glyphs stand from the piece's start, in points.
  var shift: Double = 0
  var glue: Double = 0
  var stretch: Double = 0
  var shrink: Double = 0
  var glueKind: Glue = .space
  var breakAfter: Break = .never
  /// How far the piece stands out of the measure at a line's start and end, in points.
  var leftHang: Float = 0
  var rightHang: Float = 0
  /// The embedding level (UAX 9): odd from right to left.
  var level: UInt8 = 0
  /// Whether Latin letters or digits stand at the piece's two ends.
  var startsAlphanumeric = false
  var endsAlphanumeric = false
  /// The range in the table of hyphenation points.
  var firstHyphen: Int32 = 0
  var hyphenCount: Int32 = 0
}

/// A font at a size in a style: what a piece is set in.
struct Face {
  var font: FontID
  var size: Double
  var key: ShapingKey
  var style: Int32
  var isHan: Bool
  var isRightToLeft: Bool
  /// Whether its script has no spaces between words.
  var isUnspaced: Bool
  /// Whether it is for figures that are raised: the calls of notes.
  var isSuperior: Bool
  var spaceGlyph: UInt32
  var unitsPerEm: Double
  /// Points of a word space.
  var space: Double
  /// Points above the baseline.
  var rise: Double
  /// Points of tracking after each cluster.
  var tracking: Double
  /// Which marks hang and how far.
  var hanging: Hanging.Class
  /// Whether the glyphs may be widened and narrowed: tracked, Han and fixed-width ones may not.
  var flexes: Bool
  /// Whether dots of emphasis stand under its characters.
  var hasDots: Bool
}

/// A place in a word where a hyphen may go, with the widths in em of what stands on each side.
struct HyphenPoint {
  /// Bytes from the start of the word.
  var offset: Int32
  /// The start of the word with its hyphen.
  var before: Double
  /// The rest of the word.
  var after: Double
}
