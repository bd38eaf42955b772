import Testing

@testable import PageLayout

@Suite("Columns made level")
struct ColumnLevelTests {
  private func lines(_ count: Int) -> [GalleyItem] {
    (0..<count).map { _ in GalleyItem(height: 10) }
  }

  /// A heading of two lines under a line of white; two lines stay with it.
  private func heading() -> [GalleyItem] {
    var items = [GalleyItem(height: 10, isSpace: true)] + lines(4)
    for index in 1..<4 { items[index].breakAfter = .forbidden }
    return items
  }

  private func level(_ items: [GalleyItem], _ count: Int = 2) throws -> ColumnLevel {
    let fill = ColumnFill(items: items, grid: 10, count: count)
    let height = try #require(fill.cut(0..<items.count, limit: 1000)).height
    let level = try #require(fill.level(within: height))
    #expect(level.cut.height <= height)
    return level
  }

  @Test("White in the lower column is stretched, each by a line in turn")
  func stretched() throws {
    var items = lines(6) + heading() + lines(3)
    items += [GalleyItem(height: 10, isSpace: true)] + lines(3)
    let level = try level(items)
    #expect(level.gap <= 20)
    let added = zip(items, level.items).map { $1.height - $0.height }
    #expect(added.allSatisfy { (0...20).contains($0) })
    for (item, height) in zip(items, added) where height > 0 { #expect(item.isSpace) }
  }

  @Test("A column may end before a heading where that is more level")
  func earlier() throws {
    // With the heading the first column would have ten lines beside three.
    let items = lines(5) + heading() + lines(3)
    let fill = ColumnFill(items: items, grid: 10, count: 2)
    #expect(fill.cut(0..<items.count, limit: 1000)?.height == 70)
    #expect(try level(items).gap <= 20)
  }

  @Test("Level columns stay as they are")
  func even() throws {
    let items = lines(12)
    let level = try level(items, 3)
    #expect(level.cut.columns == [0..<4, 4..<8, 8..<12])
    #expect(level.items.map(\.height) == items.map(\.height))
  }

  @Test("No band is higher than the page search took it for")
  func bounded() throws {
    for seed in 1...60 {
      var items: [GalleyItem] = []
      for block in 0..<5 {
        if !items.isEmpty { items += (seed + block) % 3 == 0 ? heading() : [] }
        var paragraph = lines(3 + (seed * 7 + block * 5) % 9)
        paragraph[0].breakAfter = .forbidden
        paragraph[paragraph.count - 2].breakAfter = .forbidden
        items += paragraph
      }
      for count in [2, 3] { _ = try level(items, count) }
    }
  }
}
