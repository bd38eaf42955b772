extension PartialDate {
  /// The first day that the date can mean, ISO 8601; nil for an open start.
  public var earliest: String? { earliestDay.map(Self.iso) }

  /// The last day that the date can mean, ISO 8601; nil for an open end.
  public var latest: String? { latestDay.map(Self.iso) }

  /// The first day that the date can mean, with month and day.
  var earliestDay: Day? {
    start.map { Day(year: $0.year, month: $0.month ?? 1, day: $0.day ?? 1) }
  }

  /// The last day that the date can mean, with month and day.
  var latestDay: Day? {
    end.map { day in
      let month = day.month ?? 12
      return Day(year: day.year, month: month, day: day.day ?? Self.days(in: month, of: day.year))
    }
  }

  /// The years in which a flow with this date is counted, from first to last.
  ///
  /// A closed date counts once, in the year in which it starts, so that years can be added; an
  /// open one (`2006/..`) counts in every year of its span.
  public var countingYears: ClosedRange<Int> {
    switch (start, end) {
    case (let start?, nil): start.year...9999
    case (nil, let end?): 0...max(0, end.year)
    case (let start?, _): start.year...start.year
    case (nil, nil): 0...9999
    }
  }

  /// Whether a flow with this date is counted in a year.
  public func falls(in year: Int) -> Bool { countingYears.contains(year) }

  /// The number of days of a month in the Gregorian calendar.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day as ISO 8601; made for every record, so its digits are written in place.
  private static func iso(_ day: Day) -> String {
    let (year, month, date) = (day.year, day.month ?? 1, day.day ?? 1)
    guard (0...9999).contains(year) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      func write(_ number: Int, at end: Int, _ count: Int) {
        var rest = number
        for index in 0..<count {
          text[end - index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
          rest /= 10
        }
      }
      write(year, at: 3, 4)
      write(month, at: 6, 2)
      write(date, at: 9, 2)
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
      return 10
    }
  }
}
