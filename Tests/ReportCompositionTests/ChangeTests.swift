import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct ChangeTests {
  static let sections = """
      - anchor: one
        title: {en: One, zh: 一}
        blocks:
          - prose: one
      - anchor: two
        title: {en: Two, zh: 二}
        blocks:
          - timeline: {of: event}
          - table: {of: event, columns: [name, date, participants]}
      - anchor: three
        title: {en: Three, zh: 三}
        blocks:
          - list: {of: event, where: {id: nothing}}
          - definitions
    """

  private func document(_ participants: Double) -> ReportDocument? {
    guard let outline = Fixture.outline(Self.sections) else { return nil }
    return compose(
      outline: outline, language: "en", book: Fixture.book(camp: participants),
      vocabulary: Fixture.vocabulary,
      files: ReportFiles(texts: ["text/one.en.md": "{{camp.participants}} came."])
    ).document
  }

  @Test func changingOneRecordChangesOnlyWhatShowsIt() {
    let before = "\(String(describing: document(105)))"
    let after = "\(String(describing: document(4321)))"
    #expect(before != after)
    let replaced = after.replacing("4,321", with: "105").replacing("4321", with: "105")
    #expect(before == replaced)
  }

  @Test func everyPlaceThatShowsTheRecordChanges() {
    let text = "\(String(describing: document(4321)))"
    #expect(text.components(of: "4,321") == 3)
    #expect(!text.contains("105"))
  }

  @Test func aBlockWithoutDataSaysSo() {
    let blocks = document(1)?.sections.last?.blocks
    #expect(
      blocks?.first == .remark([.text("Nothing was reported on “Three” for this period.")]))
  }

  @Test func theTimelineHangsEventsOnTheirMonths() {
    guard case .timeline(let timeline)? = document(105)?.sections[1].blocks.first else {
      Issue.record("no timeline")
      return
    }
    #expect(timeline.events.map(\.month) == [7])
    #expect(timeline.events.first?.date.text == "July 2031")
    #expect(timeline.events.first?.detail.plainText == "105\u{A0}participants")
  }
}

extension String {
  func components(of part: String) -> Int { ranges(of: part).count }
}
