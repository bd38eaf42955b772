import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct BookletTests {
  @Test func theBookletHasASheetForEveryFourPagesOfTheBrochure() async throws {
    let fixture = try Fixture()
    let result = try await fixture.built([.booklet])
    for language in ["en", "zh"] {
      let brochure = try #require(
        result.made.first { $0.path.hasSuffix("\(language).brochure.pdf") })
      let booklet = try #require(result.made.first { $0.path.hasSuffix("\(language).booklet.pdf") })
      let pages = try #require(brochure.pages)
      #expect(pages > 0)
      #expect(booklet.pages == (pages + 3) / 4 * 2)
    }
  }

  @Test func aReportWithoutABrochureCannotBeABooklet() async throws {
    let fixture = try Fixture()
    try fixture.remove("brochure.yaml")
    let failure = await #expect(throws: PublishingFailure.self) {
      try await fixture.built([.booklet])
    }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.first?.hint?.contains("brochure.yaml") == true)
  }

  @Test func aFigureInTheBrochureIsTheSameFigureAsInTheReport() throws {
    let report = try #require(try Fixture().reading().report)
    for language in ["en", "zh"] {
      let inReport = report.composition(in: language).values
      let inBrochure = try #require(report.brochureComposition(in: language)).values
      for value in inBrochure where value.name.hasSuffix(".total") {
        #expect(inReport.contains(value), "\(value)")
      }
    }
  }
}
