/// Writes numbers that a program stored in binary as a person typed them: 15 significant digits,
/// which is what spreadsheets show, and no exponent where it can be helped.
enum NumberText {
  /// Appends a stored number; false where it is none, or not finite.
  static func append(_ source: some BidirectionalCollection<UInt8>, to bytes: inout [UInt8]) -> Bool
  {
    if isPlain(source) {
      bytes.append(contentsOf: source)
      return true
    }
    guard let value = value(source) else { return false }
    bytes.append(contentsOf: text(value).utf8)
    return true
  }

  /// A finite number from its digits, sign, point and exponent; nil for anything else.
  static func value(_ source: some Sequence<UInt8>) -> Double? {
    let text = String(decoding: Array(source), as: UTF8.self)
    let isNumber = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 | 0x20 == 0x65 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Whether digits can stand as they are: no exponent, and no more of them than binary keeps.
  private static func isPlain(_ source: some BidirectionalCollection<UInt8>) -> Bool {
    var digits = 0
    var points = 0
    var first = true
    var last: UInt8 = 0
    for byte in source {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E:
        points += 1
        if digits == 0 { return false }
      case 0x2D: if !first { return false }
      default: return false
      }
      // 007 and -0 are for the slow way.
      if digits == 2, points == 0, last == 0x30, byte != 0x2E { return false }
      if digits == 1, byte == 0x30, last == 0x2D { return false }
      first = false
      last = byte
    }
    return (1...15).contains(digits) && points <= 1 && last != 0x2E
  }

  /// The text of a finite number.
  static func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var (digits, point) = decimal(abs(value).description)
    round(&digits, &point)
    let sign = value < 0 ? "-" : ""
    guard (-14...21).contains(point) else {
      return sign + joined(digits, point: 1) + "e\(point - 1)"
    }
    return sign + joined(digits, point: point)
  }

  /// The digits of `1.25e-05` without zeros before and after, and where the point stands in them.
  private static func decimal(_ text: String) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let parts = text.utf8.split(separator: UInt8(ascii: "e"))
    if parts.count == 2, let power = Int(String(decoding: parts[1], as: UTF8.self)) {
      exponent = power
    }
    for byte in parts.first ?? "".utf8[...] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - 0x30) }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    let place = (point ?? digits.count) + exponent - zeros
    digits.removeFirst(zeros)
    while digits.last == 0 { digits.removeLast() }
    return (digits, place)
  }

  private static func round(_ digits: inout [UInt8], _ point: inout Int) {
    guard digits.count > 15 else { return }
    let up = digits[15] >= 5
    digits.removeSubrange(15...)
    if up {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  private static func joined(_ digits: [UInt8], point: Int) -> String {
    var text = point <= 0 ? "0." + String(repeating: "0", count: -point) : ""
    for (index, digit) in digits.enumerated() {
      if index == point, index > 0 { text += "." }
      text += String(digit)
    }
    if point > digits.count { text += String(repeating: "0", count: point - digits.count) }
    return text
  }
}
