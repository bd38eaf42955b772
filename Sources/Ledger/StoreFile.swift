import CSQLite
public import Records

/// Why a store from the cache is not used; the sources are read again.
public enum StoreRejection: Error, Hashable, Sendable {
  /// The bytes are no database, or one of another program.
  case notAStore
  /// The file is shorter or longer than it says.
  case truncated
  /// The database is not whole, or its tables are not those of a store.
  case damaged
  /// An older version of the program wrote it.
  case older
  /// A newer version of the program wrote it, which may still need it: it is left alone.
  case newer(version: Int)
  /// The sources, the vocabulary or the settings have changed since.
  case changed

  /// What is told: only of a newer store, which is not overwritten.
  public func diagnostic(file: String) -> Diagnostic? {
    guard case .newer(let version) = self else { return nil }
    return Diagnostic(
      .warning, code: "store-newer",
      "\(quoted(file)) was written by a newer version of annals (format \(version))",
      at: Place(file: file),
      hint:
        "the sources are read again and the file is left alone; use the newer version, or delete it"
    )
  }
}

extension LedgerStore {
  /// The whole store as the bytes of an SQLite file.
  ///
  /// - Parameter fingerprint: What the store depends on, as one text: a digest of the sources, the
  ///   vocabulary, the indicators and the settings.
  /// - Throws: `LedgerProblems` with the code `ledger-store`.
  public func serialized(fingerprint: String) throws(LedgerProblems) -> [UInt8] {
    do throws(SQLiteProblem) {
      return try read { (connection) throws(SQLiteProblem) in
        let header = try connection.prepare("INSERT OR REPLACE INTO header VALUES (?, ?)")
        for (key, value) in [("fingerprint", fingerprint), ("schema", schema.fingerprint)] {
          header.bind(key, at: 1)
          header.bind(value, at: 2)
          try header.run()
        }
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(connection.handle, "main", &size, 0) else {
          throw SQLiteProblem(code: SQLITE_NOMEM, message: "out of memory")
        }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
      }
    } catch {
      throw LedgerProblems([StoreFilling.diagnostic(error)])
    }
  }

  /// A store from the bytes of an SQLite file that `serialized` made, if it is whole and still holds.
  ///
  /// - Throws: `StoreRejection`: the reason to read the sources again.
  public convenience init(
    serialized bytes: [UInt8], vocabulary: Vocabulary, languages: [String] = ["en", "zh"],
    fingerprint: String
  ) throws(StoreRejection) {
    try StoreHead(bytes).check(count: bytes.count)
    let schema = StoreSchema(vocabulary: vocabulary, languages: languages)
    do {
      let connection = try SQLiteConnection()
      try Self.load(bytes, into: connection)
      guard try Self.isWhole(connection) else { throw StoreRejection.damaged }
      let header = try Self.header(of: connection)
      guard header["fingerprint"] == fingerprint, header["schema"] == schema.fingerprint else {
        throw StoreRejection.changed
      }
      guard try Self.tables(of: connection) == schema.expected else {
        throw StoreRejection.damaged
      }
      try self.init(
        connection, schema: schema, problems: try StoredProblems.read(from: connection))
    } catch let rejection as StoreRejection {
      throw rejection
    } catch {
      throw .damaged
    }
  }

