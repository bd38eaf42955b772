/// A JSON Schema (draft 2020-12) of a report's records, for editors that complete and check YAML.
public enum JSONSchema {
  /// The schema of a file that maps kinds to lists of records, or, with `kind`, of a file that holds
  /// the list of one kind.
  ///
  /// - Parameters:
  ///   - vocabulary: The kinds and their fields.
  ///   - kind: The only kind of the file; nil for a file of many kinds.
  public static func make(vocabulary: Vocabulary, kind: Vocabulary.Kind? = nil) -> [UInt8] {
    let schema = RecordsSchema(vocabulary: vocabulary)
    return Array((schema.document(of: kind).text + "\n").utf8)
  }
}

/// Describes records as a schema.
private struct RecordsSchema {
  let vocabulary: Vocabulary

  func document(of kind: Vocabulary.Kind?) -> SchemaText {
    let title = kind.map { "\(vocabulary.name): \($0.plural)" } ?? "\(vocabulary.name): records"
    var members: [(String, SchemaText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
    ]
    if let kind {
      members += list(of: kind)
    } else {
      members += [("type", .string("object")), ("properties", .object(kinds))]
      members.append(("additionalProperties", .bool(false)))
    }
    // A kind and a type of value may share a name, so each has its own shelf.
    let records: [(String, SchemaText)] = vocabulary.kinds.map { ($0.name, record(of: $0)) }
    let values = Self.values + [("place", places)]
    members.append(
      ("$defs", .object([("kinds", .object(records)), ("values", .object(values))])))
    return .object(members)
  }

  private var kinds: [(String, SchemaText)] {
    vocabulary.kinds.flatMap { kind -> [(String, SchemaText)] in
      let names = kind.plural == kind.name ? [kind.name] : [kind.name, kind.plural]
      let value = SchemaText.object(
        description(kind.name, kind.names, kind.help) + list(of: kind))
      return names.map { ($0, value) }
    }
  }

  /// A list, or nothing where the file leaves the key empty.
  private func list(of kind: Vocabulary.Kind) -> [(String, SchemaText)] {
    [
      ("type", .array([.string("array"), .string("null")])),
      ("items", .object([("$ref", .string("#/$defs/kinds/\(kind.name)"))])),
    ]
  }

  private func record(of kind: Vocabulary.Kind) -> SchemaText {
    let id = SchemaText.object([
      ("description", .string("unique over all kinds of the report")),
      ("type", .array([.string("string"), .string("integer")])),
      ("pattern", .string("^[A-Za-z0-9_-]{1,80}$")),
    ])
    let fields = kind.fields.map { ($0.name, property(of: $0)) }
    let needed = ["id"] + kind.fields.filter(\.isRequired).map(\.name)
    return .object([
      ("type", .string("object")), ("properties", .object([("id", id)] + fields)),
      ("required", .array(needed.map(SchemaText.string))), ("additionalProperties", .bool(false)),
    ])
  }

  private func property(of field: Vocabulary.FieldType) -> SchemaText {
    var members = description(field.name, field.names, field.help, isPrivate: field.isPrivate)
    let value = value(of: field)
    let item = SchemaText.object(value)
    // An empty value says the same as no field at all.
    var forms = [item, .object([("type", .string("null"))])]
    if field.isList {
      forms.insert(.object([("type", .string("array")), ("items", item)]), at: 0)
    }
    members.append(("anyOf", .array(forms)))
    return .object(members)
  }

  private func value(of field: Vocabulary.FieldType) -> [(String, SchemaText)] {
    switch field.base {
    case .choice: return choice(of: field)
    case .reference where field.targets == ["place"]: return reference("place")
    case .text, .reference: return reference("text")
    case .localized: return reference("localized")
    case .quantity: return reference(field.isSigned ? "signed" : "quantity")
    case .date: return reference("date")
    case .flag: return reference("flag")
    }
  }

  private func reference(_ name: String) -> [(String, SchemaText)] {
    [("$ref", .string("#/$defs/values/\(name)"))]
  }

  /// The words; those that are numbers may be written without quotes.
  private func choice(of field: Vocabulary.FieldType) -> [(String, SchemaText)] {
    let words = field.choices.map(\.word)
    let numbers = words.compactMap { word in
      Int(word).flatMap { String($0) == word ? SchemaText.number($0) : nil }
    }
    let meanings = field.choices.map { choice in
      SchemaText.string(names(choice.names, else: choice.word))
    }
    return [
      ("enum", .array(words.map(SchemaText.string) + numbers)),
      ("enumDescriptions", .array(meanings)),
    ]
  }

  private var places: SchemaText {
    let codes = vocabulary.places.keys.sorted()
    let meanings = codes.map { code in
      SchemaText.string(names(vocabulary.places[code]?.names ?? [:], else: code))
    }
    guard !codes.isEmpty else { return .object([("type", .string("string"))]) }
    return .object([
      ("enum", .array(codes.map(SchemaText.string))), ("enumDescriptions", .array(meanings)),
    ])
  }

  private func names(_ names: [String: String], else word: String) -> String {
    let known = vocabulary.languages.compactMap { names[$0] }
    return known.isEmpty ? word : known.joined(separator: " / ")
  }

  private func description(
    _ word: String, _ names: [String: String], _ help: [String: String], isPrivate: Bool = false
  ) -> [(String, SchemaText)] {
    let secret = isPrivate ? ["private: no output shows it"] : []
    let helps = vocabulary.languages.compactMap { help[$0] }
    let lines = [self.names(names, else: word)] + secret + helps
    return [
      ("title", .string(names[vocabulary.languages.first ?? ""] ?? word)),
      ("description", .string(lines.joined(separator: "\n"))),
    ]
  }

  private static let day = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
  private static let number = #"[0-9]+(\.[0-9]+)?"#

  /// What the values of each type look like.
  private static let values: [(String, SchemaText)] = [
    ("text", .object([types("string", "number", "boolean")])),
    (
      "localized",
      .object([
        types("object"),
        ("propertyNames", .object([("pattern", .string("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))])),
        ("additionalProperties", .object([types("string", "number", "null")])),
      ])
    ),
    ("quantity", quantity(sign: "")), ("signed", quantity(sign: "-?")),
    (
      "date",
      .object([
        types("integer", "string"),
        ("pattern", .string(#"^(\#(day)|(\#(day)|\.\.)/(\#(day)|\.\.))$"#)),
        (
          "description",
          .string("2019, 2019-09, 2019-09-30, 2019~, 2006/.., 2019-05-06/2019-05-08")
        ),
      ])
    ),
    (
      "flag",
      .object([
        (
          "enum",
          .array([.bool(true), .bool(false)] + ["yes", "no", "是", "否"].map(SchemaText.string))
        )
      ])
    ),
  ]

  private static func quantity(sign: String) -> SchemaText {
    let value = sign + number
    let pattern = #"^(\#(value)\+?|(>=|≥|<=|≤|~) *\#(value)|\#(value) *\.\. *\#(value))$"#
    let bound: [(String, SchemaText)] = sign.isEmpty ? [("minimum", .number(0))] : []
    return .object(
      [types("number", "string")] + bound + [
        ("pattern", .string(pattern)),
        ("description", .string("105, 50+ (at least), <=50 (at most), ~50 (about), 10..20")),
      ])
  }

  private static func types(_ names: String...) -> (String, SchemaText) {
    ("type", names.count == 1 ? .string(names[0]) : .array(names.map(SchemaText.string)))
  }
}

/// A JSON value whose members keep their order.
indirect enum SchemaText: Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([SchemaText])
  case object([(String, SchemaText)])

  /// The value as text, indented by two spaces a level.
  var text: String {
    var result = ""
    write(to: &result, indent: 0)
    return result
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .string(let value): Self.quote(value, to: &text)
    case .number(let value): text += String(value)
    case .bool(let value): text += value ? "true" : "false"
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(to: &text, indent: indent)
      }
      text += "]"
    case .object(let members): write(members, to: &text, indent: indent)
    }
  }

  private func write(_ members: [(String, SchemaText)], to text: inout String, indent: Int) {
    text += "{"
    for (index, member) in members.enumerated() {
      text += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indent + 2)
      Self.quote(member.0, to: &text)
      text += ": "
      member.1.write(to: &text, indent: indent + 2)
    }
    text += members.isEmpty ? "}" : "\n" + String(repeating: " ", count: indent) + "}"
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
