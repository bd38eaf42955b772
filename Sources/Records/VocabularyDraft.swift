/// Builds a vocabulary from one file and those that extend it, and collects what is wrong.
struct VocabularyDraft {
  /// What a file is to the vocabulary.
  enum Role {
    case base
    case `extension`
  }
  var name = ""
  var languages: [String] = []
  var common: [Vocabulary.FieldType] = []
  /// The kinds with their own fields only.
  var kinds: [Vocabulary.Kind] = []
  /// Where kinds, fields and words are declared: `event`, `event.role`, `event.role.hosted`; a
  /// common field's kind is the empty text.
  var declared: [String: Place] = [:]
  var placeChanges: [YAMLNode.Entry] = []
  var problems: [Diagnostic] = []

  private static let keys = [
    "vocabulary", "languages", "common", "kinds", "places", "indicators",
  ]

  /// Adds what a file declares; an entry that is there already is changed.
  mutating func add(_ root: YAMLNode?, file: String, role: Role) {
    guard let root, let entries = root.entries else {
      return report(
        "a vocabulary needs kinds", at: root?.place ?? Place(file: file),
        hint: "begin with \"kinds:\"")
    }
    refuseUnknown(entries, among: Self.keys, what: "a vocabulary")
    if role == .base {
      name = root["vocabulary"]?.text ?? file
      if root["kinds"]?.entries == nil {
        report("a vocabulary needs kinds", at: root.place, hint: "begin with \"kinds:\"")
      }
    }
    for language in root["languages"]?.items?.compactMap(\.text) ?? []
    where !languages.contains(language) {
      languages.append(language)
    }
    for entry in mapping(root["common"], "common") {
      let existing = common.firstIndex { $0.name == entry.key }
      let field = field(entry, kind: "", existing: existing.map { common[$0] })
      put(field, at: existing, in: \.common)
    }
    for entry in mapping(root["kinds"], "kinds") { addKind(entry) }
    placeChanges += mapping(root["places"], "places")
  }

  /// The vocabulary, after checks that need all of it.
  mutating func finished() -> Vocabulary {
    if languages.isEmpty {
      languages = Set(kinds.flatMap { $0.names.keys }).sorted()
    }
    checkWhole()
    let whole = kinds.map { kind in
      var copy = kind
      copy.fields += common.filter { field in !kind.fields.contains { $0.name == field.name } }
      return copy
    }
    return Vocabulary(name: name, kinds: whole, languages: languages)
  }

  private mutating func addKind(_ entry: YAMLNode.Entry) {
    guard isName(entry.key) else { return refuseName(entry) }
    let existing = kinds.firstIndex { $0.name == entry.key }
    var kind =
      existing.map { kinds[$0] }
      ?? Vocabulary.Kind(name: entry.key, plural: entry.key, names: [:], fields: [])
    declared[kind.name] = entry.place
    for attribute in mapping(entry.value, quoted(entry.key)) {
      switch attribute.key {
      case "plural": kind.plural = text(attribute) ?? kind.plural
      case "names": kind.names.merge(names(attribute)) { $1 }
      case "help": kind.help.merge(names(attribute)) { $1 }
      case "public_if": kind.publicIf = text(attribute)
      case "fields":
        for field in mapping(attribute.value, "fields") { addField(field, to: &kind) }
      default:
        refuseUnknown(
          [attribute], among: ["plural", "names", "help", "public_if", "fields"],
          what: "kind \(quoted(kind.name))")
      }
    }
    put(kind, at: existing, in: \.kinds)
  }

  private mutating func addField(_ entry: YAMLNode.Entry, to kind: inout Vocabulary.Kind) {
    let own = kind.fields.firstIndex { $0.name == entry.key }
    let existing =
      own.map { kind.fields[$0] } ?? common.first { $0.name == entry.key }
    guard let field = field(entry, kind: kind.name, existing: existing) else { return }
    if let own {
      kind.fields[own] = field
    } else {
      kind.fields.append(field)
    }
  }

  private mutating func put<Item>(
    _ item: Item?, at index: Int?, in list: WritableKeyPath<VocabularyDraft, [Item]>
  ) {
    guard let item else { return }
    if let index {
      self[keyPath: list][index] = item
    } else {
      self[keyPath: list].append(item)
    }
  }

  mutating func report(_ message: String, at place: Place, hint: String? = nil) {
    problems.append(
      Diagnostic(.error, code: "bad-vocabulary", message, at: place, hint: hint))
  }
}

/// The parts that all declarations share.
extension VocabularyDraft {
  /// The entries of a mapping; nothing, and a problem, for what is not one.
  mutating func mapping(_ node: YAMLNode?, _ what: String) -> [YAMLNode.Entry] {
    guard let node else { return [] }
    if let entries = node.entries { return entries }
    if node.content != .null {
      report("\(what) is \(node.kindName), not a mapping", at: node.place)
    }
    return []
  }

  /// The text of an attribute.
  mutating func text(_ entry: YAMLNode.Entry) -> String? {
    if let text = entry.value.text, !text.isEmpty { return text }
    report("\(entry.key) is \(entry.value.kindName), not a word", at: entry.value.place)
    return nil
  }

  /// Names by language.
  mutating func names(_ entry: YAMLNode.Entry) -> [String: String] {
    var result: [String: String] = [:]
    for name in mapping(entry.value, entry.key) {
      guard isLanguage(name.key) else {
        report(
          "\(quoted(name.key)) is not a language code", at: name.place,
          hint: "write {en: …, zh: …}")
        continue
      }
      result[name.key] = text(name)
    }
    return result
  }

  mutating func refuseUnknown(_ entries: [YAMLNode.Entry], among known: [String], what: String) {
    for entry in entries where !known.contains(entry.key) {
      report(
        "\(what) has no attribute \(quoted(entry.key))", at: entry.place,
        hint: Spelling.hint(for: entry.key, among: known))
    }
  }

  mutating func refuseName(_ entry: YAMLNode.Entry) {
    report(
      "\(quoted(entry.key)) is not a name", at: entry.place,
      hint: "use the letters a to z, digits and underscores: names are columns in SQL")
  }

  /// Names become names of tables and columns, so they are plain words.
  func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
  }

  private func isLanguage(_ code: String) -> Bool {
    let parts = code.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return (2...3).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (2...8).contains(part.count)
          && part.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
      }
  }
}
