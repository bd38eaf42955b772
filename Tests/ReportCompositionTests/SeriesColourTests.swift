import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("Colours of series")
struct SeriesColourTests {
  private func colours(_ blocks: [String]) throws -> [String: Int] {
    let outline = try #require(
      Fixture.outline(
        "  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks:\n"
          + blocks.map { "      - \($0)\n" }.joined()))
    return outline.seriesColours
  }

  @Test("A figure has one colour in all charts, whatever its place in them")
  func same() throws {
    let colours = try colours([
      "chart: {figures: [in, out], form: slope, anchor: x}",
      "chart: {figures: [out, in], by: place, form: diverging, anchor: y}",
      "chart: {figures: [out, staff], form: line, anchor: z}",
    ])
    #expect(colours == ["in": 0, "out": 1, "staff": 0])
  }

  @Test("Charts of one figure, and forms without colours, ask for none")
  func none() throws {
    let found = try colours([
      "chart: {figure: a}", "chart: {figures: [b, c], form: multiples}",
      "chart: {figures: [d, e], form: heat, by: place}",
    ])
    #expect(found.isEmpty)
  }

  @Test("The chart's series bear the colours")
  func series() throws {
    let figures = ["a", "b"].map { ChartBlockTests.figure($0) }
    let chart = try #require(
      ChartBlockTests.chart("chart: {figures: [b, a], form: line}", figures: figures)?.chart)
    #expect(chart.series.map(\.colour) == [0, 1])
  }

  @Test("Of a first and a last year, the last is the accent")
  func ends() throws {
    let figures = ["a", "b"].map { ChartBlockTests.figure($0) }
    let chart = try #require(
      ChartBlockTests.chart("chart: {figures: [a, b], form: dots}", figures: figures)?.chart)
    #expect(chart.accent == 1)
  }

  @Test(
    "A map is as wide as it is asked to be, across the side column where it is wider than text",
    arguments: [
      ("text", Placement.Span.column), ("wide", .page), ("page", .page),
    ])
  func width(word: String, span: Placement.Span) throws {
    let outline = try #require(
      Fixture.outline(
        "  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks:\n"
          + "      - map: {of: [partner], width: \(word)}\n"))
    let block = try #require(outline.sections.first?.blocks.first)
    guard case .map(let map) = block.content else {
      Issue.record("there is no map")
      return
    }
    #expect(map.width.rawValue == word)
    #expect(block.placement?.span == span)
  }

  @Test("Parts have the colours of their keys, in whichever order a chart has them")
  func parts() throws {
    func figure(_ id: String, _ keys: [String]) -> Figure {
      var figure = ChartBlockTests.figure(id)
      figure.breakdowns = [
        Breakdown(
          field: "place", names: [:], overlaps: false,
          parts: keys.enumerated().map {
            .init(key: $1, names: [:], value: Quantity(Double(9 - $0)))
          })
      ]
      return figure
    }
    let outline = try #require(
      Fixture.outline(
        """
          - anchor: a
            title: {en: A, zh: 甲}
            blocks:
              - chart: {figure: a, by: place, form: waffle, anchor: x}
              - chart: {figure: b, by: place, form: waffle, anchor: y}
        """))
    let book = LedgerBook(
      figures: [figure("a", ["north", "south", "west"]), figure("b", ["west", "east", "north"])],
      records: [], period: "2031", cutOff: "2031-12-31")
    let made = compose(
      outline: outline, language: "en", book: book, vocabulary: Vocabulary(name: "v", kinds: []),
      files: ReportFiles())
    let colours = made.document.sections.flatMap(\.blocks).compactMap { block -> [Int]? in
      guard case .illustration(let picture) = block, case .chart(let chart) = picture.content
      else { return nil }
      return chart.colours
    }
    #expect(colours == [[0, 1, 2], [2, 3, 0]])
  }
}
