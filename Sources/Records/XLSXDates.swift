/// Writes the days and times of a workbook, which are numbers of days, as ISO 8601 text.
enum XLSXDates {
  /// The number of the last day of the year 9999, from 1899-12-30.
  private static let lastDay = 2_958_465

  /// Appends a stored number as its format shows it; false where it is no day.
  static func append(
    _ source: some Sequence<UInt8>, as format: XLSXFormat, in1904: Bool, to bytes: inout [UInt8]
  ) -> Bool {
    if format == .day, let day = wholeDay(source), day > 0 {
      return appendDay(in1904 ? day + 1462 : day, as: format, to: &bytes)
    }
    guard let value = NumberText.value(source), value >= 0, value < 3_000_000,
      var day = Int(exactly: value.rounded(.down)),
      var second = Int(exactly: ((value - value.rounded(.down)) * 86_400).rounded())
    else { return false }
    if format == .elapsed {
      appendTime(day * 86_400 + second, to: &bytes)
      return true
    }
    if second == 86_400 { (day, second) = (day + 1, 0) }
    let isTime = format == .time && day == 0
    if isTime || (day == 0 && !in1904) {
      guard isTime else { return false }
      appendTime(second, to: &bytes)
      return true
    }
    guard appendDay(in1904 ? day + 1462 : day, as: format, to: &bytes) else { return false }
    if second > 0, format == .moment || format == .time {
      bytes.append(UInt8(ascii: "T"))
      appendTime(second, to: &bytes)
    }
    return true
  }

  /// The number of a day without a time, as nearly all are; nil for anything else.
  private static func wholeDay(_ source: some Sequence<UInt8>) -> Int? {
    var day = 0
    for byte in source {
      guard (0x30...0x39).contains(byte), day < 1_000_000 else { return nil }
      day = day * 10 + Int(byte - 0x30)
    }
    return day
  }

  /// Appends a day by its number from 1899-12-30.
  private static func appendDay(
    _ number: Int, as format: XLSXFormat, to bytes: inout [UInt8]
  ) -> Bool {
    guard (1...lastDay).contains(number) else { return false }
    // Spreadsheets count a 29 February 1900 that never was, so days before it are one off.
    guard number != 60 else { return false }
    let (year, month, day) = civil(number - 25_569 + (number < 60 ? 1 : 0))
    appendDigits(year, count: 4, to: &bytes)
    // A cell that shows a month or a year says no more than that, unless its day is another.
    if format == .year, month == 1, day == 1 { return true }
    bytes.append(UInt8(ascii: "-"))
    appendDigits(month, count: 2, to: &bytes)
    if format == .month, day == 1 { return true }
    bytes.append(UInt8(ascii: "-"))
    appendDigits(day, count: 2, to: &bytes)
    return true
  }

  private static func appendTime(_ seconds: Int, to bytes: inout [UInt8]) {
    let hours = seconds / 3600
    appendDigits(hours, count: hours < 100 ? 2 : String(hours).utf8.count, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDigits(seconds / 60 % 60, count: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDigits(seconds % 60, count: 2, to: &bytes)
  }

  private static func appendDigits(_ number: Int, count: Int, to bytes: inout [UInt8]) {
    var power = 1
    for _ in 1..<max(1, count) { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / power % 10))
      power /= 10
    }
  }

  /// Year, month and day of a number of days from 1970-01-01 in the Gregorian calendar, by eras of
  /// 400 years that begin in March.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
