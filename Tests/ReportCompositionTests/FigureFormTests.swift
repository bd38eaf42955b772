import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("Large figures in the form that a block asks for")
struct FigureFormTests {
  private static func figures(
    _ block: String, language: String = "en", _ figures: [Figure] = [ChartBlockTests.figure("a")]
  ) -> [KeyFigure] {
    let made = ChartBlockTests.blocks(block, language: language, figures: figures)
    guard case .keyFigures(let tiles)? = made?.blocks.first else { return [] }
    return tiles
  }

  private static func codes(_ block: String) -> [String] {
    ChartBlockTests.blocks(block)?.problems.map(\.code) ?? []
  }

  @Test("A list of names has the theme's form, a mapping the one it names")
  func form() {
    #expect(Self.figures("key_figures: [a]").map(\.form) == [nil])
    #expect(Self.figures("key_figures: {of: [a], form: tiles}").map(\.form) == [.tiles])
    #expect(Self.codes("key_figures: {of: [a], form: tile}") == ["unknown-word"])
    #expect(Self.codes("key_figures: {form: tiles}") == ["missing-key"])
    #expect(Self.codes("key_figures: {of: [a], shape: tiles}") == ["unknown-key"])
  }

  @Test("Tiles say the change to the year before, in both languages")
  func change() {
    let block = "key_figures: {of: [a], form: tiles}"
    #expect(Self.figures(block).first?.detail.plainText == "+4 on 2030")
    #expect(Self.figures(block, language: "zh").first?.detail.plainText == "比2030年增加4")
    let less = [ChartBlockTests.figure("a", [3, 9, 7])]
    #expect(Self.figures(block, less).first?.detail.plainText == "\u{2212}2 on 2028")
    let same = [ChartBlockTests.figure("a", [3, 9, 9])]
    #expect(Self.figures(block, same).first?.detail.plainText == "as in 2028")
  }

  @Test("The change of what is not exact is not said")
  func inexact() {
    let vague = [ChartBlockTests.figure("a", precision: .atLeast)]
    let figure = Self.figures("key_figures: {of: [a], form: tiles}", vague).first
    #expect(figure?.qualifier == "at least")
    #expect(figure?.detail.plainText == "in 2031")
  }

  @Test(
    "A line shows the years on record, says them, and marks what is provisional or counted anew")
  func line() throws {
    let block = """
      key_figures: {of: [a], form: sparkline, years: 4, provisional: [a.2031],
                      breaks: {a.2030: {en: camps too, zh: 含夏令营}}}
      """
    let picture = try #require(Self.figures(block).first?.picture)
    #expect(picture.chart.categories == ["2028", "2029", "2030", "2031"])
    #expect(picture.chart.breaks == [Chart.Break(before: 2, text: "camps too")])
    #expect(picture.chart.series[0].values.map(\.isProvisional) == [false, false, false, true])
    #expect(picture.alternative.contains("2029: 11"))
    #expect(picture.alternative.contains("rose from 15 in 2028 to 18 in 2031"))
    let note = picture.note.plainText
    #expect(note == "From 2030 counted in a new way: camps too; 2031 provisional")
  }

  @Test("A figure without history has no line, and is printed all the same")
  func noHistory() {
    let young = [ChartBlockTests.figure("a", [7])]
    let tiles = Self.figures("key_figures: {of: [a], form: sparkline}", young)
    #expect(tiles.map(\.value.text) == ["7"])
    #expect(tiles.map(\.picture) == [nil])
  }

  @Test(
    "An array says what a mark stands for and what has none; what is no whole count has no marks")
  func marks() throws {
    let many = [ChartBlockTests.figure("a", [655]), ChartBlockTests.figure("b", [32])]
    let tiles = Self.figures("key_figures: {of: [a, b], form: icons}", many)
    let pictures = try tiles.map { try #require($0.picture) }
    #expect(pictures.map(\.unit) == [10, 10])
    #expect(pictures.map(\.marks) == [65, 3])
    #expect(
      pictures[0].note.plainText == "one mark stands for 10, the remaining 5 not drawn")
    #expect(pictures[1].alternative.contains(": 32; one mark"))
    let few = Self.figures(
      "key_figures: {of: [a, b], form: icons}",
      [ChartBlockTests.figure("a", [9_000]), ChartBlockTests.figure("b", [3])])
    #expect(few.compactMap(\.picture?.unit) == [100, 1])
    let half = ChartBlockTests.blocks(
      "key_figures: {of: [a], form: icons}", figures: [ChartBlockTests.figure("a", [2.5])])
    #expect(half?.problems.map(\.code) == ["bad-figures"])
  }
}

@Suite("Comparisons, a glance and profiles of the outline")
struct FigurePatternBlockTests {
  private static func rows(
    _ block: String, language: String = "en", _ figures: [Figure] = [ChartBlockTests.figure("a")]
  ) -> [[String]] {
    let made = ChartBlockTests.blocks(block, language: language, figures: figures)
    guard case .table(let table)? = made?.blocks.first else { return [] }
    return (table.head + table.rows).map { $0.cells.map { $0.content.plainText } }
  }

