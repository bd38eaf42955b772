import DocumentModel
import Ledger
import Records

/// What a row of a table is grouped by.
struct GroupKey: Hashable {
  /// What it is in the ledger: a place's code, a choice's word, a record's id.
  var id: String
  /// What a reader calls it.
  var name: String
  /// Where it stands among the groups; nil for groups that stand by their size.
  var rank: Int?

  /// The ranks after all others.
  static let several = Int.max - 1
  static let missing = Int.max
}

/// A value on the way from a row to its group, and the field it stands in.
private struct GroupStep {
  var value: Value
  var kind: String
  var field: String
}

extension Composer {
  /// What a record is grouped by; a record with several values stands in a group of its own, so that
  /// sums never count it twice.
  func groupKey(of record: Record, by path: [String]) -> GroupKey {
    var steps = steps(record, path.first ?? "")
    for field in path.dropFirst() { steps = steps.flatMap { follow($0, field) } }
    var keys: [GroupKey] = []
    for key in steps.map(groupKey) where !keys.contains(key) { keys.append(key) }
    guard let first = keys.first else {
      return GroupKey(id: "", name: wording.notReported, rank: GroupKey.missing)
    }
    return keys.count == 1
      ? first : GroupKey(id: "several", name: wording["several"], rank: GroupKey.several)
  }

  /// The region or sub-region in which a place lies; nil where the code names no place.
  func regionKey(ofPlace code: String, _ property: String) -> GroupKey? {
    guard let place = terms.places[code] else { return nil }
    let region = property == "region" ? place.region : place.subregion
    guard let region else {
      return GroupKey(id: "", name: wording.notReported, rank: GroupKey.missing)
    }
    return GroupKey(id: region, name: terms.regions[region]?.names[language] ?? region)
  }

  private func steps(_ record: Record, _ field: String) -> [GroupStep] {
    if terms.kinds[record.kind]?.privateFields.contains(field) == true { return [] }
    guard let value = record.fields[field]?.value else { return [] }
    let values = if case .list(let items) = value { items } else { [value] }
    return values.map { GroupStep(value: $0, kind: record.kind, field: field) }
  }

  private func follow(_ step: GroupStep, _ field: String) -> [GroupStep] {
    guard case .reference(let id) = step.value else { return [] }
    if let record = book.record(id) {
      return resolver.isPublic(record) ? steps(record, field) : []
    }
    guard ["region", "subregion"].contains(field), let key = regionKey(ofPlace: id, field),
      !key.id.isEmpty
    else { return [] }
    return [GroupStep(value: .text(key.id), kind: "place", field: field)]
  }

  private func groupKey(_ step: GroupStep) -> GroupKey {
    if step.kind == "place", case .text(let code) = step.value {
      return GroupKey(id: code, name: terms.regions[code]?.names[language] ?? code)
    }
    let name = capitalised(resolver.text(step.value, kind: step.kind, field: step.field))
    switch step.value {
    case .choice(let word):
      let order = terms.kinds[step.kind]?.choiceOrder[step.field] ?? []
      return GroupKey(id: word, name: name, rank: order.firstIndex(of: word) ?? order.count)
    case .flag(let flag): return GroupKey(id: "\(flag)", name: name, rank: flag ? 0 : 1)
    case .date(let date):
      guard let year = date.start?.year else { return GroupKey(id: date.source, name: name) }
      return GroupKey(id: "\(year)", name: "\(year)", rank: year)
    case .reference(let id): return GroupKey(id: id, name: name)
    default: return GroupKey(id: name, name: name)
    }
  }

  func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension [GroupKey] {
  /// The groups of some rows, each with the numbers of its rows: by rank, then the largest first.
  var groups: [(key: GroupKey, rows: [Int])] {
    var order: [GroupKey] = []
    var rows: [GroupKey: [Int]] = [:]
    for (number, key) in enumerated() {
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(number)
    }
    let groups = order.map { (key: $0, rows: rows[$0] ?? []) }
    return groups.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      return (left.key.rank ?? 0, -left.rows.count, a.offset)
        < (right.key.rank ?? 0, -right.rows.count, b.offset)
    }.map(\.element)
  }
}
