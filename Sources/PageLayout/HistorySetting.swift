import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Histories: an axis of years down the page, period by period; each event hangs on its time by a
/// line of its own, and dense times fan out. The lines keep the order of times and of rows, so that
/// none crosses another.
extension LayoutSession {
  /// Where the parts of a history stand, in points from the left margin.
  private struct HistoryPlan {
    var axis: Double
    var fan: Double
    var date: Double
    var title: Double
    var width: Double
  }

  /// A row: the marks of an event, its height, and where its first line has its middle.
  private struct HistoryRow {
    var event: HistoryBlock.Event
    var fragments: [Fragment]
    var height: Double
    var middle: Double
  }

  /// A stretch of the axis with its rows.
  private struct HistoryStretch {
    var rows: [HistoryRow] = []
    /// The part of its period that it covers, 0 to 1.
    var range = 0.0...1.0
    var height: Double { rows.reduce(0) { $0 + $1.height } }
  }

  func items(of history: HistoryBlock, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.division), to: parent)
    let axis = scale.base * 6.4
    let date = axis + scale.base * 2.8
    var plan = HistoryPlan(
      axis: axis, fan: scale.base * 2, date: date, title: date + scale.base * 7.5, width: 0)
    if theme.columns == .sided { plan.title = max(plan.title, theme.textX) }
    plan.width = theme.width - plan.title
    var items: [GalleyItem] = []
    for period in history.periods {
      items += try self.items(of: period, history.unit, plan, under: node)
    }
    guard let first = items.indices.first, let last = items.indices.last else { return [] }
    items[first].anchors = [history.anchor]
    items[last].fragments.append(tick(at: items[last].height, plan, reach: scale.base * 0.5))
    for index in items.indices { items[index].isWide = true }
    return endingOnGrid(items)
  }

  private func items(
    of period: HistoryBlock.Period, _ unit: HistoryBlock.Unit, _ plan: HistoryPlan,
    under parent: Int
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.division), to: parent)
    let head = tree.add(StructureNode(.paragraph), to: node)
    var style = period.events.isEmpty ? scale.style(.small) : scale.style(.heading)
    if !period.events.isEmpty { style.weight = theme.type.numberWeight }
    style.features = ["lnum", "pnum"]
    let leading = period.events.isEmpty ? scale.leading(of: .small) : scale.leading(of: .heading)
    let width = plan.axis - scale.base * 0.9
    // The name of a period has no place at which it could be broken.
    if !period.events.isEmpty { style = try fitted(style, to: width, period.label) }
    let label = try textBox(
      [.text(period.label)], style, leading: leading, owner: head, x: 0, y: scale.grid * 0.25,
      self.style(width))
    guard !period.events.isEmpty else {
      var item = GalleyItem(height: toHalfStep(label.height + scale.grid * 0.5))
      item.fragments = line(of: item.height, plan, theme.hairline) + label.fragments
      item.fragments.append(tick(at: 0, plan, reach: scale.base * 0.5))
      item.breakAfter = .forbidden
      return [item]
    }
    let list = figureList(under: node)
    var rows: [HistoryRow] = []
    for event in period.events { rows.append(try row(of: event, plan, under: list)) }
    let stretches = stretches(of: rows)
    var items: [GalleyItem] = []
    for (index, stretch) in stretches.enumerated() {
      let least = index == 0 ? label.height + scale.grid * 0.75 : 0
      var item = item(of: stretch, unit, plan, least: toHalfStep(least))
      if index == 0 {
        item.fragments += label.fragments
        item.fragments.append(tick(at: 0, plan, reach: scale.base * 0.5))
      }
      items.append(item)
    }
    return items
  }

  /// Rows in stretches that a page can bear; each goes on where the one before it ended.
  private func stretches(of rows: [HistoryRow]) -> [HistoryStretch] {
    let most = theme.height * 0.4
    var stretches: [HistoryStretch] = []
    var current = HistoryStretch()
    for row in rows {
      if !current.rows.isEmpty, current.height + row.height > most {
        stretches.append(current)
        current = HistoryStretch()
      }
      current.rows.append(row)
    }
    stretches.append(current)
    var start = 0.0
    for index in stretches.indices {
      let last = stretches[index].rows.last?.event.position ?? start
      let end = index == stretches.count - 1 ? 1 : max(start, last)
      stretches[index].range = start...end
      start = end
    }
    return stretches
  }

  /// The axis with its ticks, a dot at each time, and a line from each dot to its row.
  private func item(
    of stretch: HistoryStretch, _ unit: HistoryBlock.Unit, _ plan: HistoryPlan, least: Double
  ) -> GalleyItem {
    let height = max(stretch.height, least)
    var item = GalleyItem(height: height)
    item.fragments = line(of: height, plan, theme.palette.rule)
    let (start, end) = (stretch.range.lowerBound, stretch.range.upperBound)
    func depth(_ position: Double) -> Double {
      guard end > start else { return height / 2 }
      return min(max((position - start) / (end - start), 0), 1) * height
    }
    let parts = unit == .decade ? 10 : 12
    for part in 1..<parts where end > start {
      let position = Double(part) / Double(parts)
      guard position > start, position < end else { continue }
      item.fragments.append(tick(at: depth(position), plan, reach: scale.base * 0.2))
    }
    var y = 0.0
    var marks: [Fragment] = []
    // An event of which only the period is known is the first in it, and its dot is empty.
    let firstKnown = stretch.rows.compactMap(\.event.position).first.map(depth) ?? height
    for row in stretch.rows {
      item.fragments += row.fragments.map { $0.moved(y: y) }
      let middle = y + row.middle
      let known = row.event.position.map(depth)
      let radius = scale.base * 0.28
      let time = min(max(known ?? min(middle, firstKnown), radius), height - radius)
      let path = Path([
        .move(Point(x: plan.axis, y: time)),
        .line(Point(x: plan.axis + plan.fan, y: middle)),
        .line(Point(x: plan.date - scale.base * 0.35, y: middle)),
      ])
      item.fragments.append(
        Fragment(
          owner: .artifact(.layout), x: 0, y: 0,
          content: .stroke(path, Stroke(width: theme.lines.hairline, colour: theme.quiet))))
      let circle = Path.circle(centre: Point(x: plan.axis, y: time), radius: radius)
      marks.append(mark(.fill(circle, known == nil ? theme.palette.paper : theme.accent)))
      if known == nil {
        marks.append(mark(.stroke(circle, Stroke(width: 0.8, colour: theme.accent))))
      }
      y += row.height
    }
    item.fragments += marks
    return item
  }

  private func mark(_ content: Fragment.Content) -> Fragment {
    Fragment(owner: .artifact(.layout), x: 0, y: 0, content: content)
  }

  private func line(of height: Double, _ plan: HistoryPlan, _ colour: Colour) -> [Fragment] {
    let weight = theme.lines.rule
    let bar = Rectangle(x: plan.axis - weight / 2, y: 0, width: weight, height: height)
    return [Fragment(rectangle: bar, colour)]
  }

  private func tick(at y: Double, _ plan: HistoryPlan, reach: Double) -> Fragment {
    Fragment(
      ruleAt: y, x: plan.axis - reach, width: reach, weight: theme.lines.rule,
      theme.palette.rule)
  }

  private func row(
    of event: HistoryBlock.Event, _ plan: HistoryPlan, under list: Int
  ) throws(LayoutError) -> HistoryRow {
    let node = tree.add(StructureNode(.listItem), to: list)
    let label = tree.add(StructureNode(.label), to: node)
    let body = tree.add(StructureNode(.listBody), to: node)
    var dateStyle = scale.style(.small)
    dateStyle.size = scale.size(of: .tableCell)
    dateStyle.colour = theme.accent
    dateStyle.features = ["lnum"]
    let top = scale.grid * 0.25
    let date = try textBox(
      [.value(event.date)], dateStyle, leading: scale.grid, owner: label, x: plan.date, y: top,
      style(plan.title - plan.date - scale.base * 0.8))
    var titleStyle = scale.style(.tableHead)
    titleStyle.size = scale.base
    let title = try textBox(
      event.title, titleStyle, leading: scale.grid, owner: body, x: plan.title, y: top,
      style(plan.width))
    let detail = try textBox(
      event.detail, scale.style(.small), leading: scale.leading(of: .small), owner: body,
      x: plan.title, y: top + title.height, style(plan.width))
    let height = top + max(date.height, title.height + detail.height) + scale.grid * 0.25
    return HistoryRow(
      event: event, fragments: date.fragments + title.fragments + detail.fragments,
      height: toHalfStep(height), middle: top + scale.drop - scale.base * 0.3)
  }
}
