public import Foundation
import GRDB
public import Records

extension LedgerExport {
  private static let figureTables = """
    CREATE TABLE figures (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name_en TEXT, name_zh TEXT,
      definition_en TEXT, definition_zh TEXT, unit_en TEXT, unit_zh TEXT, kind TEXT NOT NULL,
      number REAL, precision TEXT, upper REAL, itemised INTEGER, sql TEXT NOT NULL
    ) STRICT;
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
      let queue = try DatabaseQueue()
      try queue.write { try fill($0, book: book, vocabulary: vocabulary) }
      try queue.vacuum(into: part.path)
      let handle = try FileHandle(forUpdating: part)
      try handle.synchronize()
      try handle.close()
      guard rename(part.path, url.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      // What is left of the attempt is of no use; that it cannot be removed changes nothing.
      _ = Result { try FileManager.default.removeItem(at: part) }
      let reason = (error as? DatabaseError)?.message ?? error.localizedDescription
      throw LedgerProblems([
        Diagnostic(
          .error, code: "cannot-write",
          "cannot write the ledger \"\(url.lastPathComponent)\": \(reason)",
          hint: "check that the folder exists, may be written and has space")
      ])
    }
  }

  private static func fill(
    _ database: Database, book: LedgerBook, vocabulary: Vocabulary
  ) throws {
    let shown = PublicRecords(book, vocabulary: vocabulary)
    try Schema(vocabulary: vocabulary, withPrivate: false).create(in: database)
    try database.execute(sql: figureTables)
    for (key, value) in [
      ("cut_off", book.cutOff), ("format", "annals-ledger-1"), ("period", book.period),
      ("vocabulary", vocabulary.name),
    ] {
      try database.execute(sql: "INSERT INTO about VALUES (?, ?)", arguments: [key, value])
    }
    let filling = try Filling(database)
    for (index, record) in shown.records.enumerated() {
      try filling.add(record, position: index + 1)
    }
    for (index, figure) in book.figures.enumerated() {
      try add(figure, position: index + 1, ids: shown.ids(behind: figure), to: database)
    }
  }

  private static func add(
    _ figure: Figure, position: Int, ids: [String], to database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO figures VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      arguments: [
        position, figure.id, figure.names["en"], figure.names["zh"], figure.definitions["en"],
        figure.definitions["zh"], figure.units["en"], figure.units["zh"], figure.kind.rawValue,
        figure.value?.value, figure.value?.precision.rawValue, figure.value?.upper,
        figure.itemised, figure.sql,
      ])
    for (item, id) in ids.enumerated() {
      try database.execute(
        sql: "INSERT INTO figure_records VALUES (?, ?, ?)", arguments: [figure.id, item, id])
    }
  }
}
