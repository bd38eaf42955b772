import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct ProseTests {
  @Test func headingsBecomeNumberedSections() {
    let section = Fixture.compose("Start.\n\n## Inner {#in}\n\nText.\n\n### Deep\n\nMore.")?
      .document.sections.first
    #expect(section?.subsections.map(\.number) == ["1.1"])
    #expect(section?.subsections.first?.anchor == "in")
    #expect(section?.subsections.first?.title.plainText == "Inner")
    #expect(section?.subsections.first?.subsections.map(\.number) == ["1.1.1"])
  }

  @Test func aTableTakesItsCaptionAndKeepsFigures() {
    let text = """
      Table: Centres {#centres}

      | What | Number |
      |:-----|-------:|
      | All | {{centres.total|words}} |
      """
    guard case .table(let table)? = Fixture.compose(text)?.document.sections.first?.blocks.first
    else {
      Issue.record("no table")
      return
    }
    #expect(table.anchor == "centres")
    #expect(table.number == "1")
    #expect(table.caption.plainText == "Centres")
    #expect(table.columns.map(\.alignment) == [.leading, .trailing])
    #expect(table.rows.first?.cells.map(\.content.plainText) == ["All", "five"])
  }

  @Test func footnotesAreNumberedInOrder() {
    let made = Fixture.compose("One[^b] two[^a].\n\n[^a]: Second.\n[^b]: First.")
    guard case .paragraph(let inlines)? = made?.document.sections.first?.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    let notes = inlines.compactMap { if case .note(let note) = $0 { note } else { nil } }
    #expect(notes.map(\.number) == [1, 2])
    #expect(notes.map(\.content.plainText) == ["First.", "Second."])
  }

  @Test func referencesNeedTheirAnchor() {
    #expect(Fixture.codes("See [](#one), [page](#one), [number](#one).") == [])
    #expect(Fixture.codes("See [](#onne).") == ["unknown-anchor"])
  }

  @Test func htmlAndScriptLinksAreLeftOutWithAWarning() {
    let made = Fixture.compose("<b>x</b> [y](javascript:alert)\n\n<div>z</div>")
    #expect(made?.problems.map(\.code) == ["raw-html", "raw-html", "unsafe-link", "raw-html"])
    #expect(made?.document.sections.first?.blocks == [.paragraph([.text("x y")])])
  }

  @Test func aChartReadsItsDataAloud() {
    let text = "```chart\nid: c\nkind: bar\ncaption: Heads\nlabels: [A, B]\nvalues: [1, 2]\n```"
    guard
      case .illustration(let chart)? = Fixture.compose(text)?.document.sections.first?.blocks.first
    else {
      Issue.record("no chart")
      return
    }
    #expect(chart.alternative == "Bar chart, Heads: A: 1; B: 2.")
    #expect(chart.number == "1")
  }

  @Test func chineseLinesJoinWithoutASpace() {
    #expect(Fixture.words("第一行\n第二行", language: "zh") == "第一行第二行")
  }

  @Test func aMissingTextIsReportedAndSaidInTheSection() {
    guard let outline = Fixture.outline(Fixture.proseSection) else {
      Issue.record("the outline has problems")
      return
    }
    let made = compose(
      outline: outline, language: "zh", book: Fixture.book(), vocabulary: Fixture.vocabulary,
      files: ReportFiles())
    #expect(made.problems.map(\.code) == ["missing-prose"])
    #expect(
      made.document.sections.first?.blocks == [.remark([.text("本期没有关于“一”的报告内容。")])])
  }

  @Test func hiddenCharactersAreReportedWithTheirLine() {
    let problem = Fixture.compose("First.\n\nA \u{202E}turned\u{202C} word.")?.problems.first
    #expect(problem?.code == "hidden-character")
    #expect(problem?.place == Place(file: "text/one.en.md", line: 3))
  }

  @Test func aTextWithoutContentSaysSo() {
    #expect(
      Fixture.compose("\n")?.document.sections.first?.blocks
        == [.remark([.text("Nothing was reported on “One” for this period.")])])
  }

  @Test func figuresInsideCodeStayAsTyped() {
    guard
      case .paragraph(let inlines)? = Fixture.compose("Write `{{centres.total}}` here.")?.document
        .sections.first?.blocks.first
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.contains(.code("{{centres.total}}")))
  }

  @Test func aLongTextIsReadInOneGo() {
    let text = String(repeating: "Words {{centres.total}} and *more* words.\n\n", count: 3000)
    let made = Fixture.compose(text)
    #expect(made?.values.count == 3000)
    #expect(made?.problems == [])
  }

  @Test func deepNestingIsCutAndReported() {
    let text = String(repeating: ">", count: 5000) + " x"
    #expect(Fixture.codes(text)?.contains("too-deep") == true)
  }
}
