import CSQLite

/// A prepared statement: values in by the number of the parameter from 1, values out by the number
/// of the column from 0.
final class SQLiteStatement {
  let handle: OpaquePointer
  private let connection: SQLiteConnection

  /// Prepares one statement.
  ///
  /// - Throws: `SQLiteProblem`, also where the text holds no statement or several.
  init(_ sql: String, on connection: SQLiteConnection) throws(SQLiteProblem) {
    self.connection = connection
    var prepared: OpaquePointer?
    var rest = 0
    let count = sql.utf8.count
    let code = sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(
        connection.handle, text, Int32(clamping: count + 1), 0, &prepared, &tail)
      rest = tail.map { text.distance(to: $0) } ?? count
      return code
    }
    guard code == SQLITE_OK else { throw connection.problem(code) }
    guard let prepared else {
      throw SQLiteProblem(code: SQLITE_ERROR, message: "is empty")
    }
    handle = prepared
    try refuseSecond(in: sql.utf8.dropFirst(rest))
  }

  deinit { sqlite3_finalize(handle) }

  private func refuseSecond(in rest: Substring.UTF8View) throws(SQLiteProblem) {
    let isBlank = rest.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0x3B }
    guard !isBlank else { return }
    var second: OpaquePointer?
    let text = String(decoding: rest, as: UTF8.self)
    let code = sqlite3_prepare_v2(connection.handle, text, -1, &second, nil)
    defer { sqlite3_finalize(second) }
    // What is no statement and no mistake is a comment.
    guard code == SQLITE_OK, second == nil, !text.utf8.contains(0) else {
      throw SQLiteProblem(code: SQLITE_ERROR, message: "holds more than one statement")
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws(SQLiteProblem) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw connection.problem(code)
    }
  }

  /// Runs a statement that returns nothing, and makes it ready to run again.
  func run() throws(SQLiteProblem) {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw connection.problem(code) }
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  // MARK: Values in

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(handle, index, Int64(number)) }

  func bind(_ number: Double?, at index: Int32) {
    guard let number else { return bindNull(at: index) }
    sqlite3_bind_double(handle, index, number)
  }

  func bind(_ text: String?, at index: Int32) {
    guard var text else { return bindNull(at: index) }
    text.withUTF8 { utf8 in
      _ = utf8.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(
          handle, index, characters.baseAddress, Int32(clamping: characters.count),
          Self.copied)
      }
    }
  }

  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  /// Tells SQLite to copy what is bound.
  static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// The names of the parameters, each with its colon; nil for one without a name.
  var parameters: [String?] {
    let count = sqlite3_bind_parameter_count(handle)
    return (0..<max(0, count)).map { index in
      sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) }
    }
  }

  // MARK: Values out

  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { index in
      sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
    }
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The bytes of a text or blob, which last until the next step; nil for NULL.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard let text = sqlite3_column_text(handle, column) else { return nil }
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a blob; none for NULL.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
  }
}
