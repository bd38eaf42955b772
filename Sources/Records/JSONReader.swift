/// Reads JSON (RFC 8259) into the nodes that YAML gives, each with its place; strict, and within
/// fixed limits. Numbers stay the text that the file has.
public enum JSONReader {
  /// The deepest nesting that is read.
  public static let depthLimit = 64
  /// The most values that one file may hold; more belong into CSV or a database.
  public static let valueLimit = 1_000_000

  /// Parses a document; nil where the file is empty.
  ///
  /// - Throws: `Diagnostic` with a code that begins with `json-`, `duplicate-key`, or one of the
  ///   decoding.
  public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode? {
    try parse(bytes, file: file, valueLimit: valueLimit)
  }

  static func parse(
    _ bytes: [UInt8], file: String, valueLimit: Int
  ) throws(Diagnostic) -> YAMLNode? {
    _ = try decoded(bytes, file: file)
    var parser = JSONParser(bytes: body(of: bytes), file: file, valueLimit: valueLimit)
    parser.skipBlanks()
    guard !parser.isAtEnd else { return nil }
    let root = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.isAtEnd else {
      throw parser.problem(
        "json-syntax", "something follows the end of the document",
        hint: "put several records into one list, or name the file .jsonl")
    }
    return root
  }

  /// Parses a file of one document a line (JSON Lines) into a list; nil where the file is empty.
  ///
  /// - Throws: `Diagnostic`, as `parse` does.
  public static func parseLines(_ bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode? {
    _ = try decoded(bytes, file: file)
    var parser = JSONParser(bytes: body(of: bytes), file: file, valueLimit: valueLimit)
    var items: [YAMLNode] = []
    while true {
      parser.skipBlanks()
      guard !parser.isAtEnd else { break }
      let line = parser.line
      items.append(try parser.value(depth: 1))
      parser.skipBlanks()
      guard parser.isAtEnd || parser.line > line else {
        throw parser.problem(
          "json-syntax", "a second value stands on the line", hint: "write one record a line")
      }
    }
    guard let first = items.first else { return nil }
    return YAMLNode(content: .sequence(items), place: first.place)
  }

  /// The bytes after a byte order mark, which some programs write although none is allowed.
  private static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }
}
