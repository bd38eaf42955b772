import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The head of a table: one row or several, headings over groups of columns.
extension LayoutSession {
  /// A cell of the head before the heights of its rows are known.
  private struct HeadCell {
    var rows: ClosedRange<Int>
    var frame: Frame
    var isSpanner: Bool
    var fragments: [Fragment]
    var height: Double
  }

  /// The head with the strong rule above it and a hairline beneath.
  func headItem(of setting: TableSetting) throws(LayoutError) -> GalleyItem {
    let frame = setting.frame
    var item = GalleyItem(height: 0, breakAfter: .forbidden)
    item.fragments = [
      Fragment(
        ruleAt: 0, x: frame.x, width: frame.width, weight: theme.lines.strong,
        theme.palette.rule)
    ]
    guard !setting.table.head.isEmpty else { return item }
    let cells = try headCells(of: setting)
    let air = setting.isLoose ? scale.grid * 0.15 : 0
    let bottoms = bottoms(of: cells, rows: setting.table.head.count, air: air)
    for cell in cells {
      let bottom = bottoms[cell.rows.upperBound]
      item.fragments += cell.fragments.map { $0.moved(y: bottom - air / 2 - cell.height) }
      guard cell.isSpanner else { continue }
      item.fragments.append(
        Fragment(
          ruleAt: bottom, x: cell.frame.x, width: cell.frame.width, weight: 0.4, theme.ink))
    }
    item.height = bottoms.last ?? 0
    item.fragments.append(
      Fragment(ruleAt: item.height, x: frame.x, width: frame.width, weight: 0.4, theme.ink))
    return item
  }

  private func headCells(of setting: TableSetting) throws(LayoutError) -> [HeadCell] {
    let table = setting.table
    let head = tree.add(StructureNode(.tableHead), to: setting.node)
    var cells: [HeadCell] = []
    for (index, firsts) in table.firstColumns(of: table.head).enumerated() {
      let row = tree.add(StructureNode(.tableRow), to: head)
      for (cell, column) in zip(table.head[index].cells, firsts)
      where column < setting.columns.count {
        let frame = setting.frame(from: column, span: cell.span)
        let last = min(index + cell.rows, table.head.count) - 1
        var attributes = StructureNode.Attributes()
        attributes.columnSpan = cell.span
        attributes.rowSpan = last - index + 1
        attributes.scope = .column
        let owner = tree.add(StructureNode(.headerCell, attributes: attributes), to: row)
        let words = try styled(cell.content, headType(of: table), under: owner)
        let box =
          try cell.content.isEmpty
          ? ([], 0)
          : textBox(
            words.withLiningNumerals, leading: scale.grid, owner: owner, x: frame.x, y: 0,
            style(frame.width, side(of: cell, in: table.columns[column].alignment)))
        cells.append(
          HeadCell(
            rows: index...last, frame: frame,
            isSpanner: cell.span > 1 && last < table.head.count - 1 && !cell.content.isEmpty,
            fragments: box.0, height: box.1))
      }
    }
    return cells
  }

  /// A heading over several columns of numbers stands in the middle of them.
  private func side(
    of cell: TableBlock.Cell, in alignment: TableBlock.Alignment
  ) -> ParagraphStyle.Alignment {
    if cell.span > 1, alignment != .leading { return .centre }
    return alignment.side
  }

  /// Where each row of the head ends, in points: cells that cover several rows push the last one.
  private func bottoms(of cells: [HeadCell], rows: Int, air: Double) -> [Double] {
    var bottoms: [Double] = []
    for row in 0..<rows {
      let top = bottoms.last ?? 0
      let needed = cells.filter { $0.rows.upperBound == row }.map { cell in
        (cell.rows.lowerBound > 0 ? bottoms[cell.rows.lowerBound - 1] : 0) + cell.height
      }
      bottoms.append(max(needed.max() ?? 0, top + scale.grid) + air)
    }
    return bottoms
  }
}

extension TableSetting {
  /// The frame of a cell that begins in a column and covers so many.
  func frame(from column: Int, span: Int) -> Frame {
    let last = columns[min(column + span, columns.count) - 1]
    return Frame(x: columns[column].x, width: last.x + last.width - columns[column].x)
  }
}

extension TableBlock.Alignment {
  /// How the lines of a cell fill its column.
  var side: ParagraphStyle.Alignment {
    switch self {
    case .leading: .leading
    case .centre: .centre
    case .trailing, .decimal: .trailing
    }
  }
}
