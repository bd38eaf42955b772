/// The documentation of a vocabulary, made from its own words.
public enum VocabularyDocs {
  /// A page in Markdown: the kinds and their fields, the lists of places, the indicators.
  ///
  /// - Parameters:
  ///   - vocabulary: The kinds and their fields.
  ///   - indicators: The files that declare indicators, in order, as `Vocabulary.load` gives them.
  /// - Throws: The problem of a file of indicators that is not YAML.
  public static func markdown(
    vocabulary: Vocabulary, indicators: [IndicatorSource]
  ) throws(Diagnostic) -> String {
    var page = VocabularyPage(vocabulary: vocabulary)
    page.writeHead()
    for kind in vocabulary.kinds { page.write(kind) }
    page.writePlaces()
    for file in indicators {
      let root = try YAMLReader.parse(file.bytes, file: file.name)
      page.writeIndicators(root?["indicators"]?.entries ?? [], file: file.name)
    }
    return page.text
  }
}

/// The page while it is written.
private struct VocabularyPage {
  let vocabulary: Vocabulary
  var text = ""

  mutating func writeHead() {
    line("# The vocabulary `\(vocabulary.name)`")
    line("")
    line("<!-- Made from the vocabulary's files by the tests of Records; do not edit. -->")
    line("")
    line(
      "A file of records is named after a kind, in the singular or the plural, or holds several kinds."
    )
    line("Fields marked * are required; private fields appear in no output.")
    line("")
    row(["kind", "file"] + vocabulary.languages)
    row(Array(repeating: "---", count: 2 + vocabulary.languages.count))
    for kind in vocabulary.kinds {
      row(["[`\(kind.name)`](#\(kind.name))", "`\(kind.plural)`"] + names(kind.names))
    }
    let shared = commonFields
    guard !shared.isEmpty else { return }
    line("")
    line("Every kind has these fields too:")
    line("")
    write(shared)
  }

  mutating func write(_ kind: Vocabulary.Kind) {
    line("")
    line("## \(kind.name)")
    line("")
    line(names(kind.names).joined(separator: " · "))
    for help in names(kind.help) where !help.isEmpty {
      line("")
      line(help)
    }
    if let condition = kind.publicIf {
      line("")
      line("A record without `\(condition)` is private as a whole.")
    }
    line("")
    let shared = commonFields
    write(kind.fields.filter { !shared.contains($0) })
    for field in kind.fields where !field.choices.isEmpty {
      let words = field.choices.map { choice in
        "`\(choice.word)` \(names(choice.names).joined(separator: " / "))"
      }
      line("")
      line("`\(field.name)`: \(words.joined(separator: "; ")).")
    }
  }

  mutating func writePlaces() {
    let places = vocabulary.places.values
    guard !places.isEmpty else { return }
    let countries = places.filter { $0.standing == .country }.count
    line("")
    line("## Places")
    line("")
    line(
      "A field of the type place holds an ISO 3166-1 alpha-2 code: \(countries) member and observer states"
    )
    line(
      "of the United Nations (`country`), and \(places.count - countries) other entries (`region`)."
    )
    line("Each has its names, sort keys, position and region of UN M49.")
    var lists: [String] = []
    for entry in vocabulary.placeLists where !lists.contains(entry.list) {
      lists.append(entry.list)
    }
    for list in lists {
      let entries = vocabulary.placeLists.filter { $0.list == list }
      let codes = entries.map { entry in
        let end = entry.until.map { "/\($0)" } ?? ""
        return "\(entry.code) \(entry.from)\(end)"
      }
      line("")
      line(
        "`\(list)` \(names(entries.first?.names ?? [:]).joined(separator: " / ")), with the day or year of joining: "
          + codes.joined(separator: ", ") + ".")
    }
  }

  mutating func writeIndicators(_ entries: [YAMLNode.Entry], file: String) {
    line("")
    line("## Indicators of `\(file)`")
    line("")
    line("A stock is as of the cut-off date, a flow within the period.")
    for entry in entries {
      let node = entry.value
      let title = names(node["names"]?.localized ?? [:]).joined(separator: " · ")
      let units = names(node["units"]?.localized ?? [:]).joined(separator: " · ")
      line("")
      line("### `\(entry.key)`")
      line("")
      line("**\(title)** (\(node["kind"]?.text ?? ""); \(units))")
      for definition in names(node["definitions"]?.localized ?? [:]) {
        line("")
        line(definition)
      }
    }
  }

  private mutating func write(_ fields: [Vocabulary.FieldType]) {
    row(["field", "type"] + vocabulary.languages)
    row(Array(repeating: "---", count: 2 + vocabulary.languages.count))
    for field in fields {
      let help = names(field.help)
      let cells = zip(names(field.names), help.isEmpty ? names([:]) : help).map { name, help in
        help.isEmpty ? name : "\(name)<br>\(help)"
      }
      row(["`\(field.name)`\(field.isRequired ? " *" : "")", type(of: field)] + cells)
    }
  }

  private func type(of field: Vocabulary.FieldType) -> String {
    var words: [String] =
      switch field.base {
      case .localized: ["text by language"]
      case .reference: [field.targets.joined(separator: " or ")]
      default: [field.base.rawValue]
      }
    if field.isList { words.append("list") }
    if field.isPrivate { words.append("private") }
    if field.isSigned { words.append("may be negative") }
    if field.isPast { words.append("not after the cut-off") }
    if let earlier = field.notBefore { words.append("not before `\(earlier)`") }
    return words.joined(separator: ", ")
  }

  /// The fields that all kinds have in the same form.
  private var commonFields: [Vocabulary.FieldType] {
    guard vocabulary.kinds.count > 1, let first = vocabulary.kinds.first else { return [] }
    return first.fields.filter { field in
      vocabulary.kinds.allSatisfy { $0.field(field.name) == field }
    }
  }

  /// Names in the order of the vocabulary's languages, with nothing for those that are missing.
  private func names(_ names: [String: String]) -> [String] {
    vocabulary.languages.map { names[$0] ?? "" }
  }

  private mutating func row(_ cells: [String]) {
    let escaped = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
    line("| " + escaped.joined(separator: " | ") + " |")
  }

  private mutating func line(_ words: String) { text += words + "\n" }
}
