import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The cells of a table's row, and the widths of its columns.
extension LayoutSession {
  /// Column edges from content: numbers get what they need, text shares the rest.
  func columnFrames(of table: TableBlock, in frame: Frame) throws(LayoutError) -> [Frame] {
    let natural = try naturalWidths(of: table)
    let gaps = columnGap * Double(max(0, table.columns.count - 1))
    let widths = share(frame.width - gaps, among: natural, of: table)
    var x = frame.x
    return widths.map { width in
      defer { x += width + columnGap }
      return Frame(x: x, width: width)
    }
  }

  private func naturalWidths(of table: TableBlock) throws(LayoutError) -> [Double] {
    var widths = [Double](repeating: scale.base * 2, count: table.columns.count)
    for (rows, role) in [(table.head, TextRole.tableHead), (table.rows, .tableCell)] {
      for row in rows {
        var column = 0
        for cell in row.cells where column < widths.count {
          if cell.span == 1 {
            let width = try measured(cell.content, role)
            widths[column] = max(widths[column], width)
          }
          column += max(1, cell.span)
        }
      }
    }
    return widths
  }

  private func measured(_ inlines: [Inline], _ role: TextRole) throws(LayoutError) -> Double {
    try width(of: StyledText([.init(inlines.plainText, scale.style(role))])) + 0.5
  }

  private func share(
    _ available: Double, among natural: [Double], of table: TableBlock
  ) -> [Double] {
    let shares = table.columns.map(\.share)
    if shares.allSatisfy({ $0 > 0 }) {
      let total = shares.reduce(0, +)
      return shares.map { available * $0 / total }
    }
    let total = natural.reduce(0, +)
    if total <= available {
      // The surplus goes to the text columns, so that numbers stay near each other.
      let texts = table.columns.indices.filter { table.columns[$0].alignment == .leading }
      let takers = texts.isEmpty ? Array(natural.indices) : texts
      return natural.indices.map {
        natural[$0] + (takers.contains($0) ? (available - total) / Double(takers.count) : 0)
      }
    }
    let fair = available / Double(natural.count)
    let narrow = natural.indices.filter { natural[$0] <= fair }
    let rest = available - narrow.reduce(0) { $0 + natural[$1] }
    let wide = natural.indices.filter { natural[$0] > fair }.reduce(0) { $0 + natural[$1] }
    return natural.indices.map { natural[$0] <= fair ? natural[$0] : natural[$0] * rest / wide }
  }

  /// For each decimal column the widest part right of the decimal sign.
  func decimalRests(of table: TableBlock) throws(LayoutError) -> [Double] {
    var rests = [Double](repeating: 0, count: table.columns.count)
    for index in table.columns.indices where table.columns[index].alignment == .decimal {
      for row in table.rows where index < row.cells.count {
        rests[index] = max(rests[index], try decimalRest(of: row.cells[index].content))
      }
    }
    return rests
  }

  private func decimalRest(of inlines: [Inline]) throws(LayoutError) -> Double {
    let text = inlines.plainText
    guard text.contains(where: \.isNumber), let sign = text.lastIndex(of: ".") else { return 0 }
    return try width(of: StyledText([.init(String(text[sign...]), scale.style(.tableCell))]))
  }

  /// The cells of one row, set in their columns: fragments from the row's top, and its height.
  func cells(
    of row: TableBlock.Row, in setting: TableSetting, under parent: Int, role: TextRole,
    isHead: Bool
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.tableRow), to: parent)
    var fragments: [Fragment] = []
    var height = 0.0
    var column = 0
    for cell in row.cells where column < setting.columns.count {
      let last = min(column + max(1, cell.span), setting.columns.count) - 1
      let owner = cellNode(
        cell, column: column, of: setting.table, under: node, isHead: isHead, kind: row.kind)
      let frame = Frame(
        x: setting.columns[column].x,
        width: setting.columns[last].x + setting.columns[last].width - setting.columns[column].x)
      let box = try cellBox(
        cell, in: frame, alignment: setting.table.columns[column].alignment,
        decimal: isHead ? 0 : setting.decimals[column], owner: owner, role: role)
      fragments += box.fragments
      height = max(height, box.height)
      column = last + 1
    }
    // Rows of prose get air, so that hairlines do not touch the text; rows of numbers stand on the grid.
    let air = !setting.isLoose ? 0 : isHead ? scale.grid * 0.15 : scale.grid * 0.4
    let padded = max(height, scale.grid) + air
    let shift = (padded - max(height, scale.grid)) / 2
    return (fragments.map { $0.moved(y: shift) }, padded)
  }

  private func cellNode(
    _ cell: TableBlock.Cell, column: Int, of table: TableBlock, under row: Int, isHead: Bool,
    kind: TableBlock.Row.Kind
  ) -> Int {
    var attributes = StructureNode.Attributes()
    attributes.columnSpan = max(1, cell.span)
    let isRowHeader = !isHead && (column == 0 && table.rowHeaders || kind == .group)
    if isHead { attributes.scope = .column }
    if isRowHeader { attributes.scope = .row }
    let role: Role = isHead || isRowHeader ? .headerCell : .dataCell
    return tree.add(StructureNode(role, attributes: attributes), to: row)
  }

  private func cellBox(
    _ cell: TableBlock.Cell, in frame: Frame, alignment: TableBlock.Alignment, decimal: Double,
    owner: Int, role: TextRole
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let side: ParagraphStyle.Alignment =
      switch alignment {
      case .leading: .leading
      case .centre: .centre
      case .trailing, .decimal: .trailing
      }
    var width = frame.width
    if alignment == .decimal, decimal > 0 {
      width -= decimal - (try decimalRest(of: cell.content))
    }
    return try textBox(
      cell.content, scale.style(role), leading: scale.grid, owner: owner, x: frame.x, y: 0,
      style(width, side))
  }
}
