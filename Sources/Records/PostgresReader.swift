import CPQ
import Glibc

/// A connection to a server whose transaction can only read, and the query that runs on it.
final class PostgresReader {
  private let connection: PostgresConnection
  private let place: Place
  private var columns: [(name: String, type: UInt32)] = []
  private var result: OpaquePointer?
  private(set) var problems: ProblemList

  init(connection text: String, place: Place, timeLimit: Duration) throws(Diagnostic) {
    self.place = place
    problems = ProblemList(origin: RecordOrigin(file: place.file))
    connection = try PostgresConnection(text, place: place, timeLimit: timeLimit)
  }

  deinit { PQclear(result) }

  /// Has the server check the query, then asks for its rows one by one.
  func start(_ query: String) throws(Diagnostic) {
    guard PostgresQuery.reads(query) else { throw refused }
    try connection.prepare(query)
    let description = PQdescribePrepared(connection.server, "")
    defer { PQclear(description) }
    let count = PQnfields(description)
    guard PQresultStatus(description) == PGRES_COMMAND_OK, count > 0 else { throw refused }
    guard Int(count) <= XLSXHead.columnLimit else {
      throw Diagnostic(
        .error, code: "database-query", "the query has more than \(XLSXHead.columnLimit) columns",
        at: place)
    }
    guard PQnparams(description) == 0 else {
      throw Diagnostic(
        .error, code: "database-query", "the query has a parameter such as $1", at: place,
        hint: "write the value")
    }
    columns = (0..<count).map { column in
      (PQfname(description, column).map { String(cString: $0) } ?? "", PQftype(description, column))
    }
    guard PQsendQueryPrepared(connection.server, "", 0, nil, nil, nil, 0) == 1,
      PQsetSingleRowMode(connection.server) == 1
    else { throw connection.problem(nil) }
  }

  func appendHead(to row: inout TableRow) {
    for (index, column) in columns.enumerated() {
      row.append(column.name.utf8)
      row.endCell(line: 0, column: index + 1)
    }
  }

  /// Goes to the next row of the answer; false at the end.
  func step() throws(Diagnostic) -> Bool {
    PQclear(result)
    result = nil
    try connection.wait()
    guard let next = PQgetResult(connection.server) else { return false }
    result = next
    switch PQresultStatus(next) {
    case PGRES_SINGLE_TUPLE: return true
    case PGRES_TUPLES_OK:
      // The last result of an answer has no row; the transaction ends with the connection.
      return false
    default: throw connection.problem(next)
    }
  }

  func appendRow(line: Int, to row: inout TableRow) {
    for index in columns.indices {
      append(Int32(index), line: line, to: &row)
      row.endCell(line: line, column: index + 1)
    }
  }

  private func append(_ column: Int32, line: Int, to row: inout TableRow) {
    guard PQgetisnull(result, 0, column) == 0, let start = PQgetvalue(result, 0, column) else {
      return
    }
    let bytes = UnsafeRawBufferPointer(
      start: start, count: Int(PQgetlength(result, 0, column)))
    do {
      try PostgresValue(type: columns[Int(column)].type).append(bytes, to: &row)
    } catch {
      problems.add(
        .error, error.code, error.message, line: line, column: Int(column) + 1, hint: error.hint)
    }
  }

  private var refused: Diagnostic {
    Diagnostic(
      .error, code: "database-write", "the query does more than read", at: place,
      hint: "write one SELECT; nothing may be changed")
  }
}
