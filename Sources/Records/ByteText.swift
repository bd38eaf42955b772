import Glibc

/// Reads the common forms of values from bytes of UTF-8.
enum ByteText {
  /// The text; it is known to be UTF-8.
  static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
  }

  /// Whether two texts are the same bytes.
  static func isEqual(_ bytes: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == text.count, let start = text.baseAddress else {
      return bytes.isEmpty && text.isEmpty
    }
    return memcmp(bytes, start, bytes.count) == 0
  }

  /// Whether no character is one that may not stand in a text; see `isRefused`.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20, byte < 0x7F { continue }
      switch byte {
      case 0x09, 0x0A, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF0...: continue
      case 0xC2, 0xE2, 0xEF: if mayBeRefused(text, at: index) { return false }
      default: return false
      }
    }
    return true
  }

  private static func mayBeRefused(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < text.count else { return true }
    let second = text[index + 1]
    switch text[index] {
    case 0xC2: return second < 0xA0
    // U+2000 to U+207F holds the marks that override the direction, and the separators.
    case 0xE2:
      return second == 0x81
        || (second == 0x80 && text.indices.contains(index + 2)
          && text[index + 2] >= 0xA8 && text[index + 2] <= 0xAE)
    default: return second >= 0xBB && second != 0xBC && second != 0xBD
    }
  }

  /// `105` or `50+`, of at most 15 digits.
  static func quantity(_ text: UnsafeBufferPointer<UInt8>) -> Quantity? {
    let isLeast = text.last == UInt8(ascii: "+")
    let count = isLeast ? text.count - 1 : text.count
    guard (1...15).contains(count), let number = digits(text, 0, count) else { return nil }
    return Quantity(Double(number), isLeast ? .atLeast : .exact)
  }

  /// `2019`, `2019-09` or `2019-09-02`, if there is such a day.
  static func day(_ text: UnsafeBufferPointer<UInt8>) -> PartialDate.Day? {
    guard [4, 7, 10].contains(text.count), let year = digits(text, 0, 4) else { return nil }
    guard text.count > 4 else { return PartialDate.Day(year: year) }
    guard text[4] == UInt8(ascii: "-"), let month = digits(text, 5, 7), (1...12).contains(month)
    else { return nil }
    guard text.count > 7 else { return PartialDate.Day(year: year, month: month) }
    guard text[7] == UInt8(ascii: "-"), let day = digits(text, 8, 10),
      day >= 1, day <= PartialDate.days(in: month, of: year)
    else { return nil }
    return PartialDate.Day(year: year, month: month, day: day)
  }

  private static func digits(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var number = 0
    for index in start..<end {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Whether there is nothing but white space.
  static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBlank = true
    withTrimmed(text) { isBlank = $0.isEmpty }
    return isBlank
  }

  /// Calls with the text without white space at either end, as `trimmed` has it.
  static func withTrimmed(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var (start, end) = (0, text.count)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    let part = UnsafeBufferPointer(rebasing: text[start..<end])
    guard mayHaveWideSpace(part) else { return body(part) }
    Array(trimmed(string(part)).utf8).withUnsafeBufferPointer(body)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// Whether the first or last character may be white space beyond ASCII.
  private static func mayHaveWideSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, first >= 0x80 || last >= 0x80 else {
      return false
    }
    if isWideLead(first) { return true }
    let count = text.count
    return count >= 2 && text[count - 2] == 0xC2 || count >= 3 && isWideLead(text[count - 3])
  }

  /// Whether a byte begins U+00A0, U+1680, U+2000 and following, or U+3000.
  private static func isWideLead(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3
  }
}
