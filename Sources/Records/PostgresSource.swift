/// The answer of a query on a PostgreSQL database, read row by row in a transaction that can only
/// read. Nothing that the connection text says is told in a message.
public struct PostgresSource: TableSource {
  /// The database, as it is called in messages.
  public let origin: RecordOrigin
  private let reader: PostgresReader
  private var line = 0
  private var hasHead = false

  /// Connects and starts a query.
  ///
  /// - Parameters:
  ///   - connection: A conninfo text, a URI, or the name of a service of `pg_service.conf`.
  ///   - name: What the database is called in messages; without secrets.
  ///   - query: One `SELECT`; its columns' names are the head.
  ///   - timeLimit: How long the server may work on the query.
  /// - Throws: `Diagnostic` with a code that begins with `database-`.
  public init(
    connection: String, name: String, query: String, timeLimit: Duration = .seconds(60)
  ) throws(Diagnostic) {
    origin = RecordOrigin(file: name)
    reader = try PostgresReader(
      connection: connection, place: Place(file: name), timeLimit: timeLimit)
    try reader.start(query)
  }

  /// What is wrong with the rows so far, and did not stop the reading.
  public var problems: [Diagnostic] { reader.problems.diagnostics }

  /// Reads the next row, the columns' names first; false at the end.
  ///
  /// - Throws: `Diagnostic`; the rows so far are then only a part of the answer, and not to be kept.
  public mutating func next(into row: inout TableRow) throws(Diagnostic) -> Bool {
    row.removeAll()
    guard hasHead else {
      hasHead = true
      reader.appendHead(to: &row)
      return true
    }
    guard try reader.step() else { return false }
    line += 1
    reader.appendRow(line: line, to: &row)
    return true
  }
}
