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
    var text = ""
    write(to: &text, indent: "")
    return Array((text + "\n").utf8)
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .string(let string): Self.quote(string, to: &text)
    case .number(let number):
      text += !number.isFinite ? "null" : Int(exactly: number).map(String.init) ?? "\(number)"
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .array(let items):
      Self.list(items, "[", "]", to: &text, indent: indent) { item, text, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let entries):
      Self.list(entries, "{", "}", to: &text, indent: indent) { entry, text, indent in
        Self.quote(entry.0, to: &text)
        text += ": "
        entry.1.write(to: &text, indent: indent)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, indent: String,
    _ write: (Item, inout String, String) -> Void
  ) {
    text += open
    let inner = indent + "  "
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      write(item, &text, inner)
    }
    text += items.isEmpty ? close : "\n\(indent)\(close)"
  }

  /// Escapes what JSON asks for (RFC 8259), and `<` so that the text may stand in an HTML script.
  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "<": text += "\\u003c"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
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
