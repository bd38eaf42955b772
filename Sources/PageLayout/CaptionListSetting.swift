import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Lists of tables and figures: number, caption, dots, page.
extension LayoutSession {
  /// What stands before the chapters: the contents, and the lists that follow them.
  func frontItems(
    under node: Int, pageOf: (String) -> Int?
  ) throws(LayoutError) -> [GalleyItem] {
    try contentsItems(under: node, pageOf: pageOf) + listItems(under: node, pageOf: pageOf)
  }

  /// The lists of tables and figures that follow the contents.
  func listItems(
    under node: Int, pageOf: (String) -> Int?
  ) throws(LayoutError) -> [GalleyItem] {
    var items: [GalleyItem] = []
    for list in document.lists {
      items.append(space(scale.grid * 2))
      items += try listHeading(list, under: node)
      items += try entries(of: list, under: node, in: textFrame, pageOf: pageOf)
    }
    return items
  }

  /// A list in the text, its pages those of the round before.
  func items(
    of list: CaptionList, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    try entries(of: list, under: parent, in: frame) { printedPage(of: $0) }
  }

  private func listHeading(
    _ list: CaptionList, under parent: Int
  ) throws(LayoutError) -> [GalleyItem] {
    let words = document.words.references
    let title = list.kind == .tables ? words.tables : words.figures
    let node = tree.add(StructureNode(.heading2), to: parent)
    let paragraph = try set(
      StyledText([.init(title, scale.style(.heading))]), style(theme.textWidth))
    var items = lineItems(
      paragraph, owner: node, x: theme.textX, leading: scale.leading(of: .heading),
      keepTogether: true)
    let height = items.reduce(0) { $0 + $1.height }
    items[items.count - 1].breakAfter = .forbidden
    items.append(GalleyItem(height: gridRest(height) + scale.grid, breakAfter: .forbidden))
    return items
  }

  private func entries(
    of list: CaptionList, under parent: Int, in frame: Frame, pageOf: (String) -> Int?
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.contents), to: parent)
    let word = list.kind == .tables ? document.words.table : document.words.figure
    var style = scale.style(.contentsEntry)
    style.features = ["lnum", "tnum"]
    var labelWidth = 0.0
    for entry in list.entries {
      let label = StyledText([.init("\(word)\u{A0}\(entry.number)", style)])
      labelWidth = max(labelWidth, try width(of: label))
    }
    let start = min(labelWidth + style.size, frame.width / 3)
    var items: [GalleyItem] = []
    for entry in list.entries {
      let page = pageOf(entry.anchor)
      items += try self.items(
        of: entry, label: "\(word)\u{A0}\(entry.number)", page: page, style,
        under: node, in: frame, start: start)
    }
    return items
  }

  private func items(
    of entry: CaptionList.Entry, label: String, page: Int?, _ style: TextStyle,
    under contents: Int, in frame: Frame, start: Double
  ) throws(LayoutError) -> [GalleyItem] {
    let item = tree.add(StructureNode(.contentsItem), to: contents)
    let reference = tree.add(StructureNode(.reference), to: item)
    let title = entry.title.plainText
    let linked = link(
      .anchor(entry.anchor), description: "\(label) \(title)", style, under: reference)
    var quiet = linked
    quiet.colour = theme.quiet
    let room = style.size * 3
    let mark = try set(StyledText([.init(label, quiet)]), self.style(start))
    let words = try set(
      StyledText([.init(title, linked)]), self.style(frame.width - start - room))
    let number = try set(
      StyledText([.init(page.map { String($0 + 1) } ?? "00", linked)]),
      self.style(frame.width, .trailing))
    var items = lineItems(
      words, owner: reference, x: frame.x + start, leading: scale.grid, keepTogether: true)
    guard let last = items.indices.last else { return [] }
    items[0].fragments.insert(
      Fragment(
        owner: .node(reference), x: frame.x, y: scale.drop,
        content: .line(paragraph: mark, line: 0)), at: 0)
    let left = frame.x + start + (paragraphs[words].lines.last?.extent.upperBound ?? 0)
    let right = frame.x + (paragraphs[number].lines.first?.extent.lowerBound ?? frame.width)
    items[last].fragments += dots(from: left, to: right, edge: frame.x + frame.width, style)
    items[last].fragments.append(
      Fragment(
        owner: .node(reference), x: frame.x, y: scale.drop,
        content: .line(paragraph: number, line: 0)))
    return items
  }

  /// Dots that lead the eye from a caption to its page: on one module counted from the right edge, so
  /// that those of all lines stand under each other. Decoration.
  private func dots(
    from left: Double, to right: Double, edge: Double, _ style: TextStyle
  ) -> [Fragment] {
    let module = style.size * 0.5
    let radius = style.size * 0.045
    let height = scale.isChinese ? style.size * 0.3 : radius
    let first = ((edge - right + module) / module).rounded(.up)
    let end = ((edge - left - module) / module).rounded(.down)
    guard let from = Int(exactly: first), let to = Int(exactly: end), to - from > 1, to < 1000
    else { return [] }
    var segments: [Path.Segment] = []
    for step in from...to {
      let centre = Point(x: edge - Double(step) * module, y: scale.drop - height)
      segments += Path.circle(centre: centre, radius: radius).segments
    }
    return [
      Fragment(
        owner: .artifact(.layout), x: 0, y: 0, content: .fill(Path(segments), theme.quiet))
    ]
  }
}
