public import Foundation
public import Records

extension LedgerExport {
  private static let figureTables = """
    CREATE TABLE figures (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name_en TEXT, name_zh TEXT,
      definition_en TEXT, definition_zh TEXT, unit_en TEXT, unit_zh TEXT, kind TEXT NOT NULL,
      number REAL, precision TEXT, upper REAL, suppressed INTEGER NOT NULL, itemised INTEGER,
      target REAL, sql TEXT NOT NULL
    ) STRICT;
    CREATE TABLE figure_series (
      figure_id TEXT NOT NULL REFERENCES figures(id), item INTEGER NOT NULL, period TEXT NOT NULL,
      number REAL, precision TEXT, upper REAL, suppressed INTEGER NOT NULL, published TEXT,
      PRIMARY KEY (figure_id, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure_parts (
      figure_id TEXT NOT NULL REFERENCES figures(id), field TEXT NOT NULL, item INTEGER NOT NULL,
      key TEXT, name_en TEXT, name_zh TEXT, number REAL, precision TEXT, upper REAL,
      suppressed INTEGER NOT NULL, PRIMARY KEY (figure_id, field, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure_records (
      figure_id TEXT NOT NULL REFERENCES figures(id), item INTEGER NOT NULL,
      record_id TEXT NOT NULL REFERENCES records(id), PRIMARY KEY (figure_id, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// Writes the public records and the figures as an SQLite file, whole or not at all.
  ///
  /// The bytes depend on the book and on the version of SQLite alone.
  ///
  /// - Throws: `LedgerProblems` with the code `cannot-write`.
  public static func sqlite(
    _ book: LedgerBook, vocabulary: Vocabulary, to url: URL
  ) throws(LedgerProblems) {
    let part = url.appendingPathExtension("part")
    do {
      if FileManager.default.fileExists(atPath: part.path) {
        try FileManager.default.removeItem(at: part)
      }
      try fill(book, vocabulary: vocabulary, into: part.path)
      let handle = try FileHandle(forUpdating: part)
      try handle.synchronize()
      try handle.close()
      guard rename(part.path, url.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      // What is left of the attempt is of no use; that it cannot be removed changes nothing.
      _ = Result { try FileManager.default.removeItem(at: part) }
      throw LedgerProblems([
        Diagnostic(
          .error, code: "cannot-write",
          "cannot write the ledger \(quoted(url.lastPathComponent)): \(reason(error))",
          hint: "check that the folder exists, may be written and has space")
      ])
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as SQLiteProblem: error.message
    case let error as LedgerProblems: error.problems.first?.message ?? ""
    case let error as Diagnostic: error.message
    default: error.localizedDescription
    }
  }

  private static func fill(
    _ book: LedgerBook, vocabulary: Vocabulary, into path: String
  ) throws {
    let shown = PublicRecords(book, vocabulary: vocabulary)
    let open = vocabulary.withoutPrivate
    var writer = try LedgerStoreWriter(
      vocabulary: open, languages: book.store?.languages ?? ["en", "zh"])
    try shown.forEach { (record) throws(Diagnostic) in
      guard let (row, origin) = RecordRow.row(of: record, open) else { return }
      try writer.add(row, origins: [origin])
    }
    let store = try writer.finish()
    try store.read { connection in
      // What the store knows for itself is nobody else's.
      try connection.execute(
        """
        BEGIN; DROP TABLE header; DROP TABLE problems;
        PRAGMA application_id = 0; PRAGMA user_version = 0;
        \(figureTables)
        """)
      try addAbout(book, vocabulary, to: connection)
      let figures = try FigureTables(connection)
      for (index, figure) in book.figures.enumerated() {
        try figures.add(figure, position: index + 1, ids: shown.ids(behind: figure))
      }
      try connection.execute("COMMIT")
      try connection.execute("VACUUM INTO \(literal(path))")
    }
  }

  private static func addAbout(
    _ book: LedgerBook, _ vocabulary: Vocabulary, to connection: SQLiteConnection
  ) throws(SQLiteProblem) {
    let insert = try connection.prepare("INSERT INTO about VALUES (?, ?)")
    for (key, value) in [
      ("cut_off", book.cutOff), ("format", format), ("period", book.period),
      ("vocabulary", vocabulary.name),
    ] {
      insert.bind(key, at: 1)
      insert.bind(value, at: 2)
      try insert.run()
    }
  }
}

extension Vocabulary {
  /// The same vocabulary as if it had no private fields.
  fileprivate var withoutPrivate: Vocabulary {
    var copy = self
    for index in copy.kinds.indices { copy.kinds[index].fields.removeAll(where: \.isPrivate) }
    return copy
  }
}

/// Writes figures into the tables of an export.
private struct FigureTables {
  private let figures: SQLiteStatement
  private let series: SQLiteStatement
  private let parts: SQLiteStatement
  private let records: SQLiteStatement

  init(_ connection: SQLiteConnection) throws(SQLiteProblem) {
    figures = try connection.prepare("INSERT INTO figures VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    series = try connection.prepare("INSERT INTO figure_series VALUES (?,?,?,?,?,?,?,?)")
    parts = try connection.prepare("INSERT INTO figure_parts VALUES (?,?,?,?,?,?,?,?,?,?)")
    records = try connection.prepare("INSERT INTO figure_records VALUES (?,?,?)")
  }

  func add(_ figure: Figure, position: Int, ids: [String]) throws(SQLiteProblem) {
    figures.reset()
    figures.bind(position, at: 1)
    let texts = [
      figure.id, figure.names["en"], figure.names["zh"], figure.definitions["en"],
      figure.definitions["zh"], figure.units["en"], figure.units["zh"], figure.kind.rawValue,
    ]
    for (index, text) in texts.enumerated() { figures.bind(text, at: Int32(index + 2)) }
    bind(figure.value, to: figures, from: 10)
    figures.bind(figure.isSuppressed ? 1 : 0, at: 13)
    if let itemised = figure.itemised { figures.bind(itemised, at: 14) }
    figures.bind(figure.target?.value, at: 15)
    figures.bind(figure.sql, at: 16)
    try figures.run()
    try add(figure.series, of: figure.id)
    for breakdown in figure.breakdowns { try add(breakdown, of: figure.id) }
    for (item, id) in ids.enumerated() {
      records.bind(figure.id, at: 1)
      records.bind(item, at: 2)
      records.bind(id, at: 3)
      try records.run()
    }
  }

  private func add(_ points: [SeriesPoint], of id: String) throws(SQLiteProblem) {
    for (item, point) in points.enumerated() {
      series.reset()
      series.bind(id, at: 1)
      series.bind(item, at: 2)
      series.bind(point.period, at: 3)
      bind(point.value, to: series, from: 4)
      series.bind(point.isSuppressed ? 1 : 0, at: 7)
      series.bind(point.published?.source, at: 8)
      try series.run()
    }
  }

  private func add(_ breakdown: Breakdown, of id: String) throws(SQLiteProblem) {
    for (item, part) in breakdown.parts.enumerated() {
      parts.reset()
      parts.bind(id, at: 1)
      parts.bind(breakdown.field, at: 2)
      parts.bind(item, at: 3)
      parts.bind(part.key, at: 4)
      parts.bind(part.names["en"], at: 5)
      parts.bind(part.names["zh"], at: 6)
      bind(part.value, to: parts, from: 7)
      parts.bind(part.isSuppressed ? 1 : 0, at: 10)
      try parts.run()
    }
  }

  private func bind(_ quantity: Quantity?, to statement: SQLiteStatement, from first: Int32) {
    statement.bind(quantity?.value, at: first)
    statement.bind(quantity?.precision.rawValue, at: first + 1)
    statement.bind(quantity?.upper, at: first + 2)
  }
}
