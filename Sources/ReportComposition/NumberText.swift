/// Prints numbers in the two languages from small tables of its own, so that no locale of the
/// machine can change a report.
struct NumberText {
  let isChinese: Bool

  /// Digits: grouped by comma in English; in Chinese not grouped below 10,000.
  func digits(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let rounded = value.rounded()
    guard rounded == value, let whole = Int(exactly: rounded) else { return decimal(value) }
    return grouped(whole)
  }

  /// Digits with a fixed number of decimals, 0 to 6, halves away from zero; nil for what there are.
  func digits(_ value: Double, decimals: Int?) -> String {
    guard let decimals, value.isFinite, abs(value) < 1e9 else { return digits(value) }
    let places = min(6, max(0, decimals))
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = (abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard let all = Int(exactly: scaled) else { return digits(value) }
    let sign = value < 0 && all > 0 ? "-" : ""
    guard places > 0 else { return sign + grouped(all) }
    let tail = String(all % scale)
    let zeros = String(repeating: "0", count: places - tail.count)
    return sign + grouped(all / scale) + "." + zeros + tail
  }

  private func decimal(_ value: Double) -> String {
    let hundredths = (abs(value) * 100).rounded()
    guard let all = Int(exactly: hundredths) else { return "\(value)" }
    let fraction = all % 100
    var tail = fraction < 10 ? "0\(fraction)" : "\(fraction)"
    if tail.hasSuffix("0") { tail.removeLast() }
    let text = grouped(all / 100) + (fraction == 0 ? "" : ".\(tail)")
    return value < 0 ? "-\(text)" : text
  }

  private func grouped(_ value: Int) -> String {
    let plain = String(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard plain.count > 3, !(isChinese && plain.count < 5) else { return sign + plain }
    var text = ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return sign + text
  }

  /// Spelled out; beyond 9,999, for fractions and below zero in digits.
  func words(_ value: Double, counting: Bool = false) -> String {
    guard let whole = Int(exactly: value), (0...9999).contains(whole) else { return digits(value) }
    if isChinese { return counting && whole == 2 ? "两" : chinese(whole) }
    return english(whole)
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private func english(_ value: Int) -> String {
    switch value {
    case ..<20: return Self.small[max(0, value)]
    case ..<100:
      let rest = value % 10
      return Self.tens[value / 10] + (rest == 0 ? "" : "-\(Self.small[rest])")
    case ..<1000:
      let rest = value % 100
      return Self.small[value / 100] + " hundred" + (rest == 0 ? "" : " and \(english(rest))")
    default:
      let rest = value % 1000
      let joint = rest == 0 ? "" : rest < 100 ? " and " : " "
      return english(value / 1000) + " thousand" + joint + (rest == 0 ? "" : english(rest))
    }
  }

  private func chinese(_ value: Int) -> String {
    let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if value < 10 { return numerals[max(0, value)] }
    var text = ""
    var owesZero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / unit % 10
      if digit == 0 {
        owesZero = !text.isEmpty
      } else {
        if owesZero { text += "零" }
        owesZero = false
        text += (value < 20 && unit == 10 ? "" : numerals[digit]) + name
      }
    }
    return text
  }
}
