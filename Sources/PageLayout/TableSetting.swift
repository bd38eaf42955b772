import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A table while it is set, and what its pages repeat of it.
struct TableSetting {
  var table: TableBlock
  var frame: Frame
  var node: Int
  var fit = TableColumns()
  /// The columns' left edges and widths, in points from the left margin.
  var columns: [Frame] { fit.frames }
  /// For decimal columns, how far the end of whole parts lies from the column's right edge.
  var tails: [Double] = []
  /// The head as decoration, with the rules above and below it.
  var headHeight = 0.0
  var headFragments: [Fragment] = []
  /// For each row the last one up to it that has running sums; -1 for none.
  var sums: [Int]

  init(table: TableBlock, frame: Frame, node: Int) {
    self.table = table
    self.frame = frame
    self.node = node
    var last = -1
    sums = table.rows.indices.map { index in
      if !table.rows[index].running.isEmpty { last = index }
      return last
    }
  }

  /// Whether rows have air and are told apart by hairlines: where cells hold prose or are broken into
  /// lines, not where most of them hold numbers.
  var isLoose: Bool {
    if table.look == .comparison || fit.wraps { return true }
    let numbers = table.columns.count { [.decimal, .trailing].contains($0.alignment) }
    return numbers == 0 || table.columns.count > 2 * numbers + 1
  }
}

extension TableSetting {
  /// Whether hairlines lead from one cell of a row to the next.
  var isRuled: Bool { isLoose || fit.isTorn }
}

/// Tables: widths from content, heads repeated, rows on the grid.
extension LayoutSession {
  var columnGap: Double { scale.base * 1.1 }

  func items(
    of table: TableBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.table), to: parent)
    let firstNote = notes.count
    var setting = TableSetting(table: table, frame: frame, node: node)
    setting.tails = try tailWidths(of: table)
    setting.fit = try columns(of: table, in: frame, tails: setting.tails)
    var result: [GalleyItem] = []
    if !table.caption.isEmpty { result.append(try caption(of: setting)) }
    let head = try headItem(of: setting)
    setting.headHeight = head.height
    setting.headFragments = head.fragments.map(\.asArtifact)
    result.append(head)
    let index = tables.count
    tables.append(setting)
    let firstRow = result.count
    result += try rowItems(of: index)
    keepEnds(of: &result, from: firstRow, rows: table.rows.count)
    let lastRow = result.count - 1
    if !table.note.isEmpty { result.append(try note(of: setting, under: parent)) }
    result += noteItems(from: firstNote, in: frame)
    for index in lastRow..<result.count - 1 { result[index].breakAfter = .forbidden }
    result[result.count - 1].breakAfter = .allowed
    if let first = result.indices.first {
      result[first].anchors.append(table.anchor)
      result[first].isWide = frame.x < theme.textX
    }
    return endingOnGrid(result)
  }

  /// A table's first two rows stay with its head, its last two with each other and with its notes.
  private func keepEnds(of items: inout [GalleyItem], from firstRow: Int, rows: Int) {
    guard firstRow < items.count else { return }
    for index in 0..<firstRow { items[index].breakAfter = .forbidden }
    let ends = items.indices.filter { $0 >= firstRow && items[$0].row?.endsRow != false }
    if rows <= 6, ends.count == items.count - firstRow {
      for index in items.indices.dropLast() { items[index].breakAfter = .forbidden }
      return
    }
    if let first = ends.first { items[first].breakAfter = .forbidden }
    if let beforeLast = ends.dropLast().last { items[beforeLast].breakAfter = .forbidden }
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

  private func note(of setting: TableSetting, under parent: Int) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let leading = scale.leading(of: .small)
    let box = try textBox(
      setting.table.note, scale.style(.small), leading: leading, owner: node, x: setting.frame.x,
      y: leading * 0.4, style(setting.frame.width))
    return GalleyItem(height: box.height + leading * 0.4, fragments: box.fragments)
  }

  /// The notes called in the cells, under the table and not at the foot of a page.
  private func noteItems(from first: Int, in frame: Frame) -> [GalleyItem] {
    let gap = scale.leading(of: .note) * 0.4
    return notes[first...].enumerated().map { offset, note in
      let top = offset == 0 ? gap : 0
      var item = GalleyItem(height: note.height + top, breakAfter: .forbidden)
      item.fragments = note.fragments.map { $0.moved(x: frame.x - noteFrame.x, y: top) }
      // The anchors of items get the mark of their language where they are placed.
      item.anchors = [String(note.anchor.dropLast(suffix.count))]
      return item
    }
  }
}

extension Fragment {
  /// The same mark as decoration: a head that is repeated.
  var asArtifact: Fragment {
    var copy = self
    if case .node = owner { copy.owner = .artifact(.pagination) }
    return copy
  }
}
