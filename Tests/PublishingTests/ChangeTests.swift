import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct ChangeTests {
  /// The document of a language with a text replaced everywhere it can be printed.
  private func document(_ fixture: Fixture, _ language: String) throws -> String {
    let report = try #require(try fixture.reading().report)
    return String(describing: report.composition(in: language).document)
  }

  @Test(arguments: ["en", "zh"])
  func oneRecordChangesEveryPlaceThatShowsItAndNothingElse(language: String) throws {
    let fixture = try Fixture()
    let before = try document(fixture, language)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: 228")
    let after = try document(fixture, language)
    #expect(before.contains("117"))
    #expect(!after.contains("117"))
    #expect(after.replacingOccurrences(of: "228", with: "117") == before)
  }

  @Test func theWebEditionChangesInTheSamePlaces() async throws {
    let fixture = try Fixture()
    _ = try await fixture.built([.html])
    let before = try contents(of: fixture.output)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: 228")
    _ = try await fixture.built([.html])
    let after = try contents(of: fixture.output)
    #expect(before.keys.sorted() == after.keys.sorted())
    for (path, data) in before where path.hasSuffix(".html") {
      let old = withoutDrawings(data)
      let new = withoutDrawings(after[path] ?? Data())
      #expect(new.replacingOccurrences(of: "228", with: "117") == old)
      if path.contains("/en/") { #expect(old != new) }
    }
  }

  /// A page without the coordinates of its drawings, where any number may stand.
  private func withoutDrawings(_ page: Data) -> String {
    String(decoding: page, as: UTF8.self)
      .replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
  }

  @Test func aNewCentreChangesTheNumberOfThoseItemised() throws {
    let fixture = try Fixture()
    try fixture.edit(
      "records/centres.yaml", "stated_total:",
      """
        - id: centre-two
          name: {en: Centre Two, zh: 第二中心}
          place: NZ
          opened: 2030
      stated_total:
      """)
    let report = try #require(try fixture.reading().report)
    let figure = try #require(report.book.figures.first { $0.id == "centres.total" })
    #expect(figure.value?.value == 3)
    #expect(figure.itemised == 2)
  }
}
