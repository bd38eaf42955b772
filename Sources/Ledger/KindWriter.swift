import CSQLite
import Records

/// Writes the records of one kind into its tables.
final class KindWriter {
  let layout: KindLayout
  private let insert: SQLiteStatement
  private let handle: OpaquePointer
  private let items: [SQLiteStatement?]
  private let texts: SQLiteStatement
  private let arena: RowArena
  /// The different values of each reference, by the index of its field.
  private(set) var references: [ByteInterner]
  private let isReference: [Bool]
  private let isList: [Bool]
  private let columns: [Int32]

  init(_ layout: KindLayout, on connection: SQLiteConnection, arena: RowArena)
    throws(SQLiteProblem)
  {
    self.layout = layout
    self.arena = arena
    let marks = Array(repeating: "?", count: layout.columns.count).joined(separator: ",")
    insert = try connection.prepare(
      "INSERT INTO \(identifier(layout.kind.name)) VALUES (\(marks))")
    handle = insert.handle
    var items: [SQLiteStatement?] = []
    for field in layout.fields {
      guard let table = field.items else {
        items.append(nil)
        continue
      }
      items.append(
        try connection.prepare(
          "INSERT INTO \(identifier(table)) (position, item, record_id, value) VALUES (?,?,?,?)"))
    }
    self.items = items
    texts = try connection.prepare("INSERT INTO texts VALUES (?,?,?,?)")
    references = layout.fields.map { _ in ByteInterner() }
    isReference = layout.fields.map { $0.type.base == .reference }
    isList = layout.fields.map { $0.items != nil }
    columns = layout.fields.map(\.column)
  }

  /// Writes a record.
  ///
  /// - Throws: `SQLiteProblem` where SQLite refuses it.
  func add(_ row: RecordRow, position: Int, origin: Int) throws(SQLiteProblem) {
    arena.removeAll()
    var spots = SpotCoding(in: arena.room(for: SpotCoding.size(layout.fields.count)))
    sqlite3_clear_bindings(handle)
    sqlite3_bind_int64(handle, 1, Int64(position))
    bind(row.id, 1)
    let count = min(layout.fields.count, row.values.count)
    for index in 0..<count {
      let column = columns[index]
      // What is copied out of the row is only what is bound.
      switch row.values[index] {
      case nil:
        if isList[index] { bind(0, column) }
        continue
      case .text(let text)? where !isList[index], .choice(let text)? where !isList[index]:
        bind(text, column)
      case .quantity(let quantity)? where !isList[index]: bind(quantity, column)
      case .reference(let id)? where isReference[index] && !isList[index]:
        var id = id
        id.withUTF8 { utf8 in
          bind(utf8, column)
          _ = references[index].number(of: utf8)
        }
      case let value?: try bind(value, index, position: position, id: row.id)
      }
      let spot = index < row.spots.count ? row.spots[index] : row.spot
      spots.append(field: index, spot, from: row.spot)
    }
    for index in count..<max(count, layout.fields.count) where isList[index] {
      bind(0, columns[index])
    }
    bind(origin, layout.origin)
    bind(Int(row.spot.line), layout.origin + 1)
    bind(Int(row.spot.column), layout.origin + 2)
    sqlite3_bind_blob(handle, layout.spots + 1, spots.start, Int32(clamping: spots.count), nil)
    try insert.run()
  }

  private func bind(
    _ value: Value, _ index: Int, position: Int, id: String
  ) throws(SQLiteProblem) {
    let column = layout.fields[index].column
    if items[index] != nil, case .list = value {
    } else if items[index] != nil {
      return try bind([value], index, position: position, id: id)
    }
    switch value {
    case .text(let text), .choice(let text): bind(text, column)
    case .reference(let id):
      bind(id, column)
      if isReference[index] { _ = references[index].number(of: id) }
    case .flag(let flag): bind(flag ? 1 : 0, column)
    case .quantity(let quantity): bind(quantity, column)
    case .date(let date): bind(date, column)
    case .localized(let texts): try bind(texts, index, position: position)
    case .list(let values): try bind(values, index, position: position, id: id)
    }
  }

