import Fonts

/// The kerning between pieces, which are shaped alone: with the space glyph, and between words that
/// stand together.
struct SpaceKerning {
  let bytes: ContiguousArray<UInt8>
  let faces: FaceTable
  let shaper: Shaper

  /// What the space gains between two pieces, in points; only ASCII neighbours in the same face
  /// count.
  func width(_ index: Int32, _ before: Piece?, _ after: Piece?) -> Double {
    let face = faces.faces[Int(index)]
    var sum = 0.0
    if let before, before.kind == .word, isSame(before.face, index) {
      sum += faces.spaceKern(face, index, bytes[Int(before.end) - 1], first: true, shaper)
    }
    if let after, after.kind == .word, isSame(after.face, index) {
      sum += faces.spaceKern(face, index, bytes[Int(after.start)], first: false, shaper)
    }
    return sum
  }

  /// Whether two faces are one font at one size, as those of a text and of the link in it are.
  private func isSame(_ a: Int32, _ b: Int32) -> Bool {
    if a == b { return true }
    let (face, other) = (faces.faces[Int(a)], faces.faces[Int(b)])
    return face.key == other.key && face.size == other.size
  }

  /// What the gap between two words without a space gains, in points: where one style ends and another
  /// begins in one font at one size, as at the edge of a link, or after a hyphen. ASCII only.
  func width(between before: Piece, and after: Piece) -> Double {
    let (face, next) = (faces.faces[Int(before.face)], faces.faces[Int(after.face)])
    guard face.key == next.key, face.size == next.size, face.rise == next.rise,
      !face.isRightToLeft
    else { return 0 }
    let pair = (bytes[Int(before.end) - 1], bytes[Int(after.start)])
    guard pair.0 < 0x80, pair.1 < 0x80 else { return 0 }
    return faces.pairKern(face, before.face, pair, shaper)
  }
}
