/// The kinds of record that a report may hold, their fields, and the places they may name.
///
/// It is data: a YAML file. The engine knows one kind by name, `stated_total`.
public struct Vocabulary: Hashable, Sendable {
  /// The name: `cooperation`.
  public var name: String
  /// The kinds, in the order of the file.
  public var kinds: [Kind]
  /// Countries and regions by ISO 3166-1 alpha-2 code.
  public var places: [String: PlaceEntry]
  /// The regions and sub-regions of UN M49 by code.
  public var regions: [String: Region]
  /// Which places stand on which lists, and since when.
  public var placeLists: [PlaceMembership]
  /// The languages in which kinds, fields and choices are named, in the order of the declaration.
  public var languages: [String]

  /// A vocabulary.
  public init(
    name: String, kinds: [Kind], places: [String: PlaceEntry] = [:],
    regions: [String: Region] = [:], placeLists: [PlaceMembership] = [], languages: [String] = []
  ) {
    self.name = name
    self.kinds = kinds
    self.places = places
    self.regions = regions
    self.placeLists = placeLists
    self.languages = languages
  }

  /// A kind of record.
  public struct Kind: Hashable, Sendable {
    /// The name: `event`.
    public var name: String
    /// The name that a file of many may have: `events`.
    public var plural: String
    /// What a reader calls it, by language.
    public var names: [String: String]
    /// What it is for, by language; empty where the name says it all.
    public var help: [String: String]
    /// The field without which a record of the kind is private as a whole; nil for none.
    public var publicIf: String?
    /// The fields, those common to all kinds last.
    public var fields: [FieldType]
    /// A kind.
    public init(
      name: String, plural: String, names: [String: String], help: [String: String] = [:],
      publicIf: String? = nil, fields: [FieldType]
    ) {
      self.name = name
      self.plural = plural
      self.names = names
      self.help = help
      self.publicIf = publicIf
      self.fields = fields
    }
    /// The field of a name.
    public func field(_ name: String) -> FieldType? { fields.first { $0.name == name } }
  }

  /// A field of a kind.
  public struct FieldType: Hashable, Sendable {
    /// What a field's values are.
    public enum Base: String, Hashable, Sendable, CaseIterable {
      case text, localized, quantity, date, flag, choice, reference
    }
    /// The name: `opened`.
    public var name: String
    /// What its values are.
    public var base: Base
    /// What a reader calls it, by language.
    public var names: [String: String]
    /// What belongs in it, by language; empty where the name says it all.
    public var help: [String: String]
    /// Whether it holds several values.
    public var isList: Bool
    /// Whether a record must have it.
    public var isRequired: Bool
    /// Whether no output may show it.
    public var isPrivate: Bool
    /// Whether a quantity may be negative.
    public var isSigned: Bool
    /// Whether a date cannot follow the cut-off.
    public var isPast: Bool
    /// The date field that this one may not precede.
    public var notBefore: String?
    /// The words of a choice, in order, with their names by language.
    public var choices: [Choice]
    /// The kinds that a reference may name; `place` and `any` are allowed.
    public var targets: [String]
    /// A field.
    public init(
      name: String, base: Base, names: [String: String] = [:], help: [String: String] = [:],
      isList: Bool = false, isRequired: Bool = false, isPrivate: Bool = false,
      isSigned: Bool = false, isPast: Bool = false, notBefore: String? = nil,
      choices: [Choice] = [], targets: [String] = []
    ) {
      self.name = name
      self.base = base
      self.names = names
      self.help = help
      self.isList = isList
      self.isRequired = isRequired
      self.isPrivate = isPrivate
      self.isSigned = isSigned
      self.isPast = isPast
      self.notBefore = notBefore
      self.choices = choices
      self.targets = targets
    }
  }

  /// One word of a closed list.
  public struct Choice: Hashable, Sendable {
    /// The word in the records: `co_hosted`.
    public var word: String
    /// What a reader sees, by language.
    public var names: [String: String]
    /// A word.
    public init(word: String, names: [String: String]) {
      self.word = word
      self.names = names
    }
  }
}

extension Vocabulary {
  /// The kind of a name, singular only.
  public func kind(_ name: String) -> Kind? { kinds.first { $0.name == name } }

  /// The kind that a file or key names, singular or plural.
  public func kind(named word: String) -> Kind? {
    kinds.first { $0.name == word } ?? kinds.first { $0.plural == word }
  }

  /// Whether no output may show a field; true for what the vocabulary does not know.
  public func isPrivate(kind: String, field: String) -> Bool {
    self.kind(kind)?.field(field)?.isPrivate ?? true
  }

  /// Whether an output may name a record at all: a person needs a ground.
  public func isPublic(_ record: Record) -> Bool {
    guard let kind = kind(record.kind) else { return false }
    guard let condition = kind.publicIf else { return true }
    return record.fields[condition] != nil
  }

  /// The name of a choice's word in a language, else the word itself.
  public func choiceName(kind: String, field: String, word: String, language: String) -> String {
    let choices = self.kind(kind)?.field(field)?.choices ?? []
    return choices.first { $0.word == word }?.names[language] ?? word
  }
}
