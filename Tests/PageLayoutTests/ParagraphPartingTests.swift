import DisplayList
import Testing

@testable import PageLayout

@Suite("Parting paragraphs, columns and tables")
struct ParagraphPartingTests {
  private func paragraph(_ index: Int, lines: Int) -> [GalleyItem] {
    (0..<lines).map { line in
      var item = GalleyItem(height: 10)
      item.fragments = [
        Fragment(
          owner: .artifact(.layout), x: 0, y: 8, content: .line(paragraph: index, line: line))
      ]
      return item
    }
  }

  private let breaking = PageBreaking(height: 100, noteGap: 10, grid: 10)

  @Test("A paragraph that fits on its page is not parted to even out the white of two pages")
  func whole() {
    let items =
      paragraph(0, lines: 4) + paragraph(1, lines: 4)
      + [GalleyItem(height: 50), GalleyItem(height: 60)]
    #expect(breaking.pages(of: items, notes: []) == [0..<8, 8..<9, 9..<10])
  }

  @Test("A paragraph that fits on its page is not moved to the next one to even out white")
  func moved() {
    let items =
      paragraph(0, lines: 5) + paragraph(1, lines: 3)
      + [GalleyItem(height: 50), GalleyItem(height: 60)]
    #expect(breaking.pages(of: items, notes: []).first == 0..<8)
  }

  @Test("A line that leads to a paragraph is not moved with it while both fit on their page")
  func lead() {
    let items =
      paragraph(0, lines: 5) + paragraph(1, lines: 1) + paragraph(2, lines: 2)
      + [GalleyItem(height: 30), GalleyItem(height: 80)]
    #expect(breaking.pages(of: items, notes: []) == [0..<8, 8..<9, 9..<10])
  }

  @Test("What may stand on a page is not moved to the next one to even out white")
  func filled() {
    let items =
      paragraph(0, lines: 4)
      + [GalleyItem(height: 40), GalleyItem(height: 30), GalleyItem(height: 90)]
    #expect(breaking.pages(of: items, notes: []) == [0..<5, 5..<6, 6..<7])
  }

  @Test("A page may end two lines early for what comes after")
  func early() {
    let items = paragraph(0, lines: 6) + paragraph(1, lines: 6)
    #expect(breaking.earlyCost(of: 20) == 0)
    #expect(breaking.earlyCost(of: 40) == 30)
    #expect(breaking.pages(of: items, notes: []).count == 2)
  }

  @Test("A paragraph too long for its page is parted as before")
  func parted() {
    let items = paragraph(0, lines: 4) + paragraph(1, lines: 12)
    #expect(breaking.pages(of: items, notes: []).count == 2)
  }

  @Test("A band that goes on fills all its columns or moves to the next page")
  func bands() {
    let band = ColumnBand(id: 1, count: 2, pitch: 100)
    let columns = (0..<12).map { index in
      var item = GalleyItem(height: 10)
      item.columns = band
      if [0, 1, 3, 4, 5].contains(index) { item.breakAfter = .forbidden }
      return item
    }
    let items = (0..<7).map { _ in GalleyItem(height: 10) } + columns
    #expect(breaking.pages(of: items, notes: []).first == 0..<7)
  }

  @Test("A table goes on where the next page begins with a row of it")
  func plates() {
    func row(_ table: Int) -> GalleyItem {
      var item = GalleyItem(height: 10)
      item.row = TableRowPart(table: table, row: 0)
      return item
    }
    let page = [GalleyItem(height: 10), row(1)]
    #expect(Flow.partsTable(page[...], from: [row(1)]))
    #expect(!Flow.partsTable(page[...], from: [row(2)]))
    #expect(!Flow.partsTable(page[...], from: []))
  }
}
