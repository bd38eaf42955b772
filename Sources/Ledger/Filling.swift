import GRDB
import Records

/// Writes records into the tables.
struct Filling {
  let database: Database
  private let insert: Statement

  init(_ database: Database) throws {
    self.database = database
    insert = try database.makeStatement(
      sql: "INSERT INTO fields VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
  }

  func add(_ record: Records.Record, position: Int) throws {
    try database.execute(
      sql: "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        position, record.kind, record.id, record.place.file, record.place.line, record.place.column,
      ])
    for (name, field) in record.fields.sorted(by: { $0.key < $1.key }) {
      if case .list(let values) = field.value {
        for (item, value) in values.enumerated() {
          try add(value, name: name, item: item, of: record, at: field.place)
        }
      } else {
        try add(field.value, name: name, item: 0, of: record, at: field.place)
      }
    }
  }

  private func add(
    _ value: Value, name: String, item: Int, of record: Records.Record, at place: Place
  ) throws {
    for row in Row.rows(of: value) {
      try insert.execute(arguments: [
        record.id, name, item, row.language, row.type, row.text, row.number, row.precision,
        row.upper, row.date?.earliest, row.date?.latest, row.date?.countingYears.lowerBound,
        row.date?.countingYears.upperBound, row.date.map { $0.approximate ? 1 : 0 }, place.file,
        place.line, place.column,
      ])
    }
  }

  /// A value as one row of the table of fields.
  private struct Row {
    var type: String
    var text: String
    var language = ""
    var number: Double?
    var precision: String?
    var upper: Double?
    var date: PartialDate?

    static func rows(of value: Value) -> [Row] {
      switch value {
      case .text(let text): [Row(type: "text", text: text)]
      case .choice(let word): [Row(type: "choice", text: word)]
      case .reference(let id): [Row(type: "reference", text: id)]
      case .flag(let flag): [Row(type: "flag", text: flag ? "true" : "false", number: flag ? 1 : 0)]
      case .date(let date): [Row(type: "date", text: date.source, date: date)]
      case .quantity(let quantity):
        [
          Row(
            type: "quantity", text: quantity.source, number: quantity.value,
            precision: quantity.precision.rawValue, upper: quantity.upper)
        ]
      case .localized(let texts):
        texts.sorted { $0.key < $1.key }.map {
          Row(type: "localized", text: $0.value, language: $0.key)
        }
      case .list: []
      }
    }
  }
}
