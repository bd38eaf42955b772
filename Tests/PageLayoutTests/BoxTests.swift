import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Boxes and sentences lifted out of the text")
struct BoxTests {
  private func layOut(_ blocks: [Block]) throws -> DisplayList {
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
    #expect(list.problems() == [])
    return list
  }

  private func tints(_ list: DisplayList, page: Int) -> [Rectangle] {
    list.pages[page].runs.flatMap(\.items).compactMap { item in
      guard case .fill(let path, let colour) = item, colour == Theme().tint else { return nil }
      return path.bounds
    }
  }

  @Test("A box is whole, its text on the grid and within its tint")
  func box() throws {
    let box = Block.box(.init(title: [.text("Method")], blocks: [Fixture.prose(60)]))
    let list = try layOut([Fixture.prose(380), box, Fixture.prose(90)])
    let pages = list.pages.indices.filter { !tints(list, page: $0).isEmpty }
    #expect(pages.count == 1)
    let page = try #require(pages.first)
    let tint = try #require(tints(list, page: page).first)
    let title = try #require(list.words(on: page).first { $0.text == "Method" })
    #expect(title.x > tint.x && title.y > tint.y + 8 && title.y < tint.maxY)
    let scale = TypeScale(theme: Theme(), language: "en")
    for y in list.baselines(.paragraph, page: page) {
      let steps = (y - Theme().top - scale.drop) / scale.grid
      #expect(abs(steps - steps.rounded()) < 1e-6)
    }
  }

  @Test("A box that no page can bear has a bar instead of a tint, and breaks")
  func longBox() throws {
    let box = Block.box(
      .init(title: [.text("Long")], blocks: (0..<6).map { Fixture.prose(150, seed: $0) }))
    let list = try layOut([box])
    #expect(list.pages.count > 3)
    #expect(list.pages.indices.allSatisfy { tints(list, page: $0).isEmpty })
  }

  @Test("A sentence lifted out stands between two rules with its source")
  func pullQuote() throws {
    let quote = Block.pullQuote(
      .init(content: [.text("Nothing is said here.")], source: [.text("Nobody")]))
    let list = try layOut([Fixture.prose(60), quote, Fixture.prose(60)])
    let words = list.words(on: 2)
    let sentence = try #require(words.first { $0.text == "Nothing is said here." })
    let source = try #require(words.first { $0.text == "Nobody" })
    #expect(sentence.y < source.y)
    let node = try #require(list.structure.first { $0.role == .quotation })
    #expect(node.kids.count == 2)
  }
}
