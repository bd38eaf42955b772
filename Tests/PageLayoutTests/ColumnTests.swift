import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Columns")
struct ColumnTests {
  private func lines(_ count: Int) -> [GalleyItem] {
    (0..<count).map { _ in GalleyItem(height: 10) }
  }

  private func fill(_ items: [GalleyItem], _ count: Int) -> ColumnCut? {
    ColumnFill(items: items, grid: 10, count: count).cut(0..<items.count, limit: 1000)
  }

  @Test("Lines are divided evenly, the first columns longer")
  func even() {
    #expect(fill(lines(10), 2)?.columns == [0..<5, 5..<10])
    #expect(fill(lines(11), 2)?.columns == [0..<6, 6..<11])
    #expect(fill(lines(10), 3)?.height == 40)
    #expect(fill(lines(1), 3)?.columns == [0..<1, 1..<1, 1..<1])
  }

  @Test("No column ends where no page may")
  func rules() {
    var items = lines(10)
    items[4].breakAfter = .forbidden
    #expect(fill(items, 2)?.columns == [0..<6, 6..<10])
    for index in 0..<9 { items[index].breakAfter = .forbidden }
    #expect(fill(items, 2)?.columns == [0..<10, 10..<10])
  }

  @Test("White at the head of a column vanishes")
  func white() {
    var items = lines(9)
    items[4].isSpace = true
    let cut = fill(items, 2)
    #expect(cut?.columns == [0..<5, 5..<9] && cut?.height == 40)
  }

  @Test("The least height is found for any mixture of heights")
  func least() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<200 {
      let items = (0..<8 + random(20)).map { _ in GalleyItem(height: Double(1 + random(6)) * 5) }
      let count = 2 + random(2)
      guard let cut = fill(items, count) else {
        Issue.record("no division")
        continue
      }
      var least = cut.height
      for height in stride(from: 5.0, to: cut.height, by: 5) {
        var (columns, y) = (1, 0.0)
        for item in items {
          if y + item.height > height + 0.01 { (columns, y) = (columns + 1, 0) }
          y += item.height
        }
        let highest = items.map(\.height).max() ?? 0
        if columns <= count, highest <= height { least = min(least, height) }
      }
      #expect(cut.height == least)
    }
  }

  private func list(_ language: String, columns: Int, words: Int = 1400) throws -> DisplayList {
    let note = Note(anchor: "n1", number: 1, content: [.text("The note itself.")])
    let table = TableBlock(
      anchor: "t", number: "1", caption: [.text("Wide")],
      columns: Array(repeating: .init(alignment: .leading), count: 5),
      head: [.init(cells: (0..<5).map { .init([.text("Head \($0)")]) })],
      rows: (0..<4).map { row in
        .init(cells: (0..<5).map { .init([.text("Cell \(row) \($0)")]) })
      })
    let section = Section(
      anchor: "a", number: nil, title: [.text("Columns")], role: .chapter, columns: columns,
      blocks: [
        Fixture.prose(300), .paragraph([.text("Called here"), .note(note), .text(".")]),
        .table(table), Fixture.prose(words, seed: 2), Fixture.prose(90, seed: 5),
      ],
      subsections: [
        Section(
          anchor: "b", number: "1.1", title: [.text("Inner")], blocks: [Fixture.prose(400)])
      ])
    let list = try Fixture.layOut(Fixture.document([section], language: language)).list
    #expect(list.problems() == [])
    return list
  }

  @Test(
    "Lines of all columns stand on one grid and in their own column",
    arguments: ["en", "zh-Hans"], [2, 3])
  func grid(language: String, columns: Int) throws {
    let list = try list(language, columns: columns)
    let theme = Theme().squared(for: language)
    let scale = TypeScale(theme: theme, language: language)
    let pitch = (theme.width + theme.gutter) / Double(columns)
    var used = Set<Int>()
    for page in 2..<list.pages.count {
      let margin = page.isMultiple(of: 2) ? theme.inner : theme.outer
      for run in list.pages[page].runs {
        guard case .node(let node) = run.owner, list.structure[node].role == .paragraph else {
          continue
        }
        for case .text(let text) in run.items {
          guard abs(text.size / scale.base - 1) < 0.1, let first = text.glyphs.first,
            let last = text.glyphs.last
          else { continue }
          let glyph = list.pages[page].glyphs[first]
          let steps = (glyph.y - theme.top - scale.drop) / scale.grid
          #expect(abs(steps - steps.rounded()) < 1e-6)
          let column = Int((glyph.x - margin + 2) / pitch)
          used.insert(column)
          let right = list.pages[page].glyphs[last].x - margin
          #expect(right < Double(column + 1) * pitch - theme.gutter + 2)
        }
      }
    }
    #expect(used == Set(0..<columns))
  }

  @Test("The last columns are level, and what is wide parts the columns")
  func level() throws {
    let list = try list("en", columns: 2)
    let theme = Theme()
    let margin = { (page: Int) in page.isMultiple(of: 2) ? theme.inner : theme.outer }
    let last = list.pages.count - 1
    let lines = list.prose(on: last)
    let half = theme.width / 2
    let left = lines.filter { $0.x - margin(last) < half }.map(\.y).max() ?? 0
    let right = lines.filter { $0.x - margin(last) >= half }.map(\.y).max() ?? 0
    #expect(left >= right && left - right < 2 * theme.latinLeading + 0.01)
    let page = try #require(
      list.pages.indices.first { !list.text(.dataCell, page: $0).isEmpty })
    let cells = list.words(on: page).filter { $0.text.hasPrefix("Cell") || $0.text == "Wide" }
    let rows = (cells.map(\.y).min() ?? 0)...(cells.map(\.y).max() ?? 0)
    #expect((cells.map(\.x).max() ?? 0) - (cells.map(\.x).min() ?? 0) > half)
    let prose = list.prose(on: page).filter { !cells.map(\.text).contains($0.text) }
    #expect(!prose.contains { rows.contains($0.y) })
  }

  @Test("Notes stand at the foot of the page under all columns")
  func notes() throws {
    let list = try list("en", columns: 2)
    let page = try #require(
      list.pages.indices.first { list.allText(page: $0).contains("Called here") })
    let note = try #require(
      list.prose(on: page).first { $0.text.contains("The note itself.") })
    let others = list.prose(on: page).filter { !$0.text.contains("note itself") && $0.text != "1" }
    #expect(others.allSatisfy { $0.y < note.y })
    #expect(abs(note.y - Theme().top - Theme().height) < Theme().latinLeading)
  }
}
