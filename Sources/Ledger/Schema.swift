import GRDB
import Records

/// The tables of the store, and a view for each kind so that an indicator's SQL reads as it is
/// meant: `SELECT … FROM event WHERE role = 'hosted'`.
struct Schema {
  let vocabulary: Vocabulary
  /// Whether private fields have a column; the archive's store has none.
  let withPrivate: Bool

  static let tables = """
    CREATE TABLE records (
      position INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE,
      file TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE fields (
      record_id TEXT NOT NULL REFERENCES records(id), field TEXT NOT NULL,
      item INTEGER NOT NULL, language TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL,
      number REAL, precision TEXT, upper REAL,
      date_earliest TEXT, date_latest TEXT, first_year INTEGER, last_year INTEGER,
      approximate INTEGER, file TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
      PRIMARY KEY (record_id, field, item, language)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fields_by_name ON fields (field, record_id);
    CREATE TABLE places (
      code TEXT PRIMARY KEY, name_en TEXT, name_zh TEXT,
      latitude REAL NOT NULL, longitude REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  func create(in database: Database) throws {
    try database.execute(sql: Self.tables)
    for kind in vocabulary.kinds { try createViews(of: kind, in: database) }
    let references = vocabulary.kinds.flatMap { kind in
      visible(kind).filter { $0.targets.contains("place") }.map { (kind.name, $0.name) }
    }
    let tests = references.map { "(r.kind = '\($0.0)' AND f.field = '\($0.1)')" }
    try database.execute(
      sql: """
        CREATE VIEW record_places AS
        SELECT r.id AS record_id, r.position, r.kind, f.field, f.text AS place
        FROM records r JOIN fields f ON f.record_id = r.id
        WHERE f.type = 'reference' AND (\(tests.isEmpty ? "FALSE" : tests.joined(separator: " OR ")))
        """)
    for entry in vocabulary.places.values.sorted(by: { $0.code < $1.code }) {
      try database.execute(
        sql: "INSERT INTO places VALUES (?, ?, ?, ?, ?)",
        arguments: [
          entry.code, entry.names["en"], entry.names["zh"], entry.latitude, entry.longitude,
        ])
    }
  }

  func visible(_ kind: Vocabulary.Kind) -> [Vocabulary.FieldType] {
    kind.fields.filter { withPrivate || !$0.isPrivate }
  }

  private func createViews(of kind: Vocabulary.Kind, in database: Database) throws {
    var columns = ["r.id AS id", "r.position AS position", "r.file AS file", "r.line AS line"]
    for field in visible(kind) {
      if field.isList {
        try createList(of: field, kind: kind, in: database)
        columns.append(
          "(SELECT count(*) FROM fields f WHERE f.record_id = r.id AND f.field = '\(field.name)') AS "
            + "\(field.name)_count")
      } else {
        columns += self.columns(of: field)
      }
    }
    try database.execute(
      sql: """
        CREATE VIEW "\(kind.name)" AS SELECT
          \(columns.joined(separator: ",\n  "))
        FROM records r WHERE r.kind = '\(kind.name)'
        """)
  }

  private func createList(
    of field: Vocabulary.FieldType, kind: Vocabulary.Kind, in database: Database
  ) throws {
    try database.execute(
      sql: """
        CREATE VIEW "\(kind.name)_\(field.name)" AS
        SELECT r.id AS record_id, r.position, f.item, f.text AS value
        FROM records r JOIN fields f ON f.record_id = r.id
        WHERE r.kind = '\(kind.name)' AND f.field = '\(field.name)'
        """)
  }

  private func columns(of field: Vocabulary.FieldType) -> [String] {
    let name = field.name
    func column(_ source: String, _ suffix: String, language: String = "") -> String {
      "(SELECT f.\(source) FROM fields f WHERE f.record_id = r.id AND f.field = '\(name)' "
        + "AND f.item = 0 AND f.language = '\(language)') AS \"\(name)\(suffix)\""
    }
    switch field.base {
    case .quantity:
      return [column("number", ""), column("precision", "_precision"), column("upper", "_upper")]
    case .date:
      return [
        column("text", ""), column("date_earliest", "_earliest"), column("date_latest", "_latest"),
        column("first_year", "_first_year"), column("last_year", "_last_year"),
      ]
    case .flag: return [column("number", "")]
    case .localized:
      return [column("text", "_en", language: "en"), column("text", "_zh", language: "zh")]
    case .text, .choice, .reference: return [column("text", "")]
    }
  }
}
