import Records

/// Reads the keys of one YAML mapping, collects what is wrong, and knows which keys nobody asked for.
struct YAMLFields {
  let entries: [(key: String, place: Place, value: YAMLNode)]
  let place: Place
  let what: String
  private(set) var asked: [String] = []

  init(_ entries: [YAMLNode.Entry], place: Place, what: String) {
    self.entries = entries.map { ($0.key, $0.place, $0.value) }
    self.place = place
    self.what = what
  }

  /// A word that stands alone where a mapping could: a key that needs no value.
  init(word: String, _ node: YAMLNode, what: String) {
    entries = [(word, node.place, node)]
    place = node.place
    self.what = what
  }

  mutating func node(_ key: String) -> YAMLNode? {
    asked.append(key)
    guard let value = entries.first(where: { $0.key == key })?.value, value.content != .null else {
      return nil
    }
    return value
  }

  mutating func string(_ key: String, _ problems: inout [Diagnostic]) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return text }
    problems.append(wrongType(key, node, wants: "text"))
    return nil
  }

  /// Where the value of a key stands; the mapping's own place where it has no such key.
  func place(of key: String) -> Place {
    entries.first { $0.key == key }?.value.place ?? place
  }

  mutating func required(_ key: String, _ problems: inout [Diagnostic]) -> String {
    if let value = string(key, &problems), !value.isEmpty { return value }
    if !problems.contains(where: { $0.code == "wrong-type" && $0.message.contains("\"\(key)\"") }) {
      problems.append(missing(key))
    }
    return ""
  }

  mutating func strings(_ key: String, _ problems: inout [Diagnostic]) -> [String]? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return [text] }
    let texts = node.items?.compactMap(\.text)
    if let texts, texts.count == node.items?.count { return texts }
    problems.append(wrongType(key, node, wants: "a list of names"))
    return nil
  }

  /// Text by language; one plain text stands for every language.
  mutating func localized(
    _ key: String, languages: [String], _ problems: inout [Diagnostic]
  ) -> [String: String]? {
    guard let node = node(key) else { return nil }
    if let text = node.text {
      return Dictionary(uniqueKeysWithValues: languages.uniqued().map { ($0, text) })
    }
    guard let texts = scalars(of: node) else {
      problems.append(wrongType(key, node, wants: "a text for each language"))
      return nil
    }
    for language in languages where texts[language] == nil {
      problems.append(
        Diagnostic(
          .error, code: "missing-translation", "\(what): \"\(key)\" has no text in \"\(language)\"",
          at: node.place, hint: "add `\(language):` beside the others"))
    }
    return texts
  }

  mutating func mapping(_ key: String, _ problems: inout [Diagnostic]) -> [String: String] {
    guard let node = node(key) else { return [:] }
    if let texts = scalars(of: node) { return texts }
    problems.append(wrongType(key, node, wants: "keys with plain values"))
    return [:]
  }

  private func scalars(of node: YAMLNode) -> [String: String]? {
    guard let entries = node.entries, entries.allSatisfy({ $0.value.text != nil }) else {
      return nil
    }
    return node.localized
  }

  func wrongType(_ key: String, _ node: YAMLNode, wants: String) -> Diagnostic {
    Diagnostic(
      .error, code: "wrong-type", "\(what): \"\(key)\" must be \(wants)",
      at: node.place)
  }

  func missing(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, code: "missing-key", "\(what) has no \"\(key)\"", at: place,
      hint: "add `\(key):`")
  }

  /// Leaves keys to another reader of the same mapping.
  mutating func leave(_ keys: [String]) { asked += keys }

  /// A problem for each key that was never asked for.
  func unknownKeys() -> [Diagnostic] {
    entries.filter { !asked.contains($0.key) }.map { entry in
      Diagnostic(
        .error, code: "unknown-key", "\(what) has no key \"\(entry.key)\"", at: entry.place,
        hint: Spelling.hint(for: entry.key, among: asked))
    }
  }
}
