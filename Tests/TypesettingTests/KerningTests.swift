import Fonts
import Testing

@testable import Typesetting

/// Kerning where a word is cut into spans: a link, a note's tag, another colour.
@Suite struct KerningTests {
  private func width(_ parts: [String], _ family: String) throws -> Double {
    let spans = parts.enumerated().map { index, text in
      StyledText.Span(text, TextStyle(family: family, size: 10, tag: index))
    }
    let set = try Support.typesetter().set(
      StyledText(spans + [.init("|", TextStyle(family: family, size: 10, tag: 9))]),
      ParagraphStyle(measure: 300, alignment: .leading))
    return set.glyphs.last?.x ?? 0
  }

  @Test(
    arguments: ["Source Serif Pro", "Source Sans Pro"],
    [["A", "V"], ["To", "r"], ["P", ".", "T", "o"], ["Annals", ". T"], ["well-", "Yes"]])
  func `letters of two spans in one font kern as those of one`(
    family: String, parts: [String]
  ) throws {
    #expect(abs(try width(parts, family) - width([parts.joined()], family)) < 0.02)
  }

  @Test func `the pair is kerned at all`() throws {
    let apart = try Support.width("A") + Support.width("V")
    #expect(try width(["A", "V"], "Source Serif Pro") < apart - 0.3)
  }

  @Test func `another weight does not kern`() throws {
    var strong = Support.english
    strong.weight = 600
    let set = try Support.typesetter().set(
      StyledText([.init("A", Support.english), .init("V", strong)]),
      ParagraphStyle(measure: 300, alignment: .leading))
    #expect(abs(set.glyphs[1].x - (try Support.width("A"))) < 0.01)
  }

  @Test func `a space before and after a span is kerned as within one`() throws {
    #expect(
      abs(try width(["T", " A"], "Source Serif Pro") - width(["T A"], "Source Serif Pro")) < 0.05)
  }
}
