import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Reports of so many pages")
struct PageTargetTests {
  private let document = Fixture.document(
    (1...3).map { chapter in
      Fixture.chapter(
        "c\(chapter)", (0..<5).map { Fixture.prose(90 + 10 * $0, seed: $0) },
        number: String(chapter))
    })

  private func layOut(_ options: LayoutOptions, theme: Theme = Theme()) throws -> LaidOut {
    let laidOut = try Fixture.layOut(document, theme: theme, options: options)
    #expect(laidOut.list.problems() == [])
    return laidOut
  }

  @Test("The pages asked for are made, and what it cost is said", arguments: [8, 9, 10, 12])
  func exactly(count: Int) throws {
    let natural = try layOut(.init())
    let laidOut = try layOut(.init(pages: .exactly(count)))
    #expect(laidOut.list.pages.count == count)
    if count == natural.list.pages.count {
      #expect(laidOut.warnings.isEmpty)
    } else {
      let message = try #require(laidOut.warnings.first?.message)
      #expect(message.hasPrefix("\(count) pages for \(count) pages, \(natural.list.pages.count)"))
      #expect(message.contains("penalty"))
    }
  }

  @Test("A whole number of sheets")
  func multiple() throws {
    let laidOut = try layOut(.init(pages: .multiple(of: 4)))
    #expect(laidOut.list.pages.count.isMultiple(of: 4))
  }

  @Test("What cannot be made is said, and the report is as long as it needs to be")
  func impossible() throws {
    let natural = try layOut(.init()).list.pages.count
    let laidOut = try layOut(.init(pages: .exactly(4)))
    #expect(laidOut.list.pages.count == natural)
    #expect(
      laidOut.warnings.map(\.message) == ["4 pages cannot be made: the text fills \(natural)"])
  }

  @Test("No word is lost for a target")
  func text() throws {
    func words(_ laidOut: LaidOut) -> String {
      laidOut.list.pages.indices.map { laidOut.list.text(.paragraph, page: $0) }.joined()
        .filter { $0 != "-" && $0 != " " }
    }
    let natural = try layOut(.init())
    let longer = try layOut(.init(pages: .exactly(12)))
    #expect(words(natural) == words(longer))
  }

  @Test("Chapters start on right-hand pages where the theme says so")
  func recto() throws {
    let theme = try Theme.named("report", overrides: ["chapter-start": "recto"])
    let laidOut = try layOut(.init(), theme: theme)
    for chapter in 1...3 {
      let page = try #require(laidOut.pages["c\(chapter)"])
      #expect(page.isMultiple(of: 2))
    }
  }

  @Test("The inner margin is at the binding of each page")
  func mirrored() throws {
    let list = try layOut(.init()).list
    for page in 2..<list.pages.count {
      let left = try #require(
        list.pages[page].runs.compactMap { run -> Double? in
          guard case .fill(let path, _)? = run.items.first else { return nil }
          return path.bounds.x
        }.min() ?? list.words(on: page).filter(\.isOwned).map { $0.x - Theme().textX }.min())
      let margin = page.isMultiple(of: 2) ? Theme().inner : Theme().outer
      #expect(abs(left - margin) < 15, "page \(page + 1)")
    }
  }

  @Test("Greedy pages can be had, and cost at least as much")
  func greedy() throws {
    let best = try layOut(.init())
    let greedy = try layOut(.init(search: .greedy))
    #expect(best.penalty.chosen <= best.penalty.greedy + 1e-9)
    #expect(greedy.penalty.chosen == greedy.penalty.greedy)
  }

  @Test("A chart is lower where that saves a page, by a quarter at most")
  func lowerChart() throws {
    let chart = Fixture.chart([3])
    let figure = Block.illustration(
      Illustration(
        anchor: "f", number: nil, content: .chart(chart), alternative: "One bar",
        caption: [.text("Heads")]))
    let small = TypeScale(theme: Theme(), language: "en").size(of: .small)
    let full = min(Theme().textWidth * 0.42, small * 26)
    var lowered = 0
    for words in stride(from: 180, through: 420, by: 10) {
      let sections = [Fixture.chapter("a", [Fixture.prose(words), figure, Fixture.prose(100)])]
      let list = try Fixture.layOut(Fixture.document(sections)).list
      #expect(list.problems() == [])
      for item in list.pages.flatMap({ $0.runs.flatMap(\.items) }) {
        guard case .fill(let path, let colour) = item, colour == Theme().accent else { continue }
        let height = path.bounds.height
        #expect(height > full * 0.7 && height < full + 0.01)
        if height < full - 1 { lowered += 1 }
      }
    }
    #expect(lowered > 0)
  }

  @Test("Pages that face each other end level where their white can give")
  func level() throws {
    let blocks = (0..<40).flatMap { index -> [Block] in
      [Fixture.prose(55 + index * 3 % 31, seed: index), .quotation([Fixture.prose(20)])]
    }
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
    let depths = (2..<list.pages.count).map { list.baselines(.paragraph, page: $0).last ?? 0 }
    let grid = TypeScale(theme: Theme(), language: "en").grid
    var level = 0
    // Page 4 (index 3) is a verso.
    for verso in stride(from: 3, to: list.pages.count - 2, by: 2) {
      #expect(abs(depths[verso - 2] - depths[verso - 1]) < grid * 3.01)
      if abs(depths[verso - 2] - depths[verso - 1]) < 0.01 { level += 1 }
    }
    #expect(level >= 2)
  }
}
