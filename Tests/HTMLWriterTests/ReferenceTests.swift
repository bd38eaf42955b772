import DocumentModel
import Testing

@testable import HTMLWriter

@Suite("References, indexes and end notes on the web")
struct ReferenceTests {
  @Test("An index links each name to the numbered tables and sections that print it")
  func index() throws {
    let value = Inline.value(ValueReference(name: "p.name", text: "Partner"))
    let table = TableBlock(
      anchor: "t", number: "3", caption: [.text("Caption")], columns: [.init(alignment: .leading)],
      head: [], rows: [.init(cells: [.init([value])])])
    let html = try page(of: [
      .paragraph([value]), .table(table),
      .index(
        IndexBlock(
          groups: [
            .init(
              letter: "P",
              entries: [
                .init(key: "p", name: "Partner"), .init(key: "p", name: "PP", see: "Partner"),
              ])
          ], mentions: ["p.name": ["p"]])),
    ])
    #expect(html.contains("<p class=\"index-letter\">P</p>"))
    #expect(html.contains("<a class=\"reference\" href=\"#t\">Table\u{A0}3</a>"))
    #expect(html.contains("PP <span class=\"see\">see</span> Partner"))
  }

  @Test("A list of tables is links, and end notes stand in their block with links back")
  func lists() throws {
    let note = Note(anchor: "n", number: 1, content: [.text("Said.")], placement: .end)
    let html = try page(of: [
      .paragraph([.text("Called"), .note(note)]),
      .table(
        TableBlock(
          anchor: "t", number: "1", caption: [.text("Caption")],
          columns: [.init(alignment: .leading)], head: [],
          rows: [.init(cells: [.init([.text("x")])])])),
      .captionList(
        CaptionList(
          kind: .tables, entries: [.init(anchor: "t", number: "1", title: [.text("Caption")])])),
      .endNotes,
    ])
    #expect(
      html.contains(
        "<a href=\"#t\"><span class=\"label\">Table\u{A0}1</span> <span>Caption</span></a>"))
    #expect(html.contains("<div class=\"end-notes\">"))
    #expect(html.contains("<li id=\"n\" value=\"1\">Said."))
  }
}
