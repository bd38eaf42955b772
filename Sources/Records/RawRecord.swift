/// A record as a file writes it, before its fields are typed: what YAML and CSV have in common.
struct RawRecord {
  var kind: Vocabulary.Kind
  var place: Place
  var fields: [RawField]
}

/// A field as a file writes it.
struct RawField {
  enum Content {
    case single(String)
    case list([(text: String, place: Place)])
    case languages([(language: String, text: String, place: Place)])
    /// Anything else, with what it is: "a mapping".
    case other(String)
  }
  var name: String
  /// Where the name stands, for what is wrong with the name.
  var namePlace: Place
  /// Where the value stands.
  var place: Place
  var content: Content
}

extension RawField {
  /// A field from a YAML entry; nil for an empty value, which reports nothing.
  init?(_ entry: YAMLNode.Entry) {
    let content: Content
    switch entry.value.content {
    case .null: return nil
    case .scalar(let text): content = .single(text)
    case .sequence(let items):
      let texts = items.compactMap { item in item.text.map { ($0, item.place) } }
      content = texts.count == items.count ? .list(texts) : .other("a list of lists or mappings")
    case .mapping(let entries):
      let texts = entries.compactMap { inner in
        inner.value.text.map { (inner.key, $0, inner.place) }
      }
      content = texts.count == entries.count ? .languages(texts) : .other("a nested mapping")
    }
    self.init(
      name: entry.key, namePlace: entry.place, place: entry.value.place, content: content)
  }
}
