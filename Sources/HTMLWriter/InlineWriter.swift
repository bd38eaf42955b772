import DocumentModel

extension ReportWriter {
  /// What inlines may become where they stand.
  enum LinkUse {
    /// Links, notes and explained values.
    case all
    /// Text alone: inside a link, in the contents.
    case none
  }

  /// Inlines as nodes.
  mutating func inlines(_ content: [Inline], _ use: LinkUse = .all) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for inline in content { nodes += nodesOf(inline, use) }
    return nodes
  }

  private mutating func nodesOf(_ inline: Inline, _ use: LinkUse) -> [HTMLNode] {
    switch inline {
    case .text(let text): textNodes(text)
    case .emphasis(let inner): [emphasis(inner, use)]
    case .strong(let inner): [.element(.strong, [], inlines(inner, use))]
    case .code(let text): [.element(.code, [], [.text(text)])]
    case .value(let value): [node(of: value, use)]
    case .link(let target, let inner): link(to: target, inner, use)
    case .note(let note): use == .all ? [reference(to: note)] : []
    case .language(let tag, let inner):
      [.element(.span, [.lang(tag)] + direction(of: inner), inlines(inner, use))]
    case .reference(let anchor, let form): [reference(to: anchor, form, use)]
    case .lineBreak: [.element(.br, [], [])]
    }
  }

  /// Text, its fractions marked: a browser would build 2030/31 too.
  private func textNodes(_ text: String) -> [HTMLNode] {
    guard text.utf8.contains(0x2F) else { return [.text(text)] }
    return text.fractionParts.map { part in
      part.isFraction
        ? .element(.span, [.class("fraction")], [.text(String(part.text))])
        : .text(String(part.text))
    }
  }

  /// Emphasis; Latin words in Chinese text keep their italic, where Han has dots.
  private mutating func emphasis(_ inner: [Inline], _ use: LinkUse) -> HTMLNode {
    guard document.language.hasPrefix("zh") else { return .element(.em, [], inlines(inner, use)) }
    if inner.isLatin { return .element(.em, [.class("latin")], inlines(inner, use)) }
    return .element(.em, [], inner.flatMap { markedLatin($0, use) })
  }

  /// An inline of emphasised Chinese, the Latin words of its text marked.
  private mutating func markedLatin(_ inline: Inline, _ use: LinkUse) -> [HTMLNode] {
    guard case .text(let text) = inline else { return nodesOf(inline, use) }
    return text.latinParts.map { part in
      part.isLatin
        ? .element(.span, [.class("latin")], [.text(String(part.text))])
        : .text(String(part.text))
    }
  }

  /// A value, with a link to its definition where the document has one.
  func node(of value: ValueReference, _ use: LinkUse = .all) -> HTMLNode {
    let anchor = "figure-" + value.name
    let isExplained = use == .all && survey.places[anchor] != nil
    let text = HTMLNode.text(value.text)
    let content =
      isExplained
      ? HTMLNode.element(.a, [.class("explained"), .href(.anchor(anchor))], [text]) : text
    guard let machine = value.machine else {
      return .element(.span, [.class("value")], [content])
    }
    return .element(.data, [.class("value"), .set(.value, machine)], [content])
  }

  /// A link; notes inside it follow it, because a link cannot hold another.
  private mutating func link(
    to target: LinkTarget, _ inner: [Inline], _ use: LinkUse
  ) -> [HTMLNode] {
    let text = inlines(inner, .none)
    guard use == .all, let address = address(of: target) else { return text }
    let after = inner.notes.map { reference(to: $0) }
    return [.element(.a, [.href(address)], text)] + after
  }

  private func address(of target: LinkTarget) -> WebAddress? {
    switch target {
    case .anchor(let anchor): .anchor(anchor)
    case .address(let address): WebAddress(absolute: address)
    }
  }

  /// A raised number that leads to the note, which leads back.
  private mutating func reference(to note: Note) -> HTMLNode {
    if note.placement == .end { endNotes.append(note) } else { notes.append(note) }
    let link = HTMLNode.element(
      .a,
      [
        .id(PageID.reference(to: note.anchor)), .href(.anchor(note.anchor)),
        .set(.role, "doc-noteref"),
      ],
      [.text(String(note.number))])
    return .element(.sup, [.class("note-ref")], [link])
  }

  /// A reference; on the web a page is known by its title.
  private mutating func reference(
    to anchor: String, _ form: ReferenceForm, _ use: LinkUse
  ) -> HTMLNode {
    guard let place = survey.places[anchor] else { return .text("") }
    let title = inlines(place.title, .none)
    let number = numberText(of: place).map { [HTMLNode.text($0)] }
    let text = form == .number ? number ?? title : title.isEmpty ? number ?? [] : title
    guard use == .all else { return .element(.span, [], text) }
    return .element(.a, [.class("reference"), .href(.anchor(anchor))], text)
  }

  func numberText(of place: AnchorPlace) -> String? {
    guard let number = place.number else { return nil }
    return switch place.kind {
    case .table: label(document.words.table, number)
    case .figure: label(document.words.figure, number)
    case .section: place.spelled
    case .other: number
    }
  }

  /// "Table 2", and in Chinese too a thin gap between word and number.
  func label(_ word: String, _ number: String) -> String { word + "\u{A0}" + number }
}

extension [Inline] {
  /// The notes in them, in order.
  var notes: [Note] {
    flatMap { inline -> [Note] in
      switch inline {
      case .note(let note): [note]
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner):
        inner.notes
      case .text, .code, .value, .reference, .lineBreak: []
      }
    }
  }
}
