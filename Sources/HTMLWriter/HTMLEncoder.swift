/// The one place where a tree becomes bytes; it escapes by context, over UTF-8.
struct HTMLEncoder {
  private(set) var bytes: [UInt8] = []

  /// A whole page: the doctype and its root element.
  static func page(_ root: HTMLNode) -> [UInt8] {
    var encoder = HTMLEncoder()
    encoder.write("<!doctype html>\n")
    encoder.encode(root)
    return encoder.bytes
  }

  /// Appends a node.
  mutating func encode(_ node: HTMLNode) {
    switch node {
    case .text(let text): escape(text, in: .text)
    case .json(let value): encodeDataBlock(value)
    case .element(let name, let attributes, let children):
      encodeElement(name, attributes, children)
    }
  }

  private mutating func encodeElement(
    _ name: ElementName, _ attributes: [HTMLAttribute], _ children: [HTMLNode]
  ) {
    write("<")
    write(name.rawValue)
    for attribute in attributes { encode(attribute) }
    write(">")
    if !name.isVoid {
      for child in children { encode(child) }
      write("</")
      write(name.rawValue)
      write(">")
    }
    if name.endsLine { write("\n") }
  }

  private mutating func encode(_ attribute: HTMLAttribute) {
    write(" ")
    write(attribute.name)
    guard let value = attribute.value else { return }
    write("=\"")
    escape(value, in: .attribute)
    write("\"")
  }

  private mutating func encodeDataBlock(_ value: JSONValue) {
    write("<script type=\"application/ld+json\">")
    encode(value)
    write("</script>\n")
  }

  private mutating func encode(_ value: JSONValue) {
    switch value {
    case .string(let text):
      write("\"")
      escape(text, in: .json)
      write("\"")
    case .array(let values):
      write("[")
      for (index, value) in values.enumerated() {
        if index > 0 { write(",") }
        encode(value)
      }
      write("]")
    case .object(let members):
      write("{")
      for (index, member) in members.enumerated() {
        if index > 0 { write(",") }
        encode(.string(member.name))
        write(":")
        encode(member.value)
      }
      write("}")
    }
  }

  private mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Copies runs between special characters whole. Bytes, not characters, are compared, because a
  /// quotation mark with a combining mark is another `Character` but still ends an attribute.
  private mutating func escape(_ text: String, in context: EscapeContext) {
    let source = Array(text.utf8)
    var run = 0
    var index = 0
    while index < source.count {
      guard let escape = context.escape(at: index, of: source) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: source[run..<index])
      write(escape.replacement)
      index += escape.length
      run = index
    }
    bytes.append(contentsOf: source[run...])
  }
}
