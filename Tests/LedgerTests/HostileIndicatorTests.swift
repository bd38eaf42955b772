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
    "SELECT id AS record_id FROM records WHERE id = ?", "SELECT id AS record_id FROM records\0;",
    "EXPLAIN SELECT id AS record_id FROM records", "SELECT sql AS record_id FROM sqlite_schema",
    "SELECT value AS record_id FROM header", "SELECT message AS record_id FROM problems",
    "SELECT name AS record_id FROM pragma_table_list", "SELECT random() AS record_id",
    "SELECT hex(randomblob(9)) AS record_id", "SELECT current_timestamp AS record_id",
    "SELECT zeroblob(1000000000) AS record_id",
    "SELECT printf('%.*c', 100000000, 'x') AS record_id",
    "SELECT id AS record_id FROM event WHERE role = \"hosted\"",
    "INSERT INTO records VALUES (9, 'event', 'b') RETURNING id AS record_id",
    "UPDATE event SET id = 'b' RETURNING id AS record_id",
    "CREATE TABLE x AS SELECT 1 AS record_id",
    "DROP TABLE event", "DETACH main", "BEGIN", "SAVEPOINT x", "ROLLBACK", "REINDEX", "ANALYZE",
    "SELECT writefile('x', 'y') AS record_id", "SELECT readfile('/etc/passwd') AS record_id",
    "CREATE TEMP TRIGGER t AFTER DELETE ON event BEGIN SELECT 1; END", "VACUUM INTO 'x.db'",
    "SELECT id AS record_id FROM temp.x", "SELECT id AS record_id, 'x' AS number FROM event",
    "SELECT id AS record_id, 1 AS number, 'nearly' AS precision FROM event",
    "SELECT id AS record_id, 9e999 AS number FROM event",
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
    "WITH RECURSIVE n(i, t) AS (SELECT 1, hex(id) FROM event UNION ALL SELECT i + 1, t || t FROM n) "
      + "SELECT t AS record_id FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n) SELECT i AS record_id FROM n",
    "SELECT (\(String(repeating: "(", count: 400))1\(String(repeating: ")", count: 400))) AS record_id",
    "SELECT \(String(repeating: "1 + ", count: 60_000))1 AS record_id",
    "SELECT \(Array(repeating: "1", count: 3_000).joined(separator: ", ")), 2 AS record_id",
    "SELECT a.id AS record_id FROM "
      + (0..<64).map { "records x\($0)" }.joined(separator: ", ") + ", records a",
  ])
  func `A query that grows without end is stopped`(sql: String) throws {
    let builder = LedgerBuilder(vocabulary: try shippedVocabulary.get(), timeLimit: 2)
    let problems = #expect(throws: LedgerProblems.self) {
      try builder.build(
        records: [record("event", "a", [:])], indicators: [made(sql)], period: "2019",
        cutOff: "2019-12-31")
    }
    #expect(problems?.problems.map(\.code) == ["bad-indicator"])
  }

  @Test func `A refused query says what it tried, and the next one runs`() throws {
    let builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    let store = try builder.makeWriter().filled([record("event", "a", [:])], builder.vocabulary)
    for (sql, message, hint) in [
      ("DELETE FROM event", "tries to write", "an indicator may only read the records"),
      ("ATTACH 'x.db' AS x", "tries to attach a database", nil),
      ("SELECT load_extension('x') AS record_id", "tries to call the function", nil),
      ("SELECT id AS record_id FROM evnt", "no such table", "did you mean \"event\"?"),
      (
        "SELECT id AS record_id FROM event WHERE role = \"hosted\"", "no such column",
        "write a text in single quotes: 'hosted'"
      ),
      (
        "SELECT id AS record_id\nFROM event\nWHERE WHERE", "syntax error",
        "look at line 3 of its SQL"
      ),
    ] {
      let problems = #expect(throws: LedgerProblems.self) {
        try builder.build(
          store: store, indicators: [made(sql)], period: "2019", cutOff: "2019-12-31")
      }
      #expect(problems?.problems.first?.message.contains(message) == true)
      if let hint { #expect(problems?.problems.first?.hint == hint) }
    }
    let book = try builder.build(
      store: store, indicators: [made("SELECT id AS record_id FROM event")], period: "2019",
      cutOff: "2019-12-31")
    #expect(book.figures.first?.value == Quantity(1))
    // What is not an indicator's is not held to its limits.
    #expect(try store.serialized(fingerprint: "x").count > 0)
  }

  @Test(arguments: [
    (
      "kind: stock, sql: \"SELECT id AS record_id FROM event WHERE date_first_year >= :first_year\"",
      "is a stock and counts over years"
    ),
    (
      "kind: flow, sql: \"SELECT id AS record_id FROM event WHERE date_latest <= :cut_off\"",
      "is a flow and counts as of a day"
    ),
    ("kind: stock, from: event, during: date, count: true", "a stock is as of a day"),
    ("kind: flow, from: event, as_of: date, count: true", "a flow is over years"),
    ("kind: flow, from: membership, valid: {from: since}, count: true", "a flow is over years"),
    (
      "kind: flow, from: event, where: \"1) OR (1\", count: true, sum: participants",
      "count and sum"
    ),
    (
      "kind: flow, from: event, where: \"1)); DELETE FROM event; --\", count: true",
      "cannot be computed"
    ),
    ("kind: flow, from: event, where: role = :role, count: true", "has the parameter"),
    ("kind: stock, from: event, sql: SELECT 1 AS record_id, where: x", "where has no meaning"),
    ("kind: stock, from: event, count: true, decimals: 12", "decimals is not a number from 0 to 6"),
    ("kind: stock, from: event, count: true, good: left", "good is neither up nor down"),
    ("kind: stock, from: membership, valid: {}, count: true", "valid names no field"),
    ("kind: stock, from: event, sum: name", "cannot be used for sum"),
    ("kind: stock, from: event, distinct: place.nothing", "place names no record with a field"),
  ])
  func `A figure that would mix time or measures is refused`(body: String, message: String) throws {
    let problems = #expect(throws: LedgerProblems.self) { try figures("x: {\(body)}", of: []) }
    #expect(problems?.problems.first?.message.contains(message) == true)
  }

  @Test func `A comment at a condition's end swallows nothing`() throws {
    let book = try figures(
      "x: {kind: stock, from: event, where: \"role = 'hosted' -- all\", as_of: date, count: true}",
      of: [
        record(
          "event", "a", ["role": .choice("hosted"), "date": .date(PartialDate.parse("2018"))]),
        record(
          "event", "b", ["role": .choice("hosted"), "date": .date(PartialDate.parse("2021"))]),
        record("event", "c", ["role": .choice("keynote")]),
      ])
    #expect(book.figure("x")?.value == Quantity(1))
    #expect(book.recordIDs(behind: try #require(book.figure("x"))) == ["a"])
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
