import Testing

@testable import PageLayout

@Suite("The work of the page search")
struct LinearityTests {
  private let breaking = PageBreaking(height: 500, noteGap: 10, grid: 10)

  private func material(pages: Int, columns: Int) -> PageMaterial {
    var items: [GalleyItem] = []
    var floats: [PageFloat] = []
    for index in 0..<pages * 50 * columns {
      var item = GalleyItem(height: 10)
      if index % 9 == 0 || index % 9 == 7 { item.breakAfter = .forbidden }
      if columns > 1 { item.columns = ColumnBand(id: 1, count: columns, pitch: 200) }
      if index % 190 == 40 {
        item.floats = [floats.count]
        floats.append(PageFloat(item: GalleyItem(height: 90), edge: .top))
      }
      items.append(item)
    }
    return PageMaterial(items, notes: [], floats: floats)
  }

  /// How many ways to end a page are looked at from all items of a flow.
  private func work(_ material: PageMaterial) -> Int {
    material.items.indices.reduce(0) {
      $0 + PageEnds(breaking, material, from: $1, waiting: 0).ends.count
    }
  }

  @Test("Each page more is as much work as the one before", arguments: [1, 2])
  func linear(columns: Int) {
    let work = [4, 8, 16].map { self.work(material(pages: $0, columns: columns)) }
    let growth = Double(work[2] - work[1]) / Double(max(1, work[1] - work[0]))
    #expect(growth > 1.8 && growth < 2.2)
  }
}
