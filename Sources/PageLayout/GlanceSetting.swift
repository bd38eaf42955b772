import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The report at a glance: its figures, a sentence, a chart or a map, on one page or on an opening.
extension LayoutSession {
  /// Where there are no pages of its own: the sentence, the figures in rows, the picture.
  func items(of glance: GlanceBlock, under node: Int) throws(LayoutError) -> [GalleyItem] {
    var items = try sentence(of: glance, under: node)
    items += try tileItems(of: glance.figures, under: node)
    guard let picture = glance.picture else { return items }
    if !items.isEmpty { items.append(space(scale.grid, stretch: 1)) }
    return items + (try self.items(of: picture, under: node, in: fullFrame))
  }

  /// Pages of its own: a page, or the two of an opening with the figures left and what the data says
  /// right. What no page can hold flows on.
  func glancePages(
    of glance: GlanceBlock, in section: Section, under node: Int
  ) throws(LayoutError) -> [GalleyItem] {
    let head = try glanceHead(of: section, under: node)
    let isOpening = fillsOpening(section)
    var pages: [GalleyItem]
    if isOpening {
      let rows = try glanceRows(
        glance, room: pageHeight - head.height, on: 2, isLarge: true, under: node)
      pages = [leftPage(head, rows)]
      let words = try sentence(of: glance, under: node)
      let picture = try glancePicture(glance, beside: words, under: node)
      pages += [rightPage(words, picture, top: rows.top)].compactMap(\.self)
      if pages.count == 1 || rows.depth > pageHeight {
        pages = [head] + rows.items + words + picture
      }
    } else {
      let words = try sentence(of: glance, under: node)
      let taken = [head].joinedHeight + words.joinedHeight + scale.grid * 4
      let least = try pictureHeight(of: glance)
      let rows = try glanceRows(
        glance, room: pageHeight - taken - least, on: theme.width > 330 ? 3 : 2, under: node)
      let above = words + rows.items
      let picture = try glancePicture(
        glance, beside: [head] + above + [space(scale.grid * 4)], under: node)
      let page = onePage([[head], words, rows.items, picture].filter { !$0.isEmpty })
      pages = page.map { [$0] } ?? [head] + above + picture
    }
    pages[0].anchors.append(section.anchor)
    pages[0].bookmarks.append((bookmark(of: section), 1))
    pages[0].opensSection = true
    return pages
  }

  /// Whether a section is a report at a glance on the two pages of an opening. An edition in two
  /// languages, whose pages face each other, has none.
  func fillsOpening(_ section: Section) -> Bool {
    guard let glance = section.glance, glance.picture != nil, companion == nil else { return false }
    switch glance.extent {
    case .page: return false
    case .opening: return true
    case .fitting:
      return beginsOnVerso && section.anchor == bodySections.first?.anchor && section.opens == nil
    }
  }

  /// The height of a page in whole steps of the grid.
  private var pageHeight: Double {
    (theme.height / scale.grid + 0.001).rounded(.down) * scale.grid
  }

  // MARK: The parts

  /// The title and, where there is one, the lead beneath it.
  private func glanceHead(
    of section: Section, under node: Int
  ) throws(LayoutError) -> GalleyItem {
    let element = tree.add(StructureNode(.heading2), to: node)
    var title = section.title
    if let number = section.number { title.insert(.text(number + "\u{2002}"), at: 0) }
    let width = theme.span(10)
    let words = try textBox(
      title, scale.style(.chapterTitle), leading: scale.leading(of: .chapterTitle),
      owner: element, x: 0, y: 0, style(width, .leading, balance: .balanced))
    var item = GalleyItem(height: words.height, fragments: words.fragments)
    if !section.lead.isEmpty {
      let paragraph = tree.add(StructureNode(.paragraph), to: node)
      var quiet = scale.style(.lead)
      quiet.colour = theme.quiet
      let lead = try textBox(
        section.lead, quiet, leading: scale.leading(of: .lead), owner: paragraph, x: 0,
        y: item.height + scale.grid * 0.25, style(width, .leading, balance: .balanced))
      item.fragments += lead.fragments
      item.height += lead.height + scale.grid * 0.25
    }
    item.height += gridRest(item.height)
    item.isWide = true
    item.breakAfter = .forbidden
    return item
  }

  /// The sentence, large and light; Han has no light weight, beside which digits would look faint.
  private func sentence(
    of glance: GlanceBlock, under node: Int
  ) throws(LayoutError) -> [GalleyItem] {
    guard !glance.sentence.isEmpty else { return [] }
    let element = tree.add(StructureNode(.paragraph), to: node)
    var style = scale.style(.heading)
    style.weight = scale.isChinese ? 400 : 300
    style.family = theme.type.numberIsSans ? theme.sans : theme.serif
    let leading = scale.leading(of: .heading) + (scale.isChinese ? scale.grid / 2 : 0)
    let words = try textBox(
      glance.sentence, style, leading: leading, owner: element, x: 0, y: 0,
      self.style(theme.span(10), .leading, balance: .balanced))
    var item = GalleyItem(
      height: words.height + gridRest(words.height), fragments: words.fragments)
    item.isWide = true
    return [item]
  }

  private struct Rows {
    var items: [GalleyItem]
    var depth: Double
    /// Where they begin on the left page of an opening.
    var top = 0.0
  }

