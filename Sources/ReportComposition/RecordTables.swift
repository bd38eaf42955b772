import DocumentModel
import Ledger
import Records

/// Tables of records: a field a column, in groups, with sums.
extension Composer {
  mutating func recordTable(_ table: RecordTable, _ place: Place) -> [Block] {
    isInTable = true
    defer { isInTable = false }
    var found = records(table.query, place)
    if table.ofPeriod { found = found.filter { isOfPeriod($0) } }
    for column in table.columns { checkColumn(column, table.query.kinds, place) }
    if let field = table.form.groupBy.first { checkColumn(field, table.query.kinds, place) }
    guard !found.isEmpty else { return [] }
    claim(table.anchor, place)
    let numbers = table.columns.indices.filter { isNumber(table.columns[$0], found) }
    let summed = summed(table.form, columns: table.columns, numbers: numbers, place)
    let rows = found.map { row($0, table, summed) }
    checkGroups(rows, table.form, place)
    let plan = RowPlan(
      form: table.form, anchor: table.anchor, place: place, columns: table.columns, summed: summed)
    let labels = table.columns.map { [Inline.text(label($0, table.query.kinds))] }
    let caption = line(table.caption[language], place)
    return [
      .table(
        TableBlock(
          anchor: table.anchor, number: caption.isEmpty ? nil : nextTable(), caption: caption,
          columns: table.columns.indices.map {
            TableBlock.Column(alignment: numbers.contains($0) ? .decimal : .leading)
          },
          head: headRows(labels, names: table.columns, table.form.heads ?? [], place),
          rows: self.rows(rows, plan), note: line(table.note[language], place),
          orientation: table.form.orientation.onPaper))
    ]
  }

  private mutating func row(_ record: Record, _ table: RecordTable, _ summed: [Int]) -> SourceRow {
    var row = SourceRow(
      cells: table.columns.map { TableBlock.Cell(cell(record, $0)) })
    for column in summed {
      let field = shownField(record, table.columns[column])
      let isKnown = terms.kinds[record.kind]?.fields.contains(field) ?? true
      guard isKnown else { continue }
      var addend = Addend(name: "\(record.id).\(field)")
      if case .quantity(let quantity)? = record.fields[field]?.value { addend.value = quantity }
      row.addends[column] = addend
    }
    if !table.form.groupBy.isEmpty { row.group = groupKey(of: record, by: table.form.groupBy) }
    return row
  }

  /// Whether the ledger counts a record in the report's period, by its first date.
  private func isOfPeriod(_ record: Record) -> Bool {
    guard let year = Int(book.period) else { return true }
    for field in ["start", "date", "signed", "opened", "since"] {
      if case .date(let date)? = record.fields[field]?.value { return date.falls(in: year) }
    }
    return false
  }

  /// Groups that no row has say that the way to them is wrong.
  private mutating func checkGroups(_ rows: [SourceRow], _ form: TableForm, _ place: Place) {
    guard !form.groupBy.isEmpty, rows.allSatisfy({ $0.group?.rank == GroupKey.missing }) else {
      return
    }
    let path = form.groupBy.joined(separator: ".")
    report(
      "bad-group", "no record of the table has a \"\(path)\" to be grouped by", place,
      hint: "name a public field, or one of a record or place that a field names: place.region")
  }

  private func label(_ column: String, _ kinds: [String]) -> String {
    let field = column.split(separator: "|").first.map(String.init) ?? column
    let label =
      kinds.lazy.compactMap { kind in
        self.terms.kinds[kind]?.labels[field]?[self.language]
      }.first ?? field
    return capitalised(label)
  }

  private mutating func checkColumn(_ column: String, _ kinds: [String], _ place: Place) {
    for field in column.split(separator: "|").map(String.init) {
      let known = kinds.flatMap { terms.kinds[$0]?.fields ?? [] }
      guard !known.contains(field), !known.isEmpty else { continue }
      report(
        "unknown-field", "records of \(kinds.joined(separator: ", ")) have no field \"\(field)\"",
        place, hint: Spelling.hint(for: field, among: known))
    }
  }

  /// Whether a column holds numbers, and nothing else but what is not reported.
  private func isNumber(_ column: String, _ records: [Record]) -> Bool {
    var hasNumbers = false
    for record in records {
      switch record.fields[shownField(record, column)]?.value {
      case .quantity?: hasNumbers = true
      case nil: break
      default: return false
      }
    }
    return hasNumbers
  }
}
