import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("A document on pages")
struct LayOutTests {
  @Test("The contents name the page where each chapter really stands")
  func contents() throws {
    let sections = (1...5).map { index in
      Fixture.chapter("c\(index)", [Fixture.prose(900, seed: index)], number: String(index))
    }
    let laidOut = try Fixture.layOut(Fixture.document(sections))
    for index in 1...5 {
      let page = try #require(laidOut.pages["c\(index)"])
      #expect(laidOut.list.text(.heading2, page: page).contains("Chapter c\(index)"))
      #expect(laidOut.list.allText(page: 1).contains("Chapter c\(index)\(page + 1)"))
    }
  }

  @Test("A reference prints the page on which its anchor stands")
  func pageReference() throws {
    let first = Fixture.chapter(
      "a", [.paragraph([.text("See "), .reference(anchor: "b", .page), .text(".")])])
    let laidOut = try Fixture.layOut(
      Fixture.document([first, Fixture.chapter("b", [Fixture.prose(40)])]))
    let page = try #require(laidOut.pages["b"])
    #expect(laidOut.list.text(.link, page: page - 1) == "page \(page + 1)")
    #expect(laidOut.warnings.isEmpty)
  }

  @Test("Body text stands on the baseline grid of every page", arguments: ["en", "zh-Hans"])
  func grid(language: String) throws {
    let blocks = (0..<9).map { Fixture.prose(120, seed: $0) }
    let inner = Section(
      anchor: "i", number: "1.1", title: [.text("Inner")], blocks: blocks)
    let laidOut = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks, inner: [inner])], language: language))
    let scale = TypeScale(theme: Theme(), language: language)
    for page in 2..<laidOut.list.pages.count {
      for y in laidOut.list.baselines(.paragraph, page: page) {
        let steps = (y - Theme().top - scale.drop) / scale.grid
        #expect(abs(steps - steps.rounded()) < 1e-6, "page \(page), y \(y)")
      }
    }
  }

  @Test("Nothing is printed outside the page")
  func inside() throws {
    let blocks = (0..<12).map { Fixture.prose(150, seed: $0) }
    let laidOut = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)]))
    for page in laidOut.list.pages {
      for glyph in page.glyphs {
        #expect(glyph.x >= 0 && glyph.x <= page.size.width)
        #expect(glyph.y >= 0 && glyph.y <= page.size.height)
      }
    }
  }

  @Test("No page starts or ends with a single line of a paragraph")
  func widowsAndOrphans() throws {
    let blocks = (0..<30).map { Fixture.prose(70 + $0 * 3, seed: $0) }
    let laidOut = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)]))
    let list = laidOut.list
    for node in list.structure where node.role == .paragraph {
      var lines: [Int: Int] = [:]
      for case .content(let page, let run) in node.kids {
        let ys = list.pages[page].runs[run].items.compactMap { item -> Double? in
          guard case .text(let text) = item, let glyph = text.glyphs.first else { return nil }
          return list.pages[page].glyphs[glyph].y
        }
        lines[page, default: 0] += Set(ys).count
      }
      if lines.count > 1 { #expect(lines.values.allSatisfy { $0 >= 2 }) }
    }
  }

  @Test("A long table repeats its head as decoration, and its rows are all there once")
  func longTable() throws {
    let rows = (0..<120).map { index in
      TableBlock.Row(cells: [
        .init([.text("Item \(index)")]), .init([.text("\(index).5")]),
      ])
    }
    let table = TableBlock(
      anchor: "t", number: "1", caption: [.text("Items")],
      columns: [.init(alignment: .leading), .init(alignment: .decimal)],
      head: [.init(cells: [.init([.text("HeadName")]), .init([.text("HeadValue")])])], rows: rows)
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", [.table(table)])])).list
    let pages = list.pages.indices.filter { list.allText(page: $0).contains("HeadName") }
    #expect(pages.count >= 3)
    #expect(pages.filter { list.text(.headerCell, page: $0).contains("HeadName") }.count == 1)
    let items = list.pages.indices.map { list.text(.headerCell, page: $0) }.joined()
    for index in 0..<120 { #expect(items.contains("Item \(index)")) }
  }

  @Test("A note stands on the page that calls it")
  func notes() throws {
    let note = Note(anchor: "n1", number: 1, content: [.text("The note itself.")])
    let blocks = (0..<6).map { Fixture.prose(130, seed: $0) }
    let called = Block.paragraph([.text("Called here"), .note(note), .text(".")])
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks + [called] + blocks)])
    ).list
    let page = try #require(
      list.pages.indices.first { list.text(.paragraph, page: $0).contains("Called here") })
    #expect(list.allText(page: page).contains("The note itself."))
    #expect(list.structure.contains { $0.role == .note && $0.identifier == "n1" })
  }

  @Test("An anchor used twice is an error that names it")
  func duplicateAnchor() {
    #expect(throws: LayoutError.duplicateAnchor("a")) {
      try Fixture.layOut(
        Fixture.document([
          Fixture.chapter("a", [Fixture.prose(5)]), Fixture.chapter("a", [Fixture.prose(5)]),
        ]))
    }
  }

  @Test("Every figure has an alternative text and a frame")
  func figures() throws {
    let chart = Illustration(
      anchor: "f", number: "1",
      content: .chart(Fixture.chart([3])),
      alternative: "One bar of 3", caption: [.text("Heads by group")])
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.illustration(chart)])])
    ).list
    let figure = try #require(list.structure.first { $0.role == .figure })
    #expect(figure.alternative == "One bar of 3")
    let box = try #require(figure.attributes.boundingBox)
    #expect(box.width > 100 && box.height > 50)
  }

  @Test("The same document gives the same pages")
  func deterministic() throws {
    let document = Fixture.document([Fixture.chapter("a", [Fixture.prose(700)])])
    let first = try Fixture.layOut(document).list
    let second = try Fixture.layOut(document).list
    #expect(first.pages.map(\.glyphs) == second.pages.map(\.glyphs))
    #expect(first.structure == second.structure)
  }
}
