import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Key figures as rows of a ledger: the label left, the number right, hairlines between.
extension LayoutSession {
  /// Rows over the whole width, side by side in as many columns as the theme has for figures.
  func rowItems(of figures: [KeyFigure], under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let gutter = theme.gutter
    var columns = max(1, min(theme.keyFigureColumns, figures.count))
    var width = (theme.width - gutter * Double(columns - 1)) / Double(columns)
    // Numbers with long units leave their labels no room: there are fewer columns then.
    let widest =
      try figures.map { (figure) throws(LayoutError) in try numberWidth(of: figure) }
      .max() ?? 0
    while columns > 1, widest > width * 0.55 {
      columns -= 1
      width = (theme.width - gutter * Double(columns - 1)) / Double(columns)
    }
    let list = figureList(under: parent)
    var items: [GalleyItem] = []
    let count = (figures.count + columns - 1) / columns
    for row in 0..<count {
      var item = GalleyItem(height: 0)
      item.isWide = true
      for column in 0..<columns where row * columns + column < figures.count {
        let figure = figures[row * columns + column]
        let cell = try self.row(
          figure, under: list, x: Double(column) * (width + gutter), width: width,
          isFirst: row == 0)
        item.fragments += cell.fragments
        item.height = max(item.height, cell.height)
      }
      item.height += gridRest(item.height)
      if row < count - 1 { item.breakAfter = .discouraged }
      items.append(item)
    }
    return items
  }

  /// Rows in the side column.
  func sideRows(of figures: [KeyFigure], under parent: Int) throws(LayoutError) -> SideItem {
    let list = figureList(under: parent)
    var side = SideItem(height: 0, fragments: [])
    for (index, figure) in figures.enumerated() {
      let cell = try row(
        figure, under: list, x: 0, width: theme.sideWidth, isFirst: index == 0)
      side.fragments += cell.fragments.map { $0.moved(y: side.height) }
      side.height += cell.height + gridRest(cell.height)
    }
    side.height += scale.grid
    return side
  }

  private func row(
    _ figure: KeyFigure, under list: Int, x: Double, width: Double, isFirst: Bool
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let item = tree.add(StructureNode(.listItem), to: list)
    let body = tree.add(StructureNode(.listBody), to: item)
    let top = scale.grid * 0.35
    let number = try rowNumber(figure, under: body, width: width)
    var labelStyle = scale.style(.tableHead)
    labelStyle.size = scale.base
    let node = tree.add(StructureNode(.paragraph), to: body)
    let room = max(width * 0.3, width - number.width - theme.gutter)
    let label = try textBox(
      figure.label, labelStyle, leading: scale.grid, owner: node, x: x, y: top, style(room))
    var detail: (fragments: [Fragment], height: Double) = ([], 0)
    if !figure.detail.plainText.isEmpty {
      let small = tree.add(StructureNode(.paragraph), to: body)
      detail = try textBox(
        figure.detail, scale.style(.small), leading: scale.leading(of: .small), owner: small, x: x,
        y: top + label.height, style(room))
    }
    let rule = Fragment(
      ruleAt: 0, x: x, width: width, weight: isFirst ? theme.lines.rule : theme.lines.hairline,
      isFirst ? theme.palette.rule : theme.hairline)
    let height = max(label.height + detail.height, scale.grid) + top + scale.grid * 0.25
    let numbers = number.fragments.map { $0.moved(x: x, y: top) }
    return ([rule] + numbers + label.fragments + detail.fragments, height)
  }

  /// The natural width of a number with what belongs to it, in points.
  private func numberWidth(of figure: KeyFigure) throws(LayoutError) -> Double {
    let number = StyledText([.init(figure.value.text, numberStyle(of: figure))])
    return try width(of: complete(number, with: figure))
  }

  private func numberStyle(of figure: KeyFigure) -> TextStyle {
    guard figure.value.text.contains(where: \.isNumber) else { return scale.style(.tableCell) }
    var style = scale.style(.bigNumber)
    style.size = scale.size(2)
    style.features = ["lnum", "tnum"]
    return style
  }

  /// A number with its qualifier and its unit.
  private func complete(_ number: StyledText, with figure: KeyFigure) -> StyledText {
    var text = number
    var quiet = scale.style(.small)
    quiet.features = ["lnum"]
    let space = scale.isChinese ? "\u{2009}" : "\u{2002}"
    if !figure.qualifier.isEmpty {
      text.spans.insert(.init(figure.qualifier + space, quiet), at: 0)
    }
    if !figure.unit.isEmpty { text.spans.append(.init(space + figure.unit, quiet)) }
    return text
  }

  /// The number with what belongs to it, ranged right, on the label's first line.
  private func rowNumber(
    _ figure: KeyFigure, under body: Int, width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], width: Double) {
    let node = tree.add(StructureNode(.paragraph), to: body)
    let number = try styled([.value(figure.value)], numberStyle(of: figure), under: node)
    let text = complete(number, with: figure)
    let natural = min(try self.width(of: text) + 1, width * 0.66)
    let paragraph = try set(text, self.style(natural, .trailing))
    let fragments = paragraphs[paragraph].lines.indices.map { line in
      Fragment(
        owner: .node(node), x: width - natural, y: scale.grid * (Double(line) + 0.78),
        content: .line(paragraph: paragraph, line: line))
    }
    return (fragments, natural)
  }
}
