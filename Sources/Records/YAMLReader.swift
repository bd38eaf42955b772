import Yams

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
    try YAMLGuard.check(text, file: file)
    let root: Node?
    do {
      root = try Parser(yaml: text).singleRoot()
    } catch let error as YamlError {
      throw diagnostic(error, file: file)
    } catch {
      throw Diagnostic(.error, code: "yaml-syntax", "cannot be read as YAML", at: Place(file: file))
    }
    guard let root else { return nil }
    var walk = Walk(file: file, budget: max(10_000, bytes.count))
    return try walk.node(root, depth: 0)
  }

  private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return located(problem, context?.text ?? "", mark, file: file)
    case .duplicatedKeysInMapping(let keys, let context):
      return Diagnostic(
        .error, code: "duplicate-key", "\(quoted(keys.first ?? "")) appears twice in one mapping",
        at: Place(file: file, line: context.mark.line, column: context.mark.column),
        hint: "keep one of the two")
    default:
      return Diagnostic(
        .error, code: "yaml-syntax", "cannot be read as YAML", at: Place(file: file))
    }
  }

  private static func located(
    _ problem: String, _ context: String, _ mark: Mark, file: String
  ) -> Diagnostic {
    let place = Place(file: file, line: mark.line, column: mark.column)
    if problem.contains("another document") {
      return Diagnostic(
        .error, code: "yaml-documents", "the file holds several YAML documents", at: place,
        hint: "remove the --- between them, or split the file")
    }
    let hint: String? =
      if problem.contains("cannot start any token") {
        "indent with spaces, not tabs, and quote text that begins with a special character"
      } else if problem.contains("mapping values are not allowed") {
        "quote text that contains a colon"
      } else if problem.contains("undefined alias") {
        "quote text that begins with *"
      } else {
        nil
      }
    return Diagnostic(
      .error, code: "yaml-syntax",
      ([context, problem].filter { !$0.isEmpty }).joined(separator: ": "),
      at: place, hint: hint)
  }

  /// The walk from the parser's nodes to ours, which counts what aliases multiply.
  private struct Walk {
    let file: String
    var budget: Int

    mutating func node(_ node: Node, depth: Int) throws(Diagnostic) -> YAMLNode {
      let place = Place(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
      budget -= 1
      guard budget > 0 else {
        throw Diagnostic(
          .error, code: "yaml-aliases", "aliases multiply the file beyond its size", at: place,
          hint: "write the values out")
      }
      guard depth < YAMLReader.depthLimit else { throw YAMLGuard.tooDeep(at: place) }
      switch node {
      case .scalar(let scalar): return YAMLNode(content: content(of: scalar), place: place)
      case .sequence(let sequence):
        var items: [YAMLNode] = []
        for item in sequence { items.append(try self.node(item, depth: depth + 1)) }
        return YAMLNode(content: .sequence(items), place: place)
      case .mapping(let mapping):
        var entries: [YAMLNode.Entry] = []
        for (key, value) in mapping { entries.append(try entry(key, value, depth: depth + 1)) }
        return YAMLNode(content: .mapping(entries), place: place)
      case .alias: return YAMLNode(content: .null, place: place)
      }
    }

    private mutating func entry(
      _ key: Node, _ value: Node, depth: Int
    ) throws(Diagnostic) -> YAMLNode.Entry {
      let place = Place(file: file, line: key.mark?.line ?? 0, column: key.mark?.column ?? 0)
      guard let name = key.scalar?.string else {
        throw Diagnostic(.error, code: "yaml-key", "a key must be a single word", at: place)
      }
      guard name != "<<" else {
        throw Diagnostic(
          .error, code: "yaml-merge", "merge keys are not read", at: place,
          hint: "write the fields out")
      }
      return YAMLNode.Entry(key: name, place: place, value: try node(value, depth: depth))
    }

    private func content(of scalar: Node.Scalar) -> YAMLNode.Content {
      let empty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return empty ? .null : .scalar(scalar.string)
    }
  }
}
