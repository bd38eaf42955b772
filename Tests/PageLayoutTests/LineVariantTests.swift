import DisplayList
import DocumentModel
import Fonts
import Testing
import Typesetting

@testable import PageLayout

@Suite("Paragraphs a line longer or shorter")
struct LineVariantTests {
  private let breaking = PageBreaking(height: 100, noteGap: 10, grid: 10)

  /// Paragraphs of five lines each; the lines named end in hyphens.
  private func material(
    _ paragraphs: Int, costs: [LineCosts], hyphens: Set<Int> = [], kept: Set<Int> = [],
    free: Set<Int> = []
  ) -> PageMaterial {
    var items: [GalleyItem] = []
    for paragraph in 0..<paragraphs {
      for line in 0..<5 {
        var item = GalleyItem(height: 10)
        if line == 0 || line == 3 { item.breakAfter = .forbidden }
        if hyphens.contains(items.count) { item.breakAfter = .discouraged }
        if kept.contains(items.count) { item.breakAfter = .forbidden }
        if free.contains(items.count) { item.breakAfter = .allowed }
        if line == 4 { item.lastLineOf = (paragraph, 5) }
        items.append(item)
      }
    }
    var material = PageMaterial(items, notes: [])
    material.lineCosts = costs
    return material
  }

  @Test("A page is filled by the cheapest paragraph that can be longer")
  func fills() {
    // The third paragraph stays whole, so the first page is short of a line.
    let free = material(3, costs: [], kept: [4, 10, 11, 12, 13])
    var items = free.items
    items.remove(at: 9)
    items[8].lastLineOf = (1, 4)
    items[8].breakAfter = .allowed
    var short = PageMaterial(items, notes: [])
    #expect(breaking.division(of: short).pages.map(\.lines) == [0, 0])
    short.lineCosts = [LineCosts(more: 0.9), LineCosts(more: 0.4), LineCosts(more: 0.1)]
    let division = breaking.division(of: short)
    #expect(division.pages.map(\.lines) == [1, 0])
    #expect(abs(division.penalty - 200.4) < 0.001)
    short.lineCosts = [LineCosts(more: 3), LineCosts(more: 4), LineCosts()]
    #expect(breaking.division(of: short).pages.map(\.lines) == [0, 0])
  }

  @Test("A page that would end in a hyphen takes in a line where a paragraph can be shorter")
  func hyphen() {
    // The tenth line, which fills the page, ends in a hyphen; the eleventh may end it.
    var costs = [LineCosts(), LineCosts(), LineCosts()]
    let plain = material(3, costs: costs, hyphens: [7, 9], kept: [5, 6], free: [10])
    costs[0].fewer = 0.5
    let better = material(3, costs: costs, hyphens: [7, 9], kept: [5, 6], free: [10])
    let before = breaking.division(of: plain)
    let after = breaking.division(of: better)
    #expect(after.penalty < before.penalty)
    #expect(after.pages.contains { $0.lines < 0 })
  }

  @Test("Two lines at most are given or taken on a page")
  func limit() {
    var choices = LineChoices()
    for cost in [0.5, 0.2, 0.9] { choices.add(LineCosts(fewer: cost, more: cost * 2)) }
    #expect(choices.canGive == 2)
    #expect(abs(choices.cost(of: -2) - 0.7) < 1e-9 && abs(choices.cost(of: 1) - 0.4) < 1e-9)
    #expect(choices.cost(of: 3) == .infinity)
  }

  private func session(_ document: ReportDocument) throws -> LayoutSession {
    LayoutSession(
      document: document, theme: Theme(),
      typesetter: Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder)),
      options: .init(), cache: ParagraphCache(), anchors: try AnchorTable(document), known: [:])
  }

  @Test("Pages of real text are filled so, and every page has the lines that its plan says")
  func realText() throws {
    var changed = 0
    for seed in 0..<6 {
      let blocks = (0..<24).map { Fixture.prose(70 + ($0 * 29 + seed * 11) % 90, seed: $0 + seed) }
      let document = Fixture.document([Fixture.chapter("a", blocks)])
      let session = try session(document)
      let flow = try session.chapterItems(document.sections[0], under: StructureTree.root)
      let plain = session.breaking.division(of: session.material(flow))
      let refined = try session.refined(flow, plain)
      #expect(refined.penalty <= plain.penalty)
      for cut in refined.pages {
        let items = try session.fitted(flow[cut.range], to: cut)
        #expect(items.count == cut.range.count + cut.lines)
        let depth = ColumnFill(items: Array(items), grid: session.scale.grid, count: 1)
          .depth(of: 0..<items.count)
        #expect(depth <= session.theme.height + 0.01)
        changed += abs(cut.lines)
      }
    }
    #expect(changed > 0)
  }

  @Test("Text changed by lines is all there, in order")
  func text() throws {
    let blocks = (0..<24).map { Fixture.prose(70 + ($0 * 29) % 90, seed: $0) }
    func words(_ search: PageSearch) throws -> String {
      let list = try Fixture.layOut(
        Fixture.document([Fixture.chapter("a", blocks)]), options: .init(search: search)
      ).list
      #expect(list.problems() == [])
      return list.pages.indices.map { list.text(.paragraph, page: $0) }.joined()
        .filter { $0 != "-" && $0 != " " }
    }
    #expect(try words(.optimal) == words(.greedy))
  }
}
