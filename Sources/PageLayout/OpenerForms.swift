import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The openings of chapters on a ground: a tint that bleeds, or a bar.
extension LayoutSession {
  /// The title's lines with the anchor and the bookmark of the chapter, as one piece.
  private struct OpeningTitle {
    var element: Int
    var fragments: [Fragment]
    var height: Double
  }

  /// Number and title large at the foot of a tint that bleeds off three sides of the page, the lead
  /// with them; the text begins beneath it at one depth in all chapters.
  func fieldOpener(of section: Section, under node: Int) throws(LayoutError) -> [GalleyItem] {
    let frame = textFrame
    let title = try openingTitle(
      section, scale.style(.chapterTitle), under: node, x: frame.x, width: frame.width)
    let lead = try openingLead(section, under: node, in: frame, ink: theme.ink)
    // A lead that would make the ground as high as the page goes on beneath it.
    let isLong = title.height + lead.height > theme.height * 0.5
    let gap = lead.height > 0 && !isLong ? scale.grid * 0.75 : 0
    let content = title.height + gap + (isLong ? 0 : lead.height)
    // A small page has no room for as deep a ground.
    let least = theme.height * (theme.page.width < 500 ? 0.18 : 0.3)
    let depth = max(least, content + scale.grid * 3)
    let ground = depth + gridRest(depth)
    let top = ground - content - scale.grid * 1.5
    var item = GalleyItem(height: ground + scale.grid * 2, breakAfter: .forbidden)
    item.fragments = [Fragment(bleedingTo: ground, theme.tint)]
    item.fragments += try openingNumber(
      of: section, scale.style(.chapterNumber), owner: title.element,
      y: top + scale.leading(of: .chapterTitle) * 0.8)
    item.fragments += title.fragments.map { $0.moved(y: top) }
    if !isLong { item.fragments += lead.fragments.map { $0.moved(y: top + title.height + gap) } }
    item.anchors = [section.anchor]
    item.bookmarks = [(bookmark(of: section), 1)]
    var rest = [GalleyItem(height: 0, breakAfter: .forbidden)]
    if isLong, lead.height > 0 {
      rest[0].fragments = lead.fragments
      rest[0].height = lead.height + gridRest(lead.height) + scale.grid
    }
    try addSideFigures(of: section, under: node, to: &rest)
    return [item] + rest
  }

  /// Number and title in a bar over the whole width, the lead beneath it.
  func barOpener(of section: Section, under node: Int) throws(LayoutError) -> [GalleyItem] {
    let hasColumns = theme.textColumns > 1
    let frame = hasColumns ? fullFrame : textFrame
    var style = scale.style(.chapterTitle)
    style.colour = theme.palette.onField
    let inset = scale.base * 0.75
    let besideNumber = hasColumns && section.number != nil ? style.size * 1.8 : 0
    let x = theme.columns == .sided && !hasColumns ? frame.x : inset + besideNumber
    let title = try openingTitle(
      section, style, under: node, x: x, width: theme.width - x - inset)
    let bar = title.height + scale.grid
    let height = bar + gridRest(bar)
    let ground = Rectangle(x: 0, y: 0, width: theme.width, height: height)
    var number = style
    number.colour = theme.palette.lineOnField
    var item = GalleyItem(height: height + scale.grid, breakAfter: .forbidden)
    // The capitals stand in the middle of the bar.
    let top = (height - title.height) / 2
    item.fragments = [Fragment(rectangle: ground, theme.palette.field)]
    item.fragments += try openingNumber(
      of: section, number, owner: title.element, x: inset,
      y: top + scale.leading(of: .chapterTitle) * 0.74)
    item.fragments += title.fragments.map {
      $0.moved(y: top - scale.leading(of: .chapterTitle) * 0.06)
    }
    item.anchors = [section.anchor]
    item.bookmarks = [(bookmark(of: section), 1)]
    let lead = try openingLead(section, under: node, in: frame, ink: theme.ink)
    var rest = GalleyItem(height: 0, breakAfter: .forbidden)
    if lead.height > 0 {
      rest.fragments = lead.fragments
      rest.height = lead.height + gridRest(lead.height) + scale.grid * 0.5
      rest.height += gridRest(rest.height)
    }
    var items = [rest]
    try addSideFigures(of: section, under: node, to: &items)
    return [item] + items
  }

