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
        for run in ForeignRun.runs(of: text, isChinese: wording.isChinese) {
          if let language = run.language {
            result.append(.language(language, [.text(run.text)]))
          } else {
            appendText(run.text, to: &result)
          }
        }
      }
    }
  }

  private mutating func link(_ url: String, _ node: MarkdownNode, _ prose: Prose) -> [Inline] {
    let place = prose.place(node)
    if url.hasPrefix("#") {
      let anchor = String(url.dropFirst())
      references.append((anchor, place))
      return reference(anchor, node.children, prose)
    }
    let content = inlines(node.children, prose)
    if url.hasPrefix("lang:") { return foreign(String(url.dropFirst(5)), content, place) }
    let allowed = ["https://", "http://", "mailto:"]
    guard allowed.contains(where: { url.lowercased().hasPrefix($0) }) else {
      report(
        "unsafe-link", "the link to \"\(url.prefix(60))\" is left out", place,
        hint: "a link starts with https://, http://, mailto: or #", .warning)
      return content
    }
    return [.link(.address(url), content.isEmpty ? [.text(url)] : content)]
  }

  /// `[Bonjour](lang:fr)`: words in a language that the script does not tell.
  private mutating func foreign(
    _ language: String, _ content: [Inline], _ place: Place
  ) -> [Inline] {
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts[0].count)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    guard isTag, parts[0].allSatisfy(\.isLetter) else {
      report(
        "bad-language-mark", "\"\(language.prefix(30))\" is not the name of a language", place,
        hint: "write its BCP 47 name, as [Bonjour](lang:fr)")
      return content
    }
    // Words whose script tells their language are in it already.
    let words = content.map { inline in
      if case .language(_, let inner) = inline, inner.count == 1 { inner[0] } else { inline }
    }
    return [.language(language, words)]
  }

  private mutating func reference(
    _ anchor: String, _ children: [MarkdownNode], _ prose: Prose
  ) -> [Inline] {
    guard let first = children.first else { return [.reference(anchor: anchor, .title)] }
    if children.count == 1, case .text(let words) = first.kind, let forms = forms(words) {
      let inlines = forms.map { Inline.reference(anchor: anchor, $0) }
      return joined(inlines.map { [$0] }, wording.referenceComma)
    }
    return [.link(.anchor(anchor), inlines(children, prose))]
  }

  /// The forms that words of a reference ask for, "number, page"; nil where they are words of the
  /// text.
  private func forms(_ words: String) -> [ReferenceForm]? {
    let parts = words.split { ",，、".contains($0) }.map {
      String($0.drop(while: \.isWhitespace).trimmedEnd())
    }
    let forms = parts.map { word -> ReferenceForm? in
      if wording.pageForms.contains(word) { return .page }
      if wording.numberForms.contains(word) { return .number }
      return wording.titleForms.contains(word) ? .title : nil
    }
    return forms.isEmpty || forms.contains(nil) ? nil : forms.compactMap { $0 }
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
    if notePlacement == .end { endNotes += 1 }
    return [
      .note(
        Note(
          anchor: "note-\(count)", number: count, content: content, placement: notePlacement))
    ]
  }
}
