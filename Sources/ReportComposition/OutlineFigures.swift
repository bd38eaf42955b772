import Records

/// What the outline says of figures: targets, earlier reports, notes, and the blocks that show them.
extension OutlineParser {
  /// A mapping of names to quantities, such as `targets:`.
  mutating func quantities(_ keys: inout YAMLFields, _ key: String) -> [String: Quantity] {
    guard let node = keys.node(key) else { return [:] }
    return quantities(node, of: key, keys)
  }

  private mutating func quantities(
    _ node: YAMLNode, of key: String, _ keys: YAMLFields
  ) -> [String: Quantity] {
    guard let entries = node.entries else {
      problems.append(keys.wrongType(key, node, wants: "a mapping of figures to numbers"))
      return [:]
    }
    var result: [String: Quantity] = [:]
    for entry in entries {
      do throws(ValueProblem) {
        result[entry.key] = try Quantity.parse(entry.value.text ?? "")
      } catch {
        problems.append(
          Diagnostic(
            .error, code: error.code, "\(key), \(entry.key): \(error.message)",
            at: entry.value.place, hint: error.hint))
      }
    }
    return result
  }

  /// `published: {"2018": {centres.total: "4"}}`.
  mutating func published(_ keys: inout YAMLFields) -> [String: [String: Quantity]] {
    guard let node = keys.node("published") else { return [:] }
    guard let entries = node.entries else {
      problems.append(keys.wrongType("published", node, wants: "a mapping of years"))
      return [:]
    }
    var result: [String: [String: Quantity]] = [:]
    for entry in entries {
      guard entry.key.utf8.count == 4, Int(entry.key) != nil else {
        problems.append(
          Diagnostic(
            .error, code: "bad-period", "\"\(entry.key)\" is not a year", at: entry.place,
            hint: "write published: {\"2018\": {FIGURE: \"4\"}}"))
        continue
      }
      result[entry.key] = quantities(entry.value, of: "published", keys)
    }
    return result
  }

  /// `suppress: {below: 5, kinds: [mobility]}`.
  mutating func suppression(_ keys: inout YAMLFields) -> OutlineSuppression? {
    guard let node = keys.node("suppress") else { return nil }
    guard let entries = node.entries else {
      problems.append(keys.wrongType("suppress", node, wants: "a mapping"))
      return nil
    }
    var inner = YAMLFields(entries, place: node.place, what: "suppress")
    defer { problems += inner.unknownKeys() }
    let text = inner.required("below", &problems)
    let result = OutlineSuppression(
      below: Int(text) ?? 0, kinds: inner.strings("kinds", &problems) ?? [],
      indicators: inner.strings("indicators", &problems) ?? [])
    guard (2...1000).contains(result.below) else {
      problems.append(
        Diagnostic(
          .error, code: "bad-suppression", "\"below\" is not a number from 2 to 1000",
          at: node.place, hint: "write below: 5 to keep counts of 1 to 4 back"))
      return nil
    }
    guard !result.kinds.isEmpty || !result.indicators.isEmpty else {
      problems.append(
        Diagnostic(
          .error, code: "bad-suppression", "it names neither kinds nor indicators",
          at: node.place, hint: "add kinds: [mobility]"))
      return nil
    }
    return result
  }

  /// `notes: {FIGURE: {en: ..., zh: ...}}`.
  mutating func notes(_ keys: inout YAMLFields) -> [String: [String: String]] {
    guard let node = keys.node("notes") else { return [:] }
    // A word says where the notes of the text stand.
    if node.text != nil { return [:] }
    guard let entries = node.entries else {
      problems.append(keys.wrongType("notes", node, wants: "a mapping of figures to notes"))
      return [:]
    }
    var inner = YAMLFields(entries, place: node.place, what: "the notes")
    var result: [String: [String: String]] = [:]
    for entry in entries where entry.key != Self.placementKey {
      result[entry.key] = inner.localized(entry.key, languages: languages, &problems)
    }
    return result
  }

  mutating func figureTable(_ keys: inout YAMLFields) -> FigureTable {
    let figures = keys.strings("of", &problems) ?? []
    if figures.isEmpty { problems.append(keys.missing("of")) }
    let anchor =
      keys.string("anchor", &problems) ?? figures.first.map { "years-\($0)" } ?? "years"
    let years = count(&keys, "years", among: 1...12) ?? 5
    return FigureTable(
      figures: figures, years: years,
      caption: keys.localized("caption", languages: languages, &problems) ?? [:],
      anchor: anchor, note: keys.localized("note", languages: languages, &problems) ?? [:],
      chart: chart(&keys, of: figures, by: nil, years: years, top: nil, table: anchor),
      form: tableForm(&keys, hasGroups: false))
  }

  mutating func breakdown(_ keys: inout YAMLFields) -> BreakdownTable {
    let figure = keys.required("of", &problems)
    let field = keys.required("by", &problems)
    let anchor = keys.string("anchor", &problems) ?? "parts-\(figure)-\(field)"
    let top = count(&keys, "top", among: 1...1000)
    return BreakdownTable(
      figure: figure, field: field, top: top,
      caption: keys.localized("caption", languages: languages, &problems) ?? [:],
      anchor: anchor, note: keys.localized("note", languages: languages, &problems) ?? [:],
      chart: chart(&keys, of: [figure], by: field, years: 1, top: top, table: anchor),
      form: tableForm(&keys, hasGroups: true))
  }

  mutating func count(
    _ keys: inout YAMLFields, _ key: String, among range: ClosedRange<Int>
  ) -> Int? {
    guard let text = keys.string(key, &problems) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    problems.append(
      Diagnostic(
        .error, code: "bad-number",
        "\"\(key)\" is not a number from \(range.lowerBound) to \(range.upperBound)",
        at: keys.place))
    return nil
  }
}
