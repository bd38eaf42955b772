import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// What a page repeats of a table that goes on: its number, its head, its group, and the sums so far.
/// All of it is decoration, which no reader of the structure hears twice.
extension LayoutSession {
  /// The height of a line that a page repeats, in points.
  private func lineHeight(of setting: TableSetting) -> Double {
    scale.grid + rowAir(of: setting)
  }

  /// What stands above a row where a page starts with it, in points.
  func openingHeight(of setting: TableSetting, at row: Int, group: Int?) -> Double {
    let lines = (group == nil ? 0 : 1) + (row > 0 && setting.sums[row - 1] >= 0 ? 1 : 0)
    return scale.grid + setting.headHeight + lineHeight(of: setting) * Double(lines)
  }

  /// A row's item with the room for sums beneath it, where a page ends after it and the table goes on.
  func closed(_ item: GalleyItem, in setting: TableSetting) -> GalleyItem {
    guard let part = item.row else { return item }
    var item = item
    let isEnd = part.endsRow && part.row == setting.table.rows.count - 1
    item.closing = isEnd || sums(after: part, in: setting) == nil ? 0 : lineHeight(of: setting)
    return item
  }

  /// The row whose sums are carried forward after an item.
  private func sums(after part: TableRowPart, in setting: TableSetting) -> Int? {
    let last = part.endsRow ? part.row : part.row - 1
    return last >= 0 && setting.sums[last] >= 0 ? setting.sums[last] : nil
  }

  /// What stands above an item at the head of a page.
  func opening(before item: GalleyItem) throws(LayoutError) -> [Fragment] {
    guard item.opening > 0, let part = item.row else { return [] }
    let setting = tables[part.table]
    let frame = setting.frame
    var fragments = try line(
      continuedCaption(of: setting.table), scale.style(.caption), in: frame, y: 0)
    var y = scale.grid
    fragments += setting.headFragments.map { $0.moved(y: y) }
    y += setting.headHeight
    if let group = part.group {
      let name = setting.table.rows[group].cells.first?.content.plainText ?? ""
      let style = scale.style(.tableHead)
      fragments += try line(name + continuedMark, style, in: frame, y: y + rowAir(of: setting) / 2)
      y += lineHeight(of: setting)
    }
    if part.row > 0, setting.sums[part.row - 1] >= 0 {
      let row = setting.sums[part.row - 1]
      fragments += try sums(of: row, document.words.broughtForward, in: setting, y: y)
      y += lineHeight(of: setting)
      fragments.append(
        Fragment(ruleAt: y, x: frame.x, width: frame.width, weight: 0.25, theme.hairline))
    }
    return fragments
  }

  /// What stands beneath an item at the foot of a page.
  func closing(after item: GalleyItem) throws(LayoutError) -> [Fragment] {
    guard item.closing > 0, let part = item.row else { return [] }
    let setting = tables[part.table]
    guard let row = sums(after: part, in: setting) else { return [] }
    let frame = setting.frame
    let rule = Fragment(
      ruleAt: item.height, x: frame.x, width: frame.width, weight: 0.25, theme.hairline)
    return [rule]
      + (try sums(of: row, document.words.carriedForward, in: setting, y: item.height))
  }

  private var continuedMark: String { (scale.isChinese ? "" : "\u{A0}") + document.words.continued }

  private func continuedCaption(of table: TableBlock) -> String {
    guard let number = table.number else {
      let caption = table.caption.plainText
      return caption.isEmpty ? document.words.continued : caption + continuedMark
    }
    return "\(document.words.table)\u{A0}\(number)" + continuedMark
  }

  /// A row of sums with the word for them before the first.
  private func sums(
    of row: Int, _ word: String, in setting: TableSetting, y: Double
  ) throws(LayoutError) -> [Fragment] {
    let running = setting.table.rows[row].running.prefix(setting.columns.count)
    let first = running.firstIndex { !$0.isEmpty } ?? 0
    var style = scale.style(.tableCell)
    style.colour = theme.quiet
    let top = y + rowAir(of: setting) / 2
    var fragments =
      first > 0 ? try line(word, style, in: setting.frame(from: 0, span: first), y: top) : []
    for (column, sum) in running.enumerated() where !sum.isEmpty {
      var frame = setting.columns[column]
      frame.width -= try tailRoom(of: sum, column: column, in: setting)
      fragments += try line(
        sum.plainText, style, in: frame, y: top, setting.table.columns[column].alignment.side)
    }
    return fragments
  }

  /// The first line of a text as decoration, on the grid.
  private func line(
    _ text: String, _ style: TextStyle, in frame: Frame, y: Double,
    _ alignment: ParagraphStyle.Alignment = .leading
  ) throws(LayoutError) -> [Fragment] {
    guard !text.isEmpty else { return [] }
    let paragraph = try set(
      StyledText([.init(text, style)]), self.style(frame.width, alignment))
    guard !paragraphs[paragraph].lines.isEmpty else { return [] }
    return [
      Fragment(
        owner: .artifact(.pagination), x: frame.x, y: y + scale.drop,
        content: .line(paragraph: paragraph, line: 0))
    ]
  }
}