  @Test("Years stand side by side with the change from the first to the last")
  func years() {
    let block = "comparison: {of: [a], years: [\"2027\", \"2031\"]}"
    #expect(
      Self.rows(block)
        == [["Indicator", "2027", "2031", "Change"], ["Learners of a", "12", "18", "+50%"]])
    #expect(
      Self.rows(block, language: "zh")
        == [["指标", "2027", "2031", "变化"], ["学员（人）", "12", "18", "+50%"]])
  }

  @Test(
    "A change is said only as far as the values bear it",
    arguments: [
      ([0.0, 5], "new"), ([5, 5], "unchanged"), ([2, 40], "+38"), ([10, 8], "\u{2212}20%"),
      ([1000, 1001], "less than 1%"),
    ])
  func change(numbers: [Double], said: String) {
    let figures = [ChartBlockTests.figure("a", numbers)]
    let rows = Self.rows("comparison: {of: [a], years: [\"2027\", \"2028\"]}", figures)
    #expect(rows.last?.last == said)
    let vague = [ChartBlockTests.figure("a", numbers, precision: .about)]
    let others = Self.rows("comparison: {of: [a], years: [\"2027\", \"2028\"]}", vague)
    #expect(others.last?.last == "not comparable")
  }

  @Test("Parts stand side by side under their names; a year that is missing is not reported")
  func parts() {
    #expect(
      Self.rows("comparison: {of: [a], by: [kind, place], parts: [NL, WL]}")
        == [["Indicator", "Northland", "Westland"], ["Learners of a", "9", "3"]])
    #expect(
      Self.rows("comparison: {of: [a], years: [\"1999\", \"2031\"]}").last
        == ["Learners of a", "not reported", "18", "–"])
  }

  @Test("Indicators stand side by side over the years")
  func indicators() {
    let figures = [ChartBlockTests.figure("a"), ChartBlockTests.figure("b", [5, 5, 5, 5, 4])]
    let rows = Self.rows("comparison: {figures: [a, b], years: [\"2027\", \"2031\"]}", figures)
    #expect(
      rows == [
        ["Year", "Learners of a", "Learners of b"], ["2027", "12", "5"], ["2031", "18", "4"],
        ["Change", "+50%", "\u{2212}20%"],
      ])
  }

  @Test("A part that the ledger takes together with others is not printed as nothing")
  func taken() {
    var figure = ChartBlockTests.figure("a")
    figure.breakdowns[0].parts.append(.init(key: "*", names: [:], value: Quantity(9)))
    let made = ChartBlockTests.blocks(
      "comparison: {of: [a], by: place, parts: [NL, XX]}", figures: [figure])
    #expect(made?.problems.map(\.code) == ["bad-comparison"])
  }

  @Test(
    "What cannot be compared is an error",
    arguments: [
      "comparison: {of: [a], years: [\"2031\"]}", "comparison: {of: [a], parts: [NL, WL]}",
      "comparison: {years: [\"2030\", \"2031\"]}", "comparison: {figures: [a, a]}",
      "comparison: {of: [a], years: [\"1\", \"2\", \"3\", \"4\", \"5\"]}",
    ])
  func bad(block: String) {
    #expect(ChartBlockTests.blocks(block)?.problems.map(\.code) == ["bad-comparison"])
  }

  @Test("A glance has three to six figures, one sentence, at most one picture")
  func glance() throws {
    let figures = ["a", "b", "c"].map { ChartBlockTests.figure($0) }
    let made = try #require(
      ChartBlockTests.blocks(
        """
        at_a_glance: {figures: [a, b, c], sentence: {of: a, say: [change]},
                          chart: {figure: a, form: line}}
        """, figures: figures))
    #expect(made.problems.isEmpty)
    guard case .glance(let glance)? = made.blocks.first else {
      Issue.record("no glance")
      return
    }
    #expect(glance.figures.map(\.form) == [.tiles, .tiles, .tiles])
    #expect(
      glance.sentence.plainText == "Learners of a rose from 14 in 2030 to 18 in 2031, up 29%.")
    #expect(glance.picture?.number == "1")
    #expect(glance.extent == .page)
    for bad in [
      "at_a_glance: {figures: [a, b], text: Words}",
      "at_a_glance: {figures: [a, b, c]}",
      "at_a_glance: {figures: [a, b, c], text: Words, sentence: {of: a}}",
    ] {
      let codes = ChartBlockTests.blocks(bad, figures: figures)?.problems.map(\.code) ?? []
      #expect(codes.contains("bad-glance"), "\(bad)")
    }
  }

  @Test("A glance stands alone in its chapter")
  func alone() {
    let yaml = Fixture.yaml(
      """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - at_a_glance: {figures: [a, b, c], text: Words}
            - remark: Words
      """)
    let problems = ReportOutline.parse(yaml, file: "report.yaml").problems
    #expect(problems.map(\.code) == ["bad-glance"])
  }
}
