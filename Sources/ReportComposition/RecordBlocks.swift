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
    let field = shownField(record, column)
    if terms.kinds[record.kind]?.privateFields.contains(field) == true { return [] }
    guard let value = record.fields[field]?.value else {
      let isKnown = terms.kinds[record.kind]?.fields.contains(field) ?? true
      return [.text(isKnown ? wording.notReported : "–")]
    }
    var name = "\(record.id).\(field)"
    if case .choice = value, isInTable { name += "|capital" }
    return self.value(name, record.place).map { [.value($0)] } ?? []
  }

  /// The field that a column shows of a record: of `a|b` the first that is there.
  func shownField(_ record: Record, _ column: String) -> String {
    let fields = column.split(separator: "|").map(String.init)
    return fields.first { record.fields[$0] != nil } ?? fields.first ?? column
  }

  /// The name of a record, bound to it.
  mutating func name(_ record: Record) -> [Inline] {
    for field in ["name", "text"] where record.fields[field] != nil { return cell(record, field) }
    return [printed(ValueReference(name: record.id, text: record.id))]
  }

  mutating func recordList(_ query: RecordQuery, _ place: Place) -> [Block] {
    let items = records(query, place).map { record in [Block.paragraph(name(record))] }
    return items.isEmpty ? [] : [.list(ListBlock(marker: .bullet, items: items))]
  }

  mutating func nameList(_ list: OutlineNames, _ place: Place) -> [Block] {
    var records = records(list.query, place)
    if list.order == .name { records = sorted(records) }
    let entries = records.map { record in
      let details = list.detail.filter { record.fields[$0] != nil }.map { cell(record, $0) }
      return NameEntry(name: name(record), detail: joined(details, wording.listComma))
    }
    return entries.isEmpty ? [] : [.nameList(entries)]
  }

  func joined(_ parts: [[Inline]], _ separator: String) -> [Inline] {
    Array(parts.filter { !$0.isEmpty }.joined(separator: [.text(separator)]))
  }
}
