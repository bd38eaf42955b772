import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Pictures and tables at the edges of pages")
struct FloatTests {
  private let breaking = PageBreaking(height: 300, noteGap: 10, grid: 10)

  /// A flow of paragraphs with floats of all kinds hung on it, decided by a seed.
  private func material(seed: UInt64) -> PageMaterial {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var items: [GalleyItem] = []
    var floats: [PageFloat] = []
    for block in 0..<30 {
      let lines = 2 + random(9)
      for line in 0..<lines {
        var item = GalleyItem(height: 10)
        if line == 0 || line == lines - 2 { item.breakAfter = .forbidden }
        if line == 0, block.isMultiple(of: 7) { item.opensSection = true }
        if line == lines - 1, random(3) == 0 {
          let edges: [PageFloat.Edge] = [.top, .bottom, .top, .page]
          let height = Double(3 + random(20)) * 10
          item.floats = [floats.count]
          floats.append(
            PageFloat(item: GalleyItem(height: height), edge: edges[random(4)]))
        }
        items.append(item)
      }
      items.append(GalleyItem(height: 10, isSpace: true))
    }
    return PageMaterial(items, notes: [], floats: floats)
  }

  @Test("Each stands on the page of its place in the text or the next with text, in order")
  func near() {
    for seed in 1...30 {
      let material = material(seed: UInt64(seed))
      for division in [breaking.division(of: material), breaking.greedy(of: material)] {
        var rank = 0
        var textPage = -1
        var textPages: [Int: Int] = [:]
        for cut in division.pages {
          #expect(cut.floats.lowerBound == rank, "seed \(seed)")
          rank = cut.floats.upperBound
          if !cut.range.isEmpty { textPage += 1 }
          for float in cut.floats { textPages[float] = textPage }
        }
        #expect(rank == material.floats.count, "seed \(seed)")
        textPage = -1
        for cut in division.pages where !cut.range.isEmpty {
          textPage += 1
          for index in cut.range {
            for rank in material.floatsBefore[index]..<material.floatsBefore[index + 1] {
              let page = textPages[rank] ?? -1
              #expect(page == textPage || page == textPage + 1, "seed \(seed), float \(rank)")
            }
          }
        }
      }
    }
  }

  @Test("Text and floats of a page are never higher than the page")
  func room() {
    for seed in 1...30 {
      let material = material(seed: UInt64(seed))
      for cut in breaking.division(of: material).pages {
        let text = ColumnFill(items: material.items, grid: 10, count: 1).depth(of: cut.range)
        let floats = cut.floats.reduce(0) { $0 + material.floats[$1].item.height + 10 }
        #expect(text + floats - (cut.range.isEmpty ? 10 : 0) <= 300.01, "seed \(seed)")
        let own = material.firstOfOwnPage(in: cut.floats)
        #expect(own == nil || (cut.range.isEmpty && cut.floats.count == 1))
      }
    }
  }

