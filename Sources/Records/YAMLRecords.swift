/// Finds the records of a YAML or JSON file: a mapping of kinds to lists, or one list whose kind
/// the file's name gives. A file of JSON Lines is such a list.
struct YAMLRecords {
  /// How a file of nested values is written.
  enum Notation: Hashable, CaseIterable {
    case yaml, json, jsonLines

    /// The notation that a file's name gives: JSON for `.json`, YAML for what is not known.
    init(file: String) {
      let name = file.lowercased()
      self =
        name.hasSuffix(".json")
        ? .json : name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonLines : .yaml
    }

    func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode? {
      switch self {
      case .yaml: try YAMLReader.parse(bytes, file: file)
      case .json: try JSONReader.parse(bytes, file: file)
      case .jsonLines: try JSONReader.parseLines(bytes, file: file)
      }
    }

    var hintForRecord: String {
      self == .yaml
        ? "begin each record with \"- id:\"" : "write each record as {\"id\": \"…\", …}"
    }
  }

  let vocabulary: Vocabulary
  let file: String
  var records: [RawRecord] = []
  var problems: [Diagnostic] = []

  private var notation: Notation { Notation(file: file) }

  mutating func read(_ bytes: [UInt8], kindOfFile: Vocabulary.Kind?) {
    do {
      guard let root = try notation.parse(bytes, file: file) else { return }
      switch root.content {
      case .mapping(let entries): for entry in entries { read(entry) }
      case .sequence(let items):
        guard let kind = kindOfFile else {
          return report(
            "unknown-kind", "the file holds a list, and its name does not say of which kind",
            at: root.place,
            hint: "name it after the kind, such as events.\(notation == .yaml ? "yaml" : "json")")
        }
        for item in items { read(item, of: kind) }
      case .null: break
      case .scalar:
        report(
          "wrong-type", "the file holds a single value", at: root.place,
          hint: "write a kind, and a list of records under it")
      }
    } catch {
      problems.append(error)
    }
  }

  private mutating func read(_ entry: YAMLNode.Entry) {
    guard let kind = vocabulary.kind(named: entry.key) else {
      return report(
        "unknown-kind", "\(quoted(entry.key)) is not a kind of record", at: entry.place,
        hint: Spelling.nearest(
          to: entry.key, among: vocabulary.kinds.flatMap { [$0.name, $0.plural] }
        ).map { "did you mean \"\($0)\"?" })
    }
    switch entry.value.content {
    case .sequence(let items): for item in items { read(item, of: kind) }
    case .null: break
    default:
      report(
        "wrong-type", "\(quoted(entry.key)) is \(entry.value.kindName), not a list of records",
        at: entry.value.place, hint: notation.hintForRecord)
    }
  }

  private mutating func read(_ item: YAMLNode, of kind: Vocabulary.Kind) {
    guard let entries = item.entries else {
      return report(
        "wrong-type", "a record is \(item.kindName), not a mapping of fields", at: item.place,
        hint: notation.hintForRecord)
    }
    records.append(
      RawRecord(kind: kind, place: item.place, fields: entries.compactMap(RawField.init)))
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
