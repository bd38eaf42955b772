import Records

/// The nearest of some names, where one is near enough to be what was meant: within a third of the
/// name's length in edits, or starting with it.
public func suggestion(for name: String, among names: [String]) -> String? {
  let sorted = names.sorted()
  if let near = Spelling.nearest(to: name, among: sorted) { return near }
  let start = name.lowercased()
  return start.isEmpty ? nil : sorted.first { $0.lowercased().hasPrefix(start) }
}
