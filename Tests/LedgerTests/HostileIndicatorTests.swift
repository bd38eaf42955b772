import Records
import Testing

@testable import Ledger

@Suite struct HostileIndicatorTests {
  @Test(arguments: [
    "DELETE FROM records", "SELECT 1 AS record_id; DELETE FROM records", "PRAGMA user_version = 3",
    "ATTACH 'x.db' AS x", "SELECT id FROM records", "SELECT nothing AS record_id FROM records",
    "SELECT id AS record_id FROM records WHERE", "", "VACUUM",
    "WITH x AS (SELECT 1) DELETE FROM records RETURNING id AS record_id",
    "SELECT load_extension('x') AS record_id", "SELECT NULL AS record_id",
    "SELECT id AS record_id FROM records WHERE id = :other",
  ])
  func `A query that does more or less than read is refused`(sql: String) throws {
    let builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    let problems = #expect(throws: LedgerProblems.self) {
      try builder.build(
        records: [record("event", "a", [:])], indicators: [made(sql)], period: "2019",
        cutOff: "2019-12-31")
    }
    #expect(problems?.problems.map(\.code) == ["bad-indicator"])
    #expect(problems?.problems.first?.place?.line == 3)
  }

  @Test func `A query without end is stopped`() throws {
    let builder = LedgerBuilder(vocabulary: try shippedVocabulary.get(), timeLimit: 0.3)
    let endless = made(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS record_id FROM n"
    )
    let problems = #expect(throws: LedgerProblems.self) {
      try builder.build(records: [], indicators: [endless], period: "2019", cutOff: "2019-12-31")
    }
    #expect(problems?.problems.first?.message.contains("takes longer") == true)
  }

  @Test(arguments: [
    ("x: {kind: stock, from: evnt, count: true}", "did you mean \"event\"?"),
    ("x: {kind: stock, from: training, sum: participant}", "did you mean \"participants\"?"),
    ("x: {kind: stock, fom: event, count: true}", "did you mean \"from\"?"),
    ("x: {from: event, count: true}", "add kind: stock or kind: flow"),
    ("x: {kind: stock, from: event}", "add count: true, sum: FIELD or distinct: FIELD"),
  ])
  func `A wrong declaration has a hint`(entry: String, hint: String) throws {
    let vocabulary = try shippedVocabulary.get()
    let problems = #expect(throws: LedgerProblems.self) {
      try Indicator.parse(
        Array("indicators:\n  \(entry)\n".utf8), file: "i.yaml", vocabulary: vocabulary)
    }
    #expect(problems?.problems.map(\.hint) == [hint])
    #expect(problems?.problems.first?.place?.line == 2)
  }
}
