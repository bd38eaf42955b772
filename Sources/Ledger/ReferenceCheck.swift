import Records

/// Ids that appear twice: each but the first is told and leaves the store.
struct DuplicateIDs {
  let connection: SQLiteConnection
  let schema: StoreSchema
  private(set) var problems: [Diagnostic] = []

  init(connection: SQLiteConnection, schema: StoreSchema) {
    self.connection = connection
    self.schema = schema
  }

  mutating func remove() throws(SQLiteProblem) {
    do throws(SQLiteProblem) {
      return try connection.execute(StoreSchema.registryIndex)
    } catch {
      // The index says that there are duplicates; what follows says which.
    }
    try connection.execute(
      """
      CREATE TEMP TABLE again AS
      SELECT r.position, r.kind, r.id, d.first FROM records r
      JOIN (SELECT id, min(position) AS first FROM records GROUP BY id HAVING count(*) > 1) d
        ON d.id = r.id
      WHERE r.position > d.first
      """)
    let rows = try connection.prepare(
      """
      SELECT again.position, again.kind, again.id, again.first, r.kind FROM again
      JOIN records r ON r.position = again.first ORDER BY again.position
      """)
    let places = StoredPlaces(connection: connection, schema: schema)
    while try rows.step() {
      let id = rows.text(2) ?? ""
      let first = try places.place(of: rows.integer(3), kind: rows.text(4) ?? "")
      problems.append(
        Diagnostic(
          .error, code: "duplicate-id", "the id \(quoted(id)) is taken",
          at: try places.place(of: rows.integer(0), kind: rows.text(1) ?? ""),
          hint: "the other record is at \(first?.description ?? "a place that is not known")"))
    }
    rows.reset()
    let doomed = "WHERE position IN (SELECT position FROM again)"
    for layout in schema.layouts {
      for items in layout.fields.compactMap(\.items) {
        try connection.execute("DELETE FROM \(identifier(items)) \(doomed)")
      }
      try connection.execute("DELETE FROM \(identifier(layout.kind.name)) \(doomed)")
    }
    try connection.execute("DELETE FROM texts \(doomed); DELETE FROM records \(doomed)")
    try connection.execute("DROP TABLE again")
    try connection.execute(StoreSchema.registryIndex)
  }
}

/// References that lead nowhere, or to a record of another kind.
struct ReferenceCheck {
  let connection: SQLiteConnection
  let schema: StoreSchema
  private(set) var problems: [Diagnostic] = []
  private var hints = 0

  init(connection: SQLiteConnection, schema: StoreSchema) {
    self.connection = connection
    self.schema = schema
  }

  /// Looks up each different value that the references of a kind have, once.
  mutating func check(_ writer: KindWriter) throws(SQLiteProblem) {
    let find = try connection.prepare("SELECT kind FROM records WHERE id = ?")
    for (index, field) in writer.layout.fields.enumerated() where field.type.base == .reference {
      let values = writer.references[index]
      for number in 0..<values.count {
        let target = values.text(number)
        if field.type.targets.contains("place"), schema.vocabulary.places[target] != nil {
          continue
        }
        find.bind(target, at: 1)
        let found = try find.step() ? find.text(0) : nil
        find.reset()
        if let found, field.type.targets.contains(found) || field.type.targets.contains("any") {
          continue
        }
        try report(target, found: found, index, of: writer.layout)
      }
    }
  }

  private mutating func report(
    _ target: String, found: String?, _ index: Int, of layout: KindLayout
  ) throws(SQLiteProblem) {
    let (field, type) = (layout.fields[index], layout.fields[index].type)
    let rows = try connection.prepare(
      field.items.map {
        "SELECT DISTINCT position FROM \(identifier($0)) WHERE value = ? ORDER BY 1"
      }
        ?? "SELECT position FROM \(identifier(layout.kind.name)) WHERE \(identifier(type.name)) = ? ORDER BY 1"
    )
    rows.bind(target, at: 1)
    let places = StoredPlaces(connection: connection, schema: schema)
    let advice = found == nil ? try hint(target, type) : nil
    while try rows.step() {
      // Where many are wrong, their number is told, and no place is looked up.
      let isTold = problems.count <= RecordReader.problemLimit
      let place =
        isTold ? try places.place(of: rows.integer(0), kind: layout.kind.name, field: index) : nil
      problems.append(
        found.map { found in
          Diagnostic(
            .error, code: "wrong-kind",
            "\(type.name): \(quoted(target)) is a record of kind \(found)", at: place,
            hint: "name a record of kind \(type.targets.joined(separator: " or "))")
        }
          ?? Diagnostic(
            .error, code: "dangling-reference",
            "\(type.name): there is no \(what(type)) \(quoted(target))", at: place, hint: advice))
    }
  }

  private func what(_ type: Vocabulary.FieldType) -> String {
    type.targets == ["place"]
      ? "country or region"
      : type.targets.contains("any") ? "record" : type.targets.joined(separator: " or ")
  }

  private mutating func hint(
    _ target: String, _ type: Vocabulary.FieldType
  ) throws(SQLiteProblem) -> String? {
    if type.targets.contains("place") {
      let code = schema.vocabulary.placeCode(named: target)
      return code.map { "write its ISO 3166 code, \($0)" } ?? "write an ISO 3166 code such as BG"
    }
    hints += 1
    guard hints <= RecordReader.problemLimit else { return nil }
    return Spelling.hint(for: target, among: try candidates(target, type))
  }

  /// The ids that may be meant: all of the right kinds, or of very many those that begin or end
  /// alike.
  private func candidates(
    _ target: String, _ type: Vocabulary.FieldType
  ) throws(SQLiteProblem) -> [String] {
    let kinds = type.targets.map(literal).joined(separator: ", ")
    let right = type.targets.contains("any") ? "TRUE" : "kind IN (\(kinds))"
    let many = 2000
    let count = try connection.integer("SELECT count(*) FROM records WHERE \(right)") ?? 0
    let near =
      """
      (substr(id, 1, 4) = substr(?1, 1, 4) OR substr(id, -4) = substr(?1, -4))
        AND abs(length(id) - length(?1)) <= 2
      """
    let rows = try connection.prepare(
      """
      SELECT id FROM records WHERE \(right)\(count > many ? " AND \(near)" : " AND ?1 IS NOT NULL")
      ORDER BY position LIMIT \(many)
      """)
    rows.bind(target, at: 1)
    var found: [String] = []
    while try rows.step() { found += rows.text(0).map { [$0] } ?? [] }
    return found
  }
}

/// The places of records and fields, for messages.
struct StoredPlaces {
  let connection: SQLiteConnection
  let schema: StoreSchema

  func place(of position: Int, kind: String, field: Int? = nil) throws(SQLiteProblem) -> Place? {
    guard let layout = schema.layout(of: kind) else { return nil }
    let row = try connection.prepare(
      """
      SELECT o.file, o.sheet, k.line, k."column", k.spots
      FROM \(identifier(kind)) k JOIN origins o ON o.number = k.origin
      WHERE k.position = ?
      """)
    row.bind(position, at: 1)
    guard try row.step() else { return nil }
    let origin = RecordOrigin(file: row.text(0) ?? "", sheet: row.text(1))
    let start = Spot(
      line: Int32(clamping: row.integer(2)), column: Int32(clamping: row.integer(3)))
    guard let field else { return origin.place(start) }
    let spots = SpotCoding.spots(row.blob(4), count: layout.fields.count, from: start)
    return origin.place(spots[field] ?? start)
  }
}
