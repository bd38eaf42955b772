/// Reads one entry of `sources:`.
struct SourceParser {
  let vocabulary: Vocabulary
  var problems: [Diagnostic] = []

  private static let keys = [
    "file", "sqlite", "postgres", "query", "sheet", "head_row", "head_rows", "encoding",
    "delimiter", "kind", "id", "fields", "values", "constants", "ignore",
  ]
  private static let fileTypes = TableOpening.tableTypes + TableOpening.treeTypes

  mutating func source(_ node: YAMLNode) -> SourceDeclaration? {
    guard let entries = node.entries else {
      report("wrong-type", "a source is \(node.kindName)", at: node.place, hint: "write a mapping")
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      report(
        "unknown-key", "a source has no key \(quoted(entry.key))", at: entry.place,
        hint: Spelling.hint(for: entry.key, among: Self.keys))
    }
    let location = location(node)
    guard let kind = kind(node), let location else { return nil }
    var source = SourceDeclaration(location: location, kind: kind, place: node.place)
    checkForm(node, of: location)
    readForm(node, into: &source)
    source.identity = identity(node["id"]) ?? source.identity
    readColumns(node["fields"], into: &source)
    readWords(node["values"], into: &source)
    readConstants(node["constants"], into: &source)
    source.ignored = texts(node["ignore"], "ignore")
    return source
  }

  // MARK: Where it lies

  private mutating func location(_ node: YAMLNode) -> SourceDeclaration.Location? {
    let given = ["file", "sqlite", "postgres"].filter { node[$0] != nil }
    guard given.count == 1, let key = given.first, let value = node[key] else {
      report(
        "bad-source",
        given.isEmpty
          ? "the source has no file" : "the source has \(given.joined(separator: " and "))",
        at: node.place, hint: "name one of file, sqlite and postgres")
      return nil
    }
    if key == "file" {
      if let query = node["query"] {
        report(
          "bad-source", "a file has no query", at: query.place, hint: "write sqlite: or postgres:")
      }
      return path(value).flatMap { path in
        let type = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard Self.fileTypes.contains(type) else {
          report(
            "bad-source", "\(quoted(path)) is no table that is read", at: value.place,
            hint: "it can be a file in CSV, TSV, XLSX, JSON or YAML")
          return nil
        }
        return .file(path)
      }
    }
    guard let query = node["query"]?.text, !trimmed(query).isEmpty else {
      report(
        "bad-source", "the database has no query", at: value.place, hint: "add query: select …")
      return nil
    }
    if key == "sqlite" { return path(value).map { .sqlite(path: $0, query: query) } }
    return connection(value).map { .postgres($0, query: query) }
  }

  private mutating func path(_ node: YAMLNode) -> String? {
    guard let path = node.text, !path.isEmpty else {
      report("wrong-type", "the path is \(node.kindName)", at: node.place, hint: "write a path")
      return nil
    }
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.split(separator: "/").contains("..")
    else {
      report(
        "outside-root", "\(quoted(path)) leads out of the report's folder", at: node.place,
        hint: "copy the file into the report's folder, and write its path from there")
      return nil
    }
    return path
  }

  private mutating func connection(_ node: YAMLNode) -> SourceDeclaration.Connection? {
    if let text = node.text, !text.isEmpty { return .stated(text) }
    if let name = node["env"]?.text, !name.isEmpty, node.entries?.count == 1 {
      return .environment(name)
    }
    report(
      "bad-source", "postgres is \(node.kindName)", at: node.place,
      hint: "write a service or connection string, or {env: NAME}")
    return nil
  }

  private mutating func kind(_ node: YAMLNode) -> Int? {
    let names = vocabulary.kinds.map(\.name)
    guard let value = node["kind"] else {
      report(
        "bad-source", "the source has no kind", at: node.place, hint: "add the kind of its records")
      return nil
    }
    let found = value.text.flatMap { vocabulary.kind(named: $0) }
    if let found, let index = names.firstIndex(of: found.name) { return index }
    report(
      "unknown-kind", "\(quoted(value.text ?? value.kindName)) is not a kind of record",
      at: value.place, hint: Spelling.hint(for: value.text ?? "", among: names))
    return nil
  }

