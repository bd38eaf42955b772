/// Finds the records of a YAML file: a mapping of kinds to lists, or one list whose kind the
/// file's name gives.
struct YAMLRecords {
  let vocabulary: Vocabulary
  let file: String
  var records: [RawRecord] = []
  var problems: [Diagnostic] = []

  mutating func read(_ bytes: [UInt8], kindOfFile: Vocabulary.Kind?) {
    do {
      guard let root = try YAMLReader.parse(bytes, file: file) else { return }
      switch root.content {
      case .mapping(let entries): for entry in entries { read(entry) }
      case .sequence(let items):
        guard let kind = kindOfFile else {
          return report(
            "unknown-kind", "the file holds a list, and its name does not say of which kind",
            at: root.place, hint: "name it after the kind, such as events.yaml")
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
        at: entry.value.place, hint: "begin each record with \"- id:\"")
    }
  }

  private mutating func read(_ item: YAMLNode, of kind: Vocabulary.Kind) {
    guard let entries = item.entries else {
      return report(
        "wrong-type", "a record is \(item.kindName), not a mapping of fields", at: item.place,
        hint: "begin each record with \"- id:\"")
    }
    records.append(
      RawRecord(kind: kind, place: item.place, fields: entries.compactMap(RawField.init)))
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
