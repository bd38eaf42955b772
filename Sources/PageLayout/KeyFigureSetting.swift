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
    switch form(of: figures) {
    case .rows: return try rowItems(of: figures, under: parent)
    case .tiles, .sparkline, .icons: return try tileItems(of: figures, under: parent)
    case .hairline, .large: break
    }
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
    if form(of: figures) == .rows { return try sideRows(of: figures, under: parent) }
    let list = figureList(under: parent)
    var side = SideItem(height: 0, fragments: [])
    for figure in figures {
      let cell = try cell(
        figure, under: list, x: 0, width: theme.sideWidth, role: .chapterTitle)
      side.fragments += cell.fragments.map { $0.moved(y: side.height) }
      side.height += cell.height + gridRest(cell.height) + scale.grid / 2
    }
    return side
  }

  func figureList(under parent: Int) -> Int {
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
    var fragments: [Fragment] = []
    if form(of: [figure]) == .hairline {
      fragments = [
        Fragment(
          ruleAt: 0, x: x, width: width, weight: theme.lines.rule, theme.palette.rule)
      ]
    }
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

  /// The form of figures that stand beside each other.
  func form(of figures: [KeyFigure]) -> KeyFigure.Form {
    figures.first?.form ?? KeyFigure.Form(rawValue: theme.forms.keyFigures.rawValue) ?? .hairline
  }

  /// - Parameters:
  ///   - size: the number's size in points; nil for that of its role.
  ///   - unitBeneath: whether the unit stands beneath the number even where it has room beside it.
  func numberLine(
    _ figure: KeyFigure, role: TextRole, size: Double? = nil, unitBeneath: Bool = false,
    under body: Int, x: Double, y: Double, width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.paragraph), to: body)
    var style = numberStyle(role, isLarge: form(of: [figure]) == .large)
    if let size { style.size = size }
    // Words in place of a number ("not reported") are set at a size that a column can hold.
    if !figure.value.text.contains(where: \.isNumber) { style = scale.style(.lead) }
    style = try fitted(style, to: width, figure.value.text)
    let quiet = quietUnit(role)
    let space = scale.isChinese ? "\u{2009}" : "\u{2002}"
    style = try beside(figure.qualifier + space, quiet, style, figure, width)
    var text = try styled([.value(figure.value)], style, under: node)
    if !figure.qualifier.isEmpty {
      text.spans.insert(.init(figure.qualifier + space, quiet), at: 0)
    }
    let leading = (style.size * 1.1 / scale.grid).rounded(.up) * scale.grid
    var beneath: (fragments: [Fragment], height: Double) = ([], 0)
    if !figure.unit.isEmpty {
      var whole = text
      whole.spans.append(.init(space + figure.unit, quiet))
      // A unit that has no room beside its number stands beneath it, and beneath large ones always,
      // but for a counter of a character or two.
      let isCounter = scale.isChinese && figure.unit.count <= 2
      let isBeside = !unitBeneath && (isCounter || form(of: [figure]) != .large)
      if isBeside, try self.width(of: whole) <= width {
        text = whole
      } else {
        beneath = try textBox(
          [.text(figure.unit)], quiet, leading: scale.grid, owner: node, x: x, y: y + leading,
          self.style(width))
      }
    }
    let paragraph = try set(text, self.style(width))
    let lines = paragraphs[paragraph].lines.indices
    let fragments = lines.map { line in
      Fragment(
        owner: .node(node), x: x, y: y + leading * (Double(line) + 0.8),
        content: .line(paragraph: paragraph, line: line))
    }
    let more = leading * Double(lines.count - 1)
    return (
      fragments + beneath.fragments.map { $0.moved(y: more) },
      leading * Double(lines.count) + beneath.height
    )
  }

  /// The style in which a number has its Chinese qualifier beside it, where that takes it no more than a
  /// fifth smaller; a qualifier on a line of its own would look like a label.
  private func beside(
    _ qualifier: String, _ quiet: TextStyle, _ style: TextStyle, _ figure: KeyFigure,
    _ width: Double
  ) throws(LayoutError) -> TextStyle {
    guard scale.isChinese, !figure.qualifier.isEmpty else { return style }
    let before = try self.width(of: StyledText([.init(qualifier, quiet)]))
    let number = try self.width(of: StyledText([.init(figure.value.text, style)]))
    let room = width - before
    guard number > room, room >= number * 0.8 else { return style }
    return try fitted(style, to: room, figure.value.text)
  }

  /// The style of a qualifier and a unit beside a number.
  func quietUnit(_ role: TextRole) -> TextStyle {
    var quiet = scale.style(role == .bigNumber ? .lead : .small)
    quiet.family = theme.sans
    quiet.colour = theme.quiet
    quiet.features = ["lnum"]
    return quiet
  }

  /// Large figures are light and large; those beside a chapter are never larger than its title, nor
  /// than the side column can hold.
  func numberStyle(_ role: TextRole, isLarge: Bool = false) -> TextStyle {
    var style = scale.style(.bigNumber)
    if role != .bigNumber { style.size = min(scale.size(of: role), scale.base * 2.5) }
    if isLarge { style.colour = theme.accent }
    return style
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
