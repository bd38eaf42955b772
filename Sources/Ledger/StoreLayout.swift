import Records

/// Where the fields of a kind stand in its table.
struct KindLayout: Sendable {
  /// A field's columns, which stand side by side, or its table of items.
  struct FieldLayout: Sendable {
    var type: Vocabulary.FieldType
    /// The first of its columns.
    var column: Int32
    /// The table of a list's items; nil for anything else.
    var items: String?
  }
  struct Column: Sendable {
    var name: String
    var type: String
  }

  let kind: Vocabulary.Kind
  /// The languages that have a column.
  let languages: [String]
  private(set) var columns: [Column] = []
  /// By the index of the field in the kind.
  private(set) var fields: [FieldLayout]
  /// The first of the last four columns: origin, line, column and spots.
  private(set) var origin: Int32 = 0

  init(_ kind: Vocabulary.Kind, languages: [String]) {
    self.kind = kind
    self.languages = languages
    fields = kind.fields.map { FieldLayout(type: $0, column: 0, items: nil) }
    columns = [
      Column(name: "position", type: "INTEGER PRIMARY KEY"),
      Column(name: "id", type: "TEXT NOT NULL"),
    ]
    // SQLite reads a row from its start up to the column that it wants, so what indicators filter
    // by comes first and long texts last.
    for width in 0...3 {
      for index in fields.indices where Self.width(of: fields[index].type) == width {
        fields[index].column = Int32(columns.count)
        if fields[index].type.isList {
          fields[index].items = "\(kind.name)_\(fields[index].type.name)"
        }
        columns += Self.columns(of: fields[index].type, languages: languages)
      }
    }
    origin = Int32(columns.count)
    columns += [
      Column(name: "origin", type: "INTEGER NOT NULL REFERENCES origins(number)"),
      Column(name: "line", type: "INTEGER NOT NULL"),
      Column(name: "column", type: "INTEGER NOT NULL"),
      Column(name: "spots", type: "BLOB NOT NULL"),
    ]
  }

  /// The last column.
  var spots: Int32 { origin + 3 }

  private static func width(of type: Vocabulary.FieldType) -> Int {
    if type.isList { return 0 }
    switch type.base {
    case .choice, .flag: return 0
    case .date: return 1
    case .quantity, .reference: return 2
    case .text, .localized: return 3
    }
  }

  /// The columns of a field, which the writer and the reader know by their order.
  private static func columns(
    of type: Vocabulary.FieldType, languages: [String]
  ) -> [Column] {
    let name = type.name
    if type.isList { return [Column(name: "\(name)_count", type: "INTEGER NOT NULL DEFAULT 0")] }
    switch type.base {
    case .quantity:
      return [
        Column(name: name, type: "REAL"), Column(name: "\(name)_precision", type: "TEXT"),
        Column(name: "\(name)_upper", type: "REAL"),
      ]
    case .date:
      return [
        Column(name: "\(name)_first_year", type: "INTEGER"),
        Column(name: "\(name)_last_year", type: "INTEGER"),
        Column(name: "\(name)_earliest", type: "TEXT"),
        Column(name: "\(name)_latest", type: "TEXT"), Column(name: name, type: "TEXT"),
        Column(name: "\(name)_approximate", type: "INTEGER"),
      ]
    case .flag: return [Column(name: name, type: "INTEGER")]
    case .localized:
      return languages.map { Column(name: Self.column(name, in: $0), type: "TEXT") }
    case .reference:
      return [Column(name: name, type: "TEXT" + (target(of: type) ?? ""))]
    case .text, .choice: return [Column(name: name, type: "TEXT")]
    }
  }

  /// The column of a localized field's text: `name_en`.
  static func column(_ field: String, in language: String) -> String {
    "\(field)_\(language.replacing("-", with: "_"))"
  }

  /// The clause of a foreign key, where all targets of a reference stand in one table.
  static func target(of type: Vocabulary.FieldType) -> String? {
    guard type.base == .reference, !type.targets.isEmpty else { return nil }
    if type.targets == ["place"] { return " REFERENCES places(code)" }
    return type.targets.contains("place") ? nil : " REFERENCES records(id)"
  }
}
