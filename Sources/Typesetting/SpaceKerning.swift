import Fonts

/// The kerning that fonts have with the space glyph: words are shaped alone, so it is added here.
struct SpaceKerning {
  let bytes: ContiguousArray<UInt8>
  let faces: FaceTable
  let shaper: Shaper

  /// What the space gains between two pieces, in points; only ASCII neighbours in the same face
  /// count.
  func width(_ index: Int32, _ before: Piece?, _ after: Piece?) -> Double {
    let face = faces.faces[Int(index)]
    var sum = 0.0
    if let before, before.face == index, before.kind == .word {
      sum += faces.spaceKern(face, index, bytes[Int(before.end) - 1], first: true, shaper)
    }
    if let after, after.face == index, after.kind == .word {
      sum += faces.spaceKern(face, index, bytes[Int(after.start)], first: false, shaper)
    }
    return sum
  }
}
