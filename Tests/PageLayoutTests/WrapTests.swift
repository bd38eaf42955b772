import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Text round a picture")
struct WrapTests {
  private static let chinese = String(repeating: "合作交流共享发展创新未来可期", count: 30) + "。"

  /// The picture's frame and the lines of the page that it is on, each with its first baseline's y.
  private func layOut(
    _ wrap: Placement.Wrap, _ language: String, ratio: Double = 1
  ) throws -> (frame: Rectangle, lines: [(y: Double, left: Double, right: Double)]) {
    let picture = Illustration(
      anchor: "p", number: nil,
      content: .image(
        ImageSource(
          path: "/made-up.jpg", format: .jpeg, width: 900, height: Int(900 * ratio))),
      alternative: "A picture.", caption: [], placement: Placement(wrap: wrap))
    let prose: Block =
      language == "en" ? Fixture.prose(400) : .paragraph([.text(Self.chinese)])
    let list = try Fixture.layOut(
      Fixture.document(
        [Fixture.chapter("a", [.illustration(picture), prose])], language: language)
    ).list
    for page in list.pages {
      let images = page.runs.flatMap(\.items).compactMap { item -> Image? in
        if case .image(let image) = item { image } else { nil }
      }
      guard let frame = images.first?.frame else { continue }
      return (frame, lines(of: page, in: list))
    }
    Issue.record("no picture")
    return (Rectangle(x: 0, y: 0, width: 0, height: 0), [])
  }

  /// The full lines of prose: where their first glyph and their last character stand.
  private func lines(
    of page: Page, in list: DisplayList
  ) -> [(y: Double, left: Double, right: Double)] {
    var lines: [Double: (left: Double, right: Double)] = [:]
    for run in page.runs {
      guard case .node(let node) = run.owner, list.structure[node].role == .paragraph else {
        continue
      }
      for case .text(let item) in run.items {
        for glyph in page.glyphs[item.glyphs] {
          let old = lines[glyph.y] ?? (.infinity, 0)
          lines[glyph.y] = (min(old.left, glyph.x), max(old.right, glyph.x + item.size))
        }
      }
    }
    return lines.map { ($0.key, $0.value.left, $0.value.right) }.sorted { $0.0 < $1.0 }
  }

  @Test("The gutter is as wide at the left picture as at the right one, in Chinese too")
  func gutters() throws {
    let gutter = Theme().gutter
    let left = try layOut(.leading, "zh-Hans")
    let right = try layOut(.trailing, "zh-Hans")
    let beside = left.lines.filter { $0.y > left.frame.y && $0.y < left.frame.maxY }.dropFirst()
    #expect(beside.count > 3)
    for line in beside { #expect(abs(line.left - left.frame.maxX - gutter) < 0.05) }
    let other = right.lines.filter { $0.y > right.frame.y && $0.y < right.frame.maxY }
    // The last character of a full line fills its square.
    let end = try #require(other.map(\.right).max())
    #expect(abs(right.frame.x - end - gutter) < 0.1, "\(right.frame.x - end)")
    #expect(abs(left.frame.width - right.frame.width) < Theme().chineseSize)
  }

  @Test("English lines keep the same gutter")
  func english() throws {
    let left = try layOut(.leading, "en")
    let gutter = Theme().gutter
    let beside = left.lines.filter { $0.y > left.frame.y && $0.y < left.frame.maxY }
    #expect(beside.count > 3)
    for line in beside {
      // A letter may stand out of the measure by less than a twentieth of its size.
      #expect(abs(line.left - left.frame.maxX - gutter) < 0.6, "\(line)")
    }
  }

  @Test(
    "A picture's top stands at the capitals or at the strokes of Han of the first line beside it",
    arguments: [("en", 0.66), ("zh-Hans", 0.84)])
  func tops(language: String, height: Double) throws {
    let scale = TypeScale(theme: Theme(), language: language)
    for wrap in [Placement.Wrap.leading, .trailing] {
      let set = try layOut(wrap, language)
      let first = try #require(set.lines.first { $0.y > set.frame.y })
      #expect(abs(first.y - height * scale.base - set.frame.y) < 0.05)
    }
  }

  @Test(
    "Lines go back to the measure with half a line free beneath the picture",
    arguments: [
      0.6, 0.8, 1.0, 1.1, 1.2, 1.3,
    ])
  func foot(ratio: Double) throws {
    let scale = TypeScale(theme: Theme(), language: "zh-Hans")
    let set = try layOut(.leading, "zh-Hans", ratio: ratio)
    let edge = try #require(set.lines.map(\.left).min())
    let full = try #require(set.lines.first { $0.left < edge + 1 })
    let white = full.y - 0.84 * scale.base - set.frame.maxY
    #expect(white >= scale.grid / 2 - 0.05 && white < scale.grid * 1.5 + 0.05, "\(white)")
  }
}
