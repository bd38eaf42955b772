import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Chapters and what stands beside them")
struct ChapterTests {
  private func titleDepths(_ list: DisplayList) -> [Double] {
    list.pages.indices.dropFirst(2).flatMap { list.baselines(.heading2, page: $0) }
  }

  private func figure(_ name: String) -> KeyFigure {
    KeyFigure(
      value: ValueReference(name: name, text: "7"), qualifier: "", unit: "",
      label: [.text("Label \(name)")], detail: [.text("Small print of \(name)")])
  }

  @Test("Short chapters all open at the deepest step")
  func deepest() throws {
    let chapters = ["a", "b", "c"].map { Fixture.chapter($0, [Fixture.prose(60)]) }
    let theme = Theme()
    let depths = titleDepths(try Fixture.layOut(Fixture.document(chapters)).list)
    #expect(Set(depths.map { ($0 * 100).rounded() }).count == 1)
    #expect((depths.first ?? 0) > theme.top + theme.height * 0.2)
  }

  @Test("One chapter that would need a page more lifts the openings of all")
  func lifted() throws {
    var flat = Theme()
    flat.openerDepth = 0
    let long = Fixture.chapter("b", (0..<4).map { Fixture.prose(112, seed: $0) })
    let chapters = [Fixture.chapter("a", [Fixture.prose(60)]), long]
    let document = Fixture.document(chapters)
    let pages = try Fixture.layOut(document, theme: flat).list.pages.count
    let laidOut = try Fixture.layOut(document)
    #expect(laidOut.list.pages.count == pages)
    #expect(Set(titleDepths(laidOut.list).map { ($0 * 100).rounded() }).count == 1)
  }

  @Test("A wide block stands below what hangs in the side column")
  func clearOfSides() throws {
    var section = Fixture.chapter("a", [.keyFigures([figure("wide")])])
    section.sideFigures = [figure("one"), figure("two")]
    let list = try Fixture.layOut(Fixture.document([section])).list
    let page = 2
    var bottomOfSide = 0.0
    var topOfWide = Double.infinity
    for run in list.pages[page].runs {
      for case .text(let item) in run.items {
        let text = String(decoding: list.pages[page].text[item.text], as: UTF8.self)
        guard let first = item.glyphs.first else { continue }
        let y = list.pages[page].glyphs[first].y
        if text.contains("two") { bottomOfSide = max(bottomOfSide, y) }
        if text.contains("wide") { topOfWide = min(topOfWide, y) }
      }
    }
    #expect(bottomOfSide > 0 && topOfWide.isFinite)
    #expect(topOfWide > bottomOfSide)
  }

  @Test("Three figures of a chapter stand in a row")
  func row() throws {
    var section = Fixture.chapter("a", [Fixture.prose(40)])
    section.sideFigures = ["x", "y", "z"].map(figure)
    let list = try Fixture.layOut(Fixture.document([section])).list
    var xs: Set<Double> = []
    var ys: Set<Double> = []
    for run in list.pages[2].runs {
      for case .text(let item) in run.items {
        let text = String(decoding: list.pages[2].text[item.text], as: UTF8.self)
        guard text == "7", let first = item.glyphs.first else { continue }
        xs.insert(list.pages[2].glyphs[first].x)
        ys.insert(list.pages[2].glyphs[first].y)
      }
    }
    #expect(xs.count == 3 && ys.count == 1)
  }
}
