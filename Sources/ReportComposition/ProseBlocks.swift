import DocumentModel
import Records

/// What a text yields: blocks, then subsections.
struct ProseContent {
  var blocks: [Block] = []
  var subsections: [Section] = []
}

extension Composer {
  /// The prose of a block, in this language.
  mutating func prose(_ stem: String, _ place: Place, title: String) -> ProseContent {
    guard let prose = readProse(stem, place) else { return ProseContent(blocks: [empty(title)]) }
    var cursor = 0
    let nodes = prose.root.children.filter { $0.kind != .footnoteDefinition }
    let content = self.content(nodes, &cursor, above: 1, prose)
    let isEmpty = content.blocks.isEmpty && content.subsections.isEmpty
    return isEmpty ? ProseContent(blocks: [empty(title)]) : content
  }

  /// The text of a stem in this language, with what is wrong with it as a whole; nil where there is
  /// none.
  mutating func readProse(_ stem: String, _ place: Place) -> Prose? {
    let path = ReportOutline.textPath(stem, language)
    guard let text = files.texts[path] else {
      report(
        "missing-prose", "the text \"\(path)\" is missing", place,
        hint: "write it, or take the block out of the outline")
      return nil
    }
    if let line = HiddenCharacter.line(in: text) {
      report(
        "hidden-character", "the text has a control or bidirectional override character",
        Place(file: path, line: line), hint: "type the line anew")
    }
    let prose = Prose(text, at: Place(file: path), smart: !wording.isChinese)
    if prose.isCut { report("too-deep", "the text is nested too deep", Place(file: path)) }
    return prose
  }

  /// Everything up to the next heading that is not deeper than `level`.
  private mutating func content(
    _ nodes: [MarkdownNode], _ cursor: inout Int, above level: Int, _ prose: Prose
  ) -> ProseContent {
    var content = ProseContent()
    while cursor < nodes.count {
      guard case .heading(let written) = nodes[cursor].kind else {
        content.blocks += block(nodes, &cursor, prose)
        continue
      }
      let depth = max(2, written)
      if depth <= level { break }
      content.subsections.append(subsection(nodes, &cursor, depth, prose))
    }
    return content
  }

  private mutating func subsection(
    _ nodes: [MarkdownNode], _ cursor: inout Int, _ depth: Int, _ prose: Prose
  ) -> Section {
    let heading = nodes[cursor]
    cursor += 1
    var title = inlines(heading.children, prose)
    let anchor = takeAnchor(&title) ?? nextAnchor("section")
    claim(anchor, prose.place(heading))
    let inner = content(nodes, &cursor, above: depth, prose)
    return Section(
      anchor: anchor, number: "", title: title, blocks: inner.blocks,
      subsections: inner.subsections)
  }

  /// One block, with the caption that stands before or after a table.
  private mutating func block(
    _ nodes: [MarkdownNode], _ cursor: inout Int, _ prose: Prose
  ) -> [Block] {
    let node = nodes[cursor]
    let next = cursor + 1 < nodes.count ? nodes[cursor + 1] : nil
    cursor += 1
    if isCaption(node), let next, case .table = next.kind {
      cursor += 1
      return [table(next, caption: node, prose)]
    }
    if case .table = node.kind {
      let caption = next.flatMap { isCaption($0) ? $0 : nil }
      let isTaken =
        cursor + 1 < nodes.count && caption != nil
        && { if case .table = nodes[cursor + 1].kind { true } else { false } }()
      if caption != nil, !isTaken { cursor += 1 }
      return [table(node, caption: isTaken ? nil : caption, prose)]
    }
    return block(node, prose)
  }

  private func isCaption(_ node: MarkdownNode) -> Bool {
    guard node.kind == .paragraph, case .text(let text)? = node.children.first?.kind else {
      return false
    }
    return wording.tableLabels.contains { text.hasPrefix($0) }
  }

  /// One block by itself; nothing for what a report does not carry.
  mutating func block(_ node: MarkdownNode, _ prose: Prose) -> [Block] {
    switch node.kind {
    case .paragraph:
      if let image = loneImage(node) { return picture(image, prose) }
      let content = inlines(node.children, prose)
      return content.isEmpty ? [] : [.paragraph(content)]
    case .quote: return quotation(node, prose)
    case .list(let ordered, let start):
      let items = node.children.map { item in item.children.flatMap { block($0, prose) } }
      return [.list(ListBlock(marker: ordered ? .number : .bullet, start: start, items: items))]
    case .code(let info, let text):
      if info == "chart" { return chart(text, prose.place(node), prose) }
      return [.paragraph([.code(prose.restored(text).trimmedLines())])]
    case .table: return [table(node, caption: nil, prose)]
    case .heading: return [.paragraph([.strong(inlines(node.children, prose))])]
    case .html:
      report(
        "raw-html", "raw HTML is left out", prose.place(node), hint: "write it in Markdown",
        .warning)
      return []
    default: return []
    }
  }

  private func loneImage(_ node: MarkdownNode) -> MarkdownNode? {
    guard node.children.count == 1, let only = node.children.first, case .image = only.kind else {
      return nil
    }
    return only
  }

  private mutating func table(
    _ node: MarkdownNode, caption: MarkdownNode?, _ prose: Prose
  ) -> Block {
    guard case .table(let alignments) = node.kind else { return .paragraph([]) }
    var words = caption.map { inlines($0.children, prose) } ?? []
    dropLabel(&words)
    let anchor = takeAnchor(&words) ?? nextAnchor("table")
    claim(anchor, prose.place(node))
    let rows = node.children.map { row in
      TableBlock.Row(cells: row.children.map { TableBlock.Cell(inlines($0.children, prose)) })
    }
    return .table(
      TableBlock(
        anchor: anchor, number: words.isEmpty ? nil : nextTable(), caption: words,
        columns: alignments.indices.map {
          TableBlock.Column(alignment: alignment($0, of: alignments, rows.dropFirst()))
        },
        head: Array(rows.prefix(1)), rows: Array(rows.dropFirst())))
  }

  /// A column at the right whose cells all hold numbers is aligned on their decimal signs.
  private func alignment(
    _ column: Int, of alignments: [MarkdownNode.TableAlignment], _ rows: ArraySlice<TableBlock.Row>
  ) -> TableBlock.Alignment {
    switch alignments[column] {
    case .none, .left: .leading
    case .centre: .centre
    case .right:
      rows.allSatisfy { row in
        guard row.cells.indices.contains(column) else { return true }
        let content = row.cells[column].content
        return content.isEmpty || content.decimalTail != nil
      } ? .decimal : .trailing
    }
  }

  mutating func nextTable() -> String {
    tables += 1
    return "\(tables)"
  }

  private func dropLabel(_ words: inout [Inline]) {
    guard case .text(let text)? = words.first,
      let label = wording.tableLabels.first(where: { text.hasPrefix($0) })
    else { return }
    words[0] = .text(String(text.dropFirst(label.count).drop(while: \.isWhitespace)))
  }

  /// Takes `{#anchor}` from the end of a heading or caption.
  func takeAnchor(_ words: inout [Inline]) -> String? {
    guard case .text(let text)? = words.last, text.hasSuffix("}"),
      let open = text.lastIndex(of: "{"), text[open...].hasPrefix("{#")
    else { return nil }
    let anchor = text[text.index(open, offsetBy: 2)...].dropLast()
    let rest = text[..<open].trimmedEnd()
    words.removeLast()
    if !rest.isEmpty { words.append(.text(String(rest))) }
    return anchor.isEmpty ? nil : String(anchor)
  }
}

extension String {
  func trimmedLines() -> String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