  private func bind(_ texts: [String: String], _ index: Int, position: Int) throws(SQLiteProblem) {
    let field = layout.fields[index]
    for (language, text) in texts {
      if let offset = layout.languages.firstIndex(of: language) {
        bind(text, field.column + Int32(offset))
        continue
      }
      self.texts.bind(position, at: 1)
      self.texts.bind(field.type.name, at: 2)
      self.texts.bind(language, at: 3)
      self.texts.bind(text, at: 4)
      try self.texts.run()
    }
  }

  private func bind(
    _ values: [Value], _ index: Int, position: Int, id: String
  ) throws(SQLiteProblem) {
    bind(values.count, layout.fields[index].column)
    guard let insert = items[index] else { return }
    for (item, value) in values.enumerated() {
      let source = value.source
      insert.bind(position, at: 1)
      insert.bind(item, at: 2)
      insert.bind(id, at: 3)
      insert.bind(source, at: 4)
      try insert.run()
      if isReference[index] { _ = references[index].number(of: source) }
    }
  }

  // MARK: Columns from 0

  private func bind(_ number: Int, _ column: Int32) {
    sqlite3_bind_int64(handle, column + 1, Int64(number))
  }

  private func bind(_ text: String, _ column: Int32) {
    var text = text
    text.withUTF8 { bind($0, column) }
  }

  private func bind(_ utf8: UnsafeBufferPointer<UInt8>, _ column: Int32) {
    sqlite3_bind_text(handle, column + 1, arena.copy(utf8), Int32(clamping: utf8.count), nil)
  }

  private func bind(_ quantity: Quantity, _ column: Int32) {
    sqlite3_bind_double(handle, column + 1, quantity.value)
    bind(quantity.precision.word, column + 1)
    if let upper = quantity.upper { sqlite3_bind_double(handle, column + 3, upper) }
  }

  private func bind(_ word: StaticString, _ column: Int32) {
    word.withUTF8Buffer { utf8 in
      _ = utf8.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(
          handle, column + 1, characters.baseAddress, Int32(characters.count), nil)
      }
    }
  }

  private func bind(_ date: PartialDate, _ column: Int32) {
    let years = date.countingYears
    bind(years.lowerBound, column)
    bind(years.upperBound, column + 1)
    if let day = date.start { bind(day, isLast: false, column + 2) }
    if let day = date.end { bind(day, isLast: true, column + 3) }
    bind(date.source, column + 4)
    bind(date.approximate ? 1 : 0, column + 5)
  }

  /// The first or last day that a date can mean, written without a detour over `String`.
  private func bind(_ day: PartialDate.Day, isLast: Bool, _ column: Int32) {
    guard (0...9999).contains(day.year), (1...12).contains(day.month ?? 1),
      (1...31).contains(day.day ?? 1)
    else {
      let date = PartialDate(start: day, end: day, approximate: false, source: "")
      if let text = isLast ? date.latest : date.earliest { bind(text, column) }
      return
    }
    let month = day.month ?? (isLast ? 12 : 1)
    let number = day.day ?? (isLast ? daysInMonth(month, of: day.year) : 1)
    let start = arena.room(for: 10).assumingMemoryBound(to: UInt8.self)
    func write(_ number: Int, at offset: Int) {
      start[offset] = UInt8(0x30 + number / 10)
      start[offset + 1] = UInt8(0x30 + number % 10)
    }
    write(day.year / 100, at: 0)
    write(day.year % 100, at: 2)
    start[4] = 0x2D
    write(month, at: 5)
    start[7] = 0x2D
    write(number, at: 8)
    _ = start.withMemoryRebound(to: CChar.self, capacity: 10) {
      sqlite3_bind_text(handle, column + 1, $0, 10, nil)
    }
  }
}

extension Quantity.Precision {
  /// The word in the store.
  fileprivate var word: StaticString {
    switch self {
    case .exact: "exact"
    case .atLeast: "atLeast"
    case .atMost: "atMost"
    case .about: "about"
    case .range: "range"
    }
  }
}

/// The number of days of a month in the Gregorian calendar.
private func daysInMonth(_ month: Int, of year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
