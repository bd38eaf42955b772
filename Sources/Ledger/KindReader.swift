import Records

/// Reads the records of one kind out of its tables.
final class KindReader {
  private let layout: KindLayout
  private let connection: SQLiteConnection
  private let origins: [Int: RecordOrigin]
  private let one: SQLiteStatement
  private let items: [SQLiteStatement?]
  /// Texts in languages without a column; nil where the store has none at all.
  private let texts: SQLiteStatement?
  private let columns: String

  init(
    _ layout: KindLayout, on connection: SQLiteConnection, origins: [Int: RecordOrigin],
    hasTexts: Bool
  ) throws(SQLiteProblem) {
    self.layout = layout
    self.connection = connection
    self.origins = origins
    columns = layout.columns.map { identifier($0.name) }.joined(separator: ", ")
    one = try connection.prepare(
      "SELECT \(columns) FROM \(identifier(layout.kind.name)) WHERE position = ?")
    var items: [SQLiteStatement?] = []
    for field in layout.fields {
      guard let table = field.items else {
        items.append(nil)
        continue
      }
      items.append(
        try connection.prepare(
          "SELECT value FROM \(identifier(table)) WHERE position = ? ORDER BY item"))
    }
    self.items = items
    texts =
      hasTexts
      ? try connection.prepare("SELECT language, text FROM texts WHERE position = ? AND field = ?")
      : nil
  }

  /// The record at a position; nil where there is none of the kind.
  func record(at position: Int) throws(SQLiteProblem) -> Records.Record? {
    one.bind(position, at: 1)
    defer { one.reset() }
    return try one.step() ? try record(from: one) : nil
  }

  /// Every record of the kind in order, one at a time; stops where the body says false.
  func forEach(_ body: (Records.Record) -> Bool) throws(SQLiteProblem) {
    let all = try connection.prepare(
      "SELECT \(columns) FROM \(identifier(layout.kind.name)) ORDER BY position")
    while try all.step() {
      guard body(try record(from: all)) else { return }
    }
  }

  private func record(from row: SQLiteStatement) throws(SQLiteProblem) -> Records.Record {
    let position = row.integer(0)
    let start = Spot(
      line: Int32(clamping: row.integer(layout.origin + 1)),
      column: Int32(clamping: row.integer(layout.origin + 2)))
    let origin = origins[row.integer(layout.origin)] ?? RecordOrigin(file: "")
    let spots = SpotCoding.spots(
      row.blob(layout.spots), count: layout.fields.count, from: start)
    var fields: [String: Field] = [:]
    for (index, spot) in spots.enumerated() {
      guard let spot else { continue }
      let field = layout.fields[index]
      let value = try value(of: field, index, at: position, from: row)
      fields[field.type.name] = Field(value, at: origin.place(spot))
    }
    return Records.Record(
      kind: layout.kind.name, id: row.text(1) ?? "", fields: fields, place: origin.place(start))
  }

  private func value(
    of field: KindLayout.FieldLayout, _ index: Int, at position: Int, from row: SQLiteStatement
  ) throws(SQLiteProblem) -> Value {
    if let items = items[index] {
      defer { items.reset() }
      items.bind(position, at: 1)
      var values: [Value] = []
      while try items.step() { values.append(Self.value(items.text(0) ?? "", field.type.base)) }
      return .list(values)
    }
    let column = field.column
    switch field.type.base {
    case .text, .choice, .reference: return Self.value(row.text(column) ?? "", field.type.base)
    case .date: return Self.value(row.text(column + 4) ?? "", .date)
    case .flag: return .flag(row.integer(column) != 0)
    case .quantity:
      let precision = row.text(column + 1).flatMap(Quantity.Precision.init) ?? .exact
      return .quantity(
        Quantity(
          row.double(column), precision,
          upper: row.isNull(column + 2) ? nil : row.double(column + 2)))
    case .localized:
      var texts: [String: String] = [:]
      for (offset, language) in layout.languages.enumerated() {
        if let text = row.text(column + Int32(offset)) { texts[language] = text }
      }
      try addOthers(to: &texts, position, field.type.name)
      return .localized(texts)
    }
  }

  private func addOthers(
    to found: inout [String: String], _ position: Int, _ field: String
  ) throws(SQLiteProblem) {
    guard let texts else { return }
    defer { texts.reset() }
    texts.bind(position, at: 1)
    texts.bind(field, at: 2)
    while try texts.step() { found[texts.text(0) ?? ""] = texts.text(1) }
  }

  /// A value from its text as a records file writes it.
  private static func value(_ text: String, _ base: Vocabulary.FieldType.Base) -> Value {
    switch base {
    case .text, .localized: return .text(text)
    case .choice: return .choice(text)
    case .reference: return .reference(text)
    case .flag: return .flag(text == "true")
    case .date:
      // What the store holds has been read as a date before; should it not be one, it stays as it is.
      guard case .success(let date) = Result(catching: { try PartialDate.parse(text) }) else {
        return .date(PartialDate(start: nil, end: nil, approximate: false, source: text))
      }
      return .date(date)
    case .quantity:
      guard case .success(let quantity) = Result(catching: { try Quantity.parse(text) }) else {
        return .text(text)
      }
      return .quantity(quantity)
    }
  }
}
