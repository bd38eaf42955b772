import DisplayList
import DocumentModel
import Typesetting

/// Inlines on their way to styled text: styles, links, notes and languages.
extension LayoutSession {
  /// Styled text of inlines; links and notes become elements under `node`.
  func styled(
    _ inlines: [Inline], _ style: TextStyle, under node: Int
  ) throws(LayoutError) -> StyledText {
    var spans: [StyledText.Span] = []
    for inline in inlines { try append(inline, style, node, &spans) }
    return StyledText(spans)
  }

  private func append(
    _ inline: Inline, _ style: TextStyle, _ node: Int, _ spans: inout [StyledText.Span]
  ) throws(LayoutError) {
    switch inline {
    case .text(let text): add(text, style, &spans)
    case .lineBreak: add("\n", style, &spans)
    case .value(let value):
      let style = mentioning(value, style, under: node)
      let definition = "figure-\(value.name)"
      guard anchors.entries[definition] != nil else { return add(value.text, style, &spans) }
      let linked = link(
        .anchor(definition), description: anchors.entries[definition]?.title ?? value.name,
        style, under: node)
      add(value.text, linked, &spans)
    case .emphasis(let inner):
      let style = emphasised(style, inner)
      for inline in inner { try append(inline, style, node, &spans) }
    case .strong(let inner):
      var style = style
      style.weight = 600
      for inline in inner { try append(inline, style, node, &spans) }
    case .code(let text):
      var style = style
      style.family = theme.mono
      style.size = (style.size * 90).rounded() / 100
      style.features = []
      add(text, style, &spans)
    case .link(let target, let inner):
      var linked = link(target, description: inner.plainText, style, under: node)
      linked.colour = theme.accent
      for inline in inner { try append(inline, linked, node, &spans) }
    case .language(let language, let inner):
      var style = style
      style.language = language
      if style.tag == 0 {
        let span = tree.addInline(StructureNode(.span, language: language), to: node)
        style.tag = newTag(Tag(node: span))
      }
      for inline in inner { try append(inline, style, node, &spans) }
    case .reference(let anchor, let form): appendReference(anchor, form, style, node, &spans)
    case .note(let note): try appendCall(of: note, style, node, &spans)
    }
  }

  /// The style of emphasis: Han has no italic, so it has dots below or weight; Latin words among it
  /// keep their italic.
  private func emphasised(_ style: TextStyle, _ inner: [Inline]) -> TextStyle {
    var style = style
    if !scale.isChinese || inner.isLatin {
      style.slant = .italic
    } else if theme.type.hasEmphasisDots {
      style.hasDots = true
      if inner.hasLatinLetters { style.slant = .italic }
    } else {
      style.weight = 600
    }
    return style
  }

  private func add(_ text: String, _ style: TextStyle, _ spans: inout [StyledText.Span]) {
    guard !text.isEmpty else { return }
    guard theme.type.buildsFractions, text.utf8.contains(0x2F) else {
      return spans.append(.init(text, style))
    }
    for part in text.fractionParts {
      var style = style
      // Old-style figures have no raised and lowered forms.
      if part.isFraction { style.features = [TextFeature.fractions.rawValue] }
      spans.append(.init(String(part.text), style))
    }
  }

  func newTag(_ tag: Tag) -> Int {
    tags.append(localized(tag))
    return tags.count
  }

  /// A style whose text is a link. A link inside a link stays the outer one.
  func link(
    _ target: LinkTarget, description: String, _ style: TextStyle, under node: Int
  ) -> TextStyle {
    guard style.tag == 0 else { return style }
    var style = style
    let element = tree.addInline(StructureNode(.link), to: node)
    style.tag = newTag(Tag(node: element, target: target, description: description))
    return style
  }

  private func appendReference(
    _ anchor: String, _ form: ReferenceForm, _ style: TextStyle, _ node: Int,
    _ spans: inout [StyledText.Span]
  ) {
    guard let entry = anchors.entries[anchor] else {
      warnings.append(
        LayoutWarning(message: "reference to \"\(anchor)\", which does not exist", place: context))
      return
    }
    let text: String
    switch form {
    case .number: text = entry.number.isEmpty ? entry.title : entry.number
    case .title: text = entry.title
    case .page:
      let page = printedPage(of: anchor).map { String($0 + 1) } ?? "00"
      text = document.words.pageBefore + page + document.words.pageAfter
    }
    add(text, link(.anchor(anchor), description: entry.title, style, under: node), &spans)
  }

  private func appendCall(
    of note: Note, _ style: TextStyle, _ node: Int, _ spans: inout [StyledText.Span]
  ) throws(LayoutError) {
    let reference = tree.addInline(StructureNode(.reference), to: node)
    let element = tree.addInline(StructureNode(.link), to: reference)
    var mark = try callStyle(style)
    var tag = Tag(
      node: element, target: .anchor(note.anchor), description: note.content.plainText)
    tag.anchor = callAnchor(of: note)
    let placement = placement(of: note)
    if placement == .foot {
      tag.note = notes.count
      notes.append(SetNote(height: 0, fragments: [], anchor: local(note.anchor)))
    }
    if placement == .side { tag.sideNote = references.sideNotes.count }
    mark.tag = newTag(tag)
    add(String(note.number), mark, &spans)
    switch placement {
    case .foot: notes[tag.note ?? 0] = try set(note, under: node)
    case .side: try hang(note, under: node)
    case .end: references.endNotes[suffix, default: []].append(note)
    }
  }

  /// Sets a note for the foot of a page. Its element follows its call in logical order.
  private func set(_ note: Note, under node: Int) throws(LayoutError) -> SetNote {
    let element = tree.addInline(StructureNode(.note, identifier: local(note.anchor)), to: node)
    let label = tree.addInline(StructureNode(.label), to: element)
    let style = scale.style(.note)
    let hang = style.size * 1.6
    let leading = scale.leading(of: .note)
    let frame = noteFrame
    let mark = try set(
      StyledText([.init(String(note.number), backLink(from: note, style, under: label))]),
      self.style(hang, .leading))
    let body = tree.addInline(StructureNode(.paragraph), to: element)
    let text = try set(
      styled(note.content, style, under: body),
      self.style(frame.width - hang, .justified))
    var fragments = [
      Fragment(
        owner: .node(label), x: frame.x, y: leading * 0.72,
        content: .line(paragraph: mark, line: 0))
    ]
    for line in paragraphs[text].lines.indices {
      fragments.append(
        Fragment(
          owner: .node(body), x: frame.x + hang, y: leading * (Double(line) + 0.72),
          content: .line(paragraph: text, line: line)))
    }
    return SetNote(
      height: leading * Double(paragraphs[text].lines.count), fragments: fragments,
      anchor: local(note.anchor), columns: noteBand)
  }
}
