import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// One partner: names and facts in the text, picture and figures in the side column where there is one.
extension LayoutSession {
  func items(
    of profile: ProfileBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let division = tree.add(StructureNode(.division), to: parent)
    let hangs = hasSideColumn && frame.x == textFrame.x && frame.width == textFrame.width
    let frame = hangs || band == nil ? frame : fullFrame
    var items = try profileHead(profile, under: division, in: frame, hangs: hangs)
    items[0].anchors = [profile.anchor]
    if hangs {
      if let side = try profileSide(profile, under: division) { items[0].side = [side] }
    } else {
      items += try profileFigures(profile, under: division, in: frame)
      if let picture = profile.picture {
        let width = min(frame.width, max(theme.span(6), frame.width / 2))
        let box = try profilePicture(
          picture, under: division, in: Frame(x: frame.x, width: width))
        items.append(
          GalleyItem(height: box.height + gridRest(box.height), fragments: box.fragments))
      }
    }
    items += try factItems(profile.facts, under: division, in: frame)
    for index in items.indices { items[index].isWide = frame.x < theme.textX }
    // Above the head stands a rule that reaches over the side column.
    return endingOnGrid(items)
  }

  // MARK: Names

  private func profileHead(
    _ profile: ProfileBlock, under node: Int, in frame: Frame, hangs: Bool
  ) throws(LayoutError) -> [GalleyItem] {
    let x = hangs ? 0 : frame.x
    let rule = Fragment(
      ruleAt: 0, x: x, width: frame.x + frame.width - x, weight: theme.lines.strong,
      theme.palette.rule)
    var item = GalleyItem(height: scale.grid * 0.5, fragments: [rule], breakAfter: .forbidden)
    var quiet = scale.style(.lead)
    quiet.colour = theme.quiet
    let lines: [([Inline], TextStyle, Double)] =
      [(profile.name, scale.style(.heading), scale.leading(of: .heading))]
      + profile.otherNames.map { ($0, quiet, scale.leading(of: .lead)) }
      + [(profile.line, scale.style(.small), scale.grid)]
    for (words, style, leading) in lines where !words.isEmpty {
      let paragraph = tree.add(StructureNode(.paragraph), to: node)
      let box = try textBox(
        words, style, leading: leading, owner: paragraph, x: frame.x, y: item.height,
        self.style(frame.width, .leading, balance: .balanced))
      item.fragments += box.fragments
      item.height += box.height
    }
    item.height += gridRest(item.height + scale.grid * 0.25) + scale.grid * 0.25
    return [item]
  }

  // MARK: Picture and figures

  private func profileSide(
    _ profile: ProfileBlock, under node: Int
  ) throws(LayoutError) -> SideItem? {
    var side = SideItem(height: scale.grid * 0.5, fragments: [])
    if let picture = profile.picture {
      let box = try profilePicture(
        picture, under: node, in: Frame(x: 0, width: theme.sideWidth))
      side.fragments += box.fragments.map { $0.moved(y: side.height) }
      side.height += box.height
      side.height += gridRest(side.height)
    }
    for item in try profileTiles(profile, under: node, in: Frame(x: 0, width: theme.sideWidth)) {
      side.fragments += item.fragments.map { $0.moved(y: side.height) }
      side.height += item.height
    }
    guard !side.fragments.isEmpty else { return nil }
    side.height += scale.grid
    return side
  }

  private func profileTiles(
    _ profile: ProfileBlock, under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let columns = frame.width < theme.span(5) ? 1 : tileColumns(profile.figures.count, most: 3)
    return try tileItems(
      of: profile.figures,
      on: TileGrid(
        x: frame.x, width: frame.width, columns: columns, role: .chapterTitle,
        size: scale.size(of: .chapterTitle)), under: node)
  }

  private func profileFigures(
    _ profile: ProfileBlock, under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var tiles = try profileTiles(profile, under: node, in: frame)
    if let last = tiles.indices.last { tiles[last].height += scale.grid }
    for index in tiles.indices { tiles[index].breakAfter = .forbidden }
    return tiles
  }

  private func profilePicture(
    _ picture: GalleryBlock.Picture, under node: Int, in frame: Frame
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: node)
    var source = picture.image
    let natural = frame.width / max(source.shownRatio, 0.05)
    let height = heightOnGrid(min(natural, frame.width * 1.3, theme.height * 0.4))
    if height < natural - 1 || source.framing.allowsCropping { source.framing.shape = .frame }
    let image = Fragment(
      owner: .node(figure), x: frame.x, y: capitalTop,
      content: .image(source, Size(width: frame.width, height: height)))
    var fragments = [image]
    var depth = capitalTop + height + scale.grid * 0.35
    let gap: [Inline] =
      picture.caption.isEmpty || picture.credit.isEmpty ? [] : [.text("\u{2002}")]
    let words = picture.caption + gap + picture.credit
    if !words.isEmpty {
      let caption = tree.add(StructureNode(.caption), to: figure)
      let box = try textBox(
        words, scale.style(.caption), leading: scale.leading(of: .caption), owner: caption,
        x: frame.x, y: depth, style(frame.width))
      fragments += box.fragments
      depth += box.height
    }
    return (fragments, depth + scale.grid * 0.5)
  }

  // MARK: Facts

  /// Each fact under a hairline: its head small at the left, a line for each record beside it. A page
  /// may end between two records.
  private func factItems(
    _ facts: [ProfileBlock.Fact], under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    guard !facts.isEmpty else { return [] }
    let list = figureList(under: parent)
    let room = (frame.width - theme.gutter) * 0.27
    let body = frame.inset(room + theme.gutter)
    var items: [GalleyItem] = []
    for fact in facts {
      let item = tree.add(StructureNode(.listItem), to: list)
      let label = tree.add(StructureNode(.label), to: item)
      var small = scale.style(.small)
      small.features = ["lnum"]
      let drop = (scale.grid - scale.leading(of: .small)) * 0.72
      let term = try textBox(
        fact.term, small, leading: scale.leading(of: .small), owner: label, x: frame.x, y: drop,
        style(room))
      let content = tree.add(StructureNode(.listBody), to: item)
      var rows = try lines(of: fact, under: content, in: body)
      let rule = Fragment(
        ruleAt: -scale.grid * 0.15, x: frame.x, width: frame.width, weight: theme.lines.hairline,
        theme.hairline)
      if rows.isEmpty { rows = [GalleyItem(height: scale.grid)] }
      rows[0].fragments = [rule] + term.fragments + rows[0].fragments
      rows[0].height = max(rows[0].height, rows.count == 1 ? drop + term.height : 0)
      if rows.count > 1 { rows[0].breakAfter = .forbidden }
      let last = rows.count - 1
      rows[last].height += gridRest(rows[last].height + scale.grid * 0.3) + scale.grid * 0.3
      items += rows
    }
    return items
  }

  private func lines(
    of fact: ProfileBlock.Fact, under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var style = scale.style(.tableCell)
    style.size = scale.base
    style.features = ["lnum"]
    return try fact.lines.map { (words) throws(LayoutError) in
      let paragraph = tree.add(StructureNode(.paragraph), to: node)
      let box = try textBox(
        words, style, leading: scale.grid, owner: paragraph, x: frame.x, y: 0,
        self.style(frame.width))
      return GalleyItem(height: max(box.height, scale.grid), fragments: box.fragments)
    }
  }
}
