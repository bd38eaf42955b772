import DocumentModel
import Records

extension OutlineParser {
  /// The sections under a mapping's `sections:`.
  mutating func sections(_ keys: inout YAMLFields) -> [OutlineSection] {
    items(&keys, "sections", "a section").map { section($0) }
  }

  /// The mappings of a sequence; anything else in it is a problem.
  private mutating func items(
    _ keys: inout YAMLFields, _ key: String, _ what: String
  ) -> [YAMLFields] {
    guard let node = keys.node(key) else { return [] }
    guard let items = node.items else {
      problems.append(keys.wrongType(key, node, wants: "a list"))
      return []
    }
    return items.compactMap { item in
      if let entries = item.entries {
        return YAMLFields(entries, place: item.place, what: what)
      }
      if let word = item.text, what == "a block" {
        return YAMLFields(word: word, item, what: what)
      }
      problems.append(
        Diagnostic(.error, code: "wrong-type", "\(what) must be a mapping of keys", at: item.place))
      return nil
    }
  }

  private mutating func section(_ fields: YAMLFields) -> OutlineSection {
    var keys = fields
    let title = keys.localized("title", languages: languages, &problems)
    if title == nil { problems.append(keys.missing("title")) }
    var section = OutlineSection(
      place: keys.place, anchor: keys.required("anchor", &problems), title: title ?? [:],
      role: choice(&keys, "role", OutlineSection.Role.chapter),
      numbered: keys.string("numbered", &problems) != "false",
      lead: keys.localized("lead", languages: languages, &problems) ?? [:],
      sideFigures: keys.strings("side_figures", &problems) ?? [],
      pages: sectionPages(&keys), blocks: blocks(&keys),
      sections: items(&keys, "sections", "a section").map { self.section($0) })
    section.notes = notePlacement(&keys)
    checkGlance(in: section)
    problems += keys.unknownKeys()
    return section
  }

  /// The blocks under a mapping's `blocks:`.
  mutating func blocks(_ keys: inout YAMLFields) -> [OutlineBlock] {
    items(&keys, "blocks", "a block").compactMap { block($0) }
  }

  static let blockKeys = [
    "prose", "key_figures", "at_a_glance", "comparison", "partner_profile", "table", "figure_table",
    "breakdown", "chart", "map", "sentences",
    "timeline", "list", "names", "places", "image", "gallery", "photo_page", "pull_quote",
    "quotation", "box", "story", "signature",
    "index", "list_of_figures", "list_of_tables", "end_notes",
    "definitions", "sources", "remark", "colophon",
  ]

  private mutating func block(_ fields: YAMLFields) -> OutlineBlock? {
    var keys = fields
    let names = fields.entries.map(\.key)
    guard names.count == 1, let name = names.first, Self.blockKeys.contains(name) else {
      let name = names.first { !Self.blockKeys.contains($0) } ?? names.first ?? "?"
      problems.append(
        Diagnostic(
          .error, code: "unknown-block", "there is no kind of block \"\(name)\"", at: fields.place,
          hint: Spelling.hint(for: name, among: Self.blockKeys)
            ?? "one of \(Self.blockKeys.joined(separator: ", "))"))
      return nil
    }
    return content(name, &keys).map { content in
      OutlineBlock(
        place: fields.place, content: content, placement: placement(of: name, in: fields))
    }
  }

  private mutating func content(
    _ name: String, _ keys: inout YAMLFields
  ) -> OutlineBlock.Content? {
    switch name {
    case "prose": return .prose(keys.required(name, &problems))
    case "key_figures": return .keyFigures(keyFigures(&keys))
    case "definitions": return .definitions
    case "sources": return .sources(sourceKinds(&keys))
    case "places": return .places
    case "list_of_figures": return .captionList(.figures)
    case "list_of_tables": return .captionList(.tables)
    case "end_notes": return .endNotes
    case "colophon": return .colophon
    case "gallery": return gallery(&keys).map { .gallery($0) }
    case "remark":
      return .remark(keys.localized(name, languages: languages, &problems) ?? [:])
    default: return nested(name, &keys)
    }
  }

