import DocumentModel
import Records

/// An index as the outline declares it.
public struct OutlineIndex: Hashable, Sendable {
  /// The word that stands for places among the kinds of record.
  public static let places = "place"
  /// The kinds of record whose names it lists, and `place`.
  public var kinds: [String]
  /// The sections whose mentions do not count, by their anchors.
  public var except: [String]
}

/// An edition in two languages as the outline declares it.
public struct BilingualEdition: Hashable, Sendable {
  /// How the languages stand together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// On pages that face each other.
    case facing
    /// In columns side by side.
    case parallel
  }
  /// How they stand together.
  public var kind: Kind
  /// The language codes, the one on the left first.
  public var languages: [String]
  /// An edition in two languages.
  public init(kind: Kind, languages: [String]) {
    self.kind = kind
    self.languages = languages
  }
}

/// Names of records in columns, as the outline declares them.
public struct OutlineNames: Hashable, Sendable {
  /// In what order names stand.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// As an index sorts them.
    case name
    /// As their sources list them, kinds in the order asked.
    case source
  }
  /// Which records.
  public var query: RecordQuery
  /// The fields that are printed beside a name.
  public var detail: [String]
  /// In what order they stand.
  public var order: Order
}

extension OutlineParser {
  /// `detail: [place]` and `order: source` of a list of names.
  mutating func names(_ keys: inout YAMLFields, _ query: RecordQuery) -> OutlineNames {
    OutlineNames(
      query: query, detail: keys.strings("detail", &problems) ?? [],
      order: choice(&keys, "order", OutlineNames.Order.name))
  }

  /// The key among the notes on figures that says where the notes of the text stand.
  static let placementKey = "placement"

  mutating func readApparatus(_ keys: inout YAMLFields, into outline: inout ReportOutline) {
    outline.lists = (keys.strings("lists", &problems) ?? []).compactMap {
      word($0, "lists", at: keys.place(of: "lists"))
    }
    outline.notePlacement = notePlacement(&keys) ?? .foot
    outline.editions = editions(&keys)
  }

  /// `notes: end`, or among the notes on figures `notes: {placement: end}`; nil where neither is said.
  mutating func notePlacement(_ keys: inout YAMLFields) -> NotePlacement? {
    guard let node = keys.node("notes") else { return nil }
    if let text = node.text { return word(text, "notes", at: node.place) }
    guard let entry = node.entries?.first(where: { $0.key == Self.placementKey }) else {
      return nil
    }
    return word(entry.value.text ?? "", Self.placementKey, at: entry.value.place)
  }

  /// `index: {of: [partner, place], except: [sources]}`.
  mutating func index(_ keys: inout YAMLFields) -> OutlineIndex {
    let kinds = keys.strings("of", &problems) ?? []
    if kinds.isEmpty { problems.append(keys.missing("of")) }
    return OutlineIndex(kinds: kinds, except: keys.strings("except", &problems) ?? [])
  }

  /// `editions: [{kind: facing, languages: [en, zh]}]`.
  private mutating func editions(_ keys: inout YAMLFields) -> [BilingualEdition] {
    guard let node = keys.node("editions") else { return [] }
    guard let items = node.items, items.allSatisfy({ $0.entries != nil }) else {
      problems.append(keys.wrongType("editions", node, wants: "a list of mappings"))
      return []
    }
    return items.compactMap { item in
      var inner = YAMLFields(item.entries ?? [], place: item.place, what: "the edition")
      let kind: BilingualEdition.Kind = choice(&inner, "kind", .facing)
      let codes = inner.strings("languages", &problems) ?? Array(languages.prefix(2))
      problems += inner.unknownKeys()
      guard codes.count == 2, Set(codes).count == 2, codes.allSatisfy(languages.contains) else {
        problems.append(
          Diagnostic(
            .error, code: "bad-edition", "the edition does not name two languages of the report",
            at: item.place, hint: "write languages: [\(languages.joined(separator: ", "))]"))
        return nil
      }
      return BilingualEdition(kind: kind, languages: codes)
    }
  }
}
