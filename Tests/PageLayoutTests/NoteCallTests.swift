import DisplayList
import DocumentModel
import Fonts
import Testing
import Typesetting

@testable import PageLayout

@Suite("Marks that call notes")
struct NoteCallTests {
  private func session() throws -> LayoutSession {
    let document = Fixture.document([])
    return LayoutSession(
      document: document, theme: Theme(),
      typesetter: Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder)),
      options: .init(), cache: ParagraphCache(), anchors: try AnchorTable(document), known: [:])
  }

  @Test(
    "Faces that have superior figures use them", arguments: ["Source Serif Pro", "Source Sans Pro"])
  func superiors(family: String) throws {
    let style = TextStyle(family: family, size: 10, features: ["onum"])
    let mark = try session().callStyle(style)
    #expect(mark.features == ["sups"])
    #expect(mark.size == 10 && mark.rise == 0)
  }

  @Test("Faces that have none get small figures, raised")
  func raised() throws {
    let mark = try session().callStyle(TextStyle(family: "STIX Two Text", slant: .italic, size: 10))
    if mark.features != ["sups"] {
      #expect(mark.size == 6.5 && mark.rise > 3)
    }
    let han = try session().callStyle(TextStyle(family: "Annals Serif SC", size: 10))
    #expect(han.features == ["lnum"])
    #expect(han.size == 6.5 && han.rise > 3)
  }

  @Test("A call in a column of numbers does not move its number")
  func inTable() throws {
    let note = Inline.note(Note(anchor: "note-1", number: 1, content: [.text("Counted anew.")]))
    let rows: [[[Inline]]] = [
      [[.text("Events")], [.text("120"), note]], [[.text("Visits")], [.text("345")]],
    ]
    let table = TableBlock(
      anchor: "t", number: "1", caption: [.text("Figures")],
      columns: [.init(alignment: .leading), .init(alignment: .decimal)], head: [],
      rows: rows.map { TableBlock.Row(cells: $0.map { TableBlock.Cell($0) }) })
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.table(table)])])
    ).list
    #expect(list.problems() == [])
    let words = list.words(on: 2)
    let called = try #require(words.first { $0.text.hasPrefix("120") })
    let plain = try #require(words.first { $0.text == "345" })
    #expect(abs(called.edges[3] - plain.edges[3]) < 0.05)
    #expect(abs(called.y - plain.y - -13.5) < 0.05)
  }
}
