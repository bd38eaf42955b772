import Records

/// A day that an ISO 8601 text starts with.
struct CalendarDay {
  var year: Int
  var month: Int
  var day: Int

  /// Reads `2019-12-31`, with or without a time after it.
  init?(iso: String) {
    let parts = iso.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  var partial: PartialDate.Day { PartialDate.Day(year: year, month: month, day: day) }
}

/// Prints partial dates, as exact as they are and no more.
struct DateText {
  let wording: Wording

  /// "May 2019", "6–8 May 2019", "since 2006"; "2019年5月", "2006年起".
  func text(_ date: PartialDate) -> String {
    let body: String
    switch (date.start, date.end) {
    case (let start?, let end?): body = start == end ? text(start) : span(start, end)
    case (let start?, nil): body = wording.since(text(start))
    case (nil, let end?): body = wording.until(text(end))
    case (nil, nil): return wording.notReported
    }
    return date.approximate ? wording.about + (wording.isChinese ? "" : " ") + body : body
  }

  /// One day, month or year.
  func text(_ day: PartialDate.Day) -> String {
    guard let month = day.month, (1...12).contains(month) else {
      return wording.isChinese ? "\(day.year)年" : "\(day.year)"
    }
    let name = wording.months[month - 1]
    if wording.isChinese {
      return "\(day.year)年\(name)" + (day.day.map { "\($0)日" } ?? "")
    }
    return (day.day.map { "\($0)\u{A0}" } ?? "") + "\(name) \(day.year)"
  }

  private func span(_ start: PartialDate.Day, _ end: PartialDate.Day) -> String {
    guard start.year == end.year, start.month == end.month, let first = start.day,
      let last = end.day, let month = start.month, (1...12).contains(month)
    else {
      return wording.isChinese ? "\(text(start))至\(text(end))" : "\(text(start)) to \(text(end))"
    }
    let name = wording.months[month - 1]
    return wording.isChinese
      ? "\(start.year)年\(name)\(first)日至\(last)日" : "\(first)–\(last) \(name) \(start.year)"
  }

  /// The year alone.
  func year(_ date: PartialDate) -> String? { (date.start ?? date.end).map { "\($0.year)" } }

  /// The month's name alone, where a month is known.
  func month(_ date: PartialDate) -> String? {
    guard let month = (date.start ?? date.end)?.month, (1...12).contains(month) else { return nil }
    return wording.months[month - 1]
  }

  /// The date for machines, ISO 8601, as far as it is one single date.
  static func machine(_ date: PartialDate) -> String? {
    guard let day = date.start, date.end == day, !date.approximate else { return nil }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.year)" + (day.month.map { "-\(two($0))" } ?? "")
      + (day.day.map { "-\(two($0))" } ?? "")
  }
}
