import DocumentModel
import Records

/// What stands out of the text: sentences lifted out of it, and boxes; from the outline and from prose.
extension Composer {
  mutating func pullQuote(_ quote: OutlineQuote, _ place: Place) -> [Block] {
    let content = line(quote.text[language], place)
    guard !content.isEmpty else { return [] }
    return [
      .pullQuote(
        PullQuote(
          content: content, source: line(quote.source[language], place),
          role: line(quote.role[language], place), portrait: portrait(quote.portrait, place)))
    ]
  }

  mutating func box(_ box: OutlineBox, _ place: Place) -> [Block] {
    let title = line(box.title[language], place)
    let blocks: [Block]
    if let stem = box.stem {
      blocks = boxProse(stem, place, title: title.plainText)
    } else {
      blocks = box.blocks.flatMap { inner in
        if case .prose(let stem) = inner.content {
          return boxProse(stem, inner.place, title: title.plainText)
        }
        return self.blocks(inner)
      }
    }
    return blocks.isEmpty ? [] : [.box(BoxBlock(title: title, blocks: blocks))]
  }

  /// The prose of a box, whose headings are no sections of the report.
  mutating func boxProse(_ stem: String, _ place: Place, title: String) -> [Block] {
    guard let prose = readProse(stem, place) else { return [empty(title)] }
    return prose.root.children.filter { $0.kind != .footnoteDefinition }.flatMap {
      block($0, prose)
    }
  }

  /// A quotation in prose; one that begins with `[!box]` is a box, with the rest of that line as its
  /// title, and one that begins with `[!quote]` a sentence lifted out of the text, with a last
  /// paragraph that begins with a dash as its source.
  mutating func quotation(_ node: MarkdownNode, _ prose: Prose) -> [Block] {
    guard var first = node.children.first, first.kind == .paragraph,
      case .text(let text)? = first.children.first?.kind,
      let mark = Mark.allCases.first(where: { text.lowercased().hasPrefix($0.rawValue) })
    else { return [.quotation(node.children.flatMap { block($0, prose) })] }
    let words = String(text.dropFirst(mark.rawValue.count).drop(while: \.isWhitespace))
    first.children[0].kind = .text(words)
    let rest = Array(node.children.dropFirst())
    switch mark {
    case .box:
      let end = first.children.firstIndex { $0.kind == .softBreak } ?? first.children.count
      let title = inlines(Array(first.children[..<end]), prose)
      first.children.removeFirst(min(end + 1, first.children.count))
      let body = (first.children.isEmpty ? [] : [first]) + rest
      return [.box(BoxBlock(title: title, blocks: body.flatMap { block($0, prose) }))]
    case .quote:
      if words.isEmpty { first.children.removeFirst(min(2, first.children.count)) }
      return [.pullQuote(lifted((first.children.isEmpty ? [] : [first]) + rest, prose))]
    }
  }

  private enum Mark: String, CaseIterable {
    case box = "[!box]"
    case quote = "[!quote]"
  }

  private mutating func lifted(_ nodes: [MarkdownNode], _ prose: Prose) -> PullQuote {
    var paragraphs = nodes.map { inlines($0.children, prose) }
    var source: [Inline] = []
    if paragraphs.count > 1, case .text(let text)? = paragraphs.last?.first,
      let dash = text.first, "\u{2014}\u{2013}".contains(dash)
    {
      source = paragraphs.removeLast()
      source[0] = .text(String(text.drop { "\u{2014}\u{2013} ".contains($0) }))
    }
    return PullQuote(content: Array(paragraphs.joined(separator: [.lineBreak])), source: source)
  }
}
