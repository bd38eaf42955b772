import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("Charts and sentences of the outline")
struct ChartBlockTests {
  /// A made-up figure over five years, split into places.
  static func figure(
    _ id: String, _ numbers: [Double] = [12, 15, 11, 14, 18], unit: String = "learner|learners",
    precision: Quantity.Precision = .exact
  ) -> Figure {
    let parts = [
      ("NL", "Northland", "北地", 9.0), ("SL", "Southland", "南地", 6), ("WL", "Westland", "西地", 3),
    ]
    return Figure(
      id: id, names: ["en": "Learners of \(id)", "zh": "学员"],
      definitions: ["en": "Those who learn.", "zh": "学员数。"], units: ["en": unit, "zh": "人"],
      kind: .flow, value: Quantity(numbers.last ?? 0, precision), recordCount: 3,
      series: numbers.enumerated().map { index, number in
        SeriesPoint(period: "\(2027 + index)", value: Quantity(number, precision))
      },
      breakdowns: [
        Breakdown(
          field: "place", names: ["en": "place", "zh": "地点"], overlaps: false,
          parts: parts.map {
            .init(key: $0.0, names: ["en": $0.1, "zh": $0.2], value: Quantity($0.3, precision))
          })
      ], sql: "", place: Fixture.place)
  }

