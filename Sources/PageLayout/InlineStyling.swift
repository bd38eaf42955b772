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
      let definition = "figure-\(value.name)"
      guard anchors.entries[definition] != nil else { return add(value.text, style, &spans) }
      let linked = link(
        .anchor(definition), description: anchors.entries[definition]?.title ?? value.name,
        style, under: node)
      add(value.text, linked, &spans)
    case .emphasis(let inner):
      var style = style
      if scale.isChinese { style.weight = 600 } else { style.slant = .italic }
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

  private func add(_ text: String, _ style: TextStyle, _ spans: inout [StyledText.Span]) {
    guard !text.isEmpty else { return }
    spans.append(.init(text, style))
  }

  func newTag(_ tag: Tag) -> Int {
    tags.append(tag)
    return tags.count
  }

  /// A style whose text is a link. A link inside a link stays the outer one.
  private func link(
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
      printsPages = true
      let page = known[anchor].map { String($0.page + 1) } ?? "00"
      text = document.words.pageBefore + page + document.words.pageAfter
    }
    add(text, link(.anchor(anchor), description: entry.title, style, under: node), &spans)
  }

  private func appendCall(
    of note: Note, _ style: TextStyle, _ node: Int, _ spans: inout [StyledText.Span]
  ) throws(LayoutError) {
    let index = notes.count
    notes.append(SetNote(height: 0, fragments: [], anchor: note.anchor))
    let element = tree.addInline(StructureNode(.link), to: node)
    var mark = style
    mark.size = (style.size * 65).rounded() / 100
    mark.rise = style.size * 0.34
    mark.features = ["lnum"]
    mark.tag = newTag(
      Tag(
        node: element, target: .anchor(note.anchor), description: note.content.plainText,
        note: index))
    add(String(note.number), mark, &spans)
    notes[index] = try set(note, under: node)
  }

  /// Sets a note for the foot of a page. Its element follows its call in logical order.
  private func set(_ note: Note, under node: Int) throws(LayoutError) -> SetNote {
    let element = tree.addInline(StructureNode(.note, identifier: note.anchor), to: node)
    let label = tree.addInline(StructureNode(.label), to: element)
    let style = scale.style(.note)
    let hang = style.size * 1.6
    let leading = scale.leading(of: .note)
    let mark = try set(
      StyledText([.init(String(note.number), style)]), self.style(hang, .leading))
    let body = tree.addInline(StructureNode(.paragraph), to: element)
    let text = try set(
      styled(note.content, style, under: body),
      self.style(theme.textWidth - hang, .justified))
    var fragments = [
      Fragment(
        owner: .node(label), x: theme.textX, y: leading * 0.72,
        content: .line(paragraph: mark, line: 0))
    ]
    for line in paragraphs[text].lines.indices {
      fragments.append(
        Fragment(
          owner: .node(body), x: theme.textX + hang, y: leading * (Double(line) + 0.72),
          content: .line(paragraph: text, line: line)))
    }
    return SetNote(
      height: leading * Double(paragraphs[text].lines.count), fragments: fragments,
      anchor: note.anchor)
  }
}
