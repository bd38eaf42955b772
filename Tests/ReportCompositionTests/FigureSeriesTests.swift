import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct FigureSeriesTests {
  /// Learners of an invented institute over three years, split by direction.
  private static func figure(
    _ value: Quantity? = Quantity(18), previous: Quantity? = Quantity(12)
  ) -> Figure {
    Figure(
      id: "learners.all", names: ["en": "Learners", "zh": "学员"],
      definitions: ["en": "Those who learn.", "zh": "学员数。"],
      units: ["en": "learner|learners", "zh": "人"], kind: .flow, value: value, recordCount: 3,
      target: Quantity(20),
      series: [
        SeriesPoint(period: "2029", value: Quantity(11), published: Quantity(10)),
        SeriesPoint(period: "2030", value: previous),
        SeriesPoint(period: "2031", value: value),
      ],
      breakdowns: [
        Breakdown(
          field: "direction", names: ["en": "direction", "zh": "方向"], overlaps: false,
          parts: [
            .init(key: "inbound", names: ["en": "inbound", "zh": "来校"], value: Quantity(15)),
            .init(
              key: "outbound", names: ["en": "outbound", "zh": "出境"], value: nil,
              isSuppressed: true),
            .init(key: nil, names: [:], value: Quantity(3)),
          ])
      ], sql: "", place: Fixture.place)
  }

  private static func words(_ text: String, _ figure: Figure, language: String = "en") -> String? {
    let book = LedgerBook(
      figures: [figure], records: [], period: "2031", cutOff: "2031-12-31")
    guard
      case .paragraph(let inlines)? = Fixture.compose(text, language: language, book: book)?
        .document.sections.first?.blocks.first
    else { return nil }
    return inlines.plainText
  }

  @Test(arguments: [
    ("{{learners.all.2030|unit}}", "en", "12\u{A0}learners"),
    ("{{learners.all.previous|words}}", "zh", "十二"),
    ("{{learners.all.target}}", "en", "20"),
    ("{{learners.all.change}}", "en", "+50%"),
    ("{{learners.all.2025}}", "en", "not reported"),
    ("{{learners.all.by.direction.inbound}}", "en", "15"),
    ("{{learners.all.by.direction.outbound}}", "en", "not shown"),
    ("{{learners.all.by.direction.sideways}}", "en", "0"),
  ])
  func `a name may lead into a figure`(_ text: String, _ language: String, _ words: String) {
    #expect(Self.words(text, Self.figure(), language: language) == words)
  }

  @Test func `a change from zero is new, and a bound is not compared`() {
    let change = "{{learners.all.change}}"
    #expect(Self.words(change, Self.figure(previous: Quantity(0))) == "new")
    #expect(Self.words(change, Self.figure(Quantity(50, .atLeast))) == "not comparable")
    #expect(Self.words(change, Self.figure(Quantity(9))) == "\u{2212}25%")
    #expect(Self.words(change, Self.figure(Quantity(12))) == "unchanged")
    #expect(Self.words(change, Self.figure(previous: nil)) == "not reported")
  }

  private static func table(
    _ block: String, language: String = "en"
  ) -> (rows: [[String]], codes: [String])? {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(block)
      """
    guard let outline = Fixture.outline(sections) else { return nil }
    let book = LedgerBook(
      figures: [figure()], records: [], period: "2031", cutOff: "2031-12-31")
    let composition = compose(
      outline: outline, language: language, book: book, vocabulary: Fixture.vocabulary,
      files: ReportFiles())
    guard case .table(let table)? = composition.document.sections.first?.blocks.first else {
      return ([], composition.problems.map(\.code))
    }
    let rows = (table.head + table.rows).map { $0.cells.map(\.content.plainText) }
    return (rows, composition.problems.map(\.code))
  }

  @Test func `a unit that all rows share stands once, over the years`() {
    let table = Self.table("figure_table: {of: learners.all, years: 3}")
    #expect(
      table?.rows == [
        ["Indicator", "Learners"], ["2029", "2030", "2031"], ["Learners", "11", "12", "18"],
      ])
    let single = Self.table("figure_table: {of: learners.all, years: 1}")
    #expect(single?.rows.first == ["Indicator", "Unit", "2031"])
  }

  @Test func `a table of years notes what was published beneath what is known today`() {
    let outline = Fixture.outline(
      """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - figure_table: {of: learners.all, years: 3}
      """)
    let book = LedgerBook(
      figures: [Self.figure()], records: [], period: "2031", cutOff: "2031-12-31")
    let composition = outline.map {
      compose(
        outline: $0, language: "en", book: book, vocabulary: Fixture.vocabulary,
        files: ReportFiles())
    }
    guard case .table(let table)? = composition?.document.sections.first?.blocks.first,
      case .note(let note)? = table.rows.first?.cells[1].content.last
    else {
      Issue.record("no note")
      return
    }
    #expect(note.content.plainText == "Published for 2029: 10.")
    #expect(table.columns.map(\.alignment) == [.leading, .decimal, .decimal, .decimal])
  }

  @Test
  func
    `the total of a breakdown is the figure itself, and sums of what is kept back are not shown`()
  {
    let table = Self.table("breakdown: {of: learners.all, by: direction, total: true}")
    #expect(table?.rows.last == ["Total", "18"])
    let grouped = Self.table("breakdown: {of: learners.all, by: direction, group_by: region}")
    #expect(grouped?.codes == ["bad-group"])
  }

  @Test func `a breakdown names every part, also what is kept back or not reported`() {
    let table = Self.table("breakdown: {of: learners.all, by: direction}", language: "zh")
    #expect(
      table?.rows == [["方向", "数量（人）"], ["来校", "15"], ["出境", "不予公布"], ["未报告", "3"]])
  }

  @Test func `a breakdown that the indicator does not have is told with those it has`() {
    #expect(
      Self.table("breakdown: {of: learners.all, by: directoin}")?.codes == ["unknown-breakdown"])
  }

  @Test func `the annex defines the indicators that are printed, and no others`() {
    let sections =
      Fixture.proseSection + """

          - anchor: annex
            title: {en: Annex, zh: 附录}
            blocks:
              - definitions
        """
    let composition = Fixture.outline(sections).map {
      compose(
        outline: $0, language: "en", book: Fixture.book(), vocabulary: Fixture.vocabulary,
        files: ReportFiles(texts: [
          "text/one.en.md": "It has {{hubs.total|unit}}.", "text/one.zh.md": "共{{centres.total}}个。",
        ]))
    }
    guard case .definitions(let list)? = composition?.document.sections.last?.blocks.first else {
      Issue.record("no definitions")
      return
    }
    #expect(list.map(\.anchor) == ["figure-centres.total", "figure-hubs.total"])
  }
}
