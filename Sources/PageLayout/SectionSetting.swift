import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A chapter as one flow of galley items: opener, blocks, subsections.
extension LayoutSession {
  func chapterItems(_ section: Section, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    context = section.title.plainText
    references.sections.append(section.anchor)
    defer { references.sections.removeLast() }
    let node = tree.add(StructureNode(.section), to: parent)
    if let glance = section.glance {
      return try glancePages(of: glance, in: section, under: node)
    }
    let outer = enterColumns(section.columns ?? theme.columnsOfText)
    defer { leaveColumns(to: outer) }
    var items = try opener(of: section, under: node)
    items[0].opensSection = true
    items += try self.items(of: section.blocks, under: node, in: flowFrame)
    for inner in section.subsections {
      if !section.blocks.isEmpty || inner != section.subsections.first {
        items += whiteBefore(inner, after: items)
      }
      items += try innerItems(inner, level: 3, under: node)
    }
    warn(ofItemsHigherThan: theme.height, among: items)
    return clearOfSides(items)
  }

  /// Moves what reaches into the side column below what hangs there.
  private func clearOfSides(_ items: [GalleyItem]) -> [GalleyItem] {
    var result: [GalleyItem] = []
    var y = 0.0
    var floor = 0.0
    for item in items {
      let isBeside = item.columns.map { $0.left > 0 } ?? true
      if item.isWide || !isBeside, y < floor - 0.01 {
        let clearance = floor - y + gridRest(floor - y)
        result.append(space(clearance))
        y += clearance
      }
      for side in item.side { floor = max(floor, y) + side.height }
      result.append(item)
      y += item.height / Double(item.columns?.count ?? 1)
      if item.snaps { y += gridRest(y) }
    }
    return result
  }

  private func innerItems(
    _ section: Section, level: Int, under parent: Int
  ) throws(LayoutError) -> [GalleyItem] {
    context = section.title.plainText
    references.sections.append(section.anchor)
    defer { references.sections.removeLast() }
    let node = tree.add(StructureNode(.section), to: parent)
    let outer = enterColumns(section.columns)
    defer { leaveColumns(to: outer) }
    let frame = flowFrame
    var head = try heading(
      section, role: level == 3 ? .heading : .subheading, level: level, under: node, x: frame.x,
      width: frame.width)
    head[0].opensSection = true
    if !section.lead.isEmpty {
      head += try prose(section.lead, under: node, x: frame.x, width: frame.width)
    }
    var items = banded(head)
    items += try self.items(of: section.blocks, under: node, in: frame)
    for inner in section.subsections {
      items += whiteBefore(inner, after: items)
      items += try innerItems(inner, level: level + 1, under: node)
    }
    return items
  }

  /// The opening of a chapter: a depth of white, a hairline, number and title, the lead; the
  /// chapter's own figures beside it.
  func opener(of section: Section, under node: Int) throws(LayoutError) -> [GalleyItem] {
    switch theme.forms.opener {
    case .hanging: break
    case .field where section.role == .annex: break
    case .field: return try fieldOpener(of: section, under: node)
    case .bar: return try barOpener(of: section, under: node)
    }
    let frame = textFrame
    let leading = scale.leading(of: .chapterTitle)
    let element = tree.add(StructureNode(.heading2), to: node)
    var titleItems: [GalleyItem]
    var title = section.title
    if let number = section.number, theme.columns == .single {
      title.insert(.text(number + "\u{2002}"), at: 0)
    }
    let numberFragment = try chapterNumber(of: section, owner: element, y: leading * 0.8)
    let paragraph = try set(
      styled(title, scale.style(.chapterTitle), under: element),
      style(frame.width, .leading, balance: .balanced))
    titleItems = paragraphs[paragraph].lines.indices.map { line in
      GalleyItem(
        height: leading,
        fragments: [
          Fragment(
            owner: .node(element), x: frame.x, y: leading * 0.8,
            content: .line(paragraph: paragraph, line: line))
        ], breakAfter: .forbidden)
    }
    // A section whose title is missing is a problem of the report, which is told elsewhere.
    if titleItems.isEmpty { titleItems = [GalleyItem(height: leading, breakAfter: .forbidden)] }
    titleItems[0].fragments = numberFragment + titleItems[0].fragments
    titleItems[0].anchors = [section.anchor]
    titleItems[0].bookmarks = [(bookmark(of: section), 1)]
    var rule = GalleyItem(height: scale.grid, breakAfter: .forbidden)
    rule.fragments = [
      Fragment(
        ruleAt: 0, x: 0, width: theme.width, weight: theme.lines.rule, theme.palette.rule)
    ]
    let height = titleItems.reduce(rule.height) { $0 + $1.height }
    var items = [rule] + titleItems
    items.append(GalleyItem(height: gridRest(height) + scale.grid * 0.5, breakAfter: .forbidden))
    let rest = items.reduce(0) { $0 + $1.height }
    items[items.count - 1].height += gridRest(rest)
    items += try lead(of: section, under: node, frame: frame)
    return items
  }

  private func chapterNumber(
    of section: Section, owner: Int, y: Double
  ) throws(LayoutError) -> [Fragment] {
    guard let number = section.number, theme.columns == .sided else { return [] }
    let paragraph = try set(
      StyledText([.init(number, scale.style(.chapterNumber))]),
      style(theme.sideWidth + theme.gutter))
    return [
      Fragment(
        owner: .node(owner), x: 0, y: y, content: .line(paragraph: paragraph, line: 0))
    ]
  }

  private func lead(
    of section: Section, under node: Int, frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var items: [GalleyItem] = []
    if !section.lead.isEmpty {
      let element = tree.add(StructureNode(.paragraph), to: node)
      let paragraph = try set(
        styled(section.lead, scale.style(.lead), under: element),
        style(frame.width, .leading, balance: .balanced))
      items = lineItems(
        paragraph, owner: element, x: frame.x, leading: scale.leading(of: .lead),
        keepTogether: true)
      let height = items.reduce(0) { $0 + $1.height }
      items[items.count - 1].breakAfter = .forbidden
      items.append(GalleyItem(height: gridRest(height) + scale.grid, breakAfter: .forbidden))
    }
    try addSideFigures(of: section, under: node, to: &items)
    return items
  }

  /// The chapter's own figures: beside what follows the opening, or in a row.
  func addSideFigures(
    of section: Section, under node: Int, to items: inout [GalleyItem]
  ) throws(LayoutError) {
    guard !section.sideFigures.isEmpty else { return }
    // Three and more, or high ones, would run down beside the text of the first sections: they stand in a row.
    let isHigh = try sideHeight(of: section.sideFigures) > theme.height * 0.4
    if theme.columns == .sided, section.sideFigures.count > 2 || band != nil || isHigh {
      items += try self.items(of: section.sideFigures, under: node, role: .chapterTitle)
    } else if theme.columns == .sided {
      if items.isEmpty { items = [GalleyItem(height: 0, breakAfter: .forbidden)] }
      items[0].side = [try sideItem(of: section.sideFigures, under: node)]
    } else {
      let role: TextRole = companion == nil ? .bigNumber : .chapterTitle
      items += try self.items(of: section.sideFigures, under: node, role: role)
    }
  }
}
