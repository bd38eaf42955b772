extension Quantity {
  /// Reads `105`, `2.5`, `50+` or `>=50` (at least), `<=50` (at most), `~50` (about) or `10..20`.
  ///
  /// A comma is read only where it can be nothing but a separator of thousands: in `1,234,567` and
  /// in `1,234.5`. `1,234` may be 1.234 as well, and `1.234,5` is no number here; both are refused
  /// with what to write instead.
  ///
  /// - Throws: `ValueProblem` with the code `bad-number` or `range-reversed`.
  public static func parse(_ source: String) throws(ValueProblem) -> Quantity {
    let text = trimmed(source)
    if let dots = text.firstRange(of: "..") {
      let low = try number(trimmed(String(text[..<dots.lowerBound])), in: text)
      let high = try number(trimmed(String(text[dots.upperBound...])), in: text)
      guard low <= high else {
        throw ValueProblem(
          "range-reversed", "\(quoted(text)) ends below its start",
          hint: "write the lower number first")
      }
      return low == high ? Quantity(low) : Quantity(low, .range, upper: high)
    }
    if text.hasSuffix("+") {
      return Quantity(try number(String(text.dropLast()), in: text), .atLeast)
    }
    for (prefix, precision) in prefixes where text.hasPrefix(prefix) {
      let rest = trimmed(String(text.dropFirst(prefix.count)))
      return Quantity(try number(rest, in: text), precision)
    }
    return Quantity(try number(text, in: text))
  }

  private static let prefixes: [(String, Precision)] = [
    (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), ("~", .about),
  ]

  /// ASCII digits with an optional sign and fraction; nothing else, so `1e308`, `nan` and `0x10`
  /// are refused. At most 15 digits, which a `Double` holds exactly.
  private static func number(_ text: String, in whole: String) throws(ValueProblem) -> Double {
    let text = withoutThousands(text)
    var digits = Substring(text)
    if digits.first == "-" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let plain = parts.allSatisfy { part in
      !part.isEmpty && part.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }
    guard plain, (1...2).contains(parts.count), digits.utf8.count <= 16, let value = Double(text)
    else { throw ValueProblem("bad-number", "\(quoted(whole)) is not a number", hint: hint(whole)) }
    return value == 0 ? 0 : value
  }

  /// The text without its commas where they can only separate thousands, else the text as it is.
  private static func withoutThousands(_ text: String) -> String {
    guard text.utf8.contains(0x2C), text.utf8.count <= 24 else { return text }
    let body = text.utf8.first == 0x2D ? text.dropFirst() : text[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].utf8.count) && groups[0] != "0"
      && !parts.dropFirst().contains { $0.contains(",") }
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard isGrouped, parts.count == 2 || (parts.count == 1 && groups.count > 2) else {
      return text
    }
    return text.filter { $0 != "," }
  }

  /// What a number with a comma that could be two things can mean.
  private static func commaHint(_ text: String) -> String {
    let plain = "write thousands without separators and fractions with a point: 1200, 12.5"
    let body = text.utf8.first == 0x2D ? text.dropFirst() : text[...]
    let parts = body.split(separator: ",", omittingEmptySubsequences: false)
    let isPlain = body.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    guard isPlain, parts.count == 2, let first = parts.first, let last = parts.last,
      !first.isEmpty, !last.isEmpty, !last.contains("."), text.utf8.count <= 20
    else { return plain }
    let fraction = first.filter { $0 != "." } + "." + last
    guard last.utf8.count == 3, !first.contains("."), first != "0" else {
      return "write \(fraction): fractions have a point, thousands no separator"
    }
    return "write \(first)\(last) if the comma separates thousands, \(fraction) if it is decimal"
  }

  private static func hint(_ text: String) -> String {
    let looks: [(Unicode.Scalar, String)] = [
      ("O", "the letter O, not the digit 0"), ("o", "the letter o, not the digit 0"),
      ("l", "the letter l, not the digit 1"), ("I", "the letter I, not the digit 1"),
    ]
    let scalars = Array(text.unicodeScalars)
    let hasDigit = scalars.contains { ("0"..."9").contains($0) }
    for (letter, what) in looks where hasDigit {
      if scalars.last == letter { return "the last character is \(what)" }
      if let at = scalars.firstIndex(of: letter), scalars.filter(isLetter).count == 1 {
        return "character \(at + 1) is \(what)"
      }
    }
    if text.contains("万") { return "write the number out: 3.2万 is 32000" }
    if scalars.contains(where: { (0xFF10...0xFF19).contains($0.value) }) {
      return "write the digits as 0 to 9, not in full width"
    }
    if hasDigit, text.contains(",") { return commaHint(text) }
    if text.contains("%") { return "write the share as a plain number" }
    return "write 105, 50+ (at least), <=50 (at most), ~50 (about) or 10..20"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}

/// White space that may be cut off; what may not stand in a text is left for its check to find.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace && !isRefused(scalar)
}

/// Text without white space at either end.
func trimmed(_ text: String) -> String {
  var part = Substring(text)
  while let first = part.unicodeScalars.first, isBlank(first) {
    part = part.dropFirst()
  }
  while let last = part.unicodeScalars.last, isBlank(last) {
    part = part.dropLast()
  }
  return String(part)
}
