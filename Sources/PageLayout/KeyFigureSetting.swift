import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Large figures with their labels: at a glance, and beside a chapter's opening.
extension LayoutSession {
  /// Key figures in rows over the whole width.
  func items(
    of figures: [KeyFigure], under parent: Int, role: TextRole = .bigNumber
  ) throws(LayoutError) -> [GalleyItem] {
    let columns =
      role == .bigNumber ? theme.keyFigureColumns : max(figures.count, theme.keyFigureColumns)
    let width = (theme.width - theme.gutter * Double(columns - 1)) / Double(columns)
    let list = figureList(under: parent)
    var result: [GalleyItem] = []
    for start in stride(from: 0, to: figures.count, by: columns) {
      var row = GalleyItem(height: 0)
      row.isWide = true
      for (column, figure) in figures[start..<min(start + columns, figures.count)].enumerated() {
        let cell = try cell(
          figure, under: list, x: Double(column) * (width + theme.gutter), width: width,
          role: role)
        row.fragments += cell.fragments
        row.height = max(row.height, cell.height)
      }
      row.height += gridRest(row.height + scale.grid * 0.5) + scale.grid * 0.5
      result.append(row)
    }
    return result
  }

  /// Key figures one under the other in the side column.
  func sideItem(of figures: [KeyFigure], under parent: Int) throws(LayoutError) -> SideItem {
    let list = figureList(under: parent)
    var side = SideItem(height: 0, fragments: [])
    for figure in figures {
      let cell = try cell(
        figure, under: list, x: 0, width: theme.span(3), role: .chapterTitle)
      side.fragments += cell.fragments.map { $0.moved(y: side.height) }
      side.height += cell.height + gridRest(cell.height) + scale.grid / 2
    }
    return side
  }

  private func figureList(under parent: Int) -> Int {
    var attributes = StructureNode.Attributes()
    attributes.numbering = StructureNode.Attributes.Numbering.none
    return tree.add(StructureNode(.list, attributes: attributes), to: parent)
  }

  /// One figure: a hairline, the number with qualifier and unit, the label, the small print.
  private func cell(
    _ figure: KeyFigure, under list: Int, x: Double, width: Double, role: TextRole
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let item = tree.add(StructureNode(.listItem), to: list)
    let body = tree.add(StructureNode(.listBody), to: item)
    var fragments = [Fragment(ruleAt: 0, x: x, width: width, weight: 0.5, theme.ink)]
    let small = scale.leading(of: .small)
    var y = small * 0.5
    let number = try numberLine(figure, role: role, under: body, x: x, y: y, width: width)
    fragments += number.fragments
    y += number.height
    var labelStyle = scale.style(.tableHead)
    labelStyle.size = scale.base
    let node = tree.add(StructureNode(.paragraph), to: body)
    let label = try textBox(
      figure.label, labelStyle, leading: scale.grid, owner: node, x: x, y: y, style(width))
    let detail = try box(body, figure.detail, .small, x, y + label.height, width)
    return (fragments + label.fragments + detail.fragments, y + label.height + detail.height)
  }

  private func numberLine(
    _ figure: KeyFigure, role: TextRole, under body: Int, x: Double, y: Double, width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.paragraph), to: body)
    var style = scale.style(role)
    style.weight = 300
    style.features = ["lnum", "pnum"]
    // Words in place of a number ("not reported") are set at a size that a column can hold.
    if !figure.value.text.contains(where: \.isNumber) { style = scale.style(.lead) }
    var text = try styled([.value(figure.value)], style, under: node)
    var quiet = scale.style(role == .bigNumber ? .lead : .small)
    quiet.family = theme.sans
    quiet.colour = theme.quiet
    quiet.features = ["lnum"]
    let space = scale.isChinese ? "\u{2009}" : "\u{2002}"
    if !figure.qualifier.isEmpty {
      text.spans.insert(.init(figure.qualifier + space, quiet), at: 0)
    }
    if !figure.unit.isEmpty { text.spans.append(.init(space + figure.unit, quiet)) }
    let leading = (style.size * 1.1 / scale.grid).rounded(.up) * scale.grid
    let paragraph = try set(text, self.style(width))
    let fragments = paragraphs[paragraph].lines.indices.map { line in
      Fragment(
        owner: .node(node), x: x, y: y + leading * (Double(line) + 0.8),
        content: .line(paragraph: paragraph, line: line))
    }
    return (fragments, leading * Double(paragraphs[paragraph].lines.count))
  }

  private func box(
    _ body: Int, _ inlines: [Inline], _ role: TextRole, _ x: Double, _ y: Double, _ width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    guard !inlines.plainText.isEmpty else { return ([], 0) }
    let node = tree.add(StructureNode(.paragraph), to: body)
    return try textBox(
      inlines, scale.style(role), leading: scale.leading(of: role), owner: node, x: x, y: y,
      style(width))
  }
}