  // MARK: How it is written

  /// Refuses what means nothing for a table that lies there.
  private mutating func checkForm(_ node: YAMLNode, of location: SourceDeclaration.Location) {
    var type = "a query"
    if case .file(let path) = location {
      type = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
    let isText = ["csv", "tsv"].contains(type)
    for entry in node.entries ?? [] {
      let fits =
        switch entry.key {
        case "sheet": type == "xlsx"
        case "encoding", "delimiter": isText
        case "head_row", "head_rows": isText || type == "xlsx"
        default: true
        }
      guard !fits else { continue }
      report(
        "bad-source", "\(type) has no \(entry.key)", at: entry.place,
        hint: "remove it, or check the file's name")
    }
  }

  private mutating func readForm(_ node: YAMLNode, into source: inout SourceDeclaration) {
    source.sheet = node["sheet"].flatMap { text($0, "sheet") }
    if let value = node["encoding"], let name = text(value, "encoding") {
      source.encoding = TextEncoding(named: name)
      if source.encoding == nil {
        report(
          "bad-source", "there is no encoding \(quoted(name))", at: value.place,
          hint: Spelling.hint(for: name, among: TextEncoding.allCases.map(\.rawValue)))
      }
    }
    if let value = node["delimiter"], let mark = text(value, "delimiter") {
      let byte = mark == "tab" || mark == "\\t" ? 0x09 : mark.utf8.first ?? 0
      if byte == 0x09 || (mark.utf8.count == 1 && (0x21..<0x7F).contains(byte) && byte != 0x22) {
        source.delimiter = byte
      } else {
        report(
          "bad-source", "\(quoted(mark)) cannot split cells", at: value.place,
          hint: "write \",\", \";\" or tab")
      }
    }
    readHeadRows(node, into: &source)
  }

  private mutating func readHeadRows(_ node: YAMLNode, into source: inout SourceDeclaration) {
    guard let value = node["head_rows"] ?? node["head_row"] else { return }
    let items = value.items ?? [value]
    let rows = items.compactMap { $0.text.flatMap { Int($0) } }
    guard rows.count == items.count, let first = rows.first, first >= 1, rows.count <= 5,
      rows == Array(first..<(first + rows.count)), first <= 1000
    else {
      return report(
        "bad-source", "the rows of the head are not numbers that follow each other",
        at: value.place, hint: "write head_row: 2 or head_rows: [1, 2]")
    }
    source.headRows = rows
  }

  private mutating func identity(_ node: YAMLNode?) -> SourceDeclaration.Identity? {
    guard let node else { return nil }
    if let head = node.text { return .column(head, prefix: "") }
    if let word = node["rows"]?.text, node.entries?.count == 1 {
      if let problem = RecordRules.problem(ofId: word, at: node.place) { problems.append(problem) }
      return .rows(word)
    }
    let isKnown = node.entries?.allSatisfy { ["from", "prefix"].contains($0.key) } ?? false
    if isKnown, let head = node["from"]?.text {
      let prefix = node["prefix"]?.text ?? ""
      if !prefix.isEmpty, let problem = RecordRules.problem(ofId: prefix, at: node.place) {
        problems.append(problem)
      }
      return .column(head, prefix: prefix)
    }
    report(
      "bad-source", "id does not say where ids come from", at: node.place,
      hint: "write {from: the head of a column, prefix: mob-} or {rows: mob}")
    return nil
  }

  // MARK: Shared

  mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    if let text = node.text { return text }
    report("wrong-type", "\(key) is \(node.kindName)", at: node.place, hint: "write a single value")
    return nil
  }

  private mutating func texts(_ node: YAMLNode?, _ key: String) -> [String] {
    guard let node, node.content != .null else { return [] }
    return (node.items ?? [node]).compactMap { text($0, key) }
  }

  mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
