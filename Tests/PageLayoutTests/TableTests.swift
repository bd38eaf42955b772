import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Tables on pages")
struct TableTests {
  private func cell(_ text: String, span: Int = 1, rows: Int = 1) -> TableBlock.Cell {
    .init(text.isEmpty ? [] : [.text(text)], span: span, rows: rows)
  }

  private func ledger(
    _ count: Int, kind: (Int) -> TableBlock.Row.Kind = { _ in .body }, sums: Bool = true,
    number: String? = "4"
  ) -> TableBlock {
    var sum = 0
    let rows = (0..<count).map { index in
      sum += index
      return TableBlock.Row(
        kind: kind(index), cells: [cell("Item \(index)"), cell("\(index).50")],
        running: sums ? [[], [.text("\(sum).00")]] : [])
    }
    return TableBlock(
      anchor: "t", number: number, caption: [.text("Items of an invented institute")],
      columns: [.init(alignment: .leading), .init(alignment: .decimal)],
      head: [.init(cells: [cell("HeadName"), cell("HeadValue")])], rows: rows)
  }

  private func layOut(
    _ table: TableBlock, before: [Block] = [], after: [Block] = [], language: String = "en"
  ) throws -> DisplayList {
    let chapter = Fixture.chapter("a", before + [.table(table)] + after)
    let list = try Fixture.layOut(Fixture.document([chapter], language: language)).list
    #expect(list.problems() == [])
    return list
  }

  @Test("Where a table goes on, its number comes again with the word for it")
  func continued() throws {
    let list = try layOut(ledger(120))
    let pages = list.pages.indices.filter { list.allText(page: $0).contains("HeadName") }
    #expect(pages.count >= 3)
    for page in pages.dropFirst() {
      #expect(list.words(on: page).contains { $0.text == "Table\u{A0}4\u{A0}(continued)" })
    }
    #expect(!list.allText(page: pages[0]).contains("(continued)"))
  }

  @Test("In Chinese the words are 续, 过次页 and 承前页")
  func chinese() throws {
    let list = try layOut(ledger(120), language: "zh-Hans")
    let pages = list.pages.indices.filter { list.allText(page: $0).contains("HeadName") }
    #expect(list.allText(page: pages[1]).contains("4（续）"))
    #expect(list.allText(page: pages[0]).contains("过次页"))
    #expect(list.allText(page: pages[1]).contains("承前页"))
  }

  @Test("The sums at the foot of a page are those of its last row, and open the next page")
  func carriedForward() throws {
    let list = try layOut(ledger(120))
    let pages = list.pages.indices.filter { list.allText(page: $0).contains("HeadName") }
    for (page, next) in zip(pages, pages.dropFirst()) {
      let items = list.words(on: page).compactMap { word in
        word.text.hasPrefix("Item ") ? Int(word.text.dropFirst(5)) : nil
      }
      let last = try #require(items.last)
      let sum = "\(last * (last + 1) / 2).00"
      let foot = try #require(list.words(on: page).first { $0.text == "Carried forward" })
      let head = try #require(list.words(on: next).first { $0.text == "Brought forward" })
      #expect(list.words(on: page).contains { $0.text == sum && $0.y == foot.y })
      #expect(list.words(on: next).contains { $0.text == sum && $0.y == head.y })
      let lowest = try #require(list.words(on: page).first { $0.text == "Item \(last)" })
      #expect(foot.y > lowest.y)
      #expect(foot.y < Theme().top + Theme().height)
    }
    let end = try #require(pages.last)
    #expect(!list.words(on: end).contains { $0.text == "Carried forward" })
  }

  @Test("What a page repeats of a table is decoration")
  func decoration() throws {
    let list = try layOut(ledger(120))
    for index in list.pages.indices {
      let owned = list.plainText(page: index)
      #expect(!owned.contains("(continued)") && !owned.contains("forward"))
    }
  }

  @Test("Whole parts end in one line, whatever stands before and after them")
  func decimals() throws {
    let texts = ["1,200.25", "at least 50", "7.5", "12 people", "0.125", "about 3.5"]
    let table = TableBlock(
      anchor: "t", number: nil, caption: [],
      columns: [.init(alignment: .leading), .init(alignment: .decimal)], head: [],
      rows: texts.map { .init(cells: [cell("Row"), cell($0)]) })
    let list = try layOut(table)
    var ends: Set<Int> = []
    for text in texts {
      let tail = try #require([Inline.text(text)].decimalTail)
      let whole = text.utf8.count - tail.utf8.count
      let word = try #require(list.words(on: 2).first { $0.text == text })
      // The end of the whole part is where the tail begins, or where the word ends.
      let end = word.edges[whole]
      ends.insert(Int((end * 10).rounded()))
    }
    #expect(ends.count == 1, "\(ends)")
  }

