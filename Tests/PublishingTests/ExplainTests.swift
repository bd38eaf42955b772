import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct ExplainTests {
  private func report() throws -> LoadedReport {
    let fixture = try Fixture()
    return try #require(try fixture.reading().report)
  }

  @Test(arguments: ["en", "zh"])
  func everyValuePrintedIsExplained(language: String) throws {
    let report = try report()
    let values = report.composition(in: language).values
    #expect(values.count > 10)
    for value in values {
      #expect(throws: Never.self, "\(value)") { try explain(value.name, in: report) }
    }
  }

  @Test func aFigureIsExplainedDownToTheLinesOfItsRecords() throws {
    let text = explanationAsText(try explain("trainings.participants", in: try report()))
    #expect(text.contains("at least 40"))
    #expect(text.contains("course-one"))
    #expect(text.contains("records/events.yaml:14:5"))
  }

  @Test func aWrongNameIsWrongUseWithTheRightOneAsAHint() throws {
    let report = try report()
    let failure = #expect(throws: PublishingFailure.self) {
      try explain("centers.total", in: report)
    }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.first?.hint?.contains("centres.total") == true)
  }

  @Test func aPrivateFieldIsNotExplained() throws {
    let report = try report()
    #expect(throws: PublishingFailure.self) { try explain("partner-one.contact", in: report) }
    let json = explanationAsJSON(try explain("partners.total", in: report))
    #expect(!json.contains("secret@example.org"))
    #expect(json.contains("partner-one"))
  }

  @Test func figuresAsJSONHoldEveryIndicatorWithItsValue() throws {
    let report = try report()
    let json = try figuresAsJSON(report)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.count == report.book.figures.count)
    let centres = try #require(figures.first { $0["id"] as? String == "centres.total" })
    #expect(centres["itemised"] as? Int == 1)
  }
}
