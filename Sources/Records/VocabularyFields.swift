/// The declaration of a field.
extension VocabularyDraft {
  private static let attributes = [
    "type", "names", "help", "list", "required", "private", "signed", "past", "not_before",
    "choices", "to",
  ]

  /// A field as declared, over what is known of it already; nil where it has no usable name.
  mutating func field(
    _ entry: YAMLNode.Entry, kind: String, existing: Vocabulary.FieldType?
  ) -> Vocabulary.FieldType? {
    guard isName(entry.key) else {
      refuseName(entry)
      return nil
    }
    guard !Self.columns.contains(entry.key) else {
      report(
        "every record has a column \(quoted(entry.key)) already", at: entry.place,
        hint: "name the field otherwise")
      return nil
    }
    declared["\(kind).\(entry.key)"] = entry.place
    var field = existing ?? Vocabulary.FieldType(name: entry.key, base: .text)
    let attributes = mapping(entry.value, quoted(entry.key))
    let hasType = attributes.contains { $0.key == "type" }
    // Without a type it is read as text, so that its values are no further problems.
    if existing == nil, !hasType {
      report(
        "field \(quoted(entry.key)) needs a type", at: entry.place,
        hint: "add one of \(Self.types.joined(separator: ", "))")
    }
    for attribute in attributes { apply(attribute, to: &field, kind: kind) }
    return field
  }

  private static var types: [String] { Vocabulary.FieldType.Base.allCases.map(\.rawValue) }

  private mutating func apply(
    _ attribute: YAMLNode.Entry, to field: inout Vocabulary.FieldType, kind: String
  ) {
    switch attribute.key {
    case "type": setType(attribute, of: &field)
    case "names": field.names.merge(names(attribute)) { $1 }
    case "help": field.help.merge(names(attribute)) { $1 }
    case "list": field.isList = flag(attribute) ?? field.isList
    case "required": field.isRequired = flag(attribute) ?? field.isRequired
    case "private": field.isPrivate = flag(attribute) ?? field.isPrivate
    case "signed": field.isSigned = flag(attribute) ?? field.isSigned
    case "past": field.isPast = flag(attribute) ?? field.isPast
    case "not_before": field.notBefore = text(attribute)
    case "to":
      field.targets = (attribute.value.items ?? [attribute.value]).compactMap(\.text)
    case "choices": addChoices(attribute.value, to: &field, path: "\(kind).\(field.name)")
    default:
      refuseUnknown([attribute], among: Self.attributes, what: "field \(quoted(field.name))")
    }
  }

  private mutating func setType(
    _ attribute: YAMLNode.Entry, of field: inout Vocabulary.FieldType
  ) {
    let word = attribute.value.text ?? ""
    guard let base = Vocabulary.FieldType.Base(rawValue: word) else {
      return report(
        "\(quoted(word)) is not a type of field", at: attribute.value.place,
        hint: Spelling.hint(for: word, among: Self.types))
    }
    field.base = base
  }

  private mutating func flag(_ attribute: YAMLNode.Entry) -> Bool? {
    switch attribute.value.text {
    case "true": return true
    case "false": return false
    default:
      report("\(attribute.key) is neither true nor false", at: attribute.value.place)
      return nil
    }
  }

  /// Words with their names, or a plain list of words; a word that is there already is renamed.
  private mutating func addChoices(
    _ node: YAMLNode, to field: inout Vocabulary.FieldType, path: String
  ) {
    let plain = (node.items ?? []).map { item in
      YAMLNode.Entry(
        key: item.text ?? "", place: item.place,
        value: YAMLNode(content: .null, place: item.place))
    }
    for entry in node.items == nil ? mapping(node, "choices") : plain {
      guard isWord(entry.key) else {
        report(
          "\(quoted(entry.key)) is not a word of a choice", at: entry.place,
          hint: "use letters, digits, hyphens and underscores")
        continue
      }
      declared["\(path).\(entry.key)"] = entry.place
      let names = names(entry)
      if let index = field.choices.firstIndex(where: { $0.word == entry.key }) {
        field.choices[index].names.merge(names) { $1 }
      } else {
        field.choices.append(Vocabulary.Choice(word: entry.key, names: names))
      }
    }
  }

  /// Words stand in cells, where a semicolon separates the values of a list.
  private func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || "0123456789-_.+".unicodeScalars.contains(scalar)
      }
  }
}
