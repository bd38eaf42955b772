import CSQLite

/// What SQLite refused, in its own words.
struct SQLiteProblem: Error {
  var code: Int32
  var message: String
  /// The byte of the statement at which the problem lies; nil where SQLite does not say.
  var offset: Int?
}

/// A connection to a database in memory.
///
/// It is used from one thread at a time, which whoever owns it sees to.
final class SQLiteConnection {
  let handle: OpaquePointer

  init() throws(SQLiteProblem) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw SQLiteProblem(code: code, message: "cannot open a database in memory")
    }
    handle = opened
    // Else SQLite takes "hosted" for a text where no column has the name, and mistakes stay hidden.
    annals_refuse_double_quoted_strings(handle)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that return nothing.
  func execute(_ sql: String) throws(SQLiteProblem) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw problem(code) }
  }

  func prepare(_ sql: String) throws(SQLiteProblem) -> SQLiteStatement {
    try SQLiteStatement(sql, on: self)
  }

  /// The integer that a query's first column gives; nil for no row and NULL.
  func integer(_ sql: String) throws(SQLiteProblem) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() && !statement.isNull(0) ? statement.integer(0) : nil
  }

  func problem(_ code: Int32) -> SQLiteProblem {
    let offset = sqlite3_error_offset(handle)
    return SQLiteProblem(
      code: code, message: String(cString: sqlite3_errmsg(handle)),
      offset: offset >= 0 ? Int(offset) : nil)
  }
}

/// A name as SQL takes it, whatever characters it holds.
func identifier(_ name: String) -> String { doubled(0x22, in: name) }

/// A text as SQL takes it.
func literal(_ text: String) -> String { doubled(0x27, in: text) }

/// A text between quotation marks, with those in it doubled.
private func doubled(_ mark: UInt8, in text: String) -> String {
  var bytes = [mark]
  bytes.reserveCapacity(text.utf8.count + 2)
  for byte in text.utf8 {
    bytes.append(byte)
    if byte == mark { bytes.append(mark) }
  }
  bytes.append(mark)
  return String(decoding: bytes, as: UTF8.self)
}