  @Test(
    "The tail of a number is what follows its whole part",
    arguments: [
      ("1,234.5", ".5"), ("at least 50", ""), ("至少50人", "人"), ("12 %", " %"), ("2, 3", ", 3"),
    ])
  func tails(text: String, tail: String) {
    #expect([Inline.text(text)].decimalTail == tail)
  }

  @Test("Words without a number have no tail")
  func noTail() { #expect([Inline.text("not reported")].decimalTail == nil) }

  @Test("A heading over columns stands above theirs with a rule between them")
  func levels() throws {
    let table = TableBlock(
      anchor: "t", number: nil, caption: [],
      columns: [.init(alignment: .leading)]
        + Array(repeating: .init(alignment: .decimal), count: 4),
      head: [
        .init(cells: [
          cell("Partner", rows: 2), cell("Inbound", span: 2), cell("Outbound", span: 2),
        ]),
        .init(cells: [cell("2030"), cell("2031"), cell("2032"), cell("2033")]),
      ],
      rows: [.init(cells: [cell("A"), cell("1"), cell("2"), cell("3"), cell("4")])])
    let list = try layOut(table)
    func word(_ text: String) throws -> PlacedText {
      try #require(list.words(on: 2).first { $0.text == text })
    }
    let grid = TypeScale(theme: Theme(), language: "en").grid
    #expect(abs(try word("2030").y - (try word("Inbound").y) - grid) < 0.01)
    // A cell of two rows stands on the last of them.
    #expect(try word("Partner").y == (try word("2030").y))
    #expect(try word("Inbound").x < (try word("2031").x))
    #expect(try word("Outbound").x > (try word("2031").x))
    let cells = list.structure.filter { $0.role == .headerCell && $0.attributes.scope == .column }
    #expect(cells.map(\.attributes.columnSpan) == [1, 2, 2, 1, 1, 1, 1])
    #expect(cells.map(\.attributes.rowSpan) == [2, 1, 1, 1, 1, 1, 1])
  }

  @Test("A subtotal and a total stay with the row before them; a group with the row after it")
  func groups() throws {
    for filler in 0..<12 {
      let table = ledger(
        40, kind: { $0 % 8 == 0 ? .group : $0 % 8 == 7 ? .subtotal : $0 == 39 ? .total : .body })
      let list = try layOut(table, before: [Fixture.prose(240 + filler * 12)])
      for page in list.pages.indices {
        let items = list.words(on: page).filter { $0.text.hasPrefix("Item ") && $0.isOwned }
          .compactMap { Int($0.text.dropFirst(5)) }
        guard let first = items.first, let last = items.last else { continue }
        #expect(first % 8 != 7)
        #expect(last % 8 != 0 && (last % 8 != 6))
      }
    }
  }

  @Test("A page that begins within a group says which")
  func groupAgain() throws {
    let list = try layOut(ledger(90, kind: { $0 == 0 ? .group : .body }))
    let pages = list.pages.indices.filter { list.allText(page: $0).contains("HeadName") }
    #expect(pages.count > 1)
    for page in pages.dropFirst() {
      #expect(list.words(on: page).contains { $0.text == "Item 0\u{A0}(continued)" })
    }
  }

  @Test("Notes called in cells stand under the table")
  func notes() throws {
    var table = ledger(6, sums: false)
    table.rows[1].cells[0].content.append(
      .note(Note(anchor: "n1", number: 1, content: [.text("Said of one cell.")])))
    let list = try layOut(table, after: [Fixture.prose(300)])
    let note = try #require(list.words(on: 2).first { $0.text.contains("Said of one cell") })
    let last = try #require(list.words(on: 2).first { $0.text == "Item 5" })
    #expect(note.y > last.y && note.y < last.y + 30)
    #expect(list.structure.contains { $0.role == .note && $0.identifier == "n1" })
  }

  @Test(
    "A row that may break is parted between lines, two at least on each side; a whole one is not")
  func breakingRows() throws {
    let prose = (0..<60).map { "word\($0)" }.joined(separator: " ")
    for breaking in [TableBlock.Row.Breaking.anywhere, .whole] {
      let rows = (0..<24).map { _ in
        TableBlock.Row(cells: [cell("Name"), cell(prose)], breaking: breaking)
      }
      let table = TableBlock(
        anchor: "t", number: "1", caption: [.text("Prose")],
        columns: [.init(alignment: .leading, share: 1), .init(alignment: .leading, share: 2)],
        head: [.init(cells: [cell("A"), cell("B")])], rows: rows)
      let list = try layOut(table)
      let parted = list.structure.filter { node in
        node.role == .dataCell && Set(node.pages).count > 1
      }
      #expect(parted.isEmpty == (breaking == .whole))
      for node in parted {
        for page in Set(node.pages) {
          let lines = node.runs(on: page).flatMap { run in
            list.pages[page].runs[run].items.compactMap { item -> Double? in
              guard case .text(let text) = item else { return nil }
              return list.pages[page].glyphs[text.glyphs.lowerBound].y
            }
          }
          #expect(Set(lines).count >= 2)
        }
      }
      let text = list.pages.indices.map { list.text(.dataCell, page: $0) }.joined()
      #expect(text.split(separator: "word59").count >= 24)
    }
  }

  @Test("A table across the paper has turned pages, and the text goes on around it")
  func landscape() throws {
    var table = ledger(60)
    table.orientation = .landscape
    let prose = (0..<8).map { Fixture.prose(130, seed: $0) }
    let list = try layOut(table, before: [Fixture.prose(40)], after: prose)
    let turned = list.pages.indices.filter { list.pages[$0].size == Size.a4.turned }
    #expect(turned == [3, 4])
    #expect(list.words(on: 3).contains { $0.text == "Item 0" })
    // The page before it is full of the text that follows the table.
    let lowest = try #require(list.baselines(.paragraph, page: 2).last)
    #expect(lowest > Theme().top + Theme().height * 0.9)
    for page in list.pages {
      for glyph in page.glyphs {
        #expect(glyph.x >= 0 && glyph.x <= page.size.width && glyph.y <= page.size.height)
      }
    }
  }

  @Test("A table turns by itself only where its longest words do not fit")
  func automaticLandscape() throws {
    for (word, turns) in [("Internationalisation", true), ("In", false)] {
      let table = TableBlock(
        anchor: "t", number: nil, caption: [],
        columns: Array(repeating: .init(alignment: .leading), count: 8), head: [],
        rows: [.init(cells: (0..<8).map { _ in cell(word) })])
      let list = try layOut(table, before: [Fixture.prose(30)])
      #expect(list.pages.contains { $0.size == Size.a4.turned } == turns)
    }
  }

  @Test("Rows of too many or too few cells, spans beyond the columns and empty tables are set")
  func hostile() throws {
    let rows: [TableBlock.Row] = [
      .init(cells: []), .init(cells: (0..<9).map { cell("\($0)") }),
      .init(cells: [cell("wide", span: .max), cell("lost")]),
      .init(kind: .total, cells: [cell("", span: -3)], running: [[.text("1")], [], [.text("2")]]),
    ]
    let columns: [TableBlock.Column] = [.init(alignment: .decimal), .init(alignment: .leading)]
    for count in 0...2 {
      let table = TableBlock(
        anchor: "t", number: nil, caption: [], columns: Array(columns.prefix(count)),
        head: [.init(cells: [cell("deep", rows: .max), cell("x", span: 5)]), .init(cells: [])],
        rows: rows + rows)
      _ = try layOut(table)
    }
  }

  @Test("Rows of numbers stand on the grid of every page", arguments: ["en", "zh-Hans"])
  func rowsOnGrid(language: String) throws {
    let list = try layOut(ledger(120), language: language)
    let scale = TypeScale(theme: Theme(), language: language)
    for page in 2..<list.pages.count {
      for y in list.baselines(.dataCell, page: page) {
        let steps = (y - Theme().top - scale.drop) / scale.grid
        #expect(abs(steps - steps.rounded()) < 1e-6, "page \(page), y \(y)")
      }
    }
  }

  @Test(
    "Text after a table that broke over pages is back on the grid", arguments: ["en", "zh-Hans"])
  func grid(language: String) throws {
    var table = ledger(70)
    table.columns[1].alignment = .trailing
    let list = try layOut(table, after: [Fixture.prose(60)], language: language)
    let scale = TypeScale(theme: Theme(), language: language)
    for page in 3..<list.pages.count {
      for y in list.baselines(.paragraph, page: page) {
        let steps = (y - Theme().top - scale.drop) / scale.grid
        #expect(abs(steps - steps.rounded()) < 1e-6, "page \(page), y \(y)")
      }
    }
  }
}
