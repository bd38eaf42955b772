import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A list of names in columns, each read down before the next: what is on one page is balanced.
struct NameColumns {
  /// The left edges of the columns, in points from the left margin.
  var edges: [Double]
  /// The height of a row, in points.
  var rowHeight: Double
  /// The names in order, each from its own upper left corner.
  var cells: [[Fragment]]
  /// For the lines of an index, whether a line stays with the next; empty for names.
  var keeps: [Bool] = []

  /// The names of some rows, in columns of even length: the first ones are longer by one name where
  /// the names do not fill the rows.
  func fragments(rows: Range<Int>) -> [Fragment] {
    if !keeps.isEmpty { return lines(rows: rows) }
    let first = min(rows.lowerBound * edges.count, cells.count)
    let names = cells[first..<min(rows.upperBound * edges.count, cells.count)]
    let (least, longer) = names.count.quotientAndRemainder(dividingBy: edges.count)
    var fragments: [Fragment] = []
    var next = names.startIndex
    for (column, edge) in edges.enumerated() {
      for row in 0..<least + (column < longer ? 1 : 0) {
        fragments += names[next].map { $0.moved(x: edge, y: rowHeight * Double(row)) }
        next += 1
      }
    }
    return fragments
  }
}

extension LayoutSession {
  /// Names in as many columns as the page has room for, an item a row.
  func items(of names: [NameEntry], under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let frame = theme.columns == .sided ? fullFrame : textFrame
    let most = theme.columns == .sided ? 3 : 2
    let leaders = try leaders(of: names, in: frame, most: most)
    let count = leaders?.columns ?? most
    let gutter = theme.gutter * (leaders == nil ? 1 : 2)
    let width = leaders?.width ?? (frame.width - gutter * Double(count - 1)) / Double(count)
    var attributes = StructureNode.Attributes()
    attributes.numbering = StructureNode.Attributes.Numbering.none
    let list = tree.add(StructureNode(.list, attributes: attributes), to: parent)
    var columns = NameColumns(
      edges: (0..<count).map { frame.x + Double($0) * (width + gutter) }, rowHeight: 0,
      cells: [])
    if let leaders {
      columns.cells = try leaderCells(names, leaders, under: list)
      columns.rowHeight = scale.grid
    }
    var heights: [Double] = []
    for entry in names where leaders == nil {
      let cell = try nameCell(entry, under: list, width: width)
      columns.cells.append(cell.fragments)
      heights.append(toHalfStep(cell.height + scale.grid / 4))
      columns.rowHeight = max(columns.rowHeight, heights[heights.count - 1])
    }
    // Where a few entries are so high that most of the list would be white, each row is as high as
    // it must be, and the names are read across.
    if leaders == nil, columns.rowHeight * Double(names.count) > heights.reduce(0, +) * 2 {
      return rowsAcross(columns, heights)
    }
    nameLists.append(columns)
    let rows = (names.count + count - 1) / count
    var result = (0..<rows).map { row in
      var item = GalleyItem(height: columns.rowHeight)
      item.isWide = true
      item.names = NameRow(list: nameLists.count - 1, row: row)
      item.breakAfter = row < 1 || row == rows - 2 ? .forbidden : .allowed
      return item
    }
    if let last = result.indices.last { result[last].breakAfter = .allowed }
    return endingOnGrid(result)
  }

  private func rowsAcross(
    _ columns: NameColumns, _ heights: [Double]
  ) -> [GalleyItem] {
    let count = columns.edges.count
    let rows = stride(from: 0, to: columns.cells.count, by: count).map { start in
      let row = start..<min(start + count, columns.cells.count)
      var item = GalleyItem(height: heights[row].max() ?? 0)
      item.isWide = true
      for index in row {
        item.fragments += columns.cells[index].map { $0.moved(x: columns.edges[index - start]) }
      }
      return item
    }
    return endingOnGrid(rows)
  }

  private func nameCell(
    _ entry: NameEntry, under list: Int, width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let item = tree.add(StructureNode(.listItem), to: list)
    let body = tree.add(StructureNode(.listBody), to: item)
    var style = scale.style(.tableHead)
    style.size = scale.base
    let name = try textBox(
      entry.name, style, leading: scale.grid, owner: body, x: 0, y: 0, self.style(width))
    let detail = try textBox(
      entry.detail, scale.style(.small), leading: scale.leading(of: .small), owner: body, x: 0,
      y: name.height, self.style(width))
    let rule = Fragment(ruleAt: 0, x: 0, width: width, weight: 0.4, theme.hairline)
    return ([rule] + name.fragments + detail.fragments, name.height + detail.height)
  }

  /// The names of all rows of a list that stand on a page, placed with the first of them.
  func names(of items: ArraySlice<GalleyItem>, from index: Int) -> [Fragment] {
    guard let first = items[index].names else { return [] }
    if index > items.startIndex, items[index - 1].names?.list == first.list { return [] }
    let end = items[index...].firstIndex { $0.names?.list != first.list } ?? items.endIndex
    return nameLists[first.list].fragments(rows: first.row..<first.row + (end - index))
  }
}
