import Records

/// A vocabulary arranged for looking up while composing.
struct Terminology: Hashable, Sendable {
  /// The words of a kind of record.
  struct Kind: Hashable, Sendable {
    var names: [String: String] = [:]
    /// Every field, in order.
    var fields: [String] = []
    /// The fields' names by field and language.
    var labels: [String: [String: String]] = [:]
    /// The words of closed lists by field, word and language.
    var choices: [String: [String: [String: String]]] = [:]
    /// The words of closed lists by field, in the vocabulary's order.
    var choiceOrder: [String: [String]] = [:]
    var privateFields: Set<String> = []
    /// The field without which a record of the kind is private as a whole (persons: `ground`).
    var publicIf: String?
    /// Dates and counts whose absence the report tells.
    var telling: [String] = []
  }
  var kinds: [String: Kind]
  var places: [String: Vocabulary.PlaceEntry]
  var regions: [String: Vocabulary.Region]

  init(_ vocabulary: Vocabulary) {
    kinds = Dictionary(
      vocabulary.kinds.map { ($0.name, Kind($0)) }, uniquingKeysWith: { first, _ in first })
    places = vocabulary.places
    regions = vocabulary.regions
  }
}

extension Terminology.Kind {
  /// Positions and the sizes of a group are known or do not matter; their absence is no news.
  private static let untold: Set<String> = ["latitude", "longitude", "cohort", "of", "count"]

  init(_ kind: Vocabulary.Kind) {
    names = kind.names
    publicIf = kind.publicIf
    fields = kind.fields.map(\.name)
    for field in kind.fields {
      labels[field.name] = field.names
      if field.isPrivate { privateFields.insert(field.name) }
      let isTold = (field.base == .date || field.base == .quantity) && field.notBefore == nil
      if isTold, !field.isPrivate, !Self.untold.contains(field.name) { telling.append(field.name) }
      if !field.choices.isEmpty { choiceOrder[field.name] = field.choices.map(\.word) }
      choices[field.name] = Dictionary(
        field.choices.map { ($0.word, $0.names) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
