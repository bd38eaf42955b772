import DocumentModel
import Ledger
import Records

extension Composer {
  /// Dated records over the years, period by period; periods without an event in a row are one.
  mutating func history(_ history: OutlineHistory, _ place: Place) -> [Block] {
    let last = Int(book.period) ?? Int.max
    let found = records(history.query, place).compactMap { record -> Dated? in
      dated(record, by: history.date).flatMap { $0.day.year <= last ? $0 : nil }
    }
    let ordered = found.enumerated().sorted { a, b in
      (a.element.key, a.offset) < (b.element.key, b.offset)
    }.map(\.element)
    guard let first = ordered.first, let end = ordered.last else { return [] }
    let length = history.unit == .decade ? 10 : 1
    func start(_ year: Int) -> Int {
      let rest = year % length
      return year - (rest < 0 ? rest + length : rest)
    }
    var periods: [HistoryBlock.Period] = []
    var next = ordered.startIndex
    var year = start(first.day.year)
    while next < ordered.endIndex {
      let isEmpty = start(ordered[next].day.year) != year
      if isEmpty {
        let busy = start(ordered[next].day.year)
        periods.append(
          HistoryBlock.Period(
            label: label(from: year, to: busy - length, history.unit), events: []))
        year = busy
        continue
      }
      var events: [HistoryBlock.Event] = []
      while next < ordered.endIndex, start(ordered[next].day.year) == year {
        if let event = event(ordered[next], from: year, history.unit) { events.append(event) }
        next += 1
      }
      periods.append(
        HistoryBlock.Period(label: label(from: year, to: year, history.unit), events: events))
      year += length
    }
    guard periods.contains(where: { !$0.events.isEmpty }) else { return [] }
    let anchor = nextAnchor("timeline")
    claim(anchor, place)
    let years = [first.day.year, end.day.year].uniqued().map(String.init)
    return [
      .history(
        HistoryBlock(
          anchor: anchor, name: years.joined(separator: "–"), unit: history.unit,
          periods: periods))
    ]
  }

  /// A record with the day, month or year on which it happened.
  private struct Dated {
    var record: Record
    var field: String
    var day: PartialDate.Day

    /// What orders records: those of which no month is known come first in their year.
    var key: Int { (day.year * 100 + (day.month ?? 0)) * 100 + (day.day ?? 0) }
  }

  private func dated(_ record: Record, by field: String?) -> Dated? {
    let fields = field.map { [$0] } ?? ["date", "opened", "since", "signed", "start"]
    for field in fields {
      guard case .date(let date)? = record.fields[field]?.value, let day = date.start,
        terms.kinds[record.kind]?.privateFields.contains(field) != true
      else { continue }
      return Dated(record: record, field: field, day: day)
    }
    return nil
  }

  private func label(from first: Int, to last: Int, _ unit: HistoryBlock.Unit) -> String {
    func name(_ year: Int) -> String {
      switch unit {
      case .year: "\(year)"
      case .decade: wording.isChinese ? "\(year)年代" : "\(year)s"
      }
    }
    return first == last ? name(first) : "\(name(first))–\(name(last))"
  }

  private mutating func event(
    _ dated: Dated, from year: Int, _ unit: HistoryBlock.Unit
  ) -> HistoryBlock.Event? {
    let record = dated.record
    guard let printed = value("\(record.id).\(dated.field)", record.place) else { return nil }
    let day = Double(dated.day.day.map { $0 - 1 } ?? 0) / 31
    let month = dated.day.month.map { (Double($0 - 1) + day) / 12 }
    let position: Double? =
      switch unit {
      case .year: month
      case .decade: (Double(dated.day.year - year) + (month ?? 0)) / 10
      }
    return HistoryBlock.Event(
      position: position, date: printed, title: name(record), detail: places(record))
  }
}
