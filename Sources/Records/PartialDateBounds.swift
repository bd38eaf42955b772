extension PartialDate {
  /// The first day that the date can mean, ISO 8601; nil for an open start.
  public var earliest: String? {
    start.map { Self.iso($0.year, $0.month ?? 1, $0.day ?? 1) }
  }

  /// The last day that the date can mean, ISO 8601; nil for an open end.
  public var latest: String? {
    end.map { day in
      let month = day.month ?? 12
      return Self.iso(day.year, month, day.day ?? Self.days(in: month, of: day.year))
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

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