  private static func load(
    _ bytes: [UInt8], into connection: SQLiteConnection
  ) throws(SQLiteProblem) {
    guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else {
      throw SQLiteProblem(code: SQLITE_NOMEM, message: "out of memory")
    }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { copy.copyMemory(from: start, byteCount: source.count) }
    }
    // SQLite frees the copy with the connection.
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE) | UInt32(SQLITE_DESERIALIZE_RESIZEABLE)
    let code = sqlite3_deserialize(
      connection.handle, "main", copy.assumingMemoryBound(to: UInt8.self),
      sqlite3_int64(bytes.count), sqlite3_int64(bytes.count), flags)
    guard code == SQLITE_OK else { throw connection.problem(code) }
    try connection.execute(
      """
      PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY
      """)
  }

  private static func isWhole(_ connection: SQLiteConnection) throws(SQLiteProblem) -> Bool {
    let check = try connection.prepare("PRAGMA quick_check(1)")
    return try check.step() && check.text(0) == "ok"
  }

  private static func header(
    of connection: SQLiteConnection
  ) throws(SQLiteProblem) -> [String: String] {
    let rows = try connection.prepare("SELECT key, value FROM header")
    var found: [String: String] = [:]
    while try rows.step() { found[rows.text(0) ?? ""] = rows.text(1) }
    return found
  }

  private static func tables(of connection: SQLiteConnection) throws(SQLiteProblem) -> Set<String> {
    let rows = try connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    var found: Set<String> = []
    while try rows.step() { found.insert(rows.text(0) ?? "") }
    return found
  }
}

extension StoreSchema {
  /// Every statement that made the store, which is all that its schema may hold: no trigger.
  var expected: Set<String> { Set(tables + indexes + [Self.registryIndex]) }

  /// The same, short enough for the header (FNV-1a, 64 bits).
  var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (tables + indexes).joined(separator: ";").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}

/// What the first hundred bytes of an SQLite file say.
private struct StoreHead {
  private let isSQLite: Bool
  private let size: Int
  private let applicationID: UInt32
  private let version: UInt32

  init(_ bytes: [UInt8]) {
    let isSQLite = bytes.count >= 100 && bytes.starts(with: "SQLite format 3\0".utf8)
    func number(_ offset: Int, _ count: Int) -> UInt32 {
      guard isSQLite else { return 0 }
      return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    self.isSQLite = isSQLite
    let page = number(16, 2)
    size = Int(page == 1 ? 65536 : page) * Int(number(28, 4))
    version = number(60, 4)
    applicationID = number(68, 4)
  }

  func check(count: Int) throws(StoreRejection) {
    guard isSQLite, applicationID == StoreSchema.applicationID else { throw .notAStore }
    guard version <= StoreSchema.version else { throw .newer(version: Int(version)) }
    guard version == StoreSchema.version else { throw .older }
    guard size == count else { throw .truncated }
  }
}

/// The problems of a store as rows.
enum StoredProblems {
  static func write(
    _ problems: [Diagnostic], to connection: SQLiteConnection
  ) throws(SQLiteProblem) {
    let insert = try connection.prepare("INSERT INTO problems VALUES (?,?,?,?,?,?,?,?,?)")
    for (number, problem) in problems.enumerated() {
      insert.reset()
      insert.bind(number, at: 1)
      insert.bind(problem.severity.rawValue, at: 2)
      insert.bind(problem.code, at: 3)
      insert.bind(problem.message, at: 4)
      if let place = problem.place {
        insert.bind(place.file, at: 5)
        insert.bind(place.sheet, at: 6)
        insert.bind(place.line, at: 7)
        insert.bind(place.column, at: 8)
      }
      insert.bind(problem.hint, at: 9)
      try insert.run()
    }
  }

  static func read(from connection: SQLiteConnection) throws(SQLiteProblem) -> [Diagnostic] {
    let rows = try connection.prepare(
      """
      SELECT severity, code, message, file, sheet, line, "column", hint FROM problems
      ORDER BY number
      """)
    var problems: [Diagnostic] = []
    while try rows.step() {
      let place = rows.text(3).map { file in
        Place(file: file, line: rows.integer(5), column: rows.integer(6), sheet: rows.text(4))
      }
      problems.append(
        Diagnostic(
          Diagnostic.Severity(rawValue: rows.text(0) ?? "") ?? .error, code: rows.text(1) ?? "",
          rows.text(2) ?? "", at: place, hint: rows.text(7)))
    }
    return problems
  }
}
