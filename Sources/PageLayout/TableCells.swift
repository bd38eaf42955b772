import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The rows of a table's body and their cells.
extension LayoutSession {
  /// The rows of a table as items: one a row, or one a line where a page may end within the row.
  func rowItems(of index: Int) throws(LayoutError) -> [GalleyItem] {
    let setting = tables[index]
    let rows = setting.table.rows
    let body = tree.add(StructureNode(.tableBody), to: setting.node)
    var result: [GalleyItem] = []
    result.reserveCapacity(rows.count)
    var group: Int?
    for (number, row) in rows.enumerated() {
      if row.kind == .group { group = nil }
      var item = try rowItem(row, of: setting, under: body, isLast: number == rows.count - 1)
      item.row = TableRowPart(table: index, row: number, group: group)
      item.opening = openingHeight(of: setting, at: number, group: group)
      let next = number + 1 < rows.count ? rows[number + 1].kind : .body
      let keeps = row.kind == .group || next == .subtotal || next == .total
      if keeps { item.breakAfter = .forbidden }
      var parts = parts(of: item, row, in: setting)
      if row.kind == .body, theme.forms.bandsTables, number.isMultiple(of: 2) {
        for part in parts.indices { addBand(to: &parts[part], in: setting.frame) }
      }
      result += parts
      if row.kind == .group { group = number }
      if row.kind == .total { group = nil }
    }
    return result
  }

  /// The ground of every second row reaches a little beyond the text on both sides.
  private func addBand(to part: inout GalleyItem, in frame: Frame) {
    let reach = scale.base * 0.4
    let ground = Rectangle(
      x: frame.x - reach, y: 0, width: frame.width + 2 * reach, height: part.height)
    part.fragments.insert(Fragment(rectangle: ground, theme.palette.band), at: 0)
  }

  private func rowItem(
    _ row: TableBlock.Row, of setting: TableSetting, under body: Int, isLast: Bool
  ) throws(LayoutError) -> GalleyItem {
    let role: TextRole = row.kind == .body ? .tableCell : .tableHead
    let cells = try cells(of: row, in: setting, under: body, role: role)
    var item = GalleyItem(height: cells.height, fragments: cells.fragments)
    let frame = setting.frame
    if row.kind != .body || setting.isRuled && !theme.forms.bandsTables {
      item.fragments.insert(
        Fragment(
          ruleAt: 0, x: frame.x, width: frame.width, weight: theme.lines.hairline, theme.hairline),
        at: 0)
    }
    if isLast {
      item.fragments.insert(
        Fragment(
          ruleAt: item.height, x: frame.x, width: frame.width, weight: theme.lines.strong,
          theme.palette.rule),
        at: 0)
    }
    return item
  }

  /// The cells of one row, set in their columns: fragments from the row's top, and its height.
  private func cells(
    of row: TableBlock.Row, in setting: TableSetting, under parent: Int, role: TextRole
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.tableRow), to: parent)
    var fragments: [Fragment] = []
    var height = scale.grid
    var column = 0
    for cell in row.cells where column < setting.columns.count {
      let owner = cellNode(cell, column: column, of: setting.table, under: node, kind: row.kind)
      let frame = setting.frame(from: column, span: cell.span)
      let alignment = setting.table.columns[column].alignment
      let room = try tailRoom(of: cell.content, column: column, in: setting)
      let type = cellType(cell, column: column, row.kind, role, in: setting.table)
      let box = try textBox(
        cell.content, type.style, leading: type.leading, owner: owner, x: frame.x, y: type.drop,
        style(frame.width - room, alignment.side))
      fragments += box.fragments
      height = max(height, box.height)
      column += cell.span
    }
    let air = rowAir(of: setting)
    return (fragments.map { $0.moved(y: air / 2) }, height + air)
  }

  /// Rows of prose get air, so that hairlines do not touch the text; rows of numbers stand on the grid.
  func rowAir(of setting: TableSetting) -> Double { setting.isLoose ? scale.grid * 0.4 : 0 }

  private func cellNode(
    _ cell: TableBlock.Cell, column: Int, of table: TableBlock, under row: Int,
    kind: TableBlock.Row.Kind
  ) -> Int {
    var attributes = StructureNode.Attributes()
    attributes.columnSpan = cell.span
    let isRowHeader = column == 0 && table.rowHeaders || kind == .group
    if isRowHeader { attributes.scope = .row }
    return tree.add(
      StructureNode(isRowHeader ? .headerCell : .dataCell, attributes: attributes), to: row)
  }

  /// A row as items that a page may part: one a line, two lines at least on each side.
  private func parts(
    of item: GalleyItem, _ row: TableBlock.Row, in setting: TableSetting
  ) -> [GalleyItem] {
    let air = rowAir(of: setting)
    let count = Int(((item.height - air) / scale.grid).rounded())
    // A row that few pages could hold is parted whatever is asked for it.
    let isTall = item.height > theme.height * 0.4
    guard count > 3, row.breaking == .anywhere || isTall else {
      return [closed(item, in: setting)]
    }
    var parts = (0..<count).map { line in
      var part = item
      part.height = scale.grid + (line == 0 ? air / 2 : 0) + (line == count - 1 ? air / 2 : 0)
      part.fragments = []
      part.breakAfter = line == 0 || line == count - 2 ? .forbidden : .allowed
      part.row?.endsRow = line == count - 1
      return part
    }
    for fragment in item.fragments {
      // The rule beneath the row has its place at the foot of the last line.
      let isFoot = fragment.content.top > item.height / 2
      let line = isFoot ? count - 1 : Int((max(0, fragment.y - air / 2) / scale.grid))
      let top = line == 0 ? 0 : air / 2 + scale.grid * Double(line)
      parts[min(line, count - 1)].fragments.append(fragment.moved(y: -top))
    }
    parts[count - 1].breakAfter = item.breakAfter
    return parts.map { closed($0, in: setting) }
  }
}

extension Fragment.Content {
  /// The top of a shape; 0 for what is placed by its fragment alone.
  fileprivate var top: Double {
    if case .fill(let path, _) = self { return path.bounds.y }
    return 0
  }
}
