/// Checks over all records at once: ids that appear twice, and references that lead nowhere.
struct ReferenceCheck {
  let vocabulary: Vocabulary
  private(set) var problems: [Diagnostic] = []
  private var kinds: [String: String] = [:]
  private var order: [String] = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func check(_ records: [Record]) {
    var places: [String: Place] = [:]
    for record in records {
      if let first = places[record.id] {
        report(
          "duplicate-id", "the id \(quoted(record.id)) is taken", at: record.place,
          hint: "the other record is at \(first.description)")
        continue
      }
      places[record.id] = record.place
      kinds[record.id] = record.kind
      order.append(record.id)
    }
    for record in records {
      for type in vocabulary.kind(record.kind)?.fields ?? [] where type.base == .reference {
        guard let field = record.fields[type.name] else { continue }
        for reference in field.value.references { check(reference, of: type, at: field.place) }
      }
    }
  }

  private mutating func check(_ target: String, of type: Vocabulary.FieldType, at place: Place) {
    if type.targets.contains("place"), vocabulary.places[target] != nil { return }
    let found = kinds[target]
    if let found, type.targets.contains(found) || type.targets.contains("any") { return }
    if let found {
      return report(
        "wrong-kind", "\(type.name): \(quoted(target)) is a record of kind \(found)", at: place,
        hint: "name a record of kind \(type.targets.joined(separator: " or "))")
    }
    report(
      "dangling-reference", "\(type.name): there is no \(what(type)) \(quoted(target))", at: place,
      hint: hint(target, type))
  }

  private func what(_ type: Vocabulary.FieldType) -> String {
    type.targets == ["place"]
      ? "country or region"
      : type.targets.contains("any") ? "record" : type.targets.joined(separator: " or ")
  }

  private func hint(_ target: String, _ type: Vocabulary.FieldType) -> String? {
    // Each hint reads every id, so only problems that are reported in full get one.
    guard problems.count <= RecordReader.problemLimit else { return nil }
    if type.targets.contains("place") {
      let codes = vocabulary.places.keys.sorted()
      if let code = codes.first(where: { code in
        code == target.uppercased()
          || vocabulary.places[code]?.names.values.contains(target) == true
      }) {
        return "write its ISO 3166 code, \(code)"
      }
      return "write an ISO 3166 code such as BG"
    }
    let possible = order.filter { id in
      type.targets.contains("any") || type.targets.contains(kinds[id] ?? "")
    }
    return Spelling.hint(for: target, among: possible)
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}

extension Value {
  /// The ids that the value names, in order.
  public var references: [String] {
    switch self {
    case .reference(let id): [id]
    case .list(let values): values.flatMap(\.references)
    default: []
    }
  }
}
