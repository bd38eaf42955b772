/// The parser of one JSON text, whose bytes are known to be UTF-8.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private let file: String
  private var index: Int
  private(set) var line = 1
  /// The last position whose column was counted; columns are only asked for in order.
  private var counted: Int
  private var column = 1
  private var values = 0

  private let valueLimit: Int

  init(bytes: ArraySlice<UInt8>, file: String, valueLimit: Int) {
    self.valueLimit = valueLimit
    self.bytes = bytes
    self.file = file
    index = bytes.startIndex
    counted = index
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  private var byte: UInt8? { isAtEnd ? nil : bytes[index] }

  mutating func skipBlanks() {
    while let byte {
      switch byte {
      case 0x0A:
        index += 1
        newLine()
      case 0x0D:
        index += 1
        if self.byte != 0x0A { newLine() }
      case 0x20, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func newLine() {
    line += 1
    column = 1
    counted = index
  }

  private mutating func place() -> Place {
    while counted < index {
      if bytes[counted] & 0xC0 != 0x80 { column += 1 }
      counted += 1
    }
    return Place(file: file, line: line, column: column)
  }

  mutating func problem(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: place(), hint: hint)
  }

  mutating func value(depth: Int) throws(Diagnostic) -> YAMLNode {
    values += 1
    guard depth < JSONReader.depthLimit else {
      throw problem(
        "json-depth", "nested too deeply", hint: "a record needs three levels at most")
    }
    guard values <= valueLimit else {
      throw problem(
        "json-size", "more than \(valueLimit) values",
        hint: "so many records belong into a CSV file")
    }
    let place = place()
    switch byte {
    case UInt8(ascii: "{"): return YAMLNode(content: .mapping(try object(depth)), place: place)
    case UInt8(ascii: "["): return YAMLNode(content: .sequence(try array(depth)), place: place)
    case UInt8(ascii: "\""): return YAMLNode(content: .scalar(try string()), place: place)
    case .some(UInt8(ascii: "-")), .some(0x30...0x39):
      return YAMLNode(content: .scalar(try number()), place: place)
    default: return YAMLNode(content: try word(), place: place)
    }
  }

  private mutating func object(_ depth: Int) throws(Diagnostic) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    index += 1
    skipBlanks()
    if take("}") { return entries }
    while true {
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotation marks") }
      let place = place()
      let key = try string()
      guard keys.insert(key).inserted else {
        throw Diagnostic(
          .error, code: "duplicate-key", "\(quoted(key)) appears twice in one object", at: place,
          hint: "keep one of the two")
      }
      skipBlanks()
      guard take(":") else { throw unexpected("a colon") }
      skipBlanks()
      entries.append(YAMLNode.Entry(key: key, place: place, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return entries }
      guard take(",") else { throw unexpected("a comma or }") }
      skipBlanks()
    }
  }

  private mutating func array(_ depth: Int) throws(Diagnostic) -> [YAMLNode] {
    var items: [YAMLNode] = []
    index += 1
    skipBlanks()
    if take("]") { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return items }
      guard take(",") else { throw unexpected("a comma or ]") }
      skipBlanks()
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func unexpected(_ wanted: String) -> Diagnostic {
    guard let byte else {
      return problem("json-syntax", "the file ends where \(wanted) should be")
    }
    let text = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    let shown = quoted(String(text.unicodeScalars.prefix(1).map(Character.init)))
    return problem(
      "json-syntax", "\(shown) where \(wanted) should be",
      hint: byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
        ? "remove the comma before it"
        : byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") ? "JSON has no comments" : nil)
  }

  /// `true`, `false` and `null`.
  private mutating func word() throws(Diagnostic) -> YAMLNode.Content {
    let letters = bytes[index...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let text = String(decoding: letters.prefix(20), as: UTF8.self)
    switch text {
    case "true", "false":
      index += letters.count
      return .scalar(text)
    case "null":
      index += letters.count
      return .null
    case "NaN", "Infinity", "nan", "inf":
      throw problem("json-number", "\(text) is not a number of JSON", hint: "write null")
    case "None", "True", "False":
      throw problem(
        "json-syntax", "\(text) is not a word of JSON", hint: "write null, true or false")
    default: throw unexpected("a value")
    }
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = index
    _ = take("-")
    let first = byte
    let whole = try digits()
    guard first != 0x30 || whole == 1 else {
      throw problem("json-number", "a number begins with 0", hint: "quote it if it is a code")
    }
    if take(".") { _ = try digits() }
    if let byte, byte | 0x20 == 0x65 {
      index += 1
      if !take("+") { _ = take("-") }
      _ = try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Diagnostic) -> Int {
    let count = bytes[index...].prefix { (0x30...0x39).contains($0) }.count
    guard count > 0 else {
      if byte == UInt8(ascii: "I") {
        throw problem("json-number", "infinity is not a number of JSON", hint: "write null")
      }
      throw unexpected("a digit")
    }
    index += count
    return count
  }

  private mutating func string() throws(Diagnostic) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0x00...0x1F:
        throw problem(
          "json-string", "a text holds a line break or a control character",
          hint: "close the quotation mark, or write \\n")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw problem("json-string", "a text is never closed", hint: "add the quotation mark")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
    index += 1
    let marks: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    guard let byte, byte == UInt8(ascii: "u") || marks[byte] != nil else {
      throw problem(
        "json-string", "an escape that JSON does not have", hint: "write \\\\ for a backslash")
    }
    index += 1
    if let mark = marks[byte] { return text.append(mark) }
    let first = try unit()
    var scalar = Unicode.Scalar(first)
    if (0xD800...0xDBFF).contains(first), take("\\"), take("u") {
      let second = try unit()
      if (0xDC00...0xDFFF).contains(second) {
        scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      }
    }
    guard let scalar else {
      throw problem(
        "json-string", "half of a pair of surrogates stands alone", hint: "write the character")
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func unit() throws(Diagnostic) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    let isHex = digits.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
    guard digits.count == 4, isHex,
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("json-string", "\\u needs four hexadecimal digits") }
    index += 4
    return unit
  }
}
