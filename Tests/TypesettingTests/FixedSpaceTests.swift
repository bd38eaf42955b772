import Fonts
import Testing

@testable import Typesetting

/// Spaces of a fixed width, which the fonts need not have.
@Suite struct FixedSpaceTests {
  @Test(arguments: [
    ("\u{2000}", 5.0), ("\u{2001}", 10.0), ("\u{2002}", 5.0), ("\u{2003}", 10.0),
    ("\u{2004}", 10.0 / 3), ("\u{2005}", 2.5), ("\u{2006}", 10.0 / 6), ("\u{200A}", 1.0),
  ])
  func `a wide space is as wide as Unicode says`(space: String, width: Double) throws {
    let gap = try Support.width("H\(space)H") - 2 * Support.width("H")
    #expect(abs(gap - width) < 0.01)
  }

  /// Source Sans has no U+2002: another font would be embedded for nothing.
  @Test(arguments: ["Source Serif Pro", "Source Sans Pro", "Source Code Pro"], ["en", "zh-Hans"])
  func `no other font is used for a space`(family: String, language: String) throws {
    let style = TextStyle(family: family, weight: 600, size: 10, language: language)
    let typesetter = try Support.typesetter()
    let spaces = "\u{2002}\u{2003}\u{2005}\u{2009}\u{202F}\u{A0}"
    let set = try typesetter.set(
      StyledText([.init("1" + spaces.map { "\($0)H" }.joined(), style)]),
      ParagraphStyle(measure: 400, alignment: .leading, language: language))
    #expect(Set(set.runs.map(\.font)).count == 1)
    #expect(typesetter.missingGlyphs.isEmpty)
  }

  @Test func `a wide space is extracted as a plain one`() throws {
    let set = try Support.set("1.2\u{2002}Partners", measure: 200)
    #expect(set.lineTexts == ["1.2 Partners"])
  }

  @Test func `a wide space neither stretches nor shrinks, and is none where a line ends`() throws {
    let text = "Table 4\u{2002}" + String(repeating: "where the partners are and why ", count: 6)
    let set = try Support.set(text, measure: 150)
    let steps = set.steps()
    let index = try #require(steps.firstIndex { $0.text == "4" })
    let digit = try Support.width("4")
    #expect(abs(steps[index + 1].step - 5) < 0.01)
    #expect(abs(steps[index].step - digit) < 0.2)
    let narrow = try Support.set("Partners\u{2002}agreements", measure: 60)
    #expect(narrow.lineTexts.first?.hasPrefix("Partners") == true && narrow.lines.count == 2)
    #expect(narrow.lines.allSatisfy { !$0.overfull })
  }

  @Test func `a wide space between Han and Latin is kept`() throws {
    let set = try Support.set("表3\u{2002}合作", Support.chinese, measure: 200)
    let steps = set.steps()
    #expect(abs(steps[2].step - 5.4) < 0.5, "\(steps)")
  }
}
