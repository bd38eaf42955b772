import DocumentModel
import Testing

@testable import PageLayout

@Suite("The search for pages")
struct PageSearchTests {
  /// A flow of paragraphs, headings, tables and pictures that only its seed decides.
  private func flow(seed: UInt64, blocks: Int = 60) -> [GalleyItem] {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var items: [GalleyItem] = []
    for _ in 0..<blocks {
      let lines = 1 + random(9)
      for line in 0..<lines {
        var item = GalleyItem(height: 10)
        if lines > 1, line == 0 || line == lines - 2 { item.breakAfter = .forbidden }
        if line == lines - 1 { item.breakAfter = random(5) == 0 ? .forbidden : .allowed }
        if random(7) == 0 { item.breakAfter = .discouraged }
        items.append(item)
      }
      items.append(GalleyItem(height: 10, isSpace: true))
      if random(4) == 0 {
        var picture = GalleyItem(height: Double(4 + random(14)) * 10)
        picture.shrink = random(4)
        items.append(picture)
      }
    }
    return items
  }

  private let breaking = PageBreaking(height: 300, noteGap: 10, grid: 10)

  @Test("Searching the whole flow is never worse than filling page by page")
  func neverWorse() {
    var gains = 0
    for seed in 1...300 {
      let items = flow(seed: UInt64(seed))
      let best = breaking.division(of: items, notes: [])
      let greedy = breaking.greedy(of: items, notes: [])
      #expect(best.penalty <= greedy.penalty + 1e-9, "seed \(seed)")
      if best.penalty < greedy.penalty - 1 { gains += 1 }
    }
    #expect(gains > 100)
  }

  @Test("Pages follow each other without gap or overlap, and none is higher than it may be")
  func sound() {
    for seed in 1...40 {
      let items = flow(seed: UInt64(seed))
      for division in [
        breaking.division(of: items, notes: []), breaking.greedy(of: items, notes: []),
      ] {
        var next = 0
        for cut in division.pages {
          while items[next].isSpace { next += 1 }
          #expect(cut.range.lowerBound == next)
          next = cut.range.upperBound
          let solid = items[cut.range].lastIndex { !$0.isSpace } ?? cut.range.lowerBound
          let used = items[cut.range.lowerBound...solid].reduce(0) { $0 + $1.height }
          #expect(used - Double(cut.shrink) * 10 <= 300.01)
        }
        #expect(!items[next...].contains { !$0.isSpace })
      }
    }
  }

  @Test("Each number of pages has its own cheapest division")
  func counts() {
    let items = flow(seed: 5)
    let best = breaking.division(of: items, notes: [])
    let divisions = breaking.divisions(of: PageMaterial(items, notes: []), extra: 3)
    let counts = divisions.map(\.pages.count)
    #expect(divisions.count == 4)
    #expect(counts == Array(counts[0]..<counts[0] + 4))
    #expect(divisions.map(\.penalty).min() == best.penalty)
    #expect(divisions.first { $0.pages.count == best.pages.count } == best)
  }

  @Test("A picture is lower where that saves a page, and only as much as is needed")
  func lowerPicture() {
    var items = (0..<5).map { _ in GalleyItem(height: 10) }
    items[2].height = 40
    items[2].shrink = 3
    let breaking = PageBreaking(height: 60, noteGap: 5, grid: 10)
    let division = breaking.division(of: items, notes: [])
    #expect(division.pages == [PageCut(range: 0..<5, shrink: 2)])
    items[2].shrink = 1
    #expect(breaking.division(of: items, notes: []).pages.count == 2)
  }

  @Test("A float is lower where a page holds more with it, and only as much as is needed")
  func lowerFloat() {
    var items = (0..<6).map { _ in GalleyItem(height: 10) }
    items[1].floats = [0]
    var picture = GalleyItem(height: 40)
    picture.shrink = 2
    let float = { (item: GalleyItem) in PageFloat(item: item, edge: .bottom) }
    let breaking = PageBreaking(height: 100, noteGap: 5, grid: 10)
    let lower = breaking.division(of: PageMaterial(items, notes: [], floats: [float(picture)]))
    #expect(lower.pages == [PageCut(range: 0..<6, floatShrink: 1, floats: 0..<1)])
    picture.shrink = 0
    let whole = breaking.division(of: PageMaterial(items, notes: [], floats: [float(picture)]))
    #expect(whole.pages.count == 2)
  }

  @Test("Chapters give up what costs least for the pages asked for")
  func plan() throws {
    func ways(_ costs: [Int: Double]) -> [PageDivision] {
      costs.sorted { $0.key < $1.key }.map { count, cost in
        PageDivision(
          pages: (0..<count).map { PageCut(range: $0..<$0 + 1) }, penalty: cost)
      }
    }
    let search = PlanSearch(
      ways: [ways([2: 200, 3: 390]), ways([1: 100, 2: 210])], plates: [0, 0], front: 2,
      openings: [.any, .any])
    let six = try #require(search.cheapest(.exactly(6)))
    #expect(six.chapters.map(\.pages.count) == [2, 2] && six.penalty == 410)
    let four = search.cheapest(.exactly(4))
    #expect(four == nil)
    let eight = try #require(search.cheapest(.multiple(of: 4)))
    #expect(eight.count == 8)
    #expect(search.cheapest(.exactly(20)) == nil)
  }

  @Test("A chapter on a right-hand page has a blank one before it where it needs one")
  func recto() throws {
    let one = [PageDivision(pages: [PageCut(range: 0..<1)], penalty: 100)]
    let search = PlanSearch(
      ways: [one, one], plates: [0, 0], front: 2, openings: [.recto, .recto])
    let plan = try #require(search.cheapest(.exactly(5)))
    #expect(plan.blanksBefore == [false, true])
  }

  @Test(
    "A target is a number or a multiple",
    arguments: [
      ("24", PageTarget.exactly(24)), ("multiple of 4", .multiple(of: 4)), ("0", nil),
      ("many", nil), ("multiple of", nil), ("99999", nil),
    ])
  func target(text: String, target: PageTarget?) { #expect(PageTarget(text) == target) }
}
