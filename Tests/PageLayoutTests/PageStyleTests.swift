import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Pages beside the body, and the sides of spreads")
struct PageStyleTests {
  private func section(
    _ anchor: String, opens: Section.Opening? = nil, style: Section.PageStyle = .body,
    words: Int = 500
  ) -> Section {
    Section(
      anchor: anchor, number: nil, title: [.text("Chapter \(anchor)")], role: .chapter,
      opens: opens, pageStyle: style, blocks: [Fixture.prose(words)])
  }

  private func layOut(
    _ sections: [Section], theme: Theme = Theme(), pages: PageTarget? = nil
  ) throws -> LaidOut {
    let laidOut = try Fixture.layOut(
      Fixture.document(sections), theme: theme, options: LayoutOptions(pages: pages))
    #expect(laidOut.list.problems() == [])
    return laidOut
  }

  @Test("A section opens on the side that it asks for, over what the theme has")
  func opening() throws {
    let theme = try Theme.named("report", overrides: ["chapter-start": "recto"])
    let sections = [
      section("a"), section("b", opens: .verso), section("c", opens: .recto),
      section("d", opens: .any, words: 20), section("e", opens: .any),
    ]
    let pages = try layOut(sections, theme: theme).pages
    #expect(try #require(pages["a"]).isMultiple(of: 2))
    #expect(try #require(pages["b"]).isMultiple(of: 2) == false)
    #expect(try #require(pages["c"]).isMultiple(of: 2))
    #expect(pages["e"] == (pages["d"] ?? 0) + 1)
  }

  @Test("Behind the cover and at the end stand pages without folio and running head")
  func covers() throws {
    let sections = [
      section("in", style: .insideCover, words: 30), section("a"),
      section("out", style: .backCover, words: 30),
    ]
    let laidOut = try layOut(sections)
    let list = laidOut.list
    let last = list.pages.count - 1
    #expect(laidOut.pages["in"] == 1 && laidOut.pages["out"] == last)
    #expect(list.pages.count.isMultiple(of: 2))
    for page in [1, last] {
      #expect(!list.words(on: page).contains { !$0.isOwned })
      let foot = list.words(on: page).map(\.y).max() ?? 0
      #expect(foot > Theme().top + Theme().height - 2 * Theme().latinLeading)
    }
    #expect(!list.allText(page: 2).contains("Chapter in"))
    #expect(list.allText(page: 2).contains("Chapter a"))
  }

  @Test("The back cover is the last of the pages asked for", arguments: [8, 12])
  func target(count: Int) throws {
    let sections = [section("a"), section("out", style: .backCover, words: 30)]
    let laidOut = try layOut(sections, pages: .exactly(count))
    #expect(laidOut.list.pages.count == count)
    #expect(laidOut.pages["out"] == count - 1)
  }

  @Test("Openers carry a folio and no running head, the pages after them both")
  func heads() throws {
    let list = try layOut([section("a", words: 1500)]).list
    let decoration = { (page: Int) in
      list.words(on: page).filter { !$0.isOwned }.map(\.text)
    }
    #expect(decoration(2) == ["3"])
    #expect(decoration(3) == ["4", "Example Institute  2031"])
  }
}
