import CSQLite
import Foundation
import Testing

@testable import Records

@Suite struct SQLiteSourceTests {
  /// A database made by these statements, given to a closure.
  private func withDatabase<Result>(
    _ statements: String, _ body: (String) throws -> Result
  ) throws -> Result {
    try withFile([], named: "office.db") { path throws in
      try run(statements, on: path)
      return try body(path)
    }
  }

  private func run(_ statements: String, on path: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close_v2(database) }
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    try #require(sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK)
  }

  private func read(
    _ path: String, _ query: String, timeLimit: Duration = .seconds(20)
  ) throws -> TableReading {
    try TableReading(
      SQLiteSource(path: path, name: "office.db", query: query, timeLimit: timeLimit)
    ) { ($0 as? SQLiteSource)?.problems ?? [] }
  }

  private func expect(
    _ code: String, _ path: String, _ query: String = "SELECT * FROM t",
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(sourceLocation: location) {
      try read(path, query, timeLimit: .milliseconds(300))
    } throws: { error in
      (error as? Diagnostic)?.code == code && (error as? Diagnostic)?.place?.file == "office.db"
    }
  }

  private let table = """
    CREATE TABLE t (id TEXT, n INTEGER, x REAL, b BLOB);
    INSERT INTO t VALUES ('a', 12, 12.300000000000001, NULL), ('名', NULL, 1e308, NULL), ('', 0, -0.5, NULL);
    """

  @Test func `A query gives its columns and its rows`() throws {
    let reading = try withDatabase(table) { try read($0, "SELECT id, n, x FROM t -- all\n ;") }
    #expect(
      reading.rows == [
        ["id", "n", "x"], ["a", "12", "12.3"], ["名", "", "1e308"], ["", "0", "-0.5"],
      ])
    #expect(reading.lines == [0, 1, 2, 3])
    #expect(reading.columns == [1, 2, 3])
  }

  @Test func `Bytes and broken text are told with their row, and the rows go on`() throws {
    let reading = try withDatabase(table) {
      try read($0, "SELECT x'00' AS b, CAST(x'ff' AS TEXT) AS c, 1 AS n")
    }
    #expect(reading.problems.map(\.code) == ["database-blob", "wrong-encoding"])
    #expect(reading.problems.map { $0.place?.line } == [1, 1])
    #expect(reading.rows.last == ["", "", "1"])
  }

  @Test(arguments: [
    ("DELETE FROM t", "database-write"), ("DROP TABLE t", "database-write"),
    ("INSERT INTO t (id) VALUES ('x') RETURNING id", "database-write"),
    ("ATTACH '/tmp/x.db' AS x", "database-write"), ("PRAGMA table_info(t)", "database-write"),
    ("PRAGMA query_only=OFF", "database-write"), ("BEGIN", "database-write"),
    ("VACUUM INTO '/tmp/annals-stolen.db'", "database-write"),
    ("EXPLAIN SELECT 1", "database-write"),
    ("SELECT * FROM pragma_table_info('t')", "database-write"),
    ("SELECT load_extension('x')", "database-write"),
    ("SELECT 1; DELETE FROM t", "database-several"), ("SELECT 1; SELECT 2", "database-several"),
    ("", "database-query"), ("-- nothing", "database-query"), ("SELEC 1", "database-query"),
    ("SELECT * FROM nowhere", "database-query"), ("SELECT 1; x", "database-several"),
    ("SELECT zeroblob(1000000000)", "database-query"),
    ("SELECT 1\0", "database-query"),
  ])
  func `A query that does more than read one answer is refused`(query: String, code: String) throws
  {
    try withDatabase(table) { path throws in
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      expect(code, path, query)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: (path as NSString).deletingLastPathComponent) == ["office.db"])
    }
  }

  @Test func `A query without end stops at its limit of time`() throws {
    try withDatabase(table) { path throws in
      expect(
        "database-timeout", path,
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r")
      expect(
        "database-timeout", path,
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r")
    }
  }

  @Test func `A view and a trigger of the schema cannot write`() throws {
    let hostile =
      table
        + """
        CREATE VIEW v AS SELECT load_extension('x') AS id FROM t;
        CREATE TRIGGER w INSTEAD OF INSERT ON v BEGIN DELETE FROM t; END;
        """
    try withDatabase(hostile) { path throws in
      expect("database-write", path, "SELECT * FROM v")
      expect("database-write", path, "INSERT INTO v VALUES (1)")
      #expect(try read(path, "SELECT count(*) AS c FROM t").rows == [["c"], ["3"]])
    }
  }

  @Test func `What is no database, cut, newer or locked is told`() throws {
    try withFile(Array("not a database".utf8), named: "x.db") { expect("database-unknown", $0) }
    try withFile([], named: "x.db") { expect("database-unknown", $0) }
    try withFile((0..<9000).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 3) }, named: "x.db") {
      expect("database-unknown", $0)
    }
    expect("unreadable-file", "/nowhere/x.db")
    expect("not-a-file", "/dev/zero")
    let many = table + "INSERT INTO t SELECT randomblob(500), n, x, b FROM t, (SELECT 1 FROM t);"
    let bytes = try withDatabase(many) { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    try withFile(Array(bytes[..<4096]), named: "x.db") { expect("database-damaged", $0) }
    var newer = bytes
    newer[19] = 3
    try withFile(newer, named: "x.db") { expect("database-newer", $0) }
    newer = bytes
    newer[47] = 5
    try withFile(newer, named: "x.db") { expect("database-newer", $0) }
  }

  @Test func `A locked database is told`() throws {
    try withDatabase(table) { path throws in
      var database: OpaquePointer?
      defer { sqlite3_close_v2(database) }
      try #require(sqlite3_open(path, &database) == SQLITE_OK)
      try #require(sqlite3_exec(database, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
      expect("database-locked", path)
    }
  }

  @Test func `A damaged database gives rows or a problem, never a trap`() throws {
    let bytes = try withDatabase(table) { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    for index in stride(from: 100, to: bytes.count, by: 61) {
      var changed = bytes
      changed[index] ^= 0xFF
      try withFile(changed, named: "x.db") { path throws in
        do { _ = try read(path, "SELECT * FROM t") } catch { #expect(error is Diagnostic) }
      }
    }
  }

  @Test func `A database with a write-ahead log at rest leaves nothing beside it`() throws {
    try withDatabase("PRAGMA journal_mode=WAL;" + table) { path throws in
      #expect(try read(path, "SELECT count(*) AS n FROM t").rows == [["n"], ["3"]])
      let folder = (path as NSString).deletingLastPathComponent
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["office.db"])
    }
  }

  @Test func `A path with marks of a URI is a path`() throws {
    try withFile([], named: "a?b#c%20&.db") { path throws in
      try run(table, on: path)
      #expect(try read(path, "SELECT count(*) AS n FROM t").rows == [["n"], ["3"]])
    }
  }
}
