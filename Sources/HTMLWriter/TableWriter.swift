import DocumentModel

extension ReportWriter {
  /// A table in a region that scrolls by itself on a small screen and can be reached by keyboard.
  mutating func node(of table: TableBlock) -> HTMLNode {
    var parts = caption(of: table)
    if !table.head.isEmpty {
      var rows: [HTMLNode] = []
      for (row, firsts) in zip(table.head, table.firstColumns(of: table.head)) {
        rows.append(headRow(row, firsts, of: table))
      }
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
    let kind =
      table.look == .comparison
      ? "table wide comparison" : table.columns.count > 4 ? "table wide many" : "table wide"
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

  private mutating func headRow(
    _ row: TableBlock.Row, _ firsts: [Int], of table: TableBlock
  ) -> HTMLNode {
    var cells: [HTMLNode] = []
    for (cell, column) in zip(row.cells, firsts) {
      // A heading over several columns of numbers stands in the middle of them.
      let alignment = table.alignment(of: column)
      let style = styles(cell.span > 1 && alignment != .leading ? .centre : alignment)
      // An empty head cell heads nothing.
      let isEmpty = cell.content.isEmpty
      let scope: [HTMLAttribute] =
        isEmpty ? [] : [.set(.scope, cell.span > 1 ? "colgroup" : "col")]
      cells.append(
        .element(isEmpty ? .td : .th, style + scope + span(of: cell), inlines(cell.content)))
    }
    return .element(.tr, [], cells)
  }

  /// A group of rows is a `tbody` of its own, which is what its heading's scope means; so is a total,
  /// which belongs to no group.
  private mutating func bodies(of table: TableBlock) -> [HTMLNode] {
    var bodies: [[HTMLNode]] = []
    let tails = table.longestTails
    for row in table.rows {
      if row.kind == .group || row.kind == .total || bodies.isEmpty { bodies.append([]) }
      bodies[bodies.count - 1].append(bodyRow(row, of: table, tails))
    }
    return bodies.map { .element(.tbody, [], $0) }
  }

  private mutating func bodyRow(
    _ row: TableBlock.Row, of table: TableBlock, _ tails: [String]
  ) -> HTMLNode {
    var cells: [HTMLNode] = []
    var column = 0
    for cell in row.cells {
      let heads = column == 0 && !cell.content.isEmpty && (table.rowHeaders || row.kind == .group)
      let scope: [HTMLAttribute] =
        heads ? [.set(.scope, row.kind == .group ? "rowgroup" : "row")] : []
      let alignment = table.alignment(of: column)
      let room: [HTMLAttribute] =
        alignment == .decimal ? padding(of: cell, to: tails[column]) : []
      cells.append(
        .element(
          heads ? .th : .td,
          styles(alignment) + scope + span(of: cell) + room + direction(of: cell.content),
          inlines(cell.content)))
      column += cell.span
    }
    let kind: [HTMLAttribute] = row.kind == .body ? [] : [.class(row.kind.rawValue)]
    return .element(.tr, kind, cells)
  }

  private func styles(_ alignment: TableBlock.Alignment) -> [HTMLAttribute] {
    switch alignment {
    case .leading: []
    case .trailing, .decimal: [.class("number-cell")]
    case .centre: [.class("centre-cell")]
    }
  }

  /// What the style sheet sets unseen after a number, so that whole parts end in one line: the part
  /// of the column's longest tail that the number's own lacks.
  private func padding(of cell: TableBlock.Cell, to longest: String) -> [HTMLAttribute] {
    guard let tail = cell.content.decimalTail, tail.count < longest.count else { return [] }
    return [.set(.dataRoom, String(longest.suffix(longest.count - tail.count)))]
  }

  private func span(of cell: TableBlock.Cell) -> [HTMLAttribute] {
    (cell.span > 1 ? [.set(.colspan, cell.span)] : [])
      + (cell.rows > 1 ? [.set(.rowspan, cell.rows)] : [])
  }
}

extension TableBlock {
  /// The alignment of the column in which a cell begins.
  fileprivate func alignment(of column: Int) -> Alignment {
    columns.indices.contains(column) ? columns[column].alignment : .leading
  }

  /// The longest tail of each decimal column.
  fileprivate var longestTails: [String] {
    var tails = [String](repeating: "", count: columns.count)
    for row in rows {
      var column = 0
      for cell in row.cells where column < tails.count {
        if columns[column].alignment == .decimal, let tail = cell.content.decimalTail,
          tail.count > tails[column].count
        {
          tails[column] = tail
        }
        column += cell.span
      }
    }
    return tails
  }
}
