import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// What stands out of the text: boxes on a tint, and sentences lifted out of it.
extension LayoutSession {
  /// A box: whole on one page where a page can bear it, else with a bar down its side, which may
  /// break where a tint may not.
  func items(
    of box: BoxBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let division = tree.add(StructureNode(.division), to: parent)
    // A Chinese box is inset by whole characters, so that its lines are full.
    let inset = scale.base * (scale.isChinese ? 1 : 1.2)
    let inner = frame.inset(inset).narrowed(inset)
    var items: [GalleyItem] = []
    if !box.title.isEmpty { items = try titleItems(of: box, under: division, in: inner) }
    items += try self.items(of: box.blocks, under: division, in: inner, isRunning: false)
    let height = items.reduce(0) { $0 + $1.height + ($1.snaps ? scale.grid : 0) }
    let canBeWhole =
      height < theme.height * 0.6 && !items.contains { $0.isWide || !$0.plates.isEmpty }
    return canBeWhole ? [whole(items, in: frame)] : barred(items, in: frame)
  }

  private func titleItems(
    of box: BoxBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    var style = scale.style(.tableHead)
    style.size = scale.base
    let paragraph = try set(
      styled(box.title, style, under: node), self.style(frame.width, balance: .balanced))
    var items = lineItems(
      paragraph, owner: node, x: frame.x, leading: scale.grid, keepTogether: true)
    if let last = items.indices.last { items[last].breakAfter = .forbidden }
    return items
  }

  /// All of a box as one item over its tint, its text on the grid: the tint begins at the height of
  /// capitals and ends on a baseline.
  private func whole(_ items: [GalleyItem], in frame: Frame) -> GalleyItem {
    var result = GalleyItem(height: scale.grid)
    for item in items {
      result.fragments += item.fragments.map { $0.moved(y: result.height) }
      result.notes += item.notes
      result.side += item.side.map { $0.lowered(by: result.height) }
      result.anchors += item.anchors
      result.bookmarks += item.bookmarks
      result.height += item.height
      if item.snaps { result.height += gridRest(result.height) }
    }
    result.height += gridRest(result.height) + scale.grid
    let top = scale.drop - scale.base * 0.66
    let tint = Rectangle(
      x: frame.x, y: top, width: frame.width,
      height: result.height - scale.grid + scale.drop - top)
    result.fragments.insert(Fragment(rectangle: tint, theme.tint), at: 0)
    return result
  }

  private func barred(_ items: [GalleyItem], in frame: Frame) -> [GalleyItem] {
    items.map { item in
      var item = item
      item.lastLineOf = nil
      let bar = Rectangle(x: frame.x, y: 0, width: 2, height: item.height)
      if !item.isSpace { item.fragments.insert(Fragment(rectangle: bar, theme.accent), at: 0) }
      return item
    }
  }

  /// A sentence lifted out of the text between two hairlines, which stay with it.
  func item(
    of quote: PullQuote, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    if quote.portrait != nil || !quote.role.isEmpty {
      return try personItem(of: quote, under: parent, in: frame)
    }
    let node = tree.add(StructureNode(.quotation), to: parent)
    var style = scale.style(.heading)
    style.weight = scale.isChinese ? 400 : 300
    style.colour = theme.accent
    // Two languages side by side have one leading.
    let isLoose = scale.isChinese && companion == nil
    let leading = scale.leading(of: .heading) + (isLoose ? scale.grid / 2 : 0)
    let text = tree.add(StructureNode(.paragraph), to: node)
    var top = scale.grid * 0.5
    let words = try textBox(
      quote.content, style, leading: leading, owner: text, x: frame.x, y: top,
      self.style(frame.width, balance: .balanced))
    top += words.height
    var fragments = words.fragments
    if !quote.source.isEmpty {
      let element = tree.add(StructureNode(.paragraph), to: node)
      let small = try textBox(
        quote.source, scale.style(.small), leading: scale.leading(of: .small), owner: element,
        x: frame.x, y: top + scale.grid * 0.25, self.style(frame.width))
      fragments += small.fragments
      top += small.height + scale.grid * 0.25
    }
    var item = GalleyItem(height: top + scale.grid * 0.5)
    item.height += gridRest(item.height)
    item.fragments =
      [0, item.height].map {
        Fragment(ruleAt: $0, x: frame.x, width: frame.width, weight: 0.5, theme.ink)
      } + fragments
    return item
  }
}

extension Frame {
  fileprivate func narrowed(_ by: Double) -> Frame { Frame(x: x, width: width - by) }
}
