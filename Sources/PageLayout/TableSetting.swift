import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A table while it is set: where its columns are and who owns its rows.
struct TableSetting {
  var table: TableBlock
  var frame: Frame
  var node: Int
  /// The columns' left edges and widths, in points from the left margin.
  var columns: [Frame] = []
  /// For decimal columns, how far the decimal sign lies from the column's right edge.
  var decimals: [Double] = []
}

/// Tables: widths from content, heads repeated, rows on the grid.
extension LayoutSession {
  var columnGap: Double { scale.base * 1.1 }

  func items(
    of table: TableBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.table), to: parent)
    var setting = TableSetting(table: table, frame: frame, node: node)
    setting.decimals = try decimalRests(of: table)
    setting.columns = try columnFrames(of: table, in: frame)
    var result: [GalleyItem] = []
    if !table.caption.isEmpty { result.append(try caption(of: setting)) }
    let head = try headItem(of: setting)
    heads.append((head.height, head.fragments.map(\.asArtifact)))
    result.append(head)
    let body = tree.add(StructureNode(.tableBody), to: node)
    for (index, row) in table.rows.enumerated() {
      result.append(try rowItem(row, of: setting, under: body, last: index == table.rows.count - 1))
    }
    if !table.note.isEmpty { result.append(try note(of: setting, under: parent)) }
    if let first = result.indices.first {
      result[first].anchors = [table.anchor]
      result[first].isWide = frame.x < theme.textX
    }
    keepEnds(of: &result, rows: table.rows.count)
    return endingOnGrid(result)
  }

  /// A table's first two rows stay with its head, its last two with its end.
  private func keepEnds(of items: inout [GalleyItem], rows: Int) {
    let firstRow = items.firstIndex { $0.continuedHead != nil } ?? items.count
    for index in items.indices where index <= firstRow { items[index].breakAfter = .forbidden }
    if rows <= 6 {
      for index in items.indices.dropLast() { items[index].breakAfter = .forbidden }
    } else {
      items[items.count - 2].breakAfter = .forbidden
    }
    items[items.count - 1].breakAfter = .allowed
  }

  private func caption(of setting: TableSetting) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.caption), to: setting.node)
    let text = numbered(document.words.table, setting.table.number, setting.table.caption)
    let leading = scale.leading(of: .caption)
    let box = try textBox(
      text, scale.style(.caption), leading: leading, owner: node, x: setting.frame.x, y: 0,
      style(setting.frame.width))
    let rest = gridRest(box.height)
    return GalleyItem(
      height: box.height + rest, fragments: box.fragments.map { $0.moved(y: rest * 0.5) },
      breakAfter: .forbidden)
  }

  /// "Table 2  Caption", the number in the strong weight.
  func numbered(_ word: String, _ number: String?, _ caption: [Inline]) -> [Inline] {
    guard let number else { return caption }
    return [.strong([.text("\(word)\u{A0}\(number)")]), .text("\u{2002}")] + caption
  }

  private func headItem(of setting: TableSetting) throws(LayoutError) -> GalleyItem {
    let frame = setting.frame
    var item = GalleyItem(height: 0, breakAfter: .forbidden)
    item.fragments = [Fragment(ruleAt: 0, x: frame.x, width: frame.width, weight: 1, theme.ink)]
    guard !setting.table.head.isEmpty else { return item }
    let head = tree.add(StructureNode(.tableHead), to: setting.node)
    for row in setting.table.head {
      let cells = try cells(of: row, in: setting, under: head, role: .tableHead, isHead: true)
      item.fragments += cells.fragments.map { $0.moved(y: item.height) }
      item.height += cells.height
    }
    item.fragments.append(
      Fragment(ruleAt: item.height, x: frame.x, width: frame.width, weight: 0.4, theme.ink))
    return item
  }

  private func rowItem(
    _ row: TableBlock.Row, of setting: TableSetting, under body: Int, last: Bool
  ) throws(LayoutError) -> GalleyItem {
    let role: TextRole = row.kind == .body ? .tableCell : .tableHead
    let cells = try cells(of: row, in: setting, under: body, role: role, isHead: false)
    var item = GalleyItem(height: cells.height, fragments: cells.fragments)
    item.continuedHead = heads.count - 1
    let frame = setting.frame
    let rule = Fragment(
      ruleAt: last ? item.height : 0, x: frame.x, width: frame.width, weight: last ? 1 : 0.25,
      last ? theme.ink : theme.hairline)
    if last || row.kind != .body || setting.isLoose { item.fragments.insert(rule, at: 0) }
    if last, setting.isLoose {
      item.fragments.insert(
        Fragment(ruleAt: 0, x: frame.x, width: frame.width, weight: 0.25, theme.hairline), at: 0)
    }
    if row.kind == .group { item.breakAfter = .forbidden }
    return item
  }

  private func note(of setting: TableSetting, under parent: Int) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let leading = scale.leading(of: .small)
    let box = try textBox(
      setting.table.note, scale.style(.small), leading: leading, owner: node, x: setting.frame.x,
      y: leading * 0.4, style(setting.frame.width))
    let height = box.height + leading * 0.4
    return GalleyItem(height: height + gridRest(height), fragments: box.fragments)
  }
}

extension TableSetting {
  /// Whether rows are told apart by hairlines: where cells hold prose, not where they hold numbers.
  var isLoose: Bool { !table.columns.contains { $0.alignment == .decimal } }
}

extension Fragment {
  /// The same mark as decoration: a head that is repeated.
  var asArtifact: Fragment {
    var copy = self
    if case .node = owner { copy.owner = .artifact(.pagination) }
    return copy
  }
}
