import DocumentModel
import Records
import Testing

@testable import ReportComposition

@Suite struct BoxTests {
  private static func blocks(_ yaml: String, texts: [String: String] = [:]) -> [Block]? {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(yaml)
      """
    return Fixture.outline(sections).map {
      compose(
        outline: $0, language: "en", book: Fixture.book(), vocabulary: Fixture.vocabulary,
        files: ReportFiles(texts: texts)
      ).document.sections[0].blocks
    }
  }

  @Test func `a sentence is lifted out of the text, with its figures`() {
    let blocks = Self.blocks(
      "pull_quote: {text: {en: \"It has {{hubs.total|unit}}.\", zh: 有。}, source: {en: The head, zh: 校长}}"
    )
    guard case .pullQuote(let quote)? = blocks?.first else {
      Issue.record("no pull quote")
      return
    }
    #expect(quote.content.plainText == "It has 2\u{A0}hubs.")
    #expect(quote.source.plainText == "The head")
  }

  @Test func `a box holds prose whose headings are no sections`() {
    let blocks = Self.blocks(
      "box: {title: {en: A case, zh: 案例}, prose: case}",
      texts: ["text/case.en.md": "First.\n\n## Heading\n\nLast.", "text/case.zh.md": "一。"])
    guard case .box(let box)? = blocks?.first else {
      Issue.record("no box")
      return
    }
    #expect(box.title.plainText == "A case")
    #expect(box.blocks.count == 3)
    #expect(box.blocks[1] == .paragraph([.strong([.text("Heading")])]))
  }

  @Test func `a box may hold blocks of the outline`() {
    let blocks = Self.blocks("box: {title: Figures, blocks: [{key_figures: [hubs.total]}]}")
    guard case .box(let box)? = blocks?.first, case .keyFigures? = box.blocks.first else {
      Issue.record("no box of figures")
      return
    }
    #expect(box.blocks.count == 1)
  }

  @Test func `the texts and pictures of boxes are known to the outline`() {
    let outline = Fixture.outline(
      """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - box: {title: Case, prose: case}
            - box: {blocks: [{image: {file: a.png, alt: A, licence: own}}, {prose: other}]}
      """)
    #expect(outline?.textPaths.contains("text/case.en.md") == true)
    #expect(outline?.textPaths.contains("text/other.zh.md") == true)
    #expect(outline?.imagePaths == ["a.png"])
  }

  @Test(arguments: ["box: {title: A}", "box: {title: A, prose: b, blocks: [colophon]}"])
  func `a box has prose or blocks`(_ yaml: String) {
    let text = Fixture.yaml(
      """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(yaml)
      """)
    #expect(ReportOutline.parse(text, file: "report.yaml").problems.map(\.code) == ["bad-box"])
  }

  private static func first(_ text: String) -> Block? {
    Fixture.compose(text)?.document.sections.first?.blocks.first
  }

  @Test func `a quotation that says so is a box or a pull quote`() {
    guard case .box(let box)? = Self.first("> [!box] What a *place* is\n>\n> One.\n>\n> Two.")
    else {
      Issue.record("no box")
      return
    }
    #expect(box.title.plainText == "What a place is")
    #expect(box.blocks.count == 2)
    guard case .box(let joined)? = Self.first("> [!BOX] Title\n> Text of it.") else {
      Issue.record("no box")
      return
    }
    #expect(joined.blocks == [.paragraph([.text("Text of it.")])])
    let quote = Self.first("> [!quote]\n> It has {{hubs.total|words}}.\n>\n> — The head, 2031")
    guard case .pullQuote(let lifted)? = quote else {
      Issue.record("no pull quote")
      return
    }
    #expect(lifted.content.plainText == "It has two.")
    #expect(lifted.source.plainText == "The head, 2031")
  }

  @Test func `other quotations stay what they are`() {
    guard case .quotation(let blocks)? = Self.first("> [box] is a word.") else {
      Issue.record("no quotation")
      return
    }
    #expect(blocks == [.paragraph([.text("[box] is a word.")])])
  }
}