  @Test("Over a float at the foot a line stays free, even where the text ends off the grid")
  func footGap() {
    var items = (0..<24).map { _ in GalleyItem(height: 10) }
    items.append(GalleyItem(height: 6))
    items[3].floats = [0]
    let float = PageFloat(item: GalleyItem(height: 40), edge: .bottom)
    let material = PageMaterial(items, notes: [], floats: [float])
    // 246 points of text, then 250 on the grid, and 50 for the float: just full.
    #expect(breaking.division(of: material).pages == [PageCut(range: 0..<25, floats: 0..<1)])
    let higher = PageFloat(item: GalleyItem(height: 50), edge: .bottom)
    #expect(
      breaking.division(of: PageMaterial(items, notes: [], floats: [higher])).pages.count == 2)
  }

  @Test("Searching the whole flow is never worse than filling page by page")
  func neverWorse() {
    for seed in 1...30 {
      let material = material(seed: UInt64(seed))
      #expect(
        breaking.division(of: material).penalty <= breaking.greedy(of: material).penalty + 1e-9)
    }
  }

  @Test("None stands above the opening of its section, nor above one that comes before it")
  func edges() {
    var items = (0..<40).map { _ in GalleyItem(height: 10) }
    items[0].opensSection = true
    items[32].opensSection = true
    for (float, item) in [3, 31, 34, 35].enumerated() { items[item].floats = [float] }
    let floats = [PageFloat.Edge.top, .top, .top, .bottom].map {
      PageFloat(item: GalleyItem(height: 20), edge: $0)
    }
    let material = PageMaterial(items, notes: [], floats: floats)
    #expect(material.edges(of: 0..<1, onPageFrom: 0) == [.bottom])
    #expect(material.edges(of: 1..<4, onPageFrom: 30) == [.top, .bottom, .bottom])
    #expect(material.edges(of: 1..<3, onPageFrom: 33) == [.top, .top])
    #expect(material.displaced(0..<1, onPageFrom: 0) == 1)
  }

  private func list(_ placement: Placement, words: Int = 800) throws -> DisplayList {
    let blocks = [
      Fixture.prose(200), Fixture.prose(150, seed: 2), Fixture.prose(330, seed: 4),
      Fixture.picture("p", placement), Fixture.prose(words, seed: 3),
    ]
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
    #expect(list.problems() == [])
    return list
  }

  @Test("At the head of a page the picture stands over its caption and over all text")
  func top() throws {
    let list = try list(Placement(float: .top))
    let page = try #require(list.pages.indices.first { !list.pictures(on: $0).isEmpty })
    let theme = Theme()
    let frame = try #require(list.pictures(on: page).first)
    // Its edge is level with the capitals of a first line.
    #expect((0..<theme.latinLeading).contains(frame.y - theme.top))
    #expect(frame.width == theme.textWidth)
    let lines = list.prose(on: page)
    let caption = try #require(lines.first { $0.text.contains("What is seen") })
    #expect(lines.allSatisfy { $0.y > frame.maxY })
    #expect(lines.filter { $0.y <= caption.y }.count == 1)
    #expect(
      list.dump(page: page).prefix(3).map { String($0.prefix(20)) } == [
        "0-12 165-482 picture", "12 165 What is seen", "15 164 year of stude",
      ])
  }

  @Test("Across the page it stands over the side column too, which starts beneath it")
  func spanning() throws {
    let list = try list(Placement(float: .bottom, span: .page))
    let page = try #require(list.pages.indices.first { !list.pictures(on: $0).isEmpty })
    let frame = try #require(list.pictures(on: page).first)
    let theme = Theme()
    #expect(abs(frame.width - theme.width) < 0.01)
    let caption = try #require(
      list.prose(on: page).first { $0.text.contains("What is seen") })
    #expect(list.prose(on: page).filter { $0.y > frame.y }.map(\.y).min() == caption.y)
    #expect(caption.y < theme.top + theme.height)
    #expect(caption.y > theme.top + theme.height - 2 * theme.latinLeading)
  }

  @Test("A picture on a page of its own is larger, and the text goes on after it")
  func ownPage() throws {
    let list = try list(Placement(float: .page, span: .page))
    let page = try #require(list.pages.indices.first { !list.pictures(on: $0).isEmpty })
    #expect(list.text(.paragraph, page: page).isEmpty)
    #expect(list.text(.caption, page: page) == "What is seen")
    #expect(!list.text(.paragraph, page: page + 1).isEmpty)
  }

  @Test("A full picture has neither running head nor folio")
  func fullBleed() throws {
    let list = try list(Placement(float: .fullBleed))
    let page = try #require(list.pages.indices.first { !list.pictures(on: $0).isEmpty })
    #expect(list.allText(page: page) == "What is seen")
    let frame = try #require(list.pictures(on: page).first)
    #expect(abs(frame.x) < 0.01 && abs(frame.y) < 0.01)
    #expect(abs(frame.width - Theme().page.width) < 0.01)
    #expect(abs(frame.height - Theme().page.height + Theme().bottom) < 0.01)
    #expect(list.allText(page: page + 1).contains("Example Institute"))
  }

  @Test("The figure keeps its place in the reading order")
  func order() throws {
    let list = try list(Placement(float: .top))
    let section = try #require(
      list.structure.first { node in
        node.kids.contains {
          if case .node(let kid) = $0 { list.structure[kid].role == .figure } else { false }
        }
      })
    let roles = section.kids.compactMap { kid -> Role? in
      if case .node(let node) = kid { list.structure[node].role } else { nil }
    }
    #expect(roles == [.heading2, .paragraph, .paragraph, .paragraph, .figure, .paragraph])
  }

  @Test("A picture in the text passes a float that waits, and its lead-in stays with it")
  func passing() throws {
    let lead = Block.paragraph([.text("It looks like this:")])
    for words in stride(from: 180, through: 420, by: 24) {
      let blocks = [
        Fixture.prose(60), Fixture.picture("float", height: 500, Placement(float: .top)),
        Fixture.prose(words, seed: 2), lead, Fixture.picture("here", Placement()),
        Fixture.prose(500, seed: 3),
      ]
      let laidOut = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)]))
      let page = try #require(laidOut.pages["here"])
      #expect(laidOut.list.allText(page: page).contains("like this:"), "\(words) words")
      #expect(page <= (laidOut.pages["float"] ?? 0) || words > 300, "\(words) words")
    }
  }

  @Test("A lowered float keeps its caption under it, its text above it, and stands on the grid")
  func loweredDump() throws {
    let grid = TypeScale(theme: Theme(), language: "en").grid
    var found: [(frame: Rectangle, caption: Double, above: Double, dump: [String])] = []
    for words in stride(from: 300, through: 620, by: 10) {
      let blocks = [
        Fixture.prose(words), Fixture.picture("p", Placement(float: .bottom)), Fixture.prose(30),
      ]
      let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
      guard let page = list.pages.indices.first(where: { !list.pictures(on: $0).isEmpty }) else {
        continue
      }
      let frame = try #require(list.pictures(on: page).first)
      let placed = list.words(on: page).filter(\.isOwned)
      let caption = try #require(placed.first { $0.text.contains("What is seen") })
      let above = placed.map(\.y).filter { $0 < frame.maxY }.max() ?? 0
      found.append((frame, caption.y, above, list.dump(page: page)))
    }
    let natural = found.map(\.frame.height).max() ?? 0
    let lowered = found.filter { $0.frame.height < natural - 1 }
    #expect(!lowered.isEmpty && lowered.count < found.count)
    let whole = try #require(found.first { $0.frame.height > natural - 0.01 })
    for one in lowered {
      let steps = (natural - one.frame.height) / grid
      #expect(abs(steps - steps.rounded()) < 1e-6 && one.frame.height >= natural * 0.8 - 0.01)
      #expect(abs((one.caption - one.frame.maxY) - (whole.caption - whole.frame.maxY)) < 0.01)
      #expect(one.above < one.frame.y)
      // On the page's dump the picture comes after the text and right before its caption.
      let place = try #require(one.dump.firstIndex { $0.hasSuffix("picture") })
      #expect(one.dump[place + 1].hasSuffix("What is seen"))
    }
  }
}
