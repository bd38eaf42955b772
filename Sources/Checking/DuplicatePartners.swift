import Ledger
import Records

/// A partner with its names in the form in which they are compared.
struct PartnerNames {
  var record: Record
  var place: String?
  /// The name of each language.
  var keys: [(language: String, key: NameKey)]
  /// Names and aliases, each once.
  var all: [NameKey]
  var identifiers: [String]

  init(_ record: Record, vocabulary: Vocabulary) {
    self.record = record
    place = record.fields["place"]?.value.references.first
    let placeNames = place.flatMap { vocabulary.places[$0] }.map { entry in
      entry.names.sorted { $0.key < $1.key }.map(\.value)
    }
    let names = record.fields["name"]?.value.localized ?? [:]
    keys = names.sorted { $0.key < $1.key }.map {
      ($0.key, NameKey($0.value, placeNames: placeNames ?? []))
    }
    var seen = Set<NameKey>()
    let aliases = (record.fields["aliases"]?.value.texts ?? []).map {
      NameKey($0, placeNames: placeNames ?? [])
    }
    all = (keys.map(\.key) + aliases).filter { !$0.tokens.isEmpty && seen.insert($0).inserted }
    identifiers = Self.identifierFields.flatMap { field -> [String] in
      (record.fields[field]?.value.texts ?? []).map { Self.identifier($0) }
    }.filter { $0.count > 3 }
  }

  /// The records that stand for institutions: those of kinds that have other names.
  static func all(in book: LedgerBook, _ vocabulary: Vocabulary) -> [PartnerNames] {
    let kinds = vocabulary.kinds.filter { kind in
      kind.name == "partner" || kind.field("aliases") != nil
    }.map(\.name)
    return book.records.filter { kinds.contains($0.kind) }.map {
      PartnerNames($0, vocabulary: vocabulary)
    }
  }

  private static let identifierFields = [
    "ror", "identifiers", "isni", "grid", "wikidata", "erasmus", "erasmus_code", "pic", "schac",
  ]

  /// An identifier without the address that it may be written as.
  private static func identifier(_ text: String) -> String {
    let last = text.lowercased().split(separator: "/").last.map(String.init) ?? ""
    return last.filter { !$0.isWhitespace }
  }
}

extension CheckContext {
  /// Partners that are recorded twice: one identifier, or one name in one place.
  func duplicatePartnerProblems() -> [Diagnostic] {
    var byIdentifier: [String: Record] = [:]
    var byName: [String: [PartnerNames]] = [:]
    var problems: [Diagnostic] = []
    for partner in partners {
      let kind = partner.record.kind
      var twin: (Record, what: String)?
      for identifier in partner.identifiers where twin == nil {
        let key = kind + " " + identifier
        if let first = byIdentifier[key] { twin = (first, "the identifier \(quoted(identifier))") }
        byIdentifier[key] = byIdentifier[key] ?? partner.record
      }
      for name in partner.all {
        let key = kind + " " + name.joined
        let same = byName[key]?.first { Self.mayBeSamePlace($0.place, partner.place) }
        if twin == nil, let same { twin = (same.record, "the name \(quoted(name.joined))") }
        byName[key, default: []].append(partner)
      }
      if let twin, twin.0.id != partner.record.id {
        problems.append(duplicate(partner.record, of: twin.0, twin.what))
      }
    }
    return problems
  }

  static func mayBeSamePlace(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }

  private func duplicate(_ record: Record, of first: Record, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, code: "duplicate-partner",
      "\(quoted(record.id)) is \(quoted(first.id)) again: both have \(what)",
      at: record.fields["name"]?.place ?? record.place,
      hint: "keep one record and list the other name under aliases; the first is at "
        + first.place.description)
  }
}
