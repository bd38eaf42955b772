/// The answer of a query on an SQLite database, read row by row.
///
/// The database is opened for reading only, and the query may do nothing but read: one `SELECT`,
/// no pragmas, no attaching, no functions that schemas may misuse, and a limit of time.
public struct SQLiteSource: TableSource {
  /// The database, as it is called in messages.
  public let origin: RecordOrigin
  private let reader: SQLiteReader
  private var line = 0
  private var hasHead = false

  /// Opens a database and prepares a query.
  ///
  /// - Parameters:
  ///   - path: The path of the file, which the caller has found to lie in the report's folder.
  ///   - name: What the database is called in messages.
  ///   - query: One `SELECT`; its columns' names are the head.
  ///   - timeLimit: How long the database may work on the query.
  /// - Throws: `Diagnostic` with a code that begins with `database-`, or `unreadable-file`.
  public init(
    path: String, name: String, query: String, timeLimit: Duration = .seconds(60)
  ) throws(Diagnostic) {
    origin = RecordOrigin(file: name)
    try SQLiteHeader.check(path, at: Place(file: name))
    reader = try SQLiteReader(path: path, place: Place(file: name), timeLimit: timeLimit)
    try reader.prepare(query)
  }

  /// What is wrong with the rows so far, and did not stop the reading.
  public var problems: [Diagnostic] { reader.problems.diagnostics }

  /// Reads the next row, the columns' names first; false at the end.
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
