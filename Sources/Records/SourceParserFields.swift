/// The fields of an entry of `sources:`: columns, words and constants.
extension SourceParser {
  mutating func readColumns(_ node: YAMLNode?, into source: inout SourceDeclaration) {
    let kind = vocabulary.kinds[source.kind]
    for entry in entries(node, "fields") {
      guard let head = text(entry.value, entry.key) else { continue }
      let parts = entry.key.split(separator: ".", maxSplits: 1).map(String.init)
      guard let field = field(parts.first ?? "", of: kind, at: entry.place) else { continue }
      let language = parts.count > 1 ? parts[1] : nil
      if let problem = TablePlan.languageProblem(kind.fields[field], language, at: entry.place) {
        problems.append(problem)
        continue
      }
      source.columns.append(
        SourceDeclaration.Column(
          field: field, language: language, head: trimmed(head), place: entry.place))
    }
  }

  mutating func readWords(_ node: YAMLNode?, into source: inout SourceDeclaration) {
    let kind = vocabulary.kinds[source.kind]
    for entry in entries(node, "values") {
      guard let field = field(entry.key, of: kind, at: entry.place) else { continue }
      for word in entries(entry.value, entry.key) {
        let said = trimmed(word.key)
        if word.value.content == .null {
          source.words[field, default: []].append(.init(said: said, meant: nil))
        } else if let meant = text(word.value, word.key) {
          let type = kind.fields[field]
          if type.base != .localized, typed(meant, as: type, at: word.value.place) == nil {
            continue
          }
          source.words[field, default: []].append(.init(said: said, meant: trimmed(meant)))
        }
      }
    }
  }

  mutating func readConstants(_ node: YAMLNode?, into source: inout SourceDeclaration) {
    let kind = vocabulary.kinds[source.kind]
    for entry in entries(node, "constants") {
      guard let field = field(entry.key, of: kind, at: entry.place) else { continue }
      if source.columns.contains(where: { $0.field == field }) {
        report(
          "bad-source", "\(entry.key) is a column and a constant", at: entry.place,
          hint: "remove one of the two")
        continue
      }
      guard let raw = RawField(entry) else { continue }
      var typing = FieldTyping(type: kind.fields[field], cutOff: nil)
      if let value = typing.field(raw) { source.constants[field] = value.value }
      problems += typing.problems
    }
  }

  private mutating func typed(
    _ text: String, as type: Vocabulary.FieldType, at place: Place
  ) -> Value? {
    var typing = FieldTyping(type: type, cutOff: nil)
    let value = typing.value(text, at: place)
    problems += typing.problems
    return value
  }

  private mutating func field(
    _ name: String, of kind: Vocabulary.Kind, at place: Place
  ) -> Int? {
    if let index = kind.fields.firstIndex(where: { $0.name == name }) { return index }
    problems.append(
      Diagnostic.unknownField(
        name, of: kind, at: place,
        hint: name == "id" ? "write id: beside fields:, not in it" : nil))
    return nil
  }

  private mutating func entries(_ node: YAMLNode?, _ key: String) -> [YAMLNode.Entry] {
    guard let node, node.content != .null else { return [] }
    if let entries = node.entries { return entries }
    report(
      "wrong-type", "\(key) is \(node.kindName), not a mapping", at: node.place,
      hint: "write name: value")
    return []
  }
}
