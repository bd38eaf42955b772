import DocumentModel
import Testing

@testable import HTMLWriter

@Suite("Tables on the web")
struct TableTests {
  private func cell(_ text: String, span: Int = 1, rows: Int = 1) -> TableBlock.Cell {
    .init([.text(text)], span: span, rows: rows)
  }

  private func html(_ blocks: [Block]) throws -> String {
    var document = Sample.english
    document.sections = [
      Section(anchor: "s", number: nil, title: [.text("S")], role: .chapter, blocks: blocks)
    ]
    return page("en/index.html", of: try webEdition(of: [document], settings: .init()))
  }

  @Test("Numbers of a decimal column keep room for the longest tail of their column")
  func decimals() throws {
    let table = TableBlock(
      anchor: "t", number: nil, caption: [],
      columns: [.init(alignment: .leading), .init(alignment: .decimal)], head: [],
      rows: ["at least 50", "7.5", "1,200.25", "not reported"].map {
        .init(cells: [cell("Row"), cell($0)])
      })
    let html = try html([.table(table)])
    #expect(
      try matches("data-room=\"([^\"]*)\"", in: html) == [".25", "5"])
  }

  @Test("A head of two levels spans columns and rows")
  func head() throws {
    let table = TableBlock(
      anchor: "t", number: nil, caption: [],
      columns: Array(repeating: .init(alignment: .decimal), count: 3),
      head: [
        .init(cells: [cell("Name", rows: 2), cell("Both", span: 2)]),
        .init(cells: [cell("One"), cell("Two")]),
      ],
      rows: [.init(kind: .subtotal, cells: [cell("A"), cell("1"), cell("2")])])
    let html = try html([.table(table)])
    #expect(html.contains("scope=\"col\" rowspan=\"2\""))
    #expect(html.contains("scope=\"colgroup\" colspan=\"2\""))
    #expect(html.contains("<tr class=\"subtotal\">"))
  }

  @Test("A box and a sentence lifted out have elements of their own")
  func boxes() throws {
    let html = try html([
      .pullQuote(.init(content: [.text("Lifted.")], source: [.text("Nobody")])),
      .box(.init(title: [.text("Method")], blocks: [.paragraph([.text("Counted.")])])),
    ])
    #expect(html.contains("<blockquote class=\"pull\"><p>Lifted.</p>"))
    #expect(html.contains("<p class=\"box-title\">Method</p>"))
  }
}
