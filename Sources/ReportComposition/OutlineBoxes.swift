import Records

/// A sentence lifted out of the text, as the outline declares it.
public struct OutlineQuote: Hashable, Sendable {
  /// The sentence by language, inline Markdown, with its quotation marks where it has any.
  public var text: [String: String]
  /// Who says it, and where, by language; may be empty.
  public var source: [String: String]
  /// In what office or role, by language; may be empty.
  public var role: [String: String] = [:]
  /// A portrait; nil for none.
  public var portrait: OutlineImage?
}

/// A story beside the text, as the outline declares it.
public struct OutlineBox: Hashable, Sendable {
  /// The heading by language, inline Markdown; may be empty.
  public var title: [String: String]
  /// The stem of its prose; nil where it has blocks instead.
  public var stem: String?
  /// Its blocks; empty where it has prose.
  public var blocks: [OutlineBlock]
}

extension OutlineBlock {
  /// The block, and for a box what stands in it.
  public var flattened: [OutlineBlock] {
    guard case .box(let box) = content else { return [self] }
    return [self] + box.blocks.flatMap(\.flattened)
  }

  /// The stem of the prose that it prints; nil for none.
  var proseStem: String? {
    switch content {
    case .prose(let stem): stem
    case .box(let box): box.stem
    case .story(let story): story.stem
    default: nil
    }
  }
}

extension OutlineParser {
  /// `pull_quote: {text: {en: ..., zh: ...}, source: {en: ..., zh: ...}}`.
  mutating func pullQuote(_ keys: inout YAMLFields) -> OutlineQuote {
    let text = keys.localized("text", languages: languages, &problems)
    if text == nil { problems.append(keys.missing("text")) }
    return OutlineQuote(
      text: text ?? [:],
      source: keys.localized("source", languages: languages, &problems) ?? [:])
  }

  /// `box: {title: {en: ..., zh: ...}, prose: STEM}`, or `blocks:` in place of `prose:`.
  mutating func box(_ keys: inout YAMLFields) -> OutlineBox {
    let box = OutlineBox(
      title: keys.localized("title", languages: languages, &problems) ?? [:],
      stem: keys.string("prose", &problems), blocks: blocks(&keys))
    if (box.stem == nil) == box.blocks.isEmpty {
      problems.append(
        Diagnostic(
          .error, code: "bad-box", "a box has either prose or blocks", at: keys.place,
          hint: box.stem == nil ? "add `prose:` or `blocks:`" : "take one of them out"))
    }
    return box
  }
}
