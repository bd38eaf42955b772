import Records

/// The period of a report and those before it, each as long.
struct Timeline: Hashable, Sendable {
  /// One period.
  struct Window: Hashable, Sendable {
    var first: Int
    var last: Int
    /// The day as of which stocks count, ISO 8601.
    var cutOff: String

    var name: String { first == last ? String(first) : "\(first)/\(last)" }
    var years: ClosedRange<Int> { first...last }
  }
  /// In order; the report's own last.
  var windows: [Window]

  var own: Window { windows[windows.count - 1] }
  /// The report's own period alone.
  var last: Timeline { Timeline(windows: [own]) }

  /// The most periods that are looked at.
  static let limit = 30

  init(windows: [Window]) { self.windows = windows }

  /// The periods from the one that holds a first year to the report's own.
  init(years: ClosedRange<Int>, cutOff: String, name: String, since: Int?) {
    let length = years.count
    let own = Window(first: years.lowerBound, last: years.upperBound, cutOff: cutOff)
    var windows = [own]
    var first = years.lowerBound - length
    while let since, first + length - 1 >= since, windows.count < Self.limit, first > 0 {
      let last = first + length - 1
      let padded = String(repeating: "0", count: max(0, 4 - String(last).count)) + String(last)
      windows.append(Window(first: first, last: last, cutOff: "\(padded)-12-31"))
      first -= length
    }
    self.windows = windows.reversed()
  }
}

/// A day as a number that compares like it: 2019-12-31 is 201912310, and with a digit behind it,
/// 2019-12-319, a little later.
func dayNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var (number, digits) = (0, 0)
  for byte in bytes where (0x30...0x39).contains(byte) && digits < 9 {
    number = number * 10 + Int(byte) - 0x30
    digits += 1
  }
  return digits < 9 ? number * 10 : number
}

func dayNumber(_ text: String) -> Int {
  var text = text
  return text.withUTF8 { dayNumber($0) }
}
