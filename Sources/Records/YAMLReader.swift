import CYAML

/// Reads one YAML document into nodes with places, within fixed limits.
public enum YAMLReader {
  /// The deepest nesting that is read.
  public static let depthLimit = 64

  /// Parses a document; nil where the file has none.
  ///
  /// Aliases are expanded up to the number of bytes of the file; a bomb stops there.
  ///
  /// - Throws: `Diagnostic` with a code that begins with `yaml-`, or one of the decoding.
  public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode? {
    let text = try decoded(bytes, file: file)
    try checkCharacters(text, file: file)
    let result = Array(text.utf8).withUnsafeBufferPointer {
      source -> Result<YAMLNode?, Diagnostic> in
      let composer = YAMLComposer(source, file: file)
      return Result { () throws(Diagnostic) in try composer.document() }
    }
    return try result.get()
  }

  /// YAML allows no control characters but tab and line ends (YAML 1.1, 5.1).
  private static func checkCharacters(_ text: String, file: String) throws(Diagnostic) {
    // Nearly every file has none: the bytes that such characters begin with are looked for first.
    let isSuspect = text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
        || byte == 0xC2 || byte == 0xEF
    }
    guard isSuspect else { return }
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: (line, column) = (line + 1, 0)
      case 0x09, 0x0D, 0x85: break
      case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF:
        throw Diagnostic(
          .error, code: "control-character",
          "the file contains the control character U+\(String(scalar.value, radix: 16, uppercase: true))",
          at: Place(file: file, line: line, column: column), hint: "delete it")
      default: break
      }
      column += 1
    }
  }
}

/// Makes nodes of libyaml's events; the source must outlive it.
private final class YAMLComposer {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private let file: String
  /// Anchored nodes, and how many nodes each stands for.
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  /// What aliases may still multiply.
  private var budget: Int
  private var count = 0

  init(_ source: UnsafeBufferPointer<UInt8>, file: String) {
    self.file = file
    budget = max(10_000, source.count)
    parser = .allocate(capacity: 1)
    // libyaml fails here only without memory, and then every later call reports it.
    _ = yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, source.baseAddress, source.count)
  }

  deinit {
    yaml_event_delete(&event)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func document() throws(Diagnostic) -> YAMLNode? {
    try advance()
    guard event.type == YAML_STREAM_START_EVENT else { return nil }
    try advance()
    guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
    try advance()
    let root = try node(depth: 0)
    guard event.type == YAML_DOCUMENT_END_EVENT else { throw syntax("the document does not end") }
    try advance()
    guard event.type == YAML_STREAM_END_EVENT else {
      throw Diagnostic(
        .error, code: "yaml-documents", "the file holds several YAML documents", at: place,
        hint: "remove the --- between them, or split the file")
    }
    return root
  }

  /// The node that the event begins; leaves the event after it.
  private func node(depth: Int) throws(Diagnostic) -> YAMLNode {
    guard depth < YAMLReader.depthLimit else {
      throw Diagnostic(
        .error, code: "yaml-depth", "nested too deeply", at: place,
        hint: "a record needs three levels at most")
    }
    count += 1
    let (start, before) = (place, count)
    let anchor = anchorName
    let content: YAMLNode.Content
    switch event.type {
    case YAML_ALIAS_EVENT: return try alias()
    case YAML_SCALAR_EVENT:
      content = scalar()
      try advance()
    case YAML_SEQUENCE_START_EVENT: content = .sequence(try items(depth: depth))
    case YAML_MAPPING_START_EVENT: content = .mapping(try entries(depth: depth))
    default: throw syntax("a value is missing")
    }
    let node = YAMLNode(content: content, place: start)
    if let anchor { anchors[anchor] = (node, count - before + 1) }
    return node
  }

  private func items(depth: Int) throws(Diagnostic) -> [YAMLNode] {
    var items: [YAMLNode] = []
    try advance()
    while event.type != YAML_SEQUENCE_END_EVENT { items.append(try node(depth: depth + 1)) }
    try advance()
    return items
  }

  private func entries(depth: Int) throws(Diagnostic) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    try advance()
    while event.type != YAML_MAPPING_END_EVENT {
      let start = place
      guard event.type == YAML_SCALAR_EVENT, let key = text else {
        throw Diagnostic(
          .error, code: "yaml-key", "a key must be a single word", at: start,
          hint: "quote text that begins with a special character")
      }
      guard key != "<<" else {
        throw Diagnostic(
          .error, code: "yaml-merge", "merge keys are not read", at: start,
          hint: "write the fields out")
      }
      guard keys.insert(key).inserted else {
        throw Diagnostic(
          .error, code: "duplicate-key", "\(quoted(key)) appears twice in one mapping", at: start,
          hint: "keep one of the two")
      }
      try advance()
      entries.append(YAMLNode.Entry(key: key, place: start, value: try node(depth: depth + 1)))
    }
    try advance()
    return entries
  }

  private func alias() throws(Diagnostic) -> YAMLNode {
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let known = anchors[name] else {
      throw syntax("undefined alias \(quoted(name))", hint: "quote text that begins with *")
    }
    budget -= known.size
    count += known.size
    guard budget > 0 else {
      throw Diagnostic(
        .error, code: "yaml-aliases", "aliases multiply the file beyond its size", at: place,
        hint: "write the values out")
    }
    try advance()
    return known.node
  }

  private func scalar() -> YAMLNode.Content {
    let text = text ?? ""
    let isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
    return isPlain && ["", "~", "null"].contains(text) ? .null : .scalar(text)
  }

  private var text: String? {
    guard let start = event.data.scalar.value else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: start, count: event.data.scalar.length), as: UTF8.self)
  }

  private var anchorName: String? {
    let name =
      switch event.type {
      case YAML_SCALAR_EVENT: event.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
      default: nil as UnsafeMutablePointer<yaml_char_t>?
      }
    return name.map { String(cString: $0) }
  }

  private var place: Place { place(event.start_mark) }

  private func place(_ mark: yaml_mark_t) -> Place {
    Place(file: file, line: mark.line + 1, column: mark.column + 1)
  }

  private func advance() throws(Diagnostic) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) != 0 else { throw failure() }
  }

  private func syntax(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, code: "yaml-syntax", message, at: place, hint: hint)
  }

  /// What libyaml says, with the way out of the mistakes that are made most.
  private func failure() -> Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read as YAML"
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let hint: String? =
      if problem.contains("cannot start any token") {
        "indent with spaces, not tabs, and quote text that begins with a special character"
      } else if problem.contains("mapping values are not allowed") {
        "quote text that contains a colon"
      } else {
        nil
      }
    return Diagnostic(
      .error, code: "yaml-syntax",
      [context, problem].filter { !$0.isEmpty }.joined(separator: ": "),
      at: place(parser.pointee.problem_mark), hint: hint)
  }
}
