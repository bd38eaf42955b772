/// Reads the records of a table, one a row: `name.en` and `name.zh` are the languages of one
/// field, and `;` splits the values of a list.
struct TableRecords {
  let vocabulary: Vocabulary
  let kind: Int
  let source: SourceDeclaration?
  let cutOff: String?
  var problems = CappedProblems()
  /// The records that were handed on.
  private(set) var count = 0

  private let rules: RecordRules
  private var columns: [Column] = []
  private var blanks: [(cell: Int, spot: Spot)] = []
  private var width = 0
  private var allowsShortRows = true
  private var origin = RecordOrigin(file: "")
  private var failed: [Bool]
  private var refused: [Bool]
  private let blank: [Value?]

  private struct Column {
    var cell: Int
    var field: Int?
    var language: String?
    var typing: CellTyping
  }

  init(kind: Int, of vocabulary: Vocabulary, source: SourceDeclaration?, cutOff: String?) {
    (self.vocabulary, self.kind, self.source, self.cutOff) = (vocabulary, kind, source, cutOff)
    let type = vocabulary.kinds[kind]
    rules = RecordRules(type)
    failed = Array(repeating: false, count: type.fields.count)
    refused = failed
    blank = type.fields.indices.map { source?.constants[$0] }
  }

  private var code: String { allowsShortRows ? "table" : "csv" }

  /// Reads all rows.
  ///
  /// - Throws: What the sink throws; what is wrong with the table is a problem.
  mutating func read(
    _ table: inout any TableSource, intake: inout RecordIntake, into sink: inout some RecordSink
  ) throws(Diagnostic) {
    origin = table.origin
    allowsShortRows = table.allowsShortRows
    let index = intake.begin(origin)
    defer { problems.add(table.problems) }
    var row = TableRow()
    guard next(&table, &row), plan(row) else { return }
    var record = RecordRow(
      kind: kind, id: "", origin: index, spot: Spot(), values: blank,
      spots: Array(repeating: Spot(), count: blank.count))
    while next(&table, &row) {
      guard hasRightWidth(row), fill(&record, from: row) else { continue }
      try intake.add(record, to: &sink)
      count += 1
    }
  }

  /// Reads the next row that is not blank.
  private mutating func next(_ table: inout any TableSource, _ row: inout TableRow) -> Bool {
    do throws(Diagnostic) {
      while try table.next(into: &row) {
        if !Self.isBlank(row) { return true }
      }
    } catch {
      problems.add(error)
    }
    return false
  }

  private static func isBlank(_ row: TableRow) -> Bool {
    guard let first = row.bytes.first else { return true }
    if first > 0x20, first < 0x80 { return false }
    return (0..<row.count).allSatisfy { cell in row.isBlank(cell) }
  }

  private mutating func plan(_ head: TableRow) -> Bool {
    let type = vocabulary.kinds[kind]
    let plan = TablePlan(
      head: head, kind: type, source: source, origin: origin, code: "\(code)-head")
    problems.add(plan.problems)
    (width, blanks) = (plan.width, plan.blanks)
    for field in plan.refused { refused[field] = true }
    let id = Vocabulary.FieldType(name: "id", base: .text)
    columns = plan.uses.map { use in
      let words = use.field.flatMap { source?.words[$0] } ?? []
      return Column(
        cell: use.cell, field: use.field, language: use.language,
        typing: CellTyping(
          use.field.map { type.fields[$0] } ?? id, cutOff: cutOff, words: words, origin: origin))
    }
    return plan.isUsable
  }

  private mutating func hasRightWidth(_ row: TableRow) -> Bool {
    let isShort = row.count < width && !allowsShortRows
    if !isShort, row.count <= width, blanks.isEmpty { return true }
    let isLong = row.count > width && (width..<row.count).contains { !row.isBlank($0) }
    if isShort || isLong {
      problems.add(
        Diagnostic(
          .error, code: "\(code)-ragged", "the row has \(row.count) cells, the head \(width)",
          at: origin.place(row.spot(0)),
          hint: isLong
            ? "quote a cell that contains a separator, or name the column"
            : "add a separator for each empty cell"))
      return false
    }
    // A column without a head is a problem as soon as something stands in it, and only once.
    let filled = blanks.filter { $0.cell < row.count && !row.isBlank($0.cell) }
    for blank in filled {
      problems.add(
        Diagnostic(
          .error, code: "\(code)-head", "a column has no head", at: origin.place(blank.spot),
          hint: "name it or remove it"))
    }
    if !filled.isEmpty { blanks.removeAll { blank in filled.contains { $0.cell == blank.cell } } }
    return true
  }

  private mutating func fill(_ record: inout RecordRow, from row: TableRow) -> Bool {
    record.spot = row.spot(0)
    var id = ""
    for field in blank.indices {
      record.values[field] = blank[field]
      record.spots[field] = record.spot
      failed[field] = refused[field]
    }
    if case .rows(let word)? = source?.identity { id = "\(word)-\(record.spot.line)" }
    var idSpot = record.spot
    row.bytes.withUnsafeBufferPointer { bytes in
      record.values.withUnsafeMutableBufferPointer { values in
        record.spots.withUnsafeMutableBufferPointer { spots in
          for index in columns.indices where columns[index].cell < row.count {
            let cell = columns[index].cell
            let whole = UnsafeBufferPointer(rebasing: bytes[row.range(of: cell)])
            ByteText.withTrimmed(whole) { text in
              guard !text.isEmpty else { return }
              guard let field = columns[index].field else {
                id = ByteText.string(text)
                return idSpot = row.spot(cell)
              }
              take(text, index, at: row.spot(cell), into: &values[field], &spots[field])
            }
          }
        }
      }
    }
    record.id = id
    guard accept(&record, idSpot) else { return false }
    problems.add(rules.problems(of: record, failed: failed, origin: origin))
    return true
  }

  private mutating func take(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, at spot: Spot, into slot: inout Value?,
    _ slotSpot: inout Spot
  ) {
    switch columns[index].typing.content(text, at: spot) {
    case .nothing: return
    case .refused:
      if let field = columns[index].field { failed[field] = true }
      problems.add(columns[index].typing.takeProblems())
    case .value(let value):
      guard let language = columns[index].language, case .text(let text) = value else {
        (slot, slotSpot) = (value, spot)
        return
      }
      // The languages of one field come from several columns.
      guard case .localized(var texts)? = slot else {
        var texts = [String: String](minimumCapacity: 2)
        texts[language] = text
        (slot, slotSpot) = (.localized(texts), spot)
        return
      }
      slot = nil
      texts[language] = text
      slot = .localized(texts)
    }
  }

  private mutating func accept(_ record: inout RecordRow, _ spot: Spot) -> Bool {
    guard !record.id.isEmpty else {
      problems.add(RecordRules.missingId(at: origin.place(record.spot)))
      return false
    }
    if case .column(_, let prefix)? = source?.identity, !prefix.isEmpty {
      record.id = prefix + record.id
    }
    guard var problem = RecordRules.problem(ofId: record.id, at: origin.place(spot)) else {
      return true
    }
    if source != nil { problem.hint = "number the rows instead: id: {rows: a word}" }
    problems.add(problem)
    return false
  }
}

extension TableRow {
  /// Whether there is nothing in a cell but white space.
  func isBlank(_ cell: Int) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      ByteText.isBlank(UnsafeBufferPointer(rebasing: all[range(of: cell)]))
    }
  }
}
