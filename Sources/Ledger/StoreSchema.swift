import Records

/// The tables of the store: one for each kind, so that an indicator's SQL reads as it is meant:
/// `SELECT … FROM event WHERE role = 'hosted'`.
struct StoreSchema: Sendable {
  /// The number in the file's head that says which program a database belongs to: "ANLS".
  static let applicationID: UInt32 = 0x414E_4C53
  /// The version of the tables; a store of another is made anew.
  static let version: UInt32 = 3

  let vocabulary: Vocabulary
  let languages: [String]
  let layouts: [KindLayout]
  /// What an indicator may read.
  let readable: Set<String>
  /// The columns of private fields by table; "*" for a table that holds nothing else.
  let privateColumns: [String: Set<String>]

  /// The languages of the report and, always, English and Chinese, whose columns shipped
  /// indicators may name.
  init(vocabulary: Vocabulary, languages: [String]) {
    var all = languages
    for language in ["en", "zh"] where !all.contains(language) { all.append(language) }
    self.vocabulary = vocabulary
    self.languages = all
    let layouts = vocabulary.kinds.map { KindLayout($0, languages: all) }
    self.layouts = layouts
    readable = Self.readable(of: layouts)
    privateColumns = Self.privateColumns(of: layouts)
  }

  func index(of kind: String) -> Int? { layouts.firstIndex { $0.kind.name == kind } }

  func layout(of kind: String) -> KindLayout? { index(of: kind).map { layouts[$0] } }

  /// What an indicator may not read: they say nothing of the institution.
  static let internalTables = ["header", "problems"]

  private static let common = [
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE problems (
      number INTEGER PRIMARY KEY, severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      file TEXT, sheet TEXT, line INTEGER, "column" INTEGER, hint TEXT
    ) STRICT
    """,
    "CREATE TABLE origins (number INTEGER PRIMARY KEY, file TEXT NOT NULL, sheet TEXT) STRICT",
    """
    CREATE TABLE records (
      position INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE texts (
      position INTEGER NOT NULL, field TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (position, field, language)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// The statements that make the tables and views.
  var tables: [String] {
    Self.common + [places, regions, Self.placeLists] + layouts.flatMap(tables(of:)) + [recordPlaces]
  }

  /// The statements that make the indexes, which is quicker once the rows are in.
  var indexes: [String] {
    layouts.map { layout in
      "CREATE UNIQUE INDEX \(identifier("\(layout.kind.name) by id")) ON \(identifier(layout.kind.name)) (id)"
    }
  }

  /// Tells duplicates by failing.
  static let registryIndex = "CREATE UNIQUE INDEX \"records by id\" ON records (id)"

  private var places: String {
    let names = languages.map { identifier(KindLayout.column("name", in: $0)) + " TEXT" }
    return """
      CREATE TABLE places (
        code TEXT PRIMARY KEY, \((names + PlaceColumns.declarations).joined(separator: ", "))
      ) STRICT, WITHOUT ROWID
      """
  }

  private var regions: String {
    let names = languages.map { identifier(KindLayout.column("name", in: $0)) + " TEXT" }
    return """
      CREATE TABLE regions (
        code TEXT PRIMARY KEY, above TEXT, \(names.joined(separator: ", "))
      ) STRICT, WITHOUT ROWID
      """
  }

  private static let placeLists = """
    CREATE TABLE place_lists (
      list TEXT NOT NULL, place TEXT NOT NULL REFERENCES places(code), since TEXT NOT NULL,
      until TEXT
    ) STRICT
    """

  private func tables(of layout: KindLayout) -> [String] {
    let columns = layout.columns.map { "\(identifier($0.name)) \($0.type)" }
    let table =
      "CREATE TABLE \(identifier(layout.kind.name)) (\n  \(columns.joined(separator: ",\n  "))\n) STRICT"
    return [table]
      + layout.fields.compactMap { field in
        field.items.map { items in
          """
          CREATE TABLE \(identifier(items)) (
            position INTEGER NOT NULL REFERENCES \(identifier(layout.kind.name))(position),
            item INTEGER NOT NULL, record_id TEXT NOT NULL REFERENCES records(id),
            value TEXT NOT NULL\(KindLayout.target(of: field.type) ?? ""),
            PRIMARY KEY (position, item)
          ) STRICT, WITHOUT ROWID
          """
        }
      }
  }

  /// Every place that a record names, whatever its kind and field.
  private var recordPlaces: String {
    let selects = layouts.flatMap { layout in
      layout.fields.filter { $0.type.targets.contains("place") && $0.type.base == .reference }.map {
        field in
        let (kind, name) = (layout.kind.name, field.type.name)
        let head = "\(literal(kind)) AS kind, \(literal(name)) AS field"
        if let items = field.items {
          return "SELECT record_id, position, \(head), value AS place FROM \(identifier(items))"
        }
        return "SELECT id AS record_id, position, \(head), \(identifier(name)) AS place "
          + "FROM \(identifier(kind)) WHERE \(identifier(name)) IS NOT NULL"
      }
    }
    let none = """
      SELECT id AS record_id, position, kind, '' AS field, '' AS place FROM records WHERE FALSE
      """
    return "CREATE VIEW record_places AS\n"
      + (selects.isEmpty ? [none] : selects).joined(separator: "\nUNION ALL\n")
  }
}
