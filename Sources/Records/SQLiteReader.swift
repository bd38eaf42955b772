import CSQLite
import Glibc

/// A connection to a database that can only read, and the query that runs on it.
final class SQLiteReader {
  private let place: Place
  private let timeLimit: Duration
  private var database: OpaquePointer?
  private var statement: OpaquePointer?
  private var clock: SQLiteClock
  private(set) var problems: ProblemList

  init(path: String, place: Place, timeLimit: Duration) throws(Diagnostic) {
    self.place = place
    self.timeLimit = timeLimit
    clock = SQLiteClock(limit: timeLimit)
    problems = ProblemList(origin: RecordOrigin(file: place.file))
    let name =
      "file://" + Self.escaped(path) + (SQLiteHeader.isAtRest(path) ? "?immutable=1" : "?mode=ro")
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let result = sqlite3_open_v2(name, &database, flags, nil)
    guard result == SQLITE_OK else { throw problem(result) }
    try harden()
  }

  deinit {
    sqlite3_finalize(statement)
    sqlite3_close_v2(database)
  }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    let real = realpath(path, nil)
    defer { free(real) }
    var text = ""
    for byte in (real.map { String(cString: $0) } ?? path).utf8 {
      let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      if isWord || [0x2F, 0x2E, 0x2D, 0x5F].contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }

  /// Shuts what a schema made to harm could use, then all but reading.
  private func harden() throws(Diagnostic) {
    sqlite3_busy_timeout(database, 2000)
    sqlite3_extended_result_codes(database, 1)
    for (limit, value) in [
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, 16 << 20),
      (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_COLUMN, Int32(XLSXHead.columnLimit)),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] as [(Int32, Int32)] { sqlite3_limit(database, limit, value) }
    for pragma in ["trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "mmap_size=0"] {
      let result = sqlite3_exec(database, "PRAGMA " + pragma, nil, nil, nil)
      guard result == SQLITE_OK else { throw problem(result) }
    }
    sqlite3_set_authorizer(
      database,
      { _, action, _, name, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          let function = name.map { String(cString: $0).lowercased() } ?? ""
          let refused = ["load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"]
          return refused.contains(function) ? SQLITE_DENY : SQLITE_OK
        default: return SQLITE_DENY
        }
      }, nil)
    sqlite3_progress_handler(
      database, 1000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<SQLiteClock>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(clock).toOpaque())
  }

  /// Prepares the only statement of a text.
  func prepare(_ query: String) throws(Diagnostic) {
    let text = Array(query.utf8CString)
    guard !query.utf8.contains(0) else {
      throw Diagnostic(
        .error, code: "database-query", "the query contains a NUL character", at: place)
    }
    var rest: String?
    let result = text.withUnsafeBufferPointer { buffer -> Int32 in
      var tail: UnsafePointer<CChar>?
      let result = sqlite3_prepare_v2(database, buffer.baseAddress, -1, &statement, &tail)
      rest = tail.map { String(cString: $0) }
      return result
    }
    guard result == SQLITE_OK else { throw problem(result) }
    guard let statement else {
      throw Diagnostic(.error, code: "database-query", "the query is empty", at: place)
    }
    var second: OpaquePointer?
    let more = sqlite3_prepare_v2(database, rest ?? "", -1, &second, nil)
    sqlite3_finalize(second)
    guard more == SQLITE_OK, second == nil else {
      throw Diagnostic(
        .error, code: "database-several", "the query holds several statements", at: place,
        hint: "keep one SELECT")
    }
    guard sqlite3_column_count(statement) > 0, sqlite3_stmt_readonly(statement) != 0,
      sqlite3_stmt_isexplain(statement) == 0
    else { throw refused }
  }

  func appendHead(to row: inout TableRow) {
    for column in 0..<sqlite3_column_count(statement) {
      if let name = sqlite3_column_name(statement, column) {
        row.append(String(cString: name).utf8)
      }
      row.endCell(line: 0, column: Int(column) + 1)
    }
  }

  /// Goes to the next row of the answer; false at the end.
  func step() throws(Diagnostic) -> Bool {
    clock.start()
    let result = sqlite3_step(statement)
    clock.stop()
    switch result {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw problem(result)
    }
  }

  func appendRow(line: Int, to row: inout TableRow) {
    for column in 0..<sqlite3_column_count(statement) {
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: row.append(String(sqlite3_column_int64(statement, column)).utf8)
      case SQLITE_FLOAT:
        let value = sqlite3_column_double(statement, column)
        row.append((value.isFinite ? NumberText.text(value) : String(value)).utf8)
      case SQLITE_TEXT: appendText(column, line: line, to: &row)
      case SQLITE_BLOB:
        problems.add(
          .error, "database-blob", "the value is bytes, not text", line: line,
          column: Int(column) + 1, hint: "leave the column out of the query")
      default: break
      }
      row.endCell(line: line, column: Int(column) + 1)
    }
  }

  private func appendText(_ column: Int32, line: Int, to row: inout TableRow) {
    guard let start = sqlite3_column_text(statement, column) else { return }
    let count = Int(sqlite3_column_bytes(statement, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard isUTF8(bytes) else {
      return problems.add(
        .error, "wrong-encoding", "the text is not valid UTF-8", line: line,
        column: Int(column) + 1, hint: "correct the text in the database")
    }
    row.append(bytes)
  }

  private var refused: Diagnostic {
    Diagnostic(
      .error, code: "database-write", "the query does more than read", at: place,
      hint: "write one SELECT; nothing may be changed or attached")
  }

  private func problem(_ code: Int32) -> Diagnostic {
    let message = sqlite3_errmsg(database).map { String(cString: $0) } ?? "error \(code)"
    func made(_ code: String, _ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(.error, code: code, message, at: place, hint: hint)
    }
    switch code & 0xFF {
    case SQLITE_AUTH, SQLITE_READONLY: return refused
    case SQLITE_BUSY, SQLITE_LOCKED:
      return made(
        "database-locked", "the database is locked by another program", "close the other program")
    case SQLITE_CORRUPT, SQLITE_IOERR:
      return made(
        "database-damaged", "the database is damaged: \(message)",
        "restore it from a copy, or export the table as CSV")
    case SQLITE_NOTADB:
      return made(
        "database-unknown", "the file is not an SQLite database, or it is encrypted",
        "name the database file itself, without a password")
    case SQLITE_INTERRUPT:
      return made(
        "database-timeout", "the query takes longer than \(timeLimit.components.seconds) s",
        "ask for less, or add an index")
    case SQLITE_CANTOPEN:
      return made("database-unreadable", "the database cannot be opened", "check who may read it")
    case SQLITE_TOOBIG:
      return made("database-query", message, "leave long values out of the query")
    default:
      // What the authorizer refuses inside a function or a virtual table is an error like any other.
      if message.hasPrefix("not authorized") || message.hasPrefix("unsafe use") { return refused }
      return made("database-query", "the query fails: \(message)", nil)
    }
  }
}

/// The time that a database has worked on a query; what is done with its rows does not count.
private final class SQLiteClock {
  private let limit: Duration
  private var spent = Duration.zero
  private var began: ContinuousClock.Instant?

  init(limit: Duration) { self.limit = limit }

  func start() { began = ContinuousClock.now }

  func stop() {
    if let began { spent += ContinuousClock.now - began }
    began = nil
  }

  var isOver: Bool {
    guard let began else { return spent > limit }
    return spent + (ContinuousClock.now - began) > limit
  }
}

/// Whether bytes are UTF-8 throughout.
func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid: continue
    case .emptyInput: return true
    case .error: return false
    }
  }
}
