import Foundation
import Testing

@testable import Records

/// The connection text of a server that may be used for tests; scripts/postgres.sh starts one.
private let server = ProcessInfo.processInfo.environment["ANNALS_TEST_POSTGRES"] ?? ""

@Suite(.enabled(if: !server.isEmpty, "set ANNALS_TEST_POSTGRES: scripts/postgres.sh start DIR"))
struct PostgresSourceTests {
  private func read(
    _ query: String, connection: String = server, timeLimit: Duration = .seconds(20)
  ) throws -> TableReading {
    try TableReading(
      PostgresSource(connection: connection, name: "office", query: query, timeLimit: timeLimit)
    ) { ($0 as? PostgresSource)?.problems ?? [] }
  }

  private func failure(_ query: String, connection: String = server) -> Diagnostic? {
    do {
      _ = try read(query, connection: connection, timeLimit: .milliseconds(500))
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  @Test func `Every type becomes the text of a record`() throws {
    let reading = try read("SELECT * FROM mobility WHERE id LIKE 'mob-%' ORDER BY id")
    #expect(
      reading.rows == [
        [
          "id", "direction", "heads", "share", "cost", "starts", "logged", "is_virtual", "places",
          "note",
        ],
        [
          "mob-1", "inbound", "12", "12.3", "1200.50", "2019-05-06", "2019-05-06", "true", "BG;CN",
          "Made-up data about no institution",
        ],
        ["mob-2", "outbound", "", "0.1", "", "", "2019-05-06T14:30:00", "false", "", "名称"],
        ["mob-3", "outbound", "0", "0.3", "0.00", "2018-12-31", "", "", "", ""],
      ])
    #expect(reading.lines == [0, 1, 2, 3])
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("SELECT ARRAY['a b', 'c\"d', NULL, 'NULL', '', 'x,y'] AS v", "a b;c\"d;NULL;;x,y"),
    ("SELECT ARRAY[1, 2, 3] AS v", "1;2;3"), ("SELECT ARRAY[true, false] AS v", "t;f"),
    ("SELECT '2019-05-06 00:00:00.5'::timestamp AS v", "2019-05-06T00:00:00"),
    ("SELECT 1e20::float8 AS v", "100000000000000000000"), ("SELECT 'NaN'::float8 AS v", "NaN"),
    ("SELECT 'a' AS v -- that is all", "a"), ("/* x */ -- y\n SELECT 1 AS v", "1"),
    ("(SELECT 1 AS v)", "1"), ("WITH w AS (SELECT 2 AS v) SELECT v FROM w;", "2"),
    ("VALUES (3)", "3"),
  ])
  func `One value`(query: String, text: String) throws {
    #expect(try read(query).rows.last == [text])
  }

  @Test(arguments: [
    ("SELECT '\\x00'::bytea AS v", "database-blob"),
    ("SELECT ARRAY[[1],[2]] AS v", "database-array"),
    ("SELECT ARRAY['a;b'] AS v", "database-array"),
    ("SELECT '[2:2]={1}'::int[] AS v", "database-array"),
  ])
  func `A value that is no text is told with its row`(query: String, code: String) throws {
    let reading = try read(query)
    #expect(reading.problems.map(\.code) == [code])
    #expect(reading.problems.first?.place == Place(file: "office", line: 1, column: 1))
  }

  @Test(arguments: [
    ("DELETE FROM mobility", "database-write"), ("DROP TABLE mobility", "database-write"),
    ("INSERT INTO mobility (id) VALUES ('x') RETURNING id", "database-write"),
    ("WITH d AS (DELETE FROM mobility RETURNING id) SELECT id FROM d", "database-write"),
    ("SELECT write_one()", "database-write"), ("COMMIT", "database-write"),
    ("COPY mobility TO STDOUT", "database-write"), ("SET TRANSACTION READ WRITE", "database-write"),
    ("/* SELECT */ DELETE FROM mobility", "database-write"), ("", "database-write"),
    ("SELECT id INTO stolen FROM mobility", "database-write"),
    ("SELECT set_config('transaction_read_only', 'off', false)", "database-write"),
    ("SELECT 1; DELETE FROM mobility", "database-several"),
    ("SELECT 1; SELECT 2", "database-several"),
    ("SELEC 1", "database-write"), ("SELECT FROM WHERE", "database-query"),
    ("SELECT * FROM nowhere", "database-query"), ("SELECT 1 / 0", "database-query"),
    ("SELECT $1::int", "database-query"), ("SELECT pg_sleep(10)", "database-timeout"),
    ("SELECT * FROM pg_authid", "database-query"),
  ])
  func `A query that does more than read one answer is refused`(query: String, code: String) throws
  {
    #expect(failure(query)?.code == code)
    #expect(failure(query)?.place == Place(file: "office"))
    #expect(try read("SELECT count(*) AS n FROM mobility").rows == [["n"], ["3"]])
  }

  @Test func `A wrong password is told without any password`() throws {
    let guarded = server.replacing("user=annals", with: "user=annals_guarded")
    #expect(
      try read("SELECT 1 AS n", connection: guarded + " password=right-and-secret").rows.count == 2)
    let wrong = try #require(
      failure("SELECT 1", connection: guarded + " password=wrong-but-secret"))
    #expect(wrong.code == "database-connection")
    #expect(!"\(wrong)".contains("wrong-but-secret"))
    #expect(wrong.message.contains("annals_guarded"))
  }

  @Test(arguments: [
    "host=127.0.0.1 port=1 user=x password=hush-hush", "postgresql://x:hush-hush@127.0.0.1:1/y",
    "host=127.0.0.1 port=1 hush-hush", "postgresql://x:hush%zzhush@127.0.0.1/y", "hush-hush",
    "host=nowhere.invalid user=x password=hush-hush", "password='hush-hush", "",
  ])
  func `A server that cannot be reached is told without secrets`(connection: String) throws {
    let problem = try #require(failure("SELECT 1", connection: connection))
    #expect(problem.code == "database-connection")
    #expect(connection == "hush-hush" || !"\(problem)".contains("hush"))
  }

  @Test func `A server that goes away while rows stream leaves a problem, not an end`() throws {
    var source = try PostgresSource(
      connection: server + " application_name=annals_victim", name: "office",
      query: "SELECT n, repeat('x', 1000) AS x FROM generate_series(1, 2000000) AS n")
    var row = TableRow()
    for _ in 0..<100 { #expect(try source.next(into: &row)) }
    let killed = try read(
      "SELECT count(pg_terminate_backend(pid)) AS n FROM pg_stat_activity "
        + "WHERE application_name = 'annals_victim'")
    #expect(killed.rows.last == ["1"])
    var count = 0
    #expect {
      while try source.next(into: &row) { count += 1 }
    } throws: { ($0 as? Diagnostic)?.code == "database-lost" }
    #expect(count < 1_999_000)
  }

  @Test func `A hundred thousand rows stream`() throws {
    var source = try PostgresSource(
      connection: server, name: "office",
      query: "SELECT n, 'x' || n AS x FROM generate_series(1, 100000) AS n")
    var row = TableRow()
    var count = 0
    while try source.next(into: &row) { count += 1 }
    #expect(count == 100_001)
    #expect(row.count == 0)
  }
}
