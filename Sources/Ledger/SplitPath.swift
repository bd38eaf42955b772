import Records

/// The way from a record to the field by which a figure is split.
struct SplitPath {
  /// What stands at the end of the way.
  enum End {
    case field(Vocabulary.FieldType, kind: String)
    /// A property of a place: its region.
    case property(String)
  }
  /// Whether a record may have several values.
  var isList: Bool
  var end: End
  /// The kinds of the references on the way, and the field asked of each.
  var steps: [(kind: String, field: String)] = []

  /// What a reader calls the field, by language.
  var names: [String: String] {
    switch end {
    case .field(let type, _): type.names
    case .property(let property): PlaceColumns.names(of: property)
    }
  }

  /// Follows a path from a kind.
  ///
  /// - Throws: `ValueProblem` in the words of the declaration.
  init(_ path: [String], from kind: Vocabulary.Kind, _ vocabulary: Vocabulary)
    throws(ValueProblem)
  {
    let first = try Self.field(path.first ?? "", of: kind)
    isList = first.isList
    end = .field(first, kind: kind.name)
    for (index, name) in path.enumerated().dropFirst() {
      guard index < (isList ? 2 : 3), case .field(let type, _) = end, type.base == .reference else {
        throw ValueProblem("", "\"\(path.joined(separator: "."))\" leads through no reference")
      }
      let targets = type.targets.filter { target in
        target == "place"
          ? PlaceColumns.properties.contains(name) : vocabulary.kind(target)?.field(name) != nil
      }
      guard targets.count == 1 else {
        let possible = type.targets.flatMap { target in
          target == "place"
            ? PlaceColumns.properties : vocabulary.kind(target)?.fields.map(\.name) ?? []
        }
        throw ValueProblem(
          "", "\(type.name) names no record with a field \"\(name)\"",
          hint: Spelling.hint(for: name, among: possible))
      }
      steps.append((targets[0], name))
      guard targets[0] != "place", let target = vocabulary.kind(targets[0]) else {
        end = .property(name)
        continue
      }
      let next = try Self.field(name, of: target)
      guard !next.isList else {
        throw ValueProblem("", "\(target.name).\(name) holds several values")
      }
      end = .field(next, kind: target.name)
    }
    try refuse(vocabulary)
  }

  private static func field(
    _ name: String, of kind: Vocabulary.Kind
  ) throws(ValueProblem) -> Vocabulary.FieldType {
    guard let type = kind.field(name) else {
      throw ValueProblem(
        "", "\(kind.name) has no field \"\(name)\"",
        hint: Spelling.hint(for: name, among: kind.fields.map(\.name)))
    }
    guard !type.isPrivate else {
      throw ValueProblem("", "\(kind.name).\(name) is private", hint: "split by another field")
    }
    return type
  }

  private func refuse(_ vocabulary: Vocabulary) throws(ValueProblem) {
    guard case .field(let type, _) = end else { return }
    guard type.base != .quantity else {
      throw ValueProblem(
        "", "\"\(type.name)\" is a number", hint: "split by a choice, a place or a date")
    }
    // Parts named after persons would publish them.
    let persons = type.targets.filter { vocabulary.kind($0)?.publicIf != nil }
    guard persons.isEmpty, !type.targets.contains("any") else {
      throw ValueProblem("", "\"\(type.name)\" may name a \(persons.first ?? "person")")
    }
  }
}
