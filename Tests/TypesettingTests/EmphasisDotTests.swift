import Fonts
import Testing

@testable import Typesetting

/// Dots of emphasis under Han (着重号).
@Suite struct EmphasisDotTests {
  private func set(_ text: String, measure: Double = 300) throws -> SetParagraph {
    var style = Support.chinese
    style.hasDots = true
    return try Support.typesetter().set(
      StyledText([.init("前", Support.chinese), .init(text, style), .init("后。", Support.chinese)]),
      ParagraphStyle(measure: measure, language: "zh-Hans"))
  }

  @Test func `a dot stands under the middle of each character and none under marks`() throws {
    let set = try set("合作，“交流”与office")
    #expect(set.dots.count == 5)
    for (dot, place) in zip(set.dots, [10.0, 20]) { #expect(abs(dot.x - place - 5) < 0.05) }
    #expect(set.dots.allSatisfy { $0.y > 2 && $0.y < 4 && $0.radius > 0.4 && $0.radius < 1 })
  }

  @Test func `dots are no text and change no line`() throws {
    var plain = Support.chinese
    plain.hasDots = false
    let text = String(repeating: "合作交流共享发展创新未来", count: 4)
    let dotted = try set(text, measure: 120)
    let bare = try Support.typesetter().set(
      StyledText([.init("前" + text + "后。", plain)]),
      ParagraphStyle(measure: 120, language: "zh-Hans"))
    #expect(dotted.lineTexts == bare.lineTexts)
    #expect(dotted.glyphs == bare.glyphs)
    #expect(bare.dots.isEmpty && dotted.dots.count == text.count)
  }

  @Test func `each line has the dots of its own characters`() throws {
    let set = try set(String(repeating: "合作交流", count: 10), measure: 100)
    for line in set.lines.indices {
      let dots = set.dots.filter { $0.line == line }
      #expect(dots.allSatisfy { set.lines[line].extent.contains($0.x) })
      let emphasised = set.lineTexts[line].filter { "合作交流".contains($0) }.count
      #expect(dots.count == emphasised)
    }
  }

  @Test func `Latin in an English paragraph has no dots`() throws {
    var style = Support.english
    style.hasDots = true
    #expect(try Support.set("An office.", style, measure: 200).dots.isEmpty)
  }
}
