import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct FigureTests {
  @Test func aFigureIsPrintedInDigitsOrInWords() {
    #expect(Fixture.words("{{centres.total}} built") == "5 built")
    #expect(Fixture.words("{{centres.total|words|capital}} built") == "Five built")
    #expect(Fixture.words("共{{centres.total|words|unit}}。", language: "zh") == "共五个。")
    #expect(Fixture.words("共{{hubs.total|words|unit}}。", language: "zh") == "共两个。")
  }

  @Test func atLeastIsKeptInEveryLanguage() {
    #expect(Fixture.words("{{learners.total|words}}") == "at least fifty")
    #expect(Fixture.words("{{learners.total|unit}}") == "at least 50\u{A0}learners")
    #expect(Fixture.words("{{learners.total|unit}}", language: "zh") == "至少50人")
  }

  @Test func givingUpPrecisionIsWarnedOf() {
    #expect(Fixture.codes("{{learners.total|bare}}") == ["precision-lost"])
  }

  @Test func whatWasNotReportedIsNeverZero() {
    #expect(Fixture.words("{{visits.total|unit}}") == "not reported")
    #expect(Fixture.words("{{visits.total}}", language: "zh") == "未报告")
    #expect(Fixture.words("{{camp.days}}") == "not reported")
  }

  @Test func datesAreAsExactAsTheRecord() {
    #expect(Fixture.words("{{camp.date}}") == "July 2031")
    #expect(Fixture.words("{{camp.date}}", language: "zh") == "2031年7月")
    #expect(Fixture.words("{{camp.date|year}}") == "2031")
  }

  @Test func anUnknownFigureIsNamedWithItsPlaceAndAHint() {
    let problem = Fixture.compose("Some text.\n\nThere are {{centres.totl}} now.")?.problems.first
    #expect(problem?.code == "unknown-figure")
    #expect(problem?.place == Place(file: "text/one.en.md", line: 3, column: 11))
    #expect(problem?.hint == "did you mean \"centres.total\"?")
  }

  @Test func anUnknownFormIsNamed() {
    #expect(Fixture.codes("{{centres.total|wrods}}") == ["unknown-form"])
  }

  @Test func everyPrintedFigureIsHandedBack() {
    let values = Fixture.compose("{{centres.total}} and {{camp.participants}}")?.values
    #expect(values?.map(\.name) == ["centres.total", "camp.participants"])
    #expect(values?.map(\.machine) == ["5", "105"])
  }

  @Test func keyFiguresTellHowManyAreItemised() {
    let outline = Fixture.outline(
      """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - key_figures: [centres.total, learners.total]
      """)
    guard let outline else {
      Issue.record("the outline has problems")
      return
    }
    let made = compose(
      outline: outline, language: "en", book: Fixture.book(), vocabulary: Fixture.vocabulary,
      files: ReportFiles())
    guard case .keyFigures(let tiles)? = made.document.sections.first?.blocks.first else {
      Issue.record("no key figures")
      return
    }
    #expect(tiles.map(\.value.text) == ["5", "50"])
    #expect(tiles.map(\.qualifier) == ["", "at least"])
    #expect(tiles.first?.detail.plainText == "1 of 5 itemised")
  }
}
