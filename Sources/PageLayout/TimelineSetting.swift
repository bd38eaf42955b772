import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The year as a ruler of months with its events beneath.
extension LayoutSession {
  func items(of timeline: TimelineBlock, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let months = 1...max(1, timeline.months.count)
    let dated = timeline.events.filter { $0.month.map(months.contains) ?? false }
    let undated = timeline.events.filter { !($0.month.map(months.contains) ?? false) }
    var result: [GalleyItem] = []
    if !dated.isEmpty {
      result.append(try ruler(of: timeline))
      result += try rows(of: dated, under: parent)
    }
    if !undated.isEmpty {
      result.append(
        try undatedHeading(timeline.undated, under: parent, air: dated.isEmpty ? 0 : 0.75))
      result += try rows(of: undated, under: parent)
    }
    guard !result.isEmpty else { return [] }
    result[0].anchors = [timeline.anchor]
    for index in result.indices { result[index].isWide = true }
    keepEntries(of: &result, isShort: timeline.events.count <= 10)
    return endingOnGrid(result)
  }

  private func rows(
    of events: [TimelineBlock.Event], under parent: Int
  ) throws(LayoutError) -> [GalleyItem] {
    var attributes = StructureNode.Attributes()
    attributes.numbering = StructureNode.Attributes.Numbering.none
    let list = tree.add(StructureNode(.list, attributes: attributes), to: parent)
    var rows: [GalleyItem] = []
    for event in events { rows.append(try row(of: event, under: list)) }
    return rows
  }

  /// The ruler stays with two entries at least, and so do the last two with each other; a year of a few
  /// events is seen at one glance, and parted only where much white would stand above it.
  private func keepEntries(of items: inout [GalleyItem], isShort: Bool) {
    for index in items.indices.dropLast() where isShort && items[index].breakAfter == .allowed {
      items[index].breakAfter = .discouraged
    }
    for index in items.indices.dropLast() where index < 2 || index == items.count - 2 {
      items[index].breakAfter = .forbidden
    }
  }

  /// The heading of the events of which no month is known, which stays with the first of them.
  private func undatedHeading(
    _ text: String, under parent: Int, air: Double
  ) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let top = scale.grid * air
    let box = try textBox(
      [.text(text)], scale.style(.small), leading: scale.leading(of: .small), owner: node, x: 0,
      y: top, style(theme.width))
    return GalleyItem(
      height: toHalfStep(top + box.height + scale.grid / 4), fragments: box.fragments,
      breakAfter: .forbidden)
  }

  /// From dot to dot, in points.
  private static let dotPitch = 10.0

  /// Twelve months on a line, a dot for each month in which something happened. It says nothing that
  /// the list beneath does not, so it is decoration.
  private func ruler(of timeline: TimelineBlock) throws(LayoutError) -> GalleyItem {
    let step = theme.width / 12
    let lineY = scale.grid * 1.5
    // Months with many events have their dots in rows that stay within the month.
    let across = max(1, Int((step - 6) / Self.dotPitch))
    let most =
      timeline.months.indices.map { index in
        timeline.events.count { $0.month == index + 1 }
      }.max() ?? 0
    let more = Double(max(0, (most - 1) / across)) * Self.dotPitch
    let depth = scale.grid * 3 + more
    var item = GalleyItem(height: depth + gridRest(depth), breakAfter: .forbidden)
    item.fragments = [
      Fragment(ruleAt: lineY, x: 0, width: theme.width, weight: 0.5, theme.ink)
    ]
    for (index, month) in timeline.months.prefix(12).enumerated() {
      let x = step * Double(index)
      let count = timeline.events.filter { $0.month == index + 1 }.count
      var style = scale.style(.small)
      if count > 0 {
        style.colour = theme.ink
        style.weight = 600
      }
      let label = try set(StyledText([.init(month, style)]), self.style(step))
      item.fragments.append(
        Fragment(
          owner: .artifact(.layout), x: x, y: scale.grid * 0.9,
          content: .line(paragraph: label, line: 0)))
      item.fragments.append(
        Fragment(
          rectangle: Rectangle(x: x, y: lineY - 3, width: 0.5, height: 6), theme.ink))
      for dot in 0..<count {
        let (row, column) = dot.quotientAndRemainder(dividingBy: across)
        let centre = Point(
          x: x + 5 + Double(column) * Self.dotPitch,
          y: lineY + 9 + Double(row) * Self.dotPitch)
        item.fragments.append(
          Fragment(
            owner: .artifact(.layout), x: 0, y: 0,
            content: .fill(.circle(centre: centre, radius: 3.4), theme.accent)))
      }
    }
    return item
  }

  private func row(
    of event: TimelineBlock.Event, under list: Int
  ) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.listItem), to: list)
    let label = tree.add(StructureNode(.label), to: node)
    let body = tree.add(StructureNode(.listBody), to: node)
    var dateStyle = scale.style(.small)
    dateStyle.size = scale.size(of: .tableCell)
    dateStyle.colour = event.month == nil ? theme.quiet : theme.accent
    dateStyle.features = ["lnum"]
    let titleX = theme.columns == .sided ? theme.textX : theme.width * 0.26
    let width = theme.width - titleX
    let date = try textBox(
      [.value(event.date)], dateStyle, leading: scale.grid, owner: label, x: 0, y: 0,
      style(titleX - theme.gutter))
    var titleStyle = scale.style(.tableHead)
    titleStyle.size = scale.base
    let title = try textBox(
      event.title, titleStyle, leading: scale.grid, owner: body, x: titleX, y: 0, style(width))
    let detail = try textBox(
      event.detail, scale.style(.small), leading: scale.leading(of: .small), owner: body,
      x: titleX, y: title.height, style(width))
    let height = max(date.height, title.height + detail.height)
    let air = scale.grid / 4
    let rule = Fragment(ruleAt: 0, x: 0, width: theme.width, weight: 0.3, theme.hairline)
    return GalleyItem(
      height: toHalfStep(height + 2 * air),
      fragments: [rule]
        + (date.fragments + title.fragments + detail.fragments).map { $0.moved(y: air) })
  }
}