  private func openingTitle(
    _ section: Section, _ style: TextStyle, under node: Int, x: Double, width: Double
  ) throws(LayoutError) -> OpeningTitle {
    let element = tree.add(StructureNode(.heading2), to: node)
    var title = section.title
    if let number = section.number, theme.columns == .single {
      title.insert(.text(number + "\u{2002}"), at: 0)
    }
    let leading = scale.leading(of: .chapterTitle)
    let paragraph = try set(
      styled(title, style, under: element), self.style(width, .leading, balance: .balanced))
    let lines = paragraphs[paragraph].lines.indices
    let fragments = lines.map { line in
      Fragment(
        owner: .node(element), x: x, y: leading * (Double(line) + 0.8),
        content: .line(paragraph: paragraph, line: line))
    }
    return OpeningTitle(
      element: element, fragments: fragments, height: leading * Double(lines.count))
  }

  private func openingNumber(
    of section: Section, _ style: TextStyle, owner: Int, x: Double = 0, y: Double
  ) throws(LayoutError) -> [Fragment] {
    guard let number = section.number, theme.columns == .sided else { return [] }
    let paragraph = try set(
      StyledText([.init(number, style)]), self.style(theme.sideWidth + theme.gutter))
    return [
      Fragment(owner: .node(owner), x: x, y: y, content: .line(paragraph: paragraph, line: 0))
    ]
  }

  private func openingLead(
    _ section: Section, under node: Int, in frame: Frame, ink: Colour
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    guard !section.lead.isEmpty else { return ([], 0) }
    let element = tree.add(StructureNode(.paragraph), to: node)
    var style = scale.style(.lead)
    style.colour = ink
    return try textBox(
      section.lead, style, leading: scale.leading(of: .lead), owner: element, x: frame.x, y: 0,
      self.style(frame.width, .leading, balance: .balanced))
  }
}

extension Fragment {
  /// A ground from above the page down to `bottom`, over the page's whole width and more: what
  /// runs off the page is cut where it is placed.
  init(bleedingTo bottom: Double, _ colour: Colour) {
    let far = 4000.0
    self.init(
      rectangle: Rectangle(x: -far, y: bottom - far, width: 2 * far, height: far), colour)
  }
}

extension Path {
  /// The part of an upright rectangle that is on a page; any other shape as it is.
  func cut(to page: Size) -> Path {
    let box = bounds
    // A page is painted on whole points; a ground that ended short of them would leave a white edge.
    let (width, height) = (page.width.rounded(.up), page.height.rounded(.up))
    guard box.x < 0 || box.y < 0 || box.maxX > width || box.maxY > height, isRectangle(box)
    else { return self }
    let (left, top) = (max(box.x, 0), max(box.y, 0))
    return .rectangle(
      Rectangle(
        x: left, y: top, width: max(0, min(box.maxX, width) - left),
        height: max(0, min(box.maxY, height) - top)))
  }

  /// Whether the path goes round a box, from corner to corner.
  private func isRectangle(_ box: Rectangle) -> Bool {
    guard segments.count == 5, segments.last == .close else { return false }
    return segments.dropLast().allSatisfy { segment in
      switch segment {
      case .move(let p), .line(let p):
        return min(abs(p.x - box.x), abs(p.x - box.maxX)) < 1e-6
          && min(abs(p.y - box.y), abs(p.y - box.maxY)) < 1e-6
      default: return false
      }
    }
  }
}
