import DocumentModel
import Ledger
import Records

extension Composer {
  /// The public records that a block asks for, kinds in the order asked, then in source order.
  mutating func records(_ query: RecordQuery, _ place: Place) -> [Record] {
    for kind in query.kinds where terms.kinds[kind] == nil {
      report(
        "unknown-kind", "there is no kind of record \"\(kind)\"", place,
        hint: Spelling.hint(for: kind, among: terms.kinds.keys.sorted()))
    }
    return query.kinds.flatMap { kind in
      book.records(kind: kind).filter { record in
        resolver.isPublic(record)
          && query.conditions.allSatisfy { matches(record, $0.key, $0.value) }
      }
    }
  }

  private func matches(_ record: Record, _ field: String, _ wanted: String) -> Bool {
    if field == "id" { return record.id == wanted }
    switch record.fields[field]?.value {
    case nil: return wanted == "absent"
    case .text(let text), .choice(let text), .reference(let text): return text == wanted
    case .flag(let flag): return wanted == (flag ? "true" : "false")
    case .date(let date): return date.source == wanted
    case .quantity(let quantity): return resolver.machine(quantity.value) == wanted
    case .localized(let texts): return texts.values.contains(wanted)
    case .list(let values):
      return values.contains { $0 == .reference(wanted) || $0 == .choice(wanted) }
    }
  }

  /// A field as a cell; what is not there is called not reported.
  mutating func cell(_ record: Record, _ column: String) -> [Inline] {
    let fields = column.split(separator: "|").map(String.init)
    let field = fields.first { record.fields[$0] != nil } ?? fields.first ?? column
    if terms.kinds[record.kind]?.privateFields.contains(field) == true { return [] }
    guard let value = record.fields[field]?.value else {
      let isKnown = terms.kinds[record.kind]?.fields.contains(field) ?? true
      return [.text(isKnown ? wording.notReported : "–")]
    }
    var name = "\(record.id).\(field)"
    if case .choice = value, isInTable { name += "|capital" }
    return self.value(name, record.place).map { [.value($0)] } ?? []
  }

  /// The name of a record, bound to it.
  mutating func name(_ record: Record) -> [Inline] {
    for field in ["name", "text"] where record.fields[field] != nil { return cell(record, field) }
    return [printed(ValueReference(name: record.id, text: record.id))]
  }

  private func label(_ column: String, _ kinds: [String]) -> String {
    let field = column.split(separator: "|").first.map(String.init) ?? column
    let label =
      kinds.lazy.compactMap { kind in
        self.terms.kinds[kind]?.labels[field]?[self.language]
      }.first ?? field
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  mutating func recordTable(_ table: RecordTable, _ place: Place) -> [Block] {
    isInTable = true
    defer { isInTable = false }
    let rows = records(table.query, place).map { record in
      TableBlock.Row(cells: table.columns.map { TableBlock.Cell(cell(record, $0)) })
    }
    for column in table.columns { checkColumn(column, table.query.kinds, place) }
    guard !rows.isEmpty else { return [] }
    claim(table.anchor, place)
    let head = table.columns.map { TableBlock.Cell([.text(label($0, table.query.kinds))]) }
    let caption = line(table.caption[language], place)
    let columns = table.columns.map { column in
      TableBlock.Column(alignment: isNumber(column, table.query) ? .trailing : .leading)
    }
    return [
      .table(
        TableBlock(
          anchor: table.anchor, number: caption.isEmpty ? nil : nextTable(), caption: caption,
          columns: columns, head: [TableBlock.Row(cells: head)], rows: rows,
          note: line(table.note[language], place)))
    ]
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

  private func isNumber(_ column: String, _ query: RecordQuery) -> Bool {
    query.kinds.lazy.flatMap { self.book.records(kind: $0) }.contains { record in
      if case .quantity? = record.fields[column]?.value { return true } else { return false }
    }
  }

  mutating func recordList(_ query: RecordQuery, _ place: Place) -> [Block] {
    let items = records(query, place).map { record in [Block.paragraph(name(record))] }
    return items.isEmpty ? [] : [.list(ListBlock(marker: .bullet, items: items))]
  }

  mutating func nameList(_ query: RecordQuery, _ detail: [String], _ place: Place) -> [Block] {
    let entries = records(query, place).map { record in
      let details = detail.filter { record.fields[$0] != nil }.map { cell(record, $0) }
      return NameEntry(name: name(record), detail: joined(details, wording.listComma))
    }
    return entries.isEmpty ? [] : [.nameList(entries)]
  }

  func joined(_ parts: [[Inline]], _ separator: String) -> [Inline] {
    Array(parts.filter { !$0.isEmpty }.joined(separator: [.text(separator)]))
  }
}
