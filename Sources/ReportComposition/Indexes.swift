import DocumentModel
import Ledger
import Records

/// Indexes of institutions, people and places: what the printed values name.
extension Composer {
  /// Keeps an index to be filled when all values are printed.
  mutating func indexBlock(_ index: OutlineIndex, _ place: Place) -> [Block] {
    let known = terms.kinds.keys.sorted() + [OutlineIndex.places]
    for kind in index.kinds where !known.contains(kind) {
      report(
        "unknown-kind", "there is no kind of record \"\(kind)\"", place,
        hint: Spelling.hint(for: kind, among: known))
    }
    references += index.except.map { ($0, place) }
    indexes.append(index)
    return [.index(IndexBlock(except: index.except))]
  }

  /// The index of what the values printed so far name. A person whose record gives no ground for
  /// naming is in none.
  func index(of outline: OutlineIndex) -> IndexBlock {
    let kinds = Set(outline.kinds)
    var mentions: [String: [String]] = [:]
    var keys: [String] = []
    for name in names(outside: outline.except) {
      let named = self.named(by: name, kinds)
      guard !named.isEmpty else { continue }
      mentions[name] = named
      keys += named
    }
    let entries = keys.uniqued().flatMap { self.entries(of: $0) }
    return IndexBlock(
      groups: IndexOrder(isChinese: wording.isChinese).groups(of: entries), mentions: mentions,
      except: outline.except)
  }

  /// The names of the values printed outside some sections, sorted.
  private func names(outside sections: [String]) -> [String] {
    let left = sections.compactMap { sectionValues[$0] }
    var names = Set<String>()
    for (place, value) in values.enumerated() where !left.contains(where: { $0.contains(place) }) {
      names.insert(value.name)
    }
    return names.sorted()
  }

  /// The fields in which a record says its own name.
  private static let ownNames: Set<String> = ["name", "short_name", "original_name", "aliases"]

  /// The records and places of some kinds that a printed value names.
  private func named(by value: String, _ kinds: Set<String>) -> [String] {
    guard let dot = value.lastIndex(of: "."), let record = book.record(String(value[..<dot])) else {
      return []
    }
    let field = String(value[value.index(after: dot)...])
    if Self.ownNames.contains(field), kinds.contains(record.kind) {
      return resolver.isPublic(record) ? [record.id] : []
    }
    return (record.fields[field]?.value.references ?? []).filter { id in
      guard let other = book.record(id) else {
        return kinds.contains(OutlineIndex.places) && terms.places[id] != nil
      }
      return kinds.contains(other.kind) && resolver.isPublic(other)
    }
  }

  /// The name of a record or place as its index sorts it, and its other names, which lead to it.
  private func entries(of key: String) -> [IndexOrder.Entry] {
    guard let record = book.record(key) else {
      let name = terms.places[key]?.names[language] ?? key
      return [IndexOrder.Entry(entry: .init(key: key, name: name), sort: name)]
    }
    guard let value = record.fields["name"]?.value else { return [] }
    let printed = resolver.text(value, kind: record.kind, field: "name")
    let sort = sortKey(of: record)
    // A key such as "Lovelace, Ada" is the name as an index prints it.
    let name = sort?.contains(",") == true ? sort ?? printed : printed
    let own = IndexOrder.Entry(entry: .init(key: key, name: name), sort: sort ?? printed)
    return [own]
      + otherNames(of: record).filter { $0 != printed }.map {
        IndexOrder.Entry(entry: .init(key: key, name: $0, see: name), sort: $0)
      }
  }

  /// Records in the order of an index; those without a name of their own by their ids.
  func sorted(_ records: [Record]) -> [Record] {
    let entries = records.map { record in
      let name = ["name", "text"].compactMap { record.fields[$0]?.value }.first
      let printed = name.map { resolver.text($0, kind: record.kind, field: "name") } ?? record.id
      return IndexOrder.Entry(
        entry: .init(key: record.id, name: printed), sort: sortKey(of: record) ?? printed)
    }
    let found = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return IndexOrder(isChinese: wording.isChinese).groups(of: entries).flatMap(\.entries)
      .compactMap { found[$0.key] }
  }

  /// What the record says it is sorted by in this language.
  private func sortKey(of record: Record) -> String? {
    let texts = record.fields["sort"]?.value.localized
    guard let text = texts?[language], !text.isEmpty else { return nil }
    return text
  }

  /// The other names of a record that are written as this language is.
  private func otherNames(of record: Record) -> [String] {
    let hidden = terms.kinds[record.kind]?.privateFields ?? []
    let names = ["short_name", "aliases"].filter { !hidden.contains($0) }.flatMap { field in
      texts(record.fields[field]?.value)
    }
    return names.uniqued().filter { $0.isHan == wording.isChinese || !$0.isHan }
  }

  private func texts(_ value: Value?) -> [String] {
    switch value {
    case .text(let text): [text]
    case .localized(let texts): texts[language].map { [$0] } ?? []
    case .list(let values): values.flatMap { texts($0) }
    default: []
    }
  }
}

extension Value {
  fileprivate var localized: [String: String]? {
    if case .localized(let texts) = self { texts } else { nil }
  }
}

extension String {
  /// Whether it begins with a Han character.
  var isHan: Bool {
    guard let first = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(first) || (0x20000...0x3FFFF).contains(first)
  }
}
