import DisplayList
import DocumentModel
import Testing

@testable import PageLayout

/// Paragraphs whose first strong character decides their direction, and emphasis by script.
@Suite struct WritingDirectionTests {
  @Test(
    arguments: [
      ("אבג abc", true), ("“שלום”, she said", true), ("12 مرحبا", true), ("abc אבג", false),
      ("12", false), ("", false), ("合作 אבג", false),
    ])
  func `the first strong character decides`(text: String, isRight: Bool) {
    let words: [Inline] = [.text(text)]
    #expect(words.runsFromRightToLeft == isRight)
  }

  /// The left and right edges of the glyphs of the page's paragraph.
  private func edges(_ text: String) throws -> (left: Double, right: Double) {
    let blocks: [Block] = [.quotation([.paragraph([.text(text)])])]
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
    #expect(list.problems() == [])
    var places: [Double] = []
    for run in list.pages[2].runs {
      guard case .node(let node) = run.owner, list.structure[node].role == .paragraph else {
        continue
      }
      for case .text(let item) in run.items {
        for glyph in list.pages[2].glyphs[item.glyphs] { places.append(glyph.x) }
      }
    }
    return (places.min() ?? 0, places.max() ?? 0)
  }

  @Test func `a quotation in Hebrew stands at the right`() throws {
    let short = try edges("אבג.")
    let long = try edges("אבג אבג אבג אבג.")
    #expect(abs(short.right - long.right) < 0.1)
    #expect(short.left > long.left + 10)
    let latin = try edges("abc.")
    let theme = Theme()
    let column = latin.left - 2 * TypeScale(theme: theme, language: "en").base
    #expect(short.right < column + theme.textWidth - TypeScale(theme: theme, language: "en").base)
  }

  @Test(arguments: [("office", true), ("合作", false), ("a 合作", false), ("12", false)])
  func `words are Latin where they have letters and no Han`(text: String, isLatin: Bool) {
    let words: [Inline] = [.text(text)]
    #expect(words.isLatin == isLatin)
  }
}
