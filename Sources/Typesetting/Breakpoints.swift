import Fonts

/// A place where a line may end, with the sums of all that comes before it.
struct Breakpoint {
  /// The last piece of the line.
  var piece: Int32
  /// The hyphenation point within that piece, -1 for a break after the piece.
  var hyphen: Int32
  var penalty: Double
  var flagged: Bool
  var forced: Bool
  /// The sums for a line that ends here and for one that starts here; what stands out of the measure
  /// is left out.
  var end: Measure
  var start: Measure

  /// A width with its glue, in points.
  struct Measure {
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    /// The width of the glyphs that may be widened and narrowed.
    var flex = 0.0
  }
}

/// What breaking costs; the numbers are those of plain TeX where it has them.
enum Cost {
  static let line = 10.0
  static let hyphen = 50.0
  static let emergency = 3000.0
  static let doubleHyphen = 10_000.0
  static let finalHyphen = 5_000.0
  /// A last line of one short word, which plain TeX does not mind: worth a few loose lines.
  static let runt = 300_000.0
  static let fitness = 10_000.0
  /// The part of a tight line's badness that counts in Chinese.
  static let chineseTightness = 0.2
  /// A line that is too wide where there is no other way: more than any loose line.
  static let overfull = 1e11
  /// Each line that a river runs through beyond the three that chance gives every text.
  static let river = 20_000.0
}

/// Lists the breakpoints of pieces.
struct BreakpointList {
  let pieces: ContiguousArray<Piece>
  let hyphens: ContiguousArray<HyphenPoint>
  let faces: ContiguousArray<Face>
  let protrusion: ParagraphStyle.Protrusion
  /// The width of a hyphen in a face, in points.
  let hyphenWidth: (Int32) -> Double

  func make() -> ContiguousArray<Breakpoint> {
    var list = ContiguousArray<Breakpoint>()
    list.reserveCapacity(pieces.count)
    var sum = Breakpoint.Measure()
    for index in pieces.indices {
      let piece = pieces[index]
      for point in 0..<piece.hyphenCount { list.append(hyphen(index, Int(point), sum)) }
      sum.width += piece.width
      if piece.kind == .word, faces[Int(piece.face)].flexes { sum.flex += piece.width }
      var next = sum
      next.width += piece.glue
      next.stretch += piece.stretch
      next.shrink += piece.shrink
      let last = index == pieces.count - 1
      if last || piece.breakAfter != .never {
        list.append(after(index, sum, next, last: last))
      }
      sum = next
    }
    return list
  }

  private func hyphen(_ index: Int, _ point: Int, _ sum: Breakpoint.Measure) -> Breakpoint {
    let piece = pieces[index]
    let hyphen = hyphens[Int(piece.firstHyphen) + point]
    let face = faces[Int(piece.face)]
    var end = sum
    end.width += hyphen.before * face.size - protrusion.ofHyphen(face)
    var start = sum
    start.width += piece.width - hyphen.after * face.size
    if face.flexes {
      end.flex += hyphen.before * face.size
      start.flex += piece.width - hyphen.after * face.size
    }
    return Breakpoint(
      piece: Int32(index), hyphen: Int32(point), penalty: Cost.hyphen, flagged: true,
      forced: false, end: end, start: start)
  }

  private func after(
    _ index: Int, _ sum: Breakpoint.Measure, _ next: Breakpoint.Measure, last: Bool
  ) -> Breakpoint {
    var end = sum
    var start = next
    let piece = pieces[index]
    let mark = piece.breakAfter
    let hyphenated = mark == .hyphen || mark == .softHyphen
    if mark == .softHyphen, !last {
      end.width += hyphenWidth(piece.face) - protrusion.ofHyphen(faces[Int(piece.face)])
    } else if !last, mark != .forced {
      end.width -= protrusion.right(piece.kind == .space && index > 0 ? pieces[index - 1] : piece)
    }
    if !last { start.width += protrusion.left(pieces[index + 1]) }
    return Breakpoint(
      piece: Int32(index), hyphen: -1,
      penalty: hyphenated ? Cost.hyphen : mark == .emergency ? Cost.emergency : 0,
      flagged: hyphenated, forced: last || mark == .forced, end: end, start: start)
  }
}

extension ParagraphStyle.Protrusion {
  /// How far a piece stands out at the start of a line, in points.
  func left(_ piece: Piece) -> Double {
    self != .none && piece.kind == .word ? Double(piece.leftHang) : 0
  }

  /// How far a piece stands out at the end of a line, in points.
  func right(_ piece: Piece) -> Double {
    switch piece.kind {
    case .word: self == .none ? 0 : Double(piece.rightHang)
    case .closing: self == .hanging ? Double(piece.rightHang) : 0
    default: 0
    }
  }

  /// How far an inserted hyphen stands out, in points.
  func ofHyphen(_ face: Face) -> Double {
    self == .none ? 0 : Double(Hanging.right(0x2D, face.hanging)) * face.size / 1000
  }
}
