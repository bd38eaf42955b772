/// Looks for rivers: word spaces that stand below one another in line after line.
struct Rivers {
  let pieces: ContiguousArray<Piece>
  let hyphens: ContiguousArray<HyphenPoint>
  let faces: ContiguousArray<Face>
  let shape: LineShape
  let flexibility: Double

  /// How many lines chance may put below one another.
  static let tolerated = 3

  private struct Gap {
    var centre: Double
    var width: Double
    var lines: Int
  }

  /// What the rivers of broken lines come to.
  struct Course {
    /// Lines beyond those tolerated, over all rivers.
    var excess = 0
    /// The line where the longest river ends, and through how many lines it runs.
    var end = 0
    var length = 0
  }

  /// The rivers of the lines that end at some breaks.
  func course(of breaks: [Int], in list: ContiguousArray<Breakpoint>) -> Course {
    var course = Course()
    var above = ContiguousArray<Gap>()
    var here = ContiguousArray<Gap>()
    var start: Breakpoint?
    for (line, index) in breaks.enumerated() {
      here.removeAll(keepingCapacity: true)
      collect(line, from: start, to: list[index], into: &here)
      join(&here, to: above)
      for gap in here where gap.lines > Self.tolerated {
        course.excess += 1
        if gap.lines > course.length {
          course.length = gap.lines
          course.end = line
        }
      }
      swap(&above, &here)
      start = list[index]
    }
    return course
  }

  /// Lengthens the rivers that reach the line above.
  private func join(_ here: inout ContiguousArray<Gap>, to above: ContiguousArray<Gap>) {
    var first = 0
    for index in here.indices {
      let reach = here[index].width * 0.75
      while first < above.count, above[first].centre < here[index].centre - reach { first += 1 }
      var at = first
      while at < above.count, above[at].centre <= here[index].centre + reach {
        here[index].lines = max(here[index].lines, above[at].lines + 1)
        at += 1
      }
    }
  }

  private func collect(
    _ line: Int, from start: Breakpoint?, to end: Breakpoint,
    into gaps: inout ContiguousArray<Gap>
  ) {
    let before = start?.start ?? Breakpoint.Measure()
    let shortfall = shape.room(line) - (end.end.width - before.width)
    let isSet = shortfall < 0 || !end.forced
    let setting = GlueSetting(
      shortfall: isSet ? shortfall : 0, stretch: end.end.stretch - before.stretch,
      shrink: end.end.shrink - before.shrink, flex: end.end.flex - before.flex,
      flexibility: flexibility)
    var at = shape.leading(line)
    var index = start.map { Int($0.piece) + 1 } ?? 0
    if let start, start.hyphen >= 0 {
      let piece = pieces[Int(start.piece)]
      let rest = hyphens[Int(piece.firstHyphen + start.hyphen)].after
      at += rest * faces[Int(piece.face)].size * (1 + setting.expansion)
    }
    while index < Int(end.piece) {
      let piece = pieces[index]
      at += piece.width * (piece.kind == .word ? 1 + setting.expansion : 1)
      let give = setting.rest > 0 ? piece.stretch : piece.shrink
      let glue = piece.glue + give * setting.ratio
      if piece.kind == .space {
        gaps.append(Gap(centre: at + glue / 2, width: glue, lines: 1))
      }
      at += glue
      index += 1
    }
  }
}