  static func blocks(
    _ block: String, language: String = "en", figures: [Figure] = [figure("a")]
  ) -> (blocks: [Block], problems: [Diagnostic], values: [ValueReference])? {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(block)
      """
    let parsed = ReportOutline.parse(Fixture.yaml(sections), file: "report.yaml")
    guard let outline = parsed.outline else { return nil }
    let book = LedgerBook(figures: figures, records: [], period: "2031", cutOff: "2031-12-31")
    let made = ReportComposition.compose(
      outline: outline, language: language, book: book, vocabulary: Fixture.vocabulary,
      files: ReportFiles(texts: [:]))
    return (
      made.document.sections.first?.blocks ?? [], parsed.problems + made.problems, made.values
    )
  }

  static func chart(
    _ block: String, language: String = "en", figures: [Figure] = [figure("a")]
  ) -> (chart: Chart, picture: Illustration)? {
    guard let made = blocks(block, language: language, figures: figures),
      case .illustration(let picture)? = made.blocks.first,
      case .chart(let chart) = picture.content
    else { return nil }
    return (chart, picture)
  }

  @Test(
    "The data asks for a form",
    arguments: [
      ("chart: {figure: a}", Chart.Form.column), ("chart: {figure: a, by: place}", .waffle),
      ("chart: {figures: [a, b]}", .line), ("chart: {figures: [a, b, c, d, e]}", .multiples),
      ("chart: {figures: [a, b], by: place}", .stacked),
      ("chart: {figures: [x.inbound, x.outbound], by: place}", .sankey),
      ("chart: {figure: a, by: place, form: lollipop}", .lollipop),
      ("breakdown: {of: a, by: place, chart: auto}", .waffle),
      ("figure_table: {of: [a], chart: line}", .line),
    ])
  func form(block: String, form: Chart.Form) throws {
    let ids = ["a", "b", "c", "d", "e", "x.inbound", "x.outbound"]
    let made = try #require(Self.chart(block, figures: ids.map { Self.figure($0) }))
    #expect(made.chart.form == form)
    #expect(made.chart.fault == nil)
  }

  @Test("A chart without a title says what its data says, in each language")
  func title() throws {
    let english = try #require(Self.chart("chart: {figure: a}"))
    #expect(
      english.picture.caption.plainText
        == "Learners of a rose from 12 in 2027 to 18 in 2031, up 50%")
    #expect(english.chart.subtitle == "Learners of a, 2027–2031")
    #expect(english.chart.marked == 4)
    #expect(
      english.picture.alternative.hasPrefix(
        "Column chart, Learners of a rose from 12 in 2027 to 18 in 2031, up 50%, "))
    #expect(english.picture.alternative.hasSuffix("2030: 14; 2031: 18."))
    let chinese = try #require(Self.chart("chart: {figure: a}", language: "zh"))
    #expect(chinese.picture.caption.plainText == "学员从2027年的12人增至2031年的18人，增长50%")
    let parts = try #require(Self.chart("chart: {figure: a, by: place, form: bar}"))
    #expect(
      parts.picture.caption.plainText
        == "Northland comes first with 9\u{A0}learners, then Southland with 6 and Westland with 3")
    #expect(parts.chart.marked == 0)
  }

  @Test("Every value of a chart is bound to its figure")
  func bound() throws {
    let made = try #require(Self.chart("chart: {figure: a}"))
    #expect(
      made.chart.series[0].values.map(\.reference.name)
        == ["a.2027", "a.2028", "a.2029", "a.2030", "a.2031"])
    let all = try #require(Self.blocks("chart: {figure: a, by: place}"))
    #expect(all.values.contains { $0.name == "a.by.place.NL" })
  }

  @Test("Precision is kept in words and in signs")
  func precision() throws {
    let figure = Self.figure("a", precision: .atLeast)
    let made = try #require(Self.chart("chart: {figure: a}", figures: [figure]))
    #expect(made.chart.series[0].values[0].text == "at least 12")
    #expect(made.chart.series[0].values[0].short == "≥12")
    #expect(
      made.picture.caption.plainText == "Learners of a: at least 12 in 2027, at least 18 in 2031")
  }

  @Test("Provisional years, breaks and remarks are found by their years")
  func marks() throws {
    let made = try #require(
      Self.chart(
        "chart: {figure: a, provisional: ['2031'], breaks: {'2029': {en: new, zh: 新}}, "
          + "annotations: {'2028': {en: peak, zh: 高}}}"))
    #expect(made.chart.series[0].values.map(\.isProvisional) == [false, false, false, false, true])
    #expect(made.chart.breaks == [Chart.Break(before: 2, text: "new")])
    #expect(made.chart.annotations == [Chart.Annotation(category: 1, text: "peak")])
    #expect(made.chart.source.plainText.contains("provisional"))
  }

  @Test(
    "What cannot be drawn is an error with its place",
    arguments: [
      ("chart: {figure: a, form: pie}", "unknown-word"), ("chart: {figure: z}", "unknown-figure"),
      ("chart: {figure: a, by: colour}", "unknown-breakdown"),
      ("chart: {figures: [a, q], form: line}", "mixed-units"),
      ("chart: {figures: [a, b], by: place, form: waffle}", "bad-chart"),
      ("chart: {figure: n}", "bad-chart"), ("chart: {by: place}", "missing-key"),
    ])
  func faults(block: String, code: String) throws {
    let figures = [
      Self.figure("a"), Self.figure("b"), Self.figure("q", unit: "day|days"),
      Self.figure("n", [3, -4]),
    ]
    let made = try #require(Self.blocks(block, figures: figures))
    #expect(made.problems.contains { $0.code == code && $0.place != nil })
  }

  @Test(
    "Sentences say changes, ranks, shares and firsts",
    arguments: [
      ("change", "en", "Learners of a rose from 14 in 2030 to 18 in 2031, up 29%."),
      ("change", "zh", "学员从2030年的14人增至2031年的18人，增长29%。"),
      ("rank", "zh", "北地居首，9人；其次为南地（6人）和西地（3人）。"),
      ("share", "en", "Northland made up 50% of all learners of a (9 of 18)."),
      ("share", "zh", "北地占学员的50%（9人，共18人）。"),
      (
        "first", "en", "Learners of a stood at 18 in 2031, the highest of the five years on record."
      ),
      ("first", "zh", "学员2031年为18人，为有记录的五年中最高。"),
    ])
  func sentences(saying: String, language: String, words: String) throws {
    let made = try #require(
      Self.blocks("sentences: {of: a, by: place, say: [\(saying)]}", language: language))
    guard case .paragraph(let inlines)? = made.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.plainText == words)
    #expect(!inlines.boundValues.isEmpty)
    #expect(inlines.boundValues.allSatisfy { $0.name.hasPrefix("a") })
  }

  @Test("Values that are not exact are neither ranked nor compared")
  func unsaid() throws {
    let figure = Self.figure("a", precision: .about)
    let made = try #require(
      Self.blocks("sentences: {of: a, by: place, say: [rank, share, first]}", figures: [figure]))
    guard case .remark? = made.blocks.first else {
      Issue.record("something was said")
      return
    }
  }

  @Test("A fence holds any form and several series")
  func fence() throws {
    let text = """
      ```chart
      kind: grouped
      id: c
      labels: [A, B]
      series:
        - {name: One, values: [1, 2]}
        - {name: Two, values: [3, "-"]}
      ```
      """
    guard
      case .illustration(let picture)? = Fixture.compose(text)?.document.sections.first?.blocks
        .first, case .chart(let chart) = picture.content
    else {
      Issue.record("no chart")
      return
    }
    #expect(chart.form == .grouped)
    #expect(chart.series.map(\.name) == ["One", "Two"])
    #expect(chart.series[1].values[1].number == nil)
    #expect(Fixture.codes("```chart\nkind: pie\nlabels: [A]\nvalues: [1]\n```") == ["bad-chart"])
    #expect(Fixture.codes("```chart\nlabels: [A]\nvalues: [-1]\n```") == ["bad-chart"])
  }

  @Test("What flows in and out has the colours of its place among the figures")
  func colours() throws {
    let ids = ["x.outbound", "x.inbound"]
    let made = try #require(
      Self.chart(
        "chart: {figures: [x.outbound, x.inbound], by: place}",
        figures: ids.map { Self.figure($0) }))
    #expect(made.chart.form == .sankey)
    #expect(made.chart.series.map(\.colour) == [1, 0])
  }
}
