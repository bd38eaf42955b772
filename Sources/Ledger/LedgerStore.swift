import Foundation
public import Records

/// The records of a report in an embedded database, from which they are read one at a time.
///
/// It may be used from several threads, one of which reads at a time.
public final class LedgerStore: @unchecked Sendable {
  // Unchecked, because the connection and what hangs on it are used under the lock alone.

  /// The kinds that the records are of.
  public var vocabulary: Vocabulary { schema.vocabulary }
  /// The languages whose texts have columns of their own.
  public var languages: [String] { schema.languages }
  /// What reading and the store's own checks found, in the order of places.
  public let problems: [Diagnostic]
  /// How many records there are.
  public let count: Int
  /// The kinds of which there is a record, in the vocabulary's order.
  public let kinds: [String]

  let schema: StoreSchema
  private let connection: SQLiteConnection
  private let lock = NSRecursiveLock()
  private var readers: [String: KindReader] = [:]
  private var found: [String: Records.Record] = [:]
  private var all: [Records.Record]?

  /// Up to how many records are kept once they were read; above that each is read when it is asked
  /// for.
  private static let cacheLimit = 10_000

  init(
    _ connection: SQLiteConnection, schema: StoreSchema, problems: [Diagnostic]
  ) throws(SQLiteProblem) {
    self.connection = connection
    self.schema = schema
    self.problems = problems
    count = try connection.integer("SELECT count(*) FROM records") ?? 0
    var kinds: [String] = []
    for layout in schema.layouts {
      let name = layout.kind.name
      let one = try connection.integer("SELECT 1 FROM \(identifier(name)) LIMIT 1")
      if one != nil { kinds.append(name) }
    }
    self.kinds = kinds
  }

  /// Uses the connection; others wait.
  func read<Result, Failure: Error>(
    _ body: (SQLiteConnection) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(connection)
  }

  /// The record of an id.
  public func record(_ id: String) -> Records.Record? {
    read { connection in
      if let record = found[id] { return record }
      let record: Records.Record?
      do throws(SQLiteProblem) {
        let row = try connection.prepare("SELECT position, kind FROM records WHERE id = ?")
        row.bind(id, at: 1)
        guard try row.step(), let kind = row.text(1) else { return nil }
        record = try reader(of: kind)?.record(at: row.integer(0))
      } catch {
        // A database in memory that was checked can be read; should it not, there is no record.
        return nil
      }
      if found.count >= Self.cacheLimit { found.removeAll() }
      found[id] = record
      return record
    }
  }

  /// Calls a function with each record of a kind in order; nothing is kept of them.
  ///
  /// - Throws: What the function throws.
  public func forEachRecord<Failure: Error>(
    kind: String, _ body: (Records.Record) throws(Failure) -> Void
  ) throws(Failure) {
    lock.lock()
    defer { lock.unlock() }
    var failure: Failure?
    do throws(SQLiteProblem) {
      try reader(of: kind)?.forEach { record in
        do throws(Failure) {
          try body(record)
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      // As in `record`: what cannot be read is not there.
    }
    if let failure { throw failure }
  }

  /// The records of a kind, in order.
  public func records(kind: String) -> [Records.Record] {
    if count <= Self.cacheLimit { return records.filter { $0.kind == kind } }
    var result: [Records.Record] = []
    forEachRecord(kind: kind) { result.append($0) }
    return result
  }

  /// Every record, in the order in which they were read.
  ///
  /// Of many records, this costs the memory that the store is there to save.
  public var records: [Records.Record] {
    read { connection in
      if let all { return all }
      var result: [Records.Record] = []
      do throws(SQLiteProblem) {
        try forEachPosition(connection) { (record) throws(SQLiteProblem) in result.append(record) }
      } catch {
        // As in `record`.
      }
      if count <= Self.cacheLimit { all = result }
      return result
    }
  }

  /// Calls a function with each record in the order in which they were read.
  ///
  /// - Throws: What the function throws.
  public func forEachRecord<Failure: Error>(
    _ body: (Records.Record) throws(Failure) -> Void
  ) throws(Failure) {
    lock.lock()
    defer { lock.unlock() }
    var failure: Failure?
    do throws(SQLiteProblem) {
      try forEachPosition(connection) { (record) throws(SQLiteProblem) in
        guard failure == nil else { return }
        do throws(Failure) { try body(record) } catch { failure = error }
      }
    } catch {
      // As in `record`.
    }
    if let failure { throw failure }
  }

  private func forEachPosition(
    _ connection: SQLiteConnection, _ body: (Records.Record) throws(SQLiteProblem) -> Void
  ) throws(SQLiteProblem) {
    let rows = try connection.prepare("SELECT position, kind FROM records ORDER BY position")
    while try rows.step() {
      if let kind = rows.text(1),
        let record = try reader(of: kind)?.record(at: rows.integer(0))
      {
        try body(record)
      }
    }
  }

  private func reader(of kind: String) throws(SQLiteProblem) -> KindReader? {
    if let reader = readers[kind] { return reader }
    guard let layout = schema.layout(of: kind) else { return nil }
    var origins: [Int: RecordOrigin] = [:]
    let rows = try connection.prepare("SELECT number, file, sheet FROM origins")
    while try rows.step() {
      origins[rows.integer(0)] = RecordOrigin(file: rows.text(1) ?? "", sheet: rows.text(2))
    }
    let hasTexts = try connection.integer("SELECT 1 FROM texts LIMIT 1") != nil
    let reader = try KindReader(layout, on: connection, origins: origins, hasTexts: hasTexts)
    readers[kind] = reader
    return reader
  }
}
