import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Typesetting

@testable import PageLayout

@Suite("The last page of a chapter")
struct LastPageTests {
  private let breaking = PageBreaking(height: 300, noteGap: 10, grid: 10)

  private func session(_ document: ReportDocument) throws -> LayoutSession {
    LayoutSession(
      document: document, theme: Theme(),
      typesetter: Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder)),
      options: .init(), cache: ParagraphCache(), anchors: try AnchorTable(document), known: [:])
  }

  private func table(_ rows: Int) -> Block {
    .table(
      TableBlock(
        anchor: "t", number: "1", caption: [.text("Rows of an invented institute")],
        columns: [.init(alignment: .leading), .init(alignment: .leading)],
        head: [.init(cells: [.init([.text("Name")]), .init([.text("Place")])])],
        rows: (0..<rows).map { row in
          .init(kind: .body, cells: [.init([.text("Item \(row)")]), .init([.text("Place")])])
        }))
  }

  @Test("A last page less than a fifth full is charged, the more the emptier it is")
  func charge() {
    #expect(breaking.lonelyCost(60) == 0 && breaking.lonelyCost(300) == 0)
    #expect(breaking.lonelyCost(50) >= 80)
    #expect(breaking.lonelyCost(10) > breaking.lonelyCost(50))
    let last = breaking.cost(rule: .allowed, filled: 20, isLast: true)
    #expect(last == PageBreaking.pageCost + breaking.lonelyCost(20))
    #expect(breaking.cost(rule: .allowed, filled: 60, isLast: true) == PageBreaking.pageCost)
  }

  @Test("A few lines are not left alone: the page before gives up some of its own")
  func balanced() {
    for over in 1...5 {
      let items = (0..<60 + over).map { _ in GalleyItem(height: 10) }
      let division = breaking.division(of: items, notes: [])
      #expect(division.pages.count == 3)
      #expect((division.pages.last?.range.count ?? 0) >= 6, "\(over) lines too many")
      let greedy = breaking.greedy(of: items, notes: [])
      #expect(greedy.pages.last?.range.count == over && division.penalty < greedy.penalty)
    }
  }

  @Test("Rows of tables come closer where that saves an almost empty page, and no further")
  func closerRows() throws {
    var saved = 0
    for rows in 20...60 {
      let document = Fixture.document([Fixture.chapter("a", [table(rows)])])
      let session = try session(document)
      let flow = try session.chapterItems(document.sections[0], under: StructureTree.root)
      let plain = session.breaking.division(of: session.material(flow))
      guard let spared = try session.spared(flow, plain) else { continue }
      saved += 1
      #expect(spared.division.pages.count == plain.pages.count - 1)
      #expect(spared.division.penalty < plain.penalty)
      #expect(spared.items.count == flow.count)
      for (item, old) in zip(spared.items, flow) {
        let loss = old.height - item.height
        #expect(loss >= 0 && loss <= session.scale.grid * 0.06 + 1e-9)
        #expect(loss == 0 || old.row != nil)
      }
    }
    #expect(saved > 0 && saved < 10)
  }

  @Test("The text of a closer row stays between its rules")
  func rowParts() throws {
    let grid = 10.0
    var item = GalleyItem(height: 14)
    item.row = TableRowPart(table: 0, row: 0)
    item.fragments = [
      Fragment(rectangle: Rectangle(x: 0, y: 0, width: 50, height: 14), Theme().ink),
      Fragment(ruleAt: 0, x: 0, width: 50, weight: 0.5, Theme().ink),
      Fragment(ruleAt: 14, x: 0, width: 50, weight: 0.5, Theme().ink),
      Fragment(owner: .artifact(.layout), x: 0, y: 10, content: .line(paragraph: 0, line: 0)),
    ]
    let row = try #require([item].withCloserRows(by: grid * 0.06) { _ in true }.first)
    #expect(abs(row.height - 13.4) < 1e-9)
    #expect(abs(row.fragments[3].y - 9.7) < 1e-9)
    let boxes = row.fragments.compactMap { fragment -> Rectangle? in
      guard case .fill(let path, _) = fragment.content else { return nil }
      return path.moved(x: fragment.x, y: fragment.y).bounds
    }
    #expect(boxes.map(\.y)[1] == -0.25)
    #expect(abs(boxes[0].height - 13.4) < 1e-9 && abs(boxes[2].maxY - 13.65) < 1e-9)
    // A row that a page may part keeps its lines where they are.
    item.row?.endsRow = false
    #expect([item].withCloserRows(by: 1) { _ in true }[0].height == 14)
    // Rows of numbers stand on the grid.
    item.row?.endsRow = true
    #expect([item].withCloserRows(by: 1) { _ in false }[0].height == 14)
  }

  @Test("A picture alone before what fills a page stands after that")
  func movedFigure() throws {
    let document = Fixture.document([Fixture.chapter("a", [Fixture.prose(10)])])
    let session = try session(document)
    let grid = session.scale.grid
    let lines = Int(session.theme.height / grid)
    var flow = (0..<lines - 2).map { _ in GalleyItem(height: grid, breakAfter: .forbidden) }
    flow[flow.count - 1].breakAfter = .allowed
    var figure = GalleyItem(height: grid * 8)
    figure.chart = 0
    let white = GalleyItem(height: grid, isSpace: true)
    let high = GalleyItem(height: grid * Double(lines - 4))
    flow += [white, figure, white, high, white]
    flow += (0..<10).map { _ in GalleyItem(height: grid) }
    let plain = session.breaking.division(of: session.material(flow))
    #expect(plain.pages.count == 4)
    let moved = try #require(session.withFigureMoved(flow, plain))
    #expect(moved.count == flow.count)
    #expect(moved.firstIndex { $0.chart == 0 } == lines + 1)
    let spared = try #require(try session.spared(flow, plain))
    #expect(spared.division.pages.count == 3)
    // A heading after the picture keeps it before its section.
    flow[lines + 1].opensSection = true
    #expect(session.withFigureMoved(flow, plain) == nil)
  }
}