  /// `sources` alone, or `sources: {of: [claim, agreement]}`.
  private mutating func sourceKinds(_ keys: inout YAMLFields) -> [String] {
    guard let node = keys.node("sources"), let entries = node.entries else { return [] }
    var inner = YAMLFields(entries, place: keys.place, what: "the sources")
    defer { problems += inner.unknownKeys() }
    return inner.strings("of", &problems) ?? []
  }

  private mutating func nested(
    _ name: String, _ keys: inout YAMLFields
  ) -> OutlineBlock.Content? {
    guard let entries = keys.node(name)?.entries else {
      problems.append(
        Diagnostic(
          .error, code: "wrong-type", "\"\(name)\" must be a mapping of keys", at: keys.place))
      return nil
    }
    var inner = YAMLFields(entries, place: keys.place, what: "the \(name)")
    if Self.placedBlocks.contains(name) { inner.leave(Self.placementKeys) }
    defer { problems += inner.unknownKeys() }
    if name == "index" { return .index(index(&inner)) }
    if name == "image" { return .image(image(&inner)) }
    if name == "map" { return .map(map(&inner)) }
    if name == "chart" { return .chart(chart(&inner)) }
    if name == "at_a_glance" { return .glance(glance(&inner)) }
    if name == "comparison" { return comparison(&inner).map { .comparison($0) } }
    if name == "partner_profile" { return .profile(profile(&inner)) }
    if name == "sentences" { return .sentences(sentences(&inner)) }
    if name == "pull_quote" { return .pullQuote(pullQuote(&inner)) }
    if name == "quotation" { return .pullQuote(quotation(&inner)) }
    if name == "photo_page" { return .image(photoPage(&inner)) }
    if name == "story" { return .story(story(&inner)) }
    if name == "signature" { return .signature(signature(&inner)) }
    if name == "box" { return .box(box(&inner)) }
    if name == "figure_table" { return .figureTable(figureTable(&inner)) }
    if name == "breakdown" { return .breakdown(breakdown(&inner)) }
    let query = RecordQuery(
      kinds: inner.strings("of", &problems) ?? [],
      conditions: inner.mapping("where", &problems))
    if query.kinds.isEmpty { problems.append(inner.missing("of")) }
    switch name {
    case "table": return .table(table(&inner, query))
    case "timeline": return timeline(&inner, query)
    case "list": return .list(query)
    default: return .names(names(&inner, query))
    }
  }

  private mutating func table(_ keys: inout YAMLFields, _ query: RecordQuery) -> RecordTable {
    RecordTable(
      query: query, ofPeriod: flag(&keys, "period"),
      columns: keys.strings("columns", &problems) ?? ["name"],
      caption: keys.localized("caption", languages: languages, &problems) ?? [:],
      anchor: keys.string("anchor", &problems) ?? "table-\(query.kinds.joined(separator: "-"))",
      note: keys.localized("note", languages: languages, &problems) ?? [:],
      form: tableForm(&keys, hasGroups: true))
  }

  /// A picture; one of a gallery stands where the gallery does, and has no place of its own.
  mutating func image(_ keys: inout YAMLFields, isAlone: Bool = true) -> OutlineImage {
    let file = keys.required("file", &problems)
    let alternative = keys.localized("alt", languages: languages, &problems)
    if alternative == nil { problems.append(keys.missing("alt")) }
    return OutlineImage(
      file: file, anchor: keys.string("anchor", &problems) ?? "image-\(file)",
      alternative: alternative ?? [:],
      caption: keys.localized("caption", languages: languages, &problems) ?? [:],
      credit: keys.string("credit", &problems) ?? "",
      licence: keys.required("licence", &problems),
      placement: isAlone ? placement(&keys) : Placement(),
      framing: framing(&keys), account: account(&keys))
  }
}
