extension String {
  /// The text cut into fractions, such as 3/4, and what is none of them.
  ///
  /// A fraction is a part of a whole: a numerator below its denominator, each of one or two digits, with
  /// no digit, letter, slash, point or comma directly beside it. 24/7, 2030/31 and 1/2/2031 are none.
  public var fractionParts: [(text: Substring, isFraction: Bool)] {
    guard utf8.contains(0x2F) else { return [(self[...], false)] }
    var parts: [(text: Substring, isFraction: Bool)] = []
    var start = startIndex
    var at = startIndex
    while let slash = utf8[at...].firstIndex(of: 0x2F) {
      at = utf8.index(after: slash)
      guard let range = fraction(about: slash), range.lowerBound >= start else { continue }
      if start < range.lowerBound { parts.append((self[start..<range.lowerBound], false)) }
      parts.append((self[range], true))
      start = range.upperBound
      at = range.upperBound
    }
    if start < endIndex { parts.append((self[start...], false)) }
    return parts
  }

  /// The fraction whose slash is at an index; nil where it is none.
  private func fraction(about slash: Index) -> Range<Index>? {
    let digits = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let over = utf8[..<slash].suffix(3).reversed().prefix(while: digits)
    let under = utf8[utf8.index(after: slash)...].prefix(3).prefix(while: digits)
    guard (1...2).contains(over.count), (1...2).contains(under.count),
      let top = Int(String(decoding: Array(over.reversed()), as: UTF8.self)),
      let bottom = Int(String(decoding: Array(under), as: UTF8.self)), top > 0, top < bottom
    else { return nil }
    let first = utf8.index(slash, offsetBy: -over.count)
    guard !Self.clings(unicodeScalars[..<first].last),
      !Self.clings(unicodeScalars[under.endIndex...].first, isAfter: true)
    else { return nil }
    return first..<under.endIndex
  }

  /// Whether a character beside digits makes something else of them than a fraction; a stop after one
  /// ends its sentence.
  private static func clings(_ scalar: Unicode.Scalar?, isAfter: Bool = false) -> Bool {
    guard let scalar else { return false }
    switch scalar {
    case "/", "-", "\u{2013}": return true
    case ".", ",": return !isAfter
    default:
      return scalar.value < 0x2E80 && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
    }
  }
}
