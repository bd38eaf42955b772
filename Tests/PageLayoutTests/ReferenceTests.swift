import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Typesetting

@testable import PageLayout

@Suite("References to sections, tables and pages")
struct ReferenceTests {
  private func document(_ language: String, _ inlines: [Inline]) -> ReportDocument {
    let table = TableBlock(
      anchor: "t", number: "4", caption: [.text("Caption")], columns: [.init(alignment: .leading)],
      head: [], rows: [.init(cells: [.init([.text("Cell")])])])
    let inner = Section(
      anchor: "inner", number: "2.1", title: [.text("Inner")], blocks: [.table(table)])
    var annex = Fixture.chapter("annex", [Fixture.prose(9)], number: "A")
    annex.role = .annex
    var document = Fixture.document(
      [
        Fixture.chapter("one", [.paragraph(inlines)], number: "1"),
        Fixture.chapter("two", [Fixture.prose(9)], number: "2", inner: [inner]), annex,
      ], language: language)
    if language != "en" {
      document.words.references = ReferenceWords(
        chapter: .init("第", "章"), section: .init("第", "节"), annex: .init("附录"))
    }
    return document
  }

  private let forms: [Inline] = [
    .reference(anchor: "two", .number), .text(" | "), .reference(anchor: "two", .page),
    .text(" | "), .reference(anchor: "inner", .number), .text(" | "),
    .reference(anchor: "annex", .number), .text(" | "), .reference(anchor: "t", .number),
    .text(" | "), .reference(anchor: "t", .page), .text(" | "),
    .reference(anchor: "two", .title),
  ]

  @Test("Number, page and title of a section, an annex and a table are printed with their words")
  func english() throws {
    let laidOut = try Fixture.layOut(document("en", forms))
    let text = laidOut.list.allText(page: 2).replacing("\u{A0}", with: " ")
    #expect(
      text.contains(
        "section 2 | page 4 | section 2.1 | annex A | Table 4 | page 4 | Chapter two"), "\(text)")
    #expect(laidOut.warnings.isEmpty)
  }

  @Test("In Chinese the words stand around the number")
  func chinese() throws {
    let laidOut = try Fixture.layOut(document("zh-Hans", forms))
    let text = laidOut.list.allText(page: 2).replacing("\u{A0}", with: "")
    #expect(text.contains("第2章 | 第4页 | 第2.1节 | 附录A | 表4 | 第4页"), "\(text)")
  }

  @Test("A reference that moves what it names at every round is told with both its pages")
  func oscillation() throws {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    var theme = Theme()
    theme.columns = .single
    theme.openerDepth = 0
    // With "page 9" the last remark is too short for a page of its own, so that the section before it
    // moves to page 10; with "page 10" it is a line longer, and the section moves back.
    let words = "The section that moves stands on "
    let style = TypeScale(theme: theme, language: "en").style(.small)
    func width(_ page: String) throws -> Double {
      try typesetter.width(of: StyledText([.init(words + "page " + page, style)]))
    }
    let measure = (try width("9") + width("10")) / 2 + 9
    theme.outer = theme.page.width - theme.inner - measure
    var remark = [Inline](repeating: .lineBreak, count: 12).flatMap { [.text("A line."), $0] }
    remark += [.text(words), .reference(anchor: "end", .page)]
    var found: LayoutWarning?
    for lines in 20...44 where found == nil {
      let short = (1...6).map { Fixture.chapter("s\($0)", [Fixture.prose(4)]) }
      let whole = BoxBlock(title: [], blocks: (0..<8).map { _ in .paragraph([.text("A line.")]) })
      let moving = Fixture.chapter(
        "m", (0..<lines).map { _ in .paragraph([.text("A line.")]) },
        inner: [
          Section(
            anchor: "end", number: nil, title: [.text("End")],
            blocks: [.box(whole), .remark(remark)])
        ])
      let laidOut = try layOut(
        Fixture.document(short + [moving]), theme: theme, typesetter: typesetter)
      found = laidOut.warnings.first { $0.kind == .unsettledReference }
    }
    let warning = try #require(found)
    #expect(warning.message.contains("the reference to \"end\" prints page "))
    #expect(warning.message.contains("page 9 ") || warning.message.contains("print 9:"))
    #expect(warning.message.contains("page 10 ") || warning.message.contains("print 10:"))
    #expect(warning.message.contains("5 rounds"))
  }
}
