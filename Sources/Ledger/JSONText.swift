import Records

/// A JSON value that is written in the order in which it was made, so that bytes never change.
indirect enum JSONText {
  case string(String)
  case number(Double)
  case bool(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// The value as UTF-8 with two spaces of indent and a final line feed.
  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  /// Writes the value at a depth of indent.
  func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .string(let string): Self.quote(string, to: &bytes)
    case .number(let number):
      let text = !number.isFinite ? "null" : Int(exactly: number).map(String.init) ?? "\(number)"
      bytes += text.utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        Self.startLine(isFirst: index == 0, depth + 1, &bytes)
        item.write(to: &bytes, depth: depth + 1)
      }
      if !items.isEmpty { Self.indent(depth, &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        Self.startLine(isFirst: index == 0, depth + 1, &bytes)
        Self.quote(entry.0, to: &bytes)
        bytes += ": ".utf8
        entry.1.write(to: &bytes, depth: depth + 1)
      }
      if !entries.isEmpty { Self.indent(depth, &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Begins the line of an item.
  static func startLine(isFirst: Bool, _ depth: Int, _ bytes: inout [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    indent(depth, &bytes)
  }

  static func indent(_ depth: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x0A)
    for _ in 0..<(2 * depth) { bytes.append(0x20) }
  }

  /// Escapes what JSON asks for (RFC 8259), and `<` so that the text may stand in an HTML script.
  private static func quote(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x09: bytes += "\\t".utf8
        case UInt8(ascii: "<"): bytes += "\\u003c".utf8
        case 0x00..<0x20:
          bytes += "\\u00".utf8
          for half in [byte >> 4, byte & 0xF] {
            bytes.append(half < 10 ? 0x30 + half : 0x57 + half)
          }
        case 0xE2
        where index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8:
          // The line and paragraph separators, which end a line in older scripts.
          bytes += (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
          index += 2
        default: bytes.append(byte)
        }
        index += 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Text by language, in the order of the codes.
  static func texts(_ texts: [String: String]) -> JSONText {
    .object(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }

  /// A quantity as an object; null where nothing is reported.
  static func quantity(_ quantity: Quantity?) -> JSONText {
    guard let quantity else { return .null }
    return .object(
      [
        ("number", .number(quantity.value)), ("precision", .string(quantity.precision.rawValue)),
      ] + (quantity.upper.map { [("upper", .number($0))] } ?? []))
  }
}
