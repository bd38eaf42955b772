import Records
import Testing

@testable import Ledger

@Suite struct CoverageTests {
  @Test func `Coverage tells what has evidence and what is itemised`() throws {
    let evidence = Value.list([.reference("e")])
    let asOf = Value.date(try PartialDate.parse("2019"))
    let records = [
      record("evidence", "e", ["name": .localized(["en": "A letter"])]),
      record("partner", "a", ["evidence": evidence, "place": .reference("BG")]),
      record("partner", "b", ["place": .reference("BG")]), record("partner", "c", [:]),
      record("claim", "x", ["evidence": evidence]), record("claim", "y", [:]),
      record(
        "stated_total", "s",
        ["indicator": .text("p"), "value": .quantity(Quantity(4)), "as_of": asOf]),
      record(
        "stated_total", "t",
        ["indicator": .text("d"), "value": .quantity(Quantity(1)), "as_of": asOf]),
    ]
    let book = try figures(
      """
      p: {kind: stock, from: partner, count: true}
      d: {kind: stock, from: partner, distinct: place}
      q: {kind: stock, sql: "SELECT id AS record_id FROM partner;"}
      """, of: records)
    let coverage = book.coverage
    #expect(coverage.claims == Coverage.Share(part: 1, total: 2))
    #expect(coverage.records == Coverage.Share(part: 2, total: 7))
    #expect(coverage.statedTotals == Coverage.Share(part: 1, total: 2))
    #expect(
      coverage.figures == [
        Coverage.OfFigure(
          id: "p", evidence: .init(part: 1, total: 4), itemised: .init(part: 3, total: 4)),
        Coverage.OfFigure(
          id: "d", evidence: .init(part: 1, total: 4), itemised: .init(part: 1, total: 1)),
        Coverage.OfFigure(id: "q", evidence: .init(part: 1, total: 3)),
      ])
    #expect(coverage.claims.fraction == 0.5)
    let explanation = book.explain("p")
    #expect(explanation?.records.first { $0.id == "a" }?.evidence == ["e"])
    #expect(explanation?.evidence == Coverage.Share(part: 1, total: 4))
  }

  @Test func `A book of records at hand has the same lookups`() {
    let records = [
      record("partner", "a", ["evidence": .list([.reference("e")])]), record("event", "b", [:]),
    ]
    let figure = Figure(
      id: "f", names: [:], definitions: [:], units: [:], kind: .stock, value: Quantity(1),
      recordCount: 1, sql: "", place: Place(file: "i.yaml"))
    let book = LedgerBook(
      figures: [figure], records: records, idsBehind: ["f": ["a", "b"]], period: "2019",
      cutOff: "2019-12-31")
    #expect(book.kinds == ["partner", "event"])
    #expect(book.record("b") == records[1])
    #expect(book.records(kind: "event") == [records[1]])
    #expect(book.recordIDs(behind: figure, limit: 1) == ["a"])
    #expect(book.coverage.records == Coverage.Share(part: 1, total: 2))
    #expect(book.evidence(behind: figure) == Coverage.Share(part: 1, total: 2))
  }
}
