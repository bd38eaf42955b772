import Records

/// Keys of an outline whose values are words of a closed list.
extension OutlineParser {
  /// The word of a key; `usual` where the key is not there or has a word that it cannot have.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ keys: inout YAMLFields, _ key: String, _ usual: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let text = keys.string(key, &problems) else { return usual }
    return word(text, key, at: keys.place(of: key)) ?? usual
  }

  /// A word; nil, and a problem, for one that is not on the list.
  ///
  /// - Parameter others: What a reader may write beside, for the hint.
  mutating func word<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ key: String, at place: Place, or others: [String] = []
  ) -> Choice? where Choice.RawValue == String {
    if let value = Choice(rawValue: text) { return value }
    refuse(text, key, at: place, among: others + Choice.allCases.map(\.rawValue))
    return nil
  }

  /// Says that a key cannot have a word, and which it can have.
  mutating func refuse(_ text: String, _ key: String, at place: Place, among known: [String]) {
    problems.append(
      Diagnostic(
        .error, code: "unknown-word", "\"\(key)\" cannot be \"\(text)\"", at: place,
        hint: Spelling.hint(for: text, among: known)
          ?? "one of \(known.joined(separator: ", "))"))
  }
}
