import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct PrivacyTests {
  @Test func aPrivateFieldIsNeverPrinted() {
    let made = Fixture.compose("Write to {{camp.contact}}.")
    #expect(made?.problems.map(\.code) == ["private-field"])
    #expect(made.map { "\($0.document)".contains("secret@") } == false)
  }

  @Test func aPersonWithoutAGroundIsNotNamed() {
    let made = Fixture.compose("By {{someone.name}} and {{camp.speaker}}.")
    #expect(made?.problems.map(\.code) == ["person-without-ground"])
    #expect(made.map { "\($0.document)".contains("Some One") } == false)
    #expect(made.map { "\($0.document)".contains("name withheld") } == true)
  }

  @Test func anAnnexOfSourcesLeavesBothOut() {
    let outline = Fixture.outline(
      """
        - anchor: sources
          role: annex
          title: {en: Sources, zh: 来源}
          blocks:
            - sources
            - table: {of: event, columns: [name, contact]}
      """)
    guard let outline else {
      Issue.record("the outline has problems")
      return
    }
    let made = compose(
      outline: outline, language: "en", book: Fixture.book(), vocabulary: Fixture.vocabulary,
      files: ReportFiles())
    let text = "\(made.document)"
    #expect(text.contains("Summer camp"))
    #expect(text.contains("records/made-up.yaml:3"))
    #expect(!text.contains("secret@"))
    #expect(!text.contains("Some One"))
    #expect(made.document.sections.first?.number == "A")
  }
}
