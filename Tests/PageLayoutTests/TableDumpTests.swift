import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("What stands where on the pages of a table")
struct TableDumpTests {
  private func cell(_ text: String, span: Int = 1, rows: Int = 1) -> TableBlock.Cell {
    .init(text.isEmpty ? [] : [.text(text)], span: span, rows: rows)
  }

  private var table: TableBlock {
    var rows: [TableBlock.Row] = []
    var sum = 0
    for group in ["North", "South"] {
      rows.append(.init(kind: .group, cells: [cell(group, span: 3)]))
      var part = 0
      for index in 1...16 {
        sum += index
        part += index
        rows.append(
          .init(
            cells: [cell("\(group) \(index)"), cell("at least \(index)"), cell("\(index).5")],
            running: [[], [.text("\(sum)")], []]))
      }
      rows.append(
        .init(kind: .subtotal, cells: [cell("\(group) in all"), cell("\(part)"), cell("")]))
    }
    rows.append(.init(kind: .total, cells: [cell("All"), cell("\(sum)"), cell("")]))
    return TableBlock(
      anchor: "t", number: "7", caption: [.text("Two regions that do not exist")],
      columns: [
        .init(alignment: .leading), .init(alignment: .decimal), .init(alignment: .decimal),
      ],
      head: [
        .init(cells: [cell("Place", rows: 2), cell("Of the year", span: 2)]),
        .init(cells: [cell("Heads"), cell("Weeks")]),
      ],
      rows: rows, note: [.text("Nothing of this is true.")])
  }

  /// A page as lines of text, each with its baseline in grid steps from the text's top; what is
  /// decoration stands in brackets.
  private func dump(_ list: DisplayList, page: Int, theme: Theme) -> [String] {
    let scale = TypeScale(theme: theme, language: "en")
    var lines: [(y: Double, text: String)] = []
    for word in list.words(on: page).sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      let text = word.isOwned ? word.text : "[\(word.text)]"
      if let last = lines.last, abs(last.y - word.y) < 0.5 {
        lines[lines.count - 1].text += " | " + text
      } else {
        lines.append((word.y, text))
      }
    }
    return lines.map { line in
      let step = Int(((line.y - theme.top) / scale.grid).rounded(.down))
      return "\(step) \(line.text)"
    }
  }

  @Test("The page on which a table goes on, as text")
  func continued() throws {
    let theme = try Theme.named("brochure")
    let document = Fixture.document([Fixture.chapter("a", [.table(table)])])
    let list = try Fixture.layOut(document, theme: theme).list
    #expect(list.pages.count == 3)
    #expect(
      dump(list, page: 1, theme: theme) == [
        "13 Chapter a", "15 Table\u{A0}7 Two regions that do not exist",
        "16 Of the year", "17 Place | Heads | Weeks", "18 North",
        "19 North 1 | at least 1 | 1.5",
        "20 North 2 | at least 2 | 2.5",
        "21 North 3 | at least 3 | 3.5",
        "22 North 4 | at least 4 | 4.5",
        "23 North 5 | at least 5 | 5.5",
        "24 North 6 | at least 6 | 6.5",
        "25 North 7 | at least 7 | 7.5",
        "26 North 8 | at least 8 | 8.5",
        "27 North 9 | at least 9 | 9.5",
        "28 North 10 | at least 10 | 10.5",
        "29 North 11 | at least 11 | 11.5",
        "30 North 12 | at least 12 | 12.5",
        "31 North 13 | at least 13 | 13.5",
        "32 North 14 | at least 14 | 14.5",
        "33 [Carried forward] | [105]", "37 [2]",
      ])
    #expect(
      dump(list, page: 2, theme: theme) == [
        "0 [Table\u{A0}7\u{A0}(continued)]", "1 [Of the year]", "2 [Place] | [Heads] | [Weeks]",
        "3 [North\u{A0}(continued)]", "4 [Brought forward] | [105]",
        "5 North 15 | at least 15 | 15.5", "6 North 16 | at least 16 | 16.5",
        "7 North in all | 136", "8 South",
        "9 South 1 | at least 1 | 1.5",
        "10 South 2 | at least 2 | 2.5",
        "11 South 3 | at least 3 | 3.5",
        "12 South 4 | at least 4 | 4.5",
        "13 South 5 | at least 5 | 5.5",
        "14 South 6 | at least 6 | 6.5",
        "15 South 7 | at least 7 | 7.5",
        "16 South 8 | at least 8 | 8.5",
        "17 South 9 | at least 9 | 9.5",
        "18 South 10 | at least 10 | 10.5",
        "19 South 11 | at least 11 | 11.5",
        "20 South 12 | at least 12 | 12.5",
        "21 South 13 | at least 13 | 13.5",
        "22 South 14 | at least 14 | 14.5",
        "23 South 15 | at least 15 | 15.5",
        "24 South 16 | at least 16 | 16.5",
        "25 South in all | 136", "26 All | 272", "27 Nothing of this is true.", "37 [3]",
      ])
  }
}
