/// The nearest of some names, where one is near enough to be what was meant: within a third of the
/// name's length in edits, or starting with it.
public func suggestion(for name: String, among names: [String]) -> String? {
  let wanted = Array(name.lowercased())
  let ranked = names.map { ($0, distance(wanted, Array($0.lowercased()))) }
  let nearest = ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }
  if let (found, edits) = nearest, edits <= max(1, wanted.count / 3) { return found }
  return names.sorted().first { $0.lowercased().hasPrefix(name.lowercased()) && !name.isEmpty }
}

/// The number of insertions, deletions and replacements between two words (Levenshtein 1966).
private func distance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var corner = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0 : 1))
      corner = above
    }
  }
  return row[b.count]
}
