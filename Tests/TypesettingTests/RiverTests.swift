import Testing

@testable import Typesetting

@Suite struct RiverTests {
  private func piece(_ kind: Piece.Kind, _ width: Double) -> Piece {
    var piece = Piece(kind: kind, face: 0, start: 0, end: 1, word: -1, width: width)
    if kind == .space { (piece.width, piece.glue) = (0, width) }
    return piece
  }

  /// Lines of two words each, the first of the widths given.
  private func course(_ widths: [Double]) -> Rivers.Course {
    var pieces = ContiguousArray<Piece>()
    var list = ContiguousArray<Breakpoint>()
    var sum = Breakpoint.Measure()
    for (index, width) in widths.enumerated() {
      pieces += [piece(.word, width), piece(.space, 3), piece(.word, 97 - width), piece(.space, 3)]
      var next = sum
      next.width += 103
      var end = sum
      end.width += 100
      list.append(
        Breakpoint(
          piece: Int32(index * 4 + 3), hyphen: -1, penalty: 0, flagged: false, forced: false,
          end: end, start: next))
      sum = next
    }
    let rivers = Rivers(
      pieces: pieces, hyphens: [], faces: [], shape: LineShape(measure: 100), flexibility: 0)
    return rivers.course(of: Array(list.indices), in: list)
  }

  @Test func `spaces below one another in four lines are a river`() {
    let course = course([20, 50, 51, 52, 50.5, 80])
    #expect(course.excess == 1 && course.length == 4 && course.end == 4)
  }

  @Test func `three lines are chance`() {
    #expect(course([50, 50, 50, 70, 50]).excess == 0)
  }

  /// Counted over many measures; without the search for other breaks there are more.
  @Test func `rivers are rarer than chance makes them`() throws {
    let typesetter = try Support.typesetter()
    var excess = 0
    for paragraph in try BaselineTests.paragraphs() {
      let text = StyledText([.init(paragraph, Support.english)])
      for measure in stride(from: 200.0, through: 420, by: 4) {
        excess += visible(try typesetter.set(text, ParagraphStyle(measure: measure)))
      }
    }
    #expect(excess <= 6)
  }

  /// The lines of rivers beyond three, from the glyphs as they are set.
  private func visible(_ set: SetParagraph) -> Int {
    var above: [(centre: Double, lines: Int)] = []
    var excess = 0
    for line in set.lines {
      var here: [(centre: Double, lines: Int)] = []
      for run in set.runs[line.runs] {
        let text = Array(set.text[run.text])
        guard text.count == run.glyphs.count else { continue }
        for (offset, byte) in text.enumerated().dropLast() where byte == 0x20 {
          let x = set.glyphs[run.glyphs.lowerBound + offset].x
          let next = set.glyphs[run.glyphs.lowerBound + offset + 1].x
          let centre = (x + next) / 2
          let reached = above.filter { abs($0.centre - centre) <= (next - x) * 0.75 }.map(\.lines)
          here.append((centre, 1 + (reached.max() ?? 0)))
        }
      }
      excess += here.filter { $0.lines > 3 }.count
      above = here
    }
    return excess
  }
}
