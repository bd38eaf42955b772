/// The checks that need the whole vocabulary.
extension VocabularyDraft {
  /// Names that the store uses for itself, or that references use in place of a kind.
  private static let reserved = [
    "any", "fields", "header", "origins", "place", "places", "problems", "record_places", "records",
    "texts",
  ]

  /// Columns that every table of a kind has for itself.
  static let columns = ["id", "position", "origin", "line", "column", "spots"]

  /// Endings of the columns that a quantity or a date has beside its own.
  private static let endings = [
    "_count", "_earliest", "_first_year", "_last_year", "_latest", "_precision", "_upper",
  ]

  mutating func checkWhole() {
    for field in common { check(field, kind: nil) }
    var words: [String: String] = [:]
    for kind in kinds {
      check(kind)
      for word in Set([kind.name, kind.plural]).sorted() {
        if let other = words.updateValue(kind.name, forKey: word) {
          report("\(quoted(word)) names two kinds, \(other) and \(kind.name)", at: place(kind.name))
        }
      }
    }
  }

  private mutating func check(_ kind: Vocabulary.Kind) {
    let place = place(kind.name)
    if Self.reserved.contains(kind.name) || kind.name.hasPrefix("sqlite_") {
      report("\(quoted(kind.name)) cannot be the name of a kind", at: place)
    }
    if let field = kind.publicIf, !fields(of: kind).contains(where: { $0.name == field }) {
      report(
        "public_if of \(quoted(kind.name)) names no field \(quoted(field))", at: place,
        hint: Spelling.nearest(to: field, among: fields(of: kind).map(\.name))
          .map { "did you mean \"\($0)\"?" })
    }
    warn(ofNames: kind.names, "kind \(quoted(kind.name))", at: place)
    for field in kind.fields { check(field, kind: kind) }
    for field in fields(of: kind)
    where field.isList && kinds.contains(where: { $0.name == "\(kind.name)_\(field.name)" }) {
      report(
        "the list \(quoted(field.name)) of \(quoted(kind.name)) takes the name of a kind",
        at: declared["\(kind.name).\(field.name)"] ?? place, hint: "name one of them otherwise")
    }
  }

  private mutating func check(_ field: Vocabulary.FieldType, kind: Vocabulary.Kind?) {
    let path = "\(kind?.name ?? "").\(field.name)"
    let place = declared[path] ?? place(kind?.name ?? "")
    let name = "field \(quoted(field.name))"
    checkAttributes(field, name, at: place)
    checkReference(field, name, at: place)
    let beside = kind.map { fields(of: $0) } ?? common
    if let earlier = field.notBefore,
      !beside.contains(where: { $0.name == earlier && $0.base == .date })
    {
      let dates = beside.filter { $0.base == .date && $0.name != field.name }.map(\.name)
      report(
        "not_before of \(name) names no date field \(quoted(earlier))", at: place,
        hint: Spelling.hint(for: earlier, among: dates))
    }
    for other in beside where Self.endings.contains(where: { other.name + $0 == field.name }) {
      report(
        "\(name) takes the name of a column of \(quoted(other.name))", at: place,
        hint: "name it otherwise")
    }
    warn(ofNames: field.names, name, at: place)
    for choice in field.choices where !choice.names.isEmpty || !field.names.isEmpty {
      warn(
        ofNames: choice.names, "the choice \(quoted(choice.word)) of \(name)",
        at: declared["\(path).\(choice.word)"] ?? place)
    }
  }

