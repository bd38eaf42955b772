import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Case stories: a head of their own, a picture over the whole width, text in two columns, facts and
/// a lifted sentence at its side.
extension LayoutSession {
  /// A column narrower than this is not parted in two.
  private static let leastTextWidth = 300.0

  /// A story over the whole width of the page.
  func items(of story: StoryBlock, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.division), to: parent)
    let outer = band
    band = nil
    defer { band = outer }
    let isSided = theme.columns == .sided && companion == nil
    let x = theme.columns == .sided ? theme.span(4) + theme.gutter : 0
    let frame = Frame(x: x, width: theme.width - x)
    var items = try head(of: story, under: node, in: frame, isSided: isSided)
    items[0].anchors.append(story.anchor)
    var place: Int?
    if let picture = story.picture {
      items.append(space(scale.grid * 0.5))
      if case .image = picture.content { place = items.count }
      items += try self.items(of: picture, under: node, in: fullFrame)
      items.append(GalleyItem(height: scale.grid * 0.5))
    }
    for index in items.indices {
      items[index].isWide = true
      items[index].isSpace = false
      items[index].breakAfter = .forbidden
    }
    let text = try columns(of: story.blocks, under: node, in: frame)
    let depth = items.reduce(0) { $0 + $1.height }
    let beforeSide = tree
    let side = isSided ? try side(of: story, under: node, width: x - theme.gutter * 2) : nil
    var whole = whole(items, text, beside: side)
    // A picture gives of its height where that keeps the story on one page.
    if let place, let height = whole?.height, height > theme.height {
      let steps = Int(((height - theme.height) / scale.grid).rounded(.up))
      if Double(steps) * scale.grid <= items[place].height * 0.4 {
        items[place] = try lowered(items[place], by: steps)
        whole = self.whole(items, text, beside: side)
      }
    }
    if let whole, whole.height <= theme.height + 0.01 { return [whole] }
    tree = beforeSide
    // What no page holds flows on, its facts in rows: beside text that goes on overleaf they would
    // part from it.
    items += try rows(of: story.facts, under: node, in: fullFrame, forPage: theme.height - depth)
    if let quote = story.quote {
      var quoted = try item(of: quote, under: node, in: frame)
      quoted.height += scale.grid
      items.append(quoted)
    }
    return items + text
  }

  /// The story as one piece, its facts beside its text; nil for one in an edition of two languages,
  /// where the other language stands beside it.
  private func whole(
    _ head: [GalleyItem], _ text: [GalleyItem], beside side: SideItem?
  ) -> GalleyItem? {
    guard companion == nil, theme.columns == .sided,
      text.allSatisfy({ $0.side.isEmpty && $0.floats.isEmpty })
    else { return nil }
    var result = GalleyItem(merging: head, grid: scale.grid)
    let top = result.height
    let band = text.first?.columns
    let fill = ColumnFill(items: text, grid: scale.grid, count: band?.count ?? 1)
    let simple = ColumnCut(height: fill.depth(of: text.indices), columns: [text.indices])
    let cut = band == nil ? simple : fill.cut(text.indices, limit: .infinity) ?? simple
    for (column, range) in cut.columns.enumerated() {
      let left = (band?.left ?? 0) + Double(column) * (band?.pitch ?? 0)
      var y = top
      for item in text[range] {
        result.fragments += item.fragments.map { $0.moved(x: left, y: y) }
        result.notes += item.notes
        result.anchors += item.anchors
        result.plates += item.plates
        y += item.height
        if item.snaps { y += gridRest(y - top) }
      }
    }
    if let side { result.fragments += side.fragments.map { $0.moved(y: top) } }
    result.height = top + max(cut.height, side.map { $0.height - scale.grid } ?? 0)
    result.height += gridRest(result.height)
    result.isWide = true
    result.shrink = 0
    result.chart = nil
    return result
  }

  /// A strong rule; kicker and title, hanging in the side column where there is one; standfirst.
  private func head(
    of story: StoryBlock, under parent: Int, in frame: Frame, isSided: Bool
  ) throws(LayoutError) -> [GalleyItem] {
    var item = GalleyItem(height: 0, breakAfter: .forbidden)
    item.fragments = [
      Fragment(
        ruleAt: 0, x: 0, width: theme.width, weight: theme.lines.strong, theme.palette.rule)
    ]
    var y = scale.grid * 0.75
    var style = scale.style(.chapterTitle)
    style.size = min(style.size, scale.size(4))
    let half = scale.grid / 2
    let leading = (style.size * (scale.isChinese ? 1.35 : 1.15) / half).rounded(.up) * half
    if !story.kicker.isEmpty {
      var label = scale.style(.label)
      label.colour = theme.accent
      let small = scale.leading(of: .label)
      let node = tree.add(StructureNode(.paragraph), to: parent)
      // The kicker stands on the baseline of the title's first line.
      let top = isSided ? y + leading * 0.8 - small * 0.72 : y
      let kicker = try textBox(
        story.kicker, label, leading: small, owner: node, x: isSided ? 0 : frame.x, y: top,
        self.style(isSided ? frame.x - theme.gutter * 2 : frame.width))
      item.fragments += kicker.fragments
      if isSided {
        item.height = max(item.height, top + kicker.height)
      } else {
        y += kicker.height + scale.grid * 0.25
      }
    }
    let element = tree.add(StructureNode(.paragraph), to: parent)
    let title = try set(
      styled(story.title, style, under: element),
      self.style(frame.width, .leading, balance: .balanced))
    for line in paragraphs[title].lines.indices {
      item.fragments.append(
        Fragment(
          owner: .node(element), x: frame.x, y: y + leading * 0.8,
          content: .line(paragraph: title, line: line)))
      y += leading
    }
    if !story.standfirst.isEmpty {
      y += scale.grid * 0.5
      let node = tree.add(StructureNode(.paragraph), to: parent)
      let lead = try textBox(
        story.standfirst, scale.style(.lead), leading: scale.leading(of: .lead), owner: node,
        x: frame.x, y: y, self.style(frame.width, .leading, balance: .balanced))
      item.fragments += lead.fragments
      y += lead.height
    }
    item.height = max(item.height, y)
    item.height += gridRest(item.height + scale.grid * 0.5) + scale.grid * 0.5
    return [item]
  }

  /// Blocks in two columns of a frame where it is wide enough, else in one.
  private func columns(
    of blocks: [Block], under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    guard companion == nil, frame.width >= Self.leastTextWidth else {
      return try items(of: blocks, under: node, in: frame)
    }
    bands += 1
    let width = (frame.width - theme.gutter * 1.5) / 2
    band = ColumnBand(
      id: bands, count: 2, pitch: width + theme.gutter * 1.5, left: frame.x, width: width)
    defer { band = nil }
    return try items(of: blocks, under: node, in: Frame(x: 0, width: width))
  }

  private func side(
    of story: StoryBlock, under parent: Int, width: Double
  ) throws(LayoutError) -> SideItem? {
    guard !story.facts.isEmpty || story.quote != nil else { return nil }
    var side = SideItem(height: 0, fragments: [])
    if !story.facts.isEmpty {
      let list = figureList(under: parent)
      for fact in story.facts {
        let cell = try cell(of: fact, under: list, x: 0, width: width)
        side.fragments += cell.fragments.map { $0.moved(y: side.height) }
        side.height += cell.height
      }
    }
    if let quote = story.quote {
      if !story.facts.isEmpty { side.height += scale.grid }
      let item = try item(of: quote, under: parent, in: Frame(x: 0, width: width))
      side.fragments += item.fragments.map { $0.moved(y: side.height) }
      side.height += item.height
    }
    side.height += scale.grid
    return side
  }

  /// A fact: a hairline, what it is in small print, its value; as high as whole steps of the grid.
  private func cell(
    of fact: FactLine, under list: Int, x: Double, width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let item = tree.add(StructureNode(.listItem), to: list)
    let label = tree.add(StructureNode(.label), to: item)
    let body = tree.add(StructureNode(.listBody), to: item)
    let top = scale.grid * 0.25
    let name = try textBox(
      fact.label, scale.style(.small), leading: scale.leading(of: .small), owner: label, x: x,
      y: top, style(width))
    var value = scale.style(.tableHead)
    value.size = scale.base
    let text = try textBox(
      fact.value, value, leading: scale.grid, owner: body, x: x, y: top + name.height,
      style(width))
    let rule = Fragment(
      ruleAt: 0, x: x, width: width, weight: theme.lines.hairline, theme.hairline)
    let height = top + name.height + text.height
    return (
      [rule] + name.fragments + text.fragments, toHalfStep(height + scale.grid * 0.25)
    )
  }

  /// Facts side by side, where there is no side column for them; more than a page holds may part.
  private func rows(
    of facts: [FactLine], under parent: Int, in frame: Frame, forPage room: Double
  ) throws(LayoutError) -> [GalleyItem] {
    guard !facts.isEmpty else { return [] }
    let list = figureList(under: parent)
    let across = frame.width >= Self.leastTextWidth ? 3 : 2
    let width = (frame.width - theme.gutter * Double(across - 1)) / Double(across)
    var items: [GalleyItem] = []
    for start in stride(from: 0, to: facts.count, by: across) {
      var row = GalleyItem(height: 0, breakAfter: .forbidden)
      row.isWide = true
      for (column, fact) in facts[start..<min(start + across, facts.count)].enumerated() {
        let cell = try cell(
          of: fact, under: list, x: frame.x + Double(column) * (width + theme.gutter),
          width: width)
        row.fragments += cell.fragments
        row.height = max(row.height, cell.height)
      }
      row.height += gridRest(row.height)
      items.append(row)
    }
    items.append(GalleyItem(height: scale.grid, breakAfter: .forbidden))
    if items.reduce(0, { $0 + $1.height }) > room - scale.grid * 4 {
      for index in items.indices { items[index].breakAfter = .allowed }
    }
    return items
  }
}
