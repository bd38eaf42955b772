/// Where text stands, which decides what must be escaped in it.
enum EscapeContext {
  /// Between tags.
  case text
  /// In a quoted attribute.
  case attribute
  /// In a JSON string inside a script element, where `</script` and `<!--` would end the block.
  case json

  /// What replaces the bytes at a place.
  struct Escape {
    let replacement: String
    let length: Int
  }

  /// The escape that the byte at `index` begins; nil where it may stand as it is.
  func escape(at index: Int, of source: [UInt8]) -> Escape? {
    let byte = source[index]
    if byte == 0xE2 || byte == 0xC2 { return invisible(at: index, of: source) }
    if byte < 0x20 || byte == 0x7F { return control(byte) }
    guard let replacement = self == .json ? inJSON(byte) : inMarkup(byte) else { return nil }
    return Escape(replacement: replacement, length: 1)
  }

  private func inMarkup(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where self == .attribute: "&quot;"
    default: nil
    }
  }

  private func inJSON(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): numeric(UInt16(byte))
    default: nil
    }
  }

  /// Line feed and tab are white space in markup; other controls are no HTML characters at all
  /// (HTML Standard, 13.1), so a replacement character shows that something stood there.
  private func control(_ byte: UInt8) -> Escape? {
    if self == .json { return Escape(replacement: numeric(UInt16(byte)), length: 1) }
    if byte == 0x0A || byte == 0x09 { return nil }
    return Escape(replacement: "\u{FFFD}", length: 1)
  }

  /// C1 controls, line separators, directional controls: invisible in an editor, so never raw.
  private func invisible(at index: Int, of source: [UInt8]) -> Escape? {
    if source[index] == 0xC2 {
      guard index + 1 < source.count, source[index + 1] < 0xA0 else { return nil }
      return Escape(replacement: "\u{FFFD}", length: 2)
    }
    guard index + 2 < source.count else { return nil }
    let code = 0x2000 | UInt16(source[index + 1] & 0x3F) << 6 | UInt16(source[index + 2] & 0x3F)
    switch code {
    case 0x2028...0x202E, 0x2066...0x2069:
      return Escape(replacement: numeric(code), length: 3)
    default: return nil
    }
  }

  private func numeric(_ code: UInt16) -> String {
    let digits = String(code, radix: 16)
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    return self == .json ? "\\u" + padded : "&#x" + padded + ";"
  }
}
