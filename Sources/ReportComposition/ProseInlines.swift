import DocumentModel
import Ledger
import Records

extension Composer {
  /// A line of the outline, inline Markdown; empty for nil.
  mutating func line(_ text: String?, _ place: Place) -> [Inline] {
    guard let text, !text.isEmpty else { return [] }
    let prose = Prose(text, at: place, smart: !wording.isChinese)
    return prose.root.children.flatMap { inlines($0.children, prose) }
  }

  /// The inlines of a block; neighbouring texts become one.
  mutating func inlines(_ nodes: [MarkdownNode], _ prose: Prose) -> [Inline] {
    var result: [Inline] = []
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .text(let text): append(text, to: &result, prose, at: node)
      case .softBreak:
        let next = index + 1 < nodes.count ? nodes[index + 1] : nil
        if needsSpace(result.last, next) { appendText(" ", to: &result) }
      case .lineBreak: result.append(.lineBreak)
      case .codeSpan(let text): result.append(.code(prose.restored(text)))
      case .emphasis: result.append(.emphasis(inlines(node.children, prose)))
      case .strong: result.append(.strong(inlines(node.children, prose)))
      case .link(let url): append(link(url, node, prose), to: &result)
      case .footnoteReference(let number): result += note(number, node, prose)
      case .htmlInline:
        report(
          "raw-html", "raw HTML is left out", prose.place(node), hint: "write it in Markdown",
          .warning)
      case .image:
        report(
          "inline-image", "a picture inside a line is left out", prose.place(node),
          hint: "give it a paragraph of its own", .warning)
      default: break
      }
    }
    return result
  }

  /// A line's end in the source is a space, but not between Chinese characters.
  private func needsSpace(_ last: Inline?, _ next: MarkdownNode?) -> Bool {
    guard wording.isChinese else { return true }
    guard case .text(let before)? = last, case .text(let after)? = next?.kind,
      let left = before.unicodeScalars.last, let right = after.unicodeScalars.first
    else { return false }
    return left.isASCII && right.isASCII
  }

  private func appendText(_ text: String, to result: inout [Inline]) {
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before + text)
    } else if !text.isEmpty {
      result.append(.text(text))
    }
  }

  private func append(_ inlines: [Inline], to result: inout [Inline]) {
    for inline in inlines {
      if case .text(let text) = inline {
        appendText(text, to: &result)
      } else {
        result.append(inline)
      }
    }
  }

  private mutating func append(
    _ text: String, to result: inout [Inline], _ prose: Prose, at node: MarkdownNode
  ) {
    for piece in prose.pieces(text) {
      switch piece {
      case .blank(let index):
        let blank = prose.blanks[index]
        if let value = value(blank.expression, blank.place) {
          result.append(.value(value))
        } else {
          appendText("{{\(blank.expression)}}", to: &result)
        }
      case .text(let text):
        appendForeign(text, to: &result)
      }
    }
  }

  /// Chinese names in a text of another language say what language they are in.
  private func appendForeign(_ text: Substring, to result: inout [Inline]) {
    guard !wording.isChinese, text.utf8.contains(where: { $0 >= 0xE3 }) else {
      return appendText(String(text), to: &result)
    }
    var run = ""
    var isHan = false
    let flush = { (run: String, isHan: Bool, result: inout [Inline]) in
      if isHan { result.append(.language("zh-Hans", [.text(run)])) }
    }
    for scalar in text.unicodeScalars {
      let han =
        (0x2E80...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
      if han != isHan, !run.isEmpty {
        isHan ? flush(run, true, &result) : appendText(run, to: &result)
        run = ""
      }
      isHan = han
      run.unicodeScalars.append(scalar)
    }
    isHan ? flush(run, true, &result) : appendText(run, to: &result)
  }

  private mutating func link(_ url: String, _ node: MarkdownNode, _ prose: Prose) -> [Inline] {
    let place = prose.place(node)
    if url.hasPrefix("#") {
      let anchor = String(url.dropFirst())
      references.append((anchor, place))
      return [reference(anchor, node.children, prose)]
    }
    let content = inlines(node.children, prose)
    let allowed = ["https://", "http://", "mailto:"]
    guard allowed.contains(where: { url.lowercased().hasPrefix($0) }) else {
      report(
        "unsafe-link", "the link to \"\(url.prefix(60))\" is left out", place,
        hint: "a link starts with https://, http://, mailto: or #", .warning)
      return content
    }
    return [.link(.address(url), content.isEmpty ? [.text(url)] : content)]
  }

  private mutating func reference(
    _ anchor: String, _ children: [MarkdownNode], _ prose: Prose
  ) -> Inline {
    guard let first = children.first else { return .reference(anchor: anchor, .title) }
    if children.count == 1, case .text(let word) = first.kind {
      if wording.pageForms.contains(word) { return .reference(anchor: anchor, .page) }
      if wording.numberForms.contains(word) { return .reference(anchor: anchor, .number) }
    }
    return .link(.anchor(anchor), inlines(children, prose))
  }

  private mutating func note(
    _ number: Int, _ node: MarkdownNode, _ prose: Prose
  ) -> [Inline] {
    guard prose.footnotes.indices.contains(number - 1), openNotes.insert(number).inserted else {
      return []
    }
    defer { openNotes.remove(number) }
    notes += 1
    let count = notes
    var content: [Inline] = []
    for paragraph in prose.footnotes[number - 1].children {
      if !content.isEmpty { content.append(.lineBreak) }
      content += inlines(paragraph.children, prose)
    }
    return [.note(Note(anchor: "note-\(count)", number: count, content: content))]
  }
}