  /// The figures in rows; their numbers are as large as the room allows.
  private func glanceRows(
    _ glance: GlanceBlock, room: Double, on columns: Int, isLarge: Bool = false, under node: Int
  ) throws(LayoutError) -> Rows {
    // A theme of small figures has larger ones here, where they are what is seen first.
    let usual = max(scale.size(of: .bigNumber), scale.base * 2.8)
    let big = usual * (isLarge ? theme.type.ratio : 1)
    var grid = TileGrid(
      width: theme.width, columns: tileColumns(glance.figures.count, most: columns), size: big)
    let before = tree
    var items = try tileItems(of: glance.figures, on: grid, under: node)
    while items.joinedHeight > room, grid.size / theme.type.ratio >= scale.size(2) {
      grid.size = (grid.size / theme.type.ratio * 10).rounded() / 10
      tree = before
      items = try tileItems(of: glance.figures, on: grid, under: node)
    }
    return Rows(items: items, depth: items.joinedHeight, top: third(room: room, items))
  }

  /// A third down the page where the rows have room beneath it, else right under the head.
  private func third(room: Double, _ rows: [GalleyItem]) -> Double {
    let head = pageHeight - room
    let third = (pageHeight / 3 / scale.grid).rounded() * scale.grid
    let least = head + scale.grid * 2
    return min(max(least, third), max(least, pageHeight - rows.joinedHeight))
  }

  /// The least height of the picture, found without leaving a trace in the structure.
  private func pictureHeight(of glance: GlanceBlock) throws(LayoutError) -> Double {
    guard let picture = glance.picture else { return 0 }
    let before = tree
    defer { tree = before }
    let items = try self.items(of: picture, under: StructureTree.root, in: fullFrame)
    let give = items.reduce(0) { $0 + Double($1.shrink) * scale.grid }
    if case .map = picture.content { return items.joinedHeight * 0.6 }
    return items.joinedHeight - give
  }

  /// The picture, lower or narrower where it has less room than it would take.
  private func glancePicture(
    _ glance: GlanceBlock, beside items: [GalleyItem], under node: Int
  ) throws(LayoutError) -> [GalleyItem] {
    guard let picture = glance.picture else { return [] }
    let room = pageHeight - items.joinedHeight - scale.grid
    let before = tree
    var frame = fullFrame
    var set = try self.items(of: picture, under: node, in: frame)
    guard set.joinedHeight > room else { return set }
    if let index = set[0].chart {
      let steps = ((set.joinedHeight - room) / scale.grid).rounded(.up)
      let loss = min(steps, Double(set[0].shrink)) * scale.grid
      set[0] = try lowered(set[0], charts[index], by: loss)
      set[0].height -= loss
      set[0].shrink = 0
      set[0].chart = nil
      return set
    }
    for share in [0.85, 0.7, 0.55] where set.joinedHeight > room {
      frame.width = theme.width * share
      tree = before
      set = try self.items(of: picture, under: node, in: frame)
    }
    return set
  }

  // MARK: The pages

  /// Groups down one page: the first at its head, the last at its foot, white shared out between them;
  /// nil where a page cannot hold them.
  private func onePage(_ groups: [[GalleyItem]]) -> GalleyItem? {
    let least = scale.grid * 1
    let gaps = Double(max(1, groups.count - 1))
    let white = pageHeight - groups.reduce(0) { $0 + $1.joinedHeight }
    guard white >= least * gaps - 0.01 else { return nil }
    let each = (white / gaps / scale.grid + 0.001).rounded(.down) * scale.grid
    var page = GalleyItem(height: pageHeight)
    page.isWide = true
    var y = 0.0
    for (index, group) in groups.enumerated() {
      // What is left over by rounding stands before the last group.
      if index == groups.count - 1, index > 0 { y = pageHeight - group.joinedHeight }
      y = page.take(group, at: y) + each
    }
    return page
  }

  /// The title at the head, the figures from a third of the page down, with more white between rows
  /// where there is room.
  private func leftPage(_ head: GalleyItem, _ rows: Rows) -> GalleyItem {
    var page = GalleyItem(height: pageHeight)
    page.isWide = true
    _ = page.take([head], at: 0)
    let white = pageHeight - rows.top - rows.depth
    let steps = (white / Double(max(1, rows.items.count)) / scale.grid + 0.001).rounded(.down)
    let more = max(0, min(steps, 4)) * scale.grid
    var y = rows.top
    for row in rows.items { y = page.take([row], at: y) + more }
    return page
  }

  /// The sentence at the head, the picture beside the figures; nil where they have no room.
  private func rightPage(
    _ words: [GalleyItem], _ picture: [GalleyItem], top: Double
  ) -> GalleyItem? {
    let room = pageHeight - words.joinedHeight - scale.grid
    guard picture.joinedHeight <= room + 0.01 else { return nil }
    var page = GalleyItem(height: pageHeight)
    page.isWide = true
    _ = page.take(words, at: 0)
    let y = max(
      words.joinedHeight + scale.grid, min(top, pageHeight - picture.joinedHeight))
    _ = page.take(picture, at: y)
    return page
  }
}

extension [GalleyItem] {
  /// The height of the items one under the other, in points.
  fileprivate var joinedHeight: Double { reduce(0) { $0 + $1.height } }
}

extension GalleyItem {
  /// Takes what items carry, the first of them `y` points down; returns where the last one ends.
  fileprivate mutating func take(_ items: [GalleyItem], at y: Double) -> Double {
    var y = y
    for item in items {
      fragments += item.fragments.map { $0.moved(y: y) }
      notes += item.notes
      anchors += item.anchors
      bookmarks += item.bookmarks
      y += item.height
    }
    return y
  }
}
