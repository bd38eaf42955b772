import DocumentModel

extension ReportWriter {
  /// A table in a region that scrolls by itself on a small screen and can be reached by keyboard.
  mutating func node(of table: TableBlock) -> HTMLNode {
    var parts = caption(of: table)
    if !table.head.isEmpty {
      var rows: [HTMLNode] = []
      for row in table.head { rows.append(headRow(row, of: table)) }
      parts.append(.element(.thead, [], rows))
    }
    parts += bodies(of: table)
    let region = HTMLNode.element(
      .div,
      [
        .class("scroll"), .set(.role, "region"), .set(.tabindex, 0),
        .set(.ariaLabel, name(of: table)),
      ],
      [.element(.table, [], parts)])
    var content = [region]
    if !table.note.isEmpty {
      content.append(.element(.p, [.class("table-note")], inlines(table.note)))
    }
    // Many columns keep their width on a small screen and scroll instead.
    let kind = table.columns.count > 4 ? "table wide many" : "table wide"
    return .element(.div, [.id(table.anchor), .class(kind)], content)
  }

  private func name(of table: TableBlock) -> String {
    let number = table.number.map { label(document.words.table, $0) } ?? document.words.table
    let title = table.caption.plainText
    return title.isEmpty ? number : number + ": " + title
  }

  private mutating func caption(of table: TableBlock) -> [HTMLNode] {
    let content = captionContent(
      word: document.words.table, number: table.number, text: table.caption)
    guard !content.isEmpty else { return [] }
    return [.element(.caption, [], [.element(.span, [.class("caption-text")], content)])]
  }

  /// A number with its word, then the caption.
  mutating func captionContent(
    word: String, number: String?, text: [Inline]
  ) -> [HTMLNode] {
    var content: [HTMLNode] = []
    if let number {
      content.append(.element(.span, [.class("label")], [.text(label(word, number))]))
      if !text.isEmpty { content.append(" ") }
    }
    return content + inlines(text)
  }

  private mutating func headRow(_ row: TableBlock.Row, of table: TableBlock) -> HTMLNode {
    var cells: [HTMLNode] = []
    for (cell, style) in zip(row.cells, styles(of: row, in: table)) {
      // An empty head cell heads nothing.
      let isEmpty = cell.content.isEmpty
      let scope: [HTMLAttribute] =
        isEmpty ? [] : [.set(.scope, cell.span > 1 ? "colgroup" : "col")]
      cells.append(
        .element(isEmpty ? .td : .th, style + scope + span(of: cell), inlines(cell.content)))
    }
    return .element(.tr, [], cells)
  }

  /// A group of rows is a `tbody` of its own, which is what its heading's scope means.
  private mutating func bodies(of table: TableBlock) -> [HTMLNode] {
    var bodies: [[HTMLNode]] = []
    for row in table.rows {
      if row.kind == .group || bodies.isEmpty { bodies.append([]) }
      bodies[bodies.count - 1].append(bodyRow(row, of: table))
    }
    return bodies.map { .element(.tbody, [], $0) }
  }

  private mutating func bodyRow(_ row: TableBlock.Row, of table: TableBlock) -> HTMLNode {
    var cells: [HTMLNode] = []
    for (index, (cell, style)) in zip(row.cells, styles(of: row, in: table)).enumerated() {
      let heads = index == 0 && !cell.content.isEmpty && (table.rowHeaders || row.kind == .group)
      let scope: [HTMLAttribute] =
        heads ? [.set(.scope, row.kind == .group ? "rowgroup" : "row")] : []
      cells.append(
        .element(heads ? .th : .td, style + scope + span(of: cell), inlines(cell.content)))
    }
    let kind: [HTMLAttribute] = row.kind == .body ? [] : [.class(row.kind.rawValue)]
    return .element(.tr, kind, cells)
  }

  /// The alignment of each cell, from the column it begins in.
  private func styles(of row: TableBlock.Row, in table: TableBlock) -> [[HTMLAttribute]] {
    var column = 0
    return row.cells.map { cell in
      defer { column += cell.span }
      switch table.columns[column].alignment {
      case .leading: return []
      case .trailing, .decimal: return [.class("number-cell")]
      case .centre: return [.class("centre-cell")]
      }
    }
  }

  private func span(of cell: TableBlock.Cell) -> [HTMLAttribute] {
    cell.span > 1 ? [.set(.colspan, cell.span)] : []
  }
}
