public import Records

/// Takes records as they are read and writes them into a new store; of a record nothing else is
/// kept.
public struct LedgerStoreWriter: RecordSink {
  private let filling: StoreFilling

  /// A writer of an empty store.
  ///
  /// - Parameter languages: The languages whose texts have columns of their own.
  /// - Throws: `LedgerProblems` where the vocabulary's names cannot all be tables and columns.
  public init(
    vocabulary: Vocabulary, languages: [String] = ["en", "zh"]
  ) throws(LedgerProblems) {
    let schema = StoreSchema(vocabulary: vocabulary, languages: languages)
    do throws(SQLiteProblem) {
      filling = try StoreFilling(schema)
    } catch {
      throw LedgerProblems([StoreFilling.diagnostic(error)])
    }
  }

  /// Takes the next record.
  public mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
    try filling.add(row, origins: origins)
  }

  /// Ends the writing: finds ids that appear twice and references that lead nowhere.
  ///
  /// The store keeps the problems of its own checks and those that reading found; of records with
  /// one id it keeps the first.
  ///
  /// - Parameter problems: What reading found, which a store from the cache tells again.
  public mutating func finish(
    problems: [Diagnostic] = []
  ) throws(LedgerProblems) -> LedgerStore {
    try filling.finish(problems: problems)
  }
}

/// The state of a writer.
final class StoreFilling {
  private let schema: StoreSchema
  private let connection: SQLiteConnection
  private let arena = RowArena()
  private var kinds: [KindWriter?]
  private var position = 0
  /// The numbers of the origins of the reading, and what they stood for.
  private var known: [(origin: RecordOrigin, number: Int)?] = []
  private var numbers: [RecordOrigin: Int] = [:]

  init(_ schema: StoreSchema) throws(SQLiteProblem) {
    self.schema = schema
    connection = try SQLiteConnection()
    kinds = schema.layouts.map { _ in nil }
    try connection.execute(
      """
      PRAGMA page_size = 8192; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
      PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;
      PRAGMA application_id = \(StoreSchema.applicationID);
      PRAGMA user_version = \(StoreSchema.version);
      BEGIN
      """)
    for statement in schema.tables { try connection.execute(statement) }
    try PlaceFilling(connection: connection, schema: schema).run()
  }

  func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
    do throws(SQLiteProblem) {
      let writer: KindWriter
      if let known = kinds[row.kind] {
        writer = known
      } else {
        writer = try KindWriter(schema.layouts[row.kind], on: connection, arena: arena)
        kinds[row.kind] = writer
      }
      position += 1
      try writer.add(row, position: position, origin: try number(of: row.origin, in: origins))
    } catch {
      throw Self.diagnostic(error, at: origins[row.origin].place(row.spot))
    }
  }

  private func number(of index: Int, in origins: [RecordOrigin]) throws(SQLiteProblem) -> Int {
    let origin = origins[index]
    if index < known.count, let entry = known[index], entry.origin == origin {
      return entry.number
    }
    while known.count <= index { known.append(nil) }
    let number: Int
    if let before = numbers[origin] {
      number = before
    } else {
      number = numbers.count
      let insert = try connection.prepare("INSERT INTO origins VALUES (?, ?, ?)")
      insert.bind(number, at: 1)
      insert.bind(origin.file, at: 2)
      insert.bind(origin.sheet, at: 3)
      try insert.run()
      numbers[origin] = number
    }
    known[index] = (origin, number)
    return number
  }

  func finish(problems: [Diagnostic]) throws(LedgerProblems) -> LedgerStore {
    do throws(SQLiteProblem) {
      for (layout, kind) in zip(schema.layouts, kinds) where kind != nil {
        let name = layout.kind.name
        try connection.execute(
          "INSERT INTO records SELECT position, \(literal(name)), id FROM \(identifier(name))")
      }
      var ids = DuplicateIDs(connection: connection, schema: schema)
      try ids.remove()
      for statement in schema.indexes { try connection.execute(statement) }
      var check = ReferenceCheck(connection: connection, schema: schema)
      for writer in kinds.compactMap(\.self) { try check.check(writer) }
      let all = inOrder(problems + limited(ids.problems) + limited(check.problems))
      try StoredProblems.write(all, to: connection)
      try connection.execute("COMMIT")
      kinds = []
      return try LedgerStore(connection, schema: schema, problems: all)
    } catch {
      throw LedgerProblems([Self.diagnostic(error)])
    }
  }

  static func diagnostic(_ problem: SQLiteProblem, at place: Place? = nil) -> Diagnostic {
    Diagnostic(
      .error, code: "ledger-store", "the store of records cannot be made: \(problem.message)",
      at: place, hint: "check the names of the vocabulary's kinds and fields, and free memory")
  }

  /// The problems of one check, of which no more are told than of a file.
  private func limited(_ problems: [Diagnostic]) -> [Diagnostic] {
    let limit = RecordReader.problemLimit
    guard problems.count > limit else { return problems }
    return problems.prefix(limit) + [
      Diagnostic(
        .error, code: "more-problems", "\(problems.count - limit) more problems of this kind",
        at: problems.last?.place.map { Place(file: $0.file, line: $0.line, sheet: $0.sheet) })
    ]
  }

  private func inOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
    problems.enumerated().sorted { a, b in
      let (p, q) = (a.element.place ?? Place(file: ""), b.element.place ?? Place(file: ""))
      return p == q ? a.offset < b.offset : p < q
    }.map(\.element)
  }
}
