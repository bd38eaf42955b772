import DisplayList
import DocumentModel
import Testing

@testable import PageLayout

@Suite("The width of tables")
struct TableWidthTests {
  private func table(_ cells: [[String]]) -> TableBlock {
    TableBlock(
      anchor: "t", number: "1", caption: [.text("Inks of a press room that does not exist")],
      columns: [
        .init(alignment: .leading), .init(alignment: .centre), .init(alignment: .decimal),
        .init(alignment: .decimal),
      ],
      head: [.init(cells: ["Ink", "Parts", "Weight", "Price"].map { .init([.text($0)]) })],
      rows: cells.map { row in .init(cells: row.map { .init([.text($0)]) }) }, note: [])
  }

  /// Where the words of the table's cells stand, by their text.
  private func words(_ table: TableBlock) throws -> [PlacedText] {
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", [.table(table)])])).list
    return list.pages.indices.flatMap { list.words(on: $0) }.filter(\.isOwned)
  }

  private let narrow = [
    ["Lamp black", "one", "12.5", "8.40"], ["Prussian blue", "two", "3", "41.5"],
  ]

  @Test("Four columns stay in the text column while their natural widths fit")
  func stays() throws {
    let theme = Theme()
    // The margin at the binding is at the left of a right-hand page, and either is a little wider.
    let text = theme.textX + min(theme.inner, theme.outer)
    let narrow = try words(table(narrow))
    let name = try #require(narrow.first { $0.text.hasPrefix("Lamp") })
    #expect(name.x >= text - 0.1)
    let long = "A name that is longer than the text column has room for beside three others, by far"
    let wide = try words(table([[long, "one", "12.5", "8.40"], [long, "two", "3", "41.5"]]))
    let other = try #require(wide.first { $0.text.hasPrefix("A name") })
    #expect(other.x < text - 20)
  }

  @Test("A head is not broken within a word where columns beside it can give way")
  func heads() throws {
    let long = "A name of so many words that it takes all the room that there is in a row"
    var table = table([[long, long, "2008", "EXAMPLE-2008-001"], [long, long, "2010", "x"]])
    table.head = [
      .init(
        cells: ["Name", "Partners", "Established", "Approval number"].map {
          .init([.text($0)])
        })
    ]
    for column in 2...3 { table.columns[column].alignment = .leading }
    #expect(try words(table).contains { $0.text == "Established" })
  }

  @Test("All columns share what is left over: no gap is wider than the two beside it together")
  func shares() throws {
    let placed = try words(table(narrow))
    let row = try ["Lamp", "one", "12", "8"].map { start in
      try #require(placed.first { $0.text.hasPrefix(start) })
    }
    let gaps = zip(row, row.dropFirst()).map { $1.x - ($0.edges.last ?? $0.x) }
    #expect(gaps.allSatisfy { $0 > 5 })
    let longest = try #require(gaps.max())
    #expect(longest < gaps.reduce(0, +) / 2 + 10, "\(gaps)")
  }

  @Test("A head of one word and short entries stay whole while a long column can give way")
  func wholeHeads() throws {
    let long = "Exchanges and short stays for training in a land that does not exist at all"
    let heads = ["Name", "Direction", "Regions", "Date", "Persons"]
    let cells = [
      long, "Out", "Singapore, Denmark and many more lands", "Every year", "not reported",
    ]
    let column = TableBlock.Column(alignment: .leading)
    let table = TableBlock(
      anchor: "t", number: "1", caption: [.text("Stays")],
      columns: [TableBlock.Column](repeating: column, count: 5),
      head: [.init(cells: heads.map { .init([.text($0)]) })],
      rows: [.init(cells: cells.map { .init([.text($0)]) })], note: [])
    let placed = try words(table)
    for entry in ["Direction", "Persons", "Every year", "not reported"] {
      #expect(placed.contains { $0.text == entry }, "\(placed.map { $0.text })")
    }
  }
}
