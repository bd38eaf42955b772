/// The mapping of a declared source for records that are trees: names, words and ids.
extension SourceDeclaration {
  /// A record with the names and words of the vocabulary.
  func mapped(_ record: RawRecord, _ vocabulary: Vocabulary) -> RawRecord {
    var fields: [RawField] = []
    let type = vocabulary.kinds[kind]
    for field in record.fields {
      var isMapped = field.name == "id" || ignored.contains(field.name)
      if case .column(let head, let prefix) = identity, head == field.name {
        fields.append(identifier(field, prefix))
        isMapped = true
      }
      for column in columns where column.head == field.name {
        add(field, as: column, named: type.fields[column.field].name, to: &fields)
        isMapped = true
      }
      if !isMapped { fields.append(field) }
    }
    if case .rows(let word) = identity {
      fields.append(
        RawField(
          name: "id", namePlace: record.place, place: record.place,
          content: .single("\(word)-\(record.place.line)")))
    }
    return RawRecord(
      kind: record.kind, place: record.place, fields: fields.compactMap { translated($0, type) })
  }

  private func identifier(_ field: RawField, _ prefix: String) -> RawField {
    var id = field
    id.name = "id"
    if case .single(let text) = field.content { id.content = .single(prefix + text) }
    return id
  }

  private func add(
    _ field: RawField, as column: Column, named name: String, to fields: inout [RawField]
  ) {
    var copy = field
    copy.name = name
    guard let language = column.language, case .single(let text) = field.content else {
      return fields.append(copy)
    }
    let part = (language: language, text: text, place: field.place)
    if let index = fields.firstIndex(where: { $0.name == name }),
      case .languages(let texts) = fields[index].content
    {
      fields[index].content = .languages(texts + [part])
    } else {
      copy.content = .languages([part])
      fields.append(copy)
    }
  }

  /// The field in the words of the vocabulary; nil where they say that nothing is reported.
  private func translated(_ field: RawField, _ type: Vocabulary.Kind) -> RawField? {
    guard let index = type.fields.firstIndex(where: { $0.name == field.name }),
      let words = words[index]
    else { return field }
    func meant(_ text: String) -> String? {
      guard let word = words.first(where: { $0.said == trimmed(text) }) else { return text }
      return word.meant
    }
    var copy = field
    switch field.content {
    case .single(let text):
      guard let text = meant(text) else { return nil }
      copy.content = .single(text)
    case .list(let items):
      copy.content = .list(items.compactMap { item in meant(item.text).map { ($0, item.place) } })
    case .languages, .other: break
    }
    return copy
  }
}
