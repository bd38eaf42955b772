import DocumentModel
import Ledger
import Records

extension Composer {
  /// The dated records of the period on a ruler of months; those without a month come last.
  mutating func timeline(_ query: RecordQuery, _ place: Place) -> [Block] {
    let found = records(query, place).compactMap { record in
      happening(record).map { (record, $0) }
    }
    let dated = found.enumerated().sorted { a, b in
      (month(a.element.1.1) ?? 13, a.offset) < (month(b.element.1.1) ?? 13, b.offset)
    }
    let events = dated.compactMap { event($0.element.0, $0.element.1) }
    guard !events.isEmpty else { return [] }
    let anchor = nextAnchor("timeline")
    claim(anchor, place)
    return [
      .timeline(
        TimelineBlock(
          anchor: anchor, year: book.period, months: wording.shortMonths,
          undated: wording.undated, events: events))
    ]
  }

  /// The date on which a record happened, where it falls in the period.
  private func happening(_ record: Record) -> (String, PartialDate)? {
    for field in ["date", "opened", "since", "signed", "start"] {
      guard case .date(let date)? = record.fields[field]?.value else { continue }
      guard let year = Int(book.period) else { return (field, date) }
      let first = date.start?.year ?? Int.min
      let last = date.end?.year ?? date.start?.year ?? Int.max
      let isOpen = date.start == nil || date.end == nil
      return !isOpen && first <= year && year <= last ? (field, date) : nil
    }
    return nil
  }

  private func month(_ date: PartialDate) -> Int? { date.start?.month }

  private mutating func event(
    _ record: Record, _ date: (field: String, value: PartialDate)
  ) -> TimelineBlock.Event? {
    guard let printed = value("\(record.id).\(date.field)", record.place) else { return nil }
    let details = roles(record) + quantities(record) + [places(record)]
    return TimelineBlock.Event(
      month: month(date.value), date: printed, title: name(record),
      detail: joined(details, wording.clause))
  }

  private mutating func roles(_ record: Record) -> [[Inline]] {
    let field = ["role", "status", "unit"].first { record.fields[$0] != nil }
    return field.map { [cell(record, $0)] } ?? []
  }

  /// Counts of a record with what they count: "105 participants".
  private mutating func quantities(_ record: Record) -> [[Inline]] {
    (terms.kinds[record.kind]?.fields ?? []).compactMap { field in
      guard case .quantity? = record.fields[field]?.value, field != "cohort" else { return nil }
      let label = terms.kinds[record.kind]?.labels[field]?[language] ?? field
      let number = cell(record, field)
      return wording.isChinese
        ? [.text(label + "：")] + number : number + [.text("\u{A0}" + label)]
    }
  }

  mutating func places(_ record: Record) -> [Inline] {
    let field = ["place", "places", "audience_places"].first { record.fields[$0] != nil }
    return field.map { cell(record, $0) } ?? []
  }
}
