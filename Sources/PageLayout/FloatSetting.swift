import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Blocks that leave the text for the edges of pages.
extension LayoutSession {
  /// Where a block wants to stand. Of two languages in columns side by side neither leaves the text
  /// alone: pairs of blocks float.
  func placement(of block: Block) -> Placement {
    form == .parallel ? Placement() : block.placement
  }

  /// The frame of a block by the width that it asks for; what leaves the columns of a section is as
  /// wide as all of them.
  func frame(_ placement: Placement, in frame: Frame) -> Frame {
    let isWide = placement.span == .page || placement.float != .here && band != nil
    return isWide ? fullFrame : frame
  }

  /// A block for an edge of a page.
  func floating(
    _ block: Block, under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    if case .table(let table) = block {
      return try items(of: table, under: node, in: try wide(frame, for: table))
    }
    guard case .illustration(let picture) = block else { return [] }
    switch picture.placement.float {
    case .fullBleed: return try bleedItem(of: picture, under: node)
    case .page: return try items(of: picture, under: node, in: frame, tallest: theme.height)
    default: return try items(of: picture, under: node, in: frame)
    }
  }

  /// Takes set items out of the text; their place in it is the last item before them, or the next.
  func float(_ block: [GalleyItem], _ placement: Placement, from items: inout [GalleyItem]) {
    let item = GalleyItem(merging: block, grid: scale.grid)
    guard item.height <= theme.height || placement.float == .fullBleed else {
      items += block
      return
    }
    let edge: PageFloat.Edge =
      switch placement.float {
      case .here, .top: .top
      case .bottom: .bottom
      case .page, .fullBleed: .page
      }
    floats.append(
      PageFloat(
        item: item, edge: edge, isWide: item.isWide || placement.span == .page || band != nil,
        isBleed: placement.float == .fullBleed, facing: facingCaption))
    facingCaption = nil
    // White at the top of a page is dropped, and would take the float with it.
    let place = items.lastIndex { !$0.isSpace } ?? items.count
    if place == items.count { items.append(GalleyItem(height: 0, breakAfter: .forbidden)) }
    items[place].floats.append(floats.count - 1)
    items[place].notes += item.notes
  }

  /// A picture that covers its page: to all edges where it has no caption, else down to the lower
  /// margin, in which the caption stands.
  func bleedItem(of picture: Illustration, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    guard case .image(let source) = picture.content else {
      return try items(of: picture, under: parent, in: fullFrame, tallest: theme.height)
    }
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: parent)
    var item = GalleyItem(height: theme.height)
    item.anchors = [picture.anchor]
    let text = numbered(document.words.figure, picture.number, picture.caption)
    let credit = picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit
    let isFacing = picture.placement.caption == .facing && !(text + credit).isEmpty
    let foot = (text + credit).isEmpty || isFacing ? 0 : theme.bottom
    let room = Size(width: theme.page.width, height: theme.page.height - foot)
    // What its shape has too much is cropped round its focus where it is placed.
    item.fragments = [Fragment(owner: .node(figure), x: 0, y: 0, content: .image(source, room))]
    if isFacing {
      facingCaption = try caption(text + credit, facing: figure)
    } else if foot > 0 {
      let node = tree.add(StructureNode(.caption), to: figure)
      let caption = try textBox(
        text + credit, scale.style(.caption), leading: scale.leading(of: .caption), owner: node,
        x: 0, y: room.height + scale.grid * 0.75, style(theme.width))
      item.fragments += caption.fragments
    }
    return [item]
  }
}

extension Block {
  /// Where it wants to stand.
  var placement: Placement {
    switch self {
    case .illustration(let picture): picture.placement
    case .table(let table): table.placement
    default: Placement()
    }
  }
}

extension Flow {
  /// Places what stands at the edges of a page; returns the depths between which text and side
  /// column have their room, from the top of the page.
  mutating func placeFloats(
    _ cut: PageCut, of material: PageMaterial, notes: Double, on page: Int
  ) throws(LayoutError) -> FloatRoom {
    let theme = theme(of: page)
    let grid = session.scale.grid
    var room = FloatRoom(theme)
    guard !cut.floats.isEmpty else { return room }
    let edges = material.edges(of: cut.floats, onPageFrom: cut.range.lowerBound)
    let isAlone = cut.range.isEmpty
    let floats = try session.floats(of: cut, in: material)
    let footHeight = zip(floats, edges).reduce(0) {
      !isAlone && $1.1 == .bottom ? $0 + $1.0.item.height + grid : $0
    }
    let free = theme.height - notes - footHeight
    var foot = theme.top + (free / grid + 0.01).rounded(.down) * grid
    var sideEnd = room.side.upperBound
    for (float, edge) in zip(floats, edges) {
      if float.isBleed {
        bare.insert(page)
        if let caption = float.facing { facing.append((page, caption)) }
        placing.note(float.item, on: page, y: 0)
        for fragment in float.item.fragments {
          let isPicture = if case .image = fragment.content { true } else { false }
          placing.place([fragment], on: page, x: isPicture ? 0 : left(of: page), y: 0, in: session)
        }
      } else if isAlone || edge == .top {
        place(float, on: page, x: left(of: page), y: room.text)
        room.text += float.item.height + grid
        if float.isWide { room.side = room.text...max(room.text, sideEnd) }
      } else {
        if float.isWide { sideEnd = min(sideEnd, foot) }
        foot += grid
        place(float, on: page, x: left(of: page), y: foot)
        foot += float.item.height
      }
    }
    room.side = room.side.lowerBound...max(room.side.lowerBound, sideEnd)
    return room
  }

  private mutating func place(_ float: PageFloat, on page: Int, x: Double, y: Double) {
    placing.note(float.item, on: page, y: y)
    placing.place(float.item.fragments, on: page, x: x, y: y, in: session)
  }
}

/// What floats leave of a page, in points from its top.
struct FloatRoom {
  /// Where the text starts.
  var text: Double
  /// The side column's room.
  var side: ClosedRange<Double>

  /// All of a page.
  init(_ theme: Theme) {
    text = theme.top
    side = theme.top...theme.top + theme.height
  }
}
