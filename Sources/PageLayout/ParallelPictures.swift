import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Pictures that two languages side by side share, and what leaves their text for the edges of pages.
extension LayoutSession {
  /// The picture file that both languages show, in which there are no words; nil for two.
  static func sharedPicture(_ first: Illustration, _ second: Illustration) -> ImageSource? {
    guard case .image(let source) = first.content, case .image(let other) = second.content,
      source.path == other.path
    else { return nil }
    return source
  }

  /// A picture once across both columns, its caption under it in each.
  func shared(
    _ first: Illustration, _ second: Illustration, _ source: ImageSource, _ voices: [Voice],
    under node: Int, tallest: Double? = nil
  ) throws(LayoutError) -> GalleyItem {
    let width = theme.halved.width
    let outer = part(of: voices[0], isFirst: true, under: node)
    let figure = tree.add(StructureNode(.figure, alternative: first.alternative), to: outer)
    // What text would run beside is as wide as a column.
    let isNarrow = first.placement.wrap != .none
    let frame = isNarrow ? Frame(x: 0, width: width) : fullFrame
    let content = image(source, in: frame, owner: figure, tallest: tallest)
    var item = GalleyItem(height: 0, fragments: content.fragments)
    let top = content.height + scale.grid * 0.35
    let captions = try captions(first, second, voices, under: [figure, node], at: top)
    item.fragments += captions.fragments
    item.height = top + captions.height
    item.height += gridRest(item.height)
    item.anchors = captions.anchors
    item.isWide = true
    var placement = first.placement
    placement.span = .page
    item.shrink = steps(thatGives: content.height, source, placement)
    return item
  }

  /// The captions of a picture in both columns, level with each other.
  private func captions(
    _ first: Illustration, _ second: Illustration, _ voices: [Voice], under nodes: [Int],
    at top: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double, anchors: [String]) {
    let (width, shift) = (theme.halved.width, theme.languageShift)
    var fragments: [Fragment] = []
    var height = 0.0
    var anchors: [String] = []
    for (index, picture) in [first, second].enumerated() {
      speak(voices[index])
      anchors.append(local(picture.anchor))
      let text = numbered(document.words.figure, picture.number, picture.caption)
      let credit = picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit
      guard !(text + credit).isEmpty else { continue }
      let owner =
        index == 0
        ? tree.add(StructureNode(.caption), to: nodes[0])
        : tree.add(
          StructureNode(.paragraph), to: part(of: voices[1], isFirst: false, under: nodes[1]))
      let box = try textBox(
        text + credit, scale.style(.caption), leading: scale.leading(of: .caption), owner: owner,
        x: index == 0 ? 0 : shift, y: top, style(width))
      fragments += box.fragments
      height = max(height, box.height)
    }
    speak(voices[0])
    return (fragments, height, anchors)
  }

  /// A picture that covers its page, its captions side by side in the lower margin.
  private func sharedBleed(
    _ first: Illustration, _ second: Illustration, _ source: ImageSource, _ voices: [Voice],
    under node: Int
  ) throws(LayoutError) -> GalleyItem {
    let outer = part(of: voices[0], isFirst: true, under: node)
    let figure = tree.add(StructureNode(.figure, alternative: first.alternative), to: outer)
    let isSilent = [first, second].allSatisfy { $0.caption.isEmpty && $0.credit.isEmpty }
    let room = Size(
      width: theme.page.width, height: theme.page.height - (isSilent ? 0 : theme.bottom))
    var item = GalleyItem(height: theme.height)
    item.fragments = [Fragment(owner: .node(figure), x: 0, y: 0, content: .image(source, room))]
    let captions = try captions(
      first, second, voices, under: [figure, node], at: room.height + scale.grid * 0.75)
    item.fragments += captions.fragments
    item.anchors = captions.anchors
    return item
  }

  /// The pictures of a gallery once, what is said of each in both languages; its caption in each
  /// column.
  func add(
    _ first: GalleryBlock, _ second: GalleryBlock, _ voices: [Voice], under node: Int,
    to flow: inout ParallelFlow
  ) throws(LayoutError) {
    var both = first
    both.caption = []
    both.number = nil
    for (index, picture) in second.pictures.enumerated() where !picture.caption.isEmpty {
      let gap: [Inline] = both.pictures[index].caption.isEmpty ? [] : [.text(" \u{B7} ")]
      both.pictures[index].caption +=
        gap + [.language(voices[1].document.language, picture.caption)]
    }
    let rows = try items(of: both, under: part(of: voices[0], isFirst: true, under: node))
    let isSaid = ![first, second].allSatisfy { $0.caption.isEmpty && $0.number == nil }
    for (index, var row) in rows.enumerated() {
      row.anchors = row.anchors.flatMap { [$0, $0 + voices[1].suffix] }
      if isSaid, index == rows.count - 1 { row.breakAfter = .forbidden }
      flow.append(whole: row)
    }
    guard isSaid else { return }
    try pair(voices, under: node, in: &flow) { (voice, element) throws(LayoutError) in
      let gallery = voice == 0 ? first : second
      return try self.caption(of: gallery, under: element, self.fullFrame).map { [$0] } ?? []
    }
  }

  /// A pair of blocks for an edge of a page; in the text where it is higher than a page.
  func float(
    _ both: [Block?], _ placement: Placement, _ voices: [Voice], under node: Int,
    from flow: inout ParallelFlow
  ) throws(LayoutError) {
    var part = ParallelFlow()
    var isBleed = false
    if case .illustration(let first)? = both[0], case .illustration(let second)? = both[1],
      let source = Self.sharedPicture(first, second)
    {
      isBleed = placement.float == .fullBleed
      let item =
        isBleed
        ? try sharedBleed(first, second, source, voices, under: node)
        : try shared(
          first, second, source, voices, under: node,
          tallest: placement.float == .page ? theme.height : nil)
      part.append(whole: item)
    } else {
      try add(both, voices, under: node, to: &part)
    }
    let item = isBleed ? part.items[0] : part.merged(grid: scale.grid)
    guard item.height <= theme.height || isBleed, !part.items.contains(where: { $0.names != nil })
    else {
      flow.append(space: space(scale.grid))
      flow.append(part)
      return
    }
    let edge: PageFloat.Edge =
      switch placement.float {
      case .here, .top: .top
      case .bottom: .bottom
      case .page, .fullBleed: .page
      }
    floats.append(PageFloat(item: item, edge: edge, isWide: true, isBleed: isBleed))
    // White at the top of a page is dropped, and would take the float with it.
    var place = flow.items.lastIndex { !$0.isSpace } ?? flow.items.count
    if place == flow.items.count {
      flow.append(whole: GalleyItem(height: 0, breakAfter: .forbidden))
      place = flow.items.count - 1
    }
    flow.items[place].floats.append(floats.count - 1)
    flow.items[place].notes += item.notes
  }
}