  private mutating func checkAttributes(
    _ field: Vocabulary.FieldType, _ name: String, at place: Place
  ) {
    func isOnly(_ given: Bool, _ attribute: String, _ base: Vocabulary.FieldType.Base) -> String? {
      given && field.base != base
        ? "\(attribute) of \(name) needs the type \(base.rawValue)" : nil
    }
    let wrong = [
      isOnly(field.isSigned, "signed", .quantity), isOnly(field.isPast, "past", .date),
      isOnly(field.notBefore != nil, "not_before", .date),
      isOnly(!field.choices.isEmpty, "choices", .choice),
      isOnly(!field.targets.isEmpty, "to", .reference),
    ]
    for message in wrong.compactMap({ $0 }) {
      report(message, at: place, hint: "it is of the type \(field.base.rawValue)")
    }
    if field.base == .choice, field.choices.isEmpty {
      report(
        "\(name) has no choices", at: place, hint: "add choices: {word: {en: …, zh: …}}")
    }
    if field.base == .localized, field.isList {
      report("\(name) cannot be a list of texts by language", at: place, hint: "use the type text")
    }
  }

  private mutating func checkReference(
    _ field: Vocabulary.FieldType, _ name: String, at place: Place
  ) {
    guard field.base == .reference else { return }
    let known = kinds.map(\.name) + ["place", "any"]
    if field.targets.isEmpty {
      report("\(name) does not say what it refers to", at: place, hint: "add to: [KIND]")
    }
    for target in field.targets where !known.contains(target) {
      report(
        "\(name) refers to the unknown kind \(quoted(target))", at: place,
        hint: Spelling.nearest(to: target, among: known).map { "did you mean \"\($0)\"?" })
    }
  }

  /// A missing name is shown as the word itself, so it is a warning.
  private mutating func warn(ofNames names: [String: String], _ what: String, at place: Place) {
    let missing = languages.filter { names[$0] == nil }
    guard !missing.isEmpty else { return }
    problems.append(
      Diagnostic(
        .warning, code: "missing-name",
        "\(what) has no name in \(missing.joined(separator: " and "))", at: place,
        hint: "readers see the word itself; add it to names, or list the languages in use"))
  }

  private func fields(of kind: Vocabulary.Kind) -> [Vocabulary.FieldType] {
    kind.fields + common.filter { field in !kind.fields.contains { $0.name == field.name } }
  }

  private func place(_ name: String) -> Place { declared[name] ?? Place(file: self.name) }
}

/// Changes of places.
extension VocabularyDraft {
  /// The shipped places with the vocabulary's own names and additions.
  mutating func places(
    over shipped: [String: Vocabulary.PlaceEntry]
  ) -> [String: Vocabulary.PlaceEntry] {
    var result = shipped
    for change in placeChanges {
      let code = change.key
      let attributes = mapping(change.value, quoted(code))
      func number(_ key: String, _ limit: Double) -> Double? {
        let text = attributes.first { $0.key == key }?.value.text
        return text.flatMap(Double.init).flatMap { abs($0) <= limit ? $0 : nil }
      }
      let (latitude, longitude) = (number("latitude", 90), number("longitude", 180))
      var place = shipped[code]
      if place == nil, let latitude, let longitude {
        place = Vocabulary.PlaceEntry(
          code: code, names: [:], latitude: latitude, longitude: longitude)
      }
      guard var place else {
        report(
          "\(quoted(code)) is a new place and needs latitude and longitude", at: change.place,
          hint: Spelling.nearest(to: code, among: shipped.keys.sorted())
            .map { "did you mean \"\($0)\"?" })
        continue
      }
      place.latitude = latitude ?? place.latitude
      place.longitude = longitude ?? place.longitude
      for attribute in attributes { apply(attribute, to: &place) }
      result[code] = place
    }
    return result
  }

  private mutating func apply(
    _ attribute: YAMLNode.Entry, to place: inout Vocabulary.PlaceEntry
  ) {
    switch attribute.key {
    case "names": place.names.merge(names(attribute)) { $1 }
    case "sort": place.sortKeys.merge(names(attribute)) { $1 }
    case "kind":
      guard let standing = Vocabulary.PlaceEntry.Standing(rawValue: text(attribute) ?? "") else {
        return report(
          "kind of \(quoted(place.code)) is neither country nor region", at: attribute.place)
      }
      place.standing = standing
    case "latitude", "longitude": break
    default:
      refuseUnknown(
        [attribute], among: ["names", "sort", "kind", "latitude", "longitude"],
        what: "place \(quoted(place.code))")
    }
  }
}
