import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Pictures in rows of equal height, each cropped to its frame on the grid round its focal point.
extension LayoutSession {
  /// A row is an item, so that a page may end between rows.
  func items(of gallery: GalleryBlock, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.division), to: parent)
    let frame = theme.columns == .sided ? fullFrame : textFrame
    let rows = gallery.rows
    var items: [GalleyItem] = []
    for (index, row) in rows.enumerated() {
      var item = try self.item(of: row, in: gallery, under: node, frame)
      if index == 0 { item.anchors = [gallery.anchor] }
      // White between rows is that between columns; the last row carries the block's own.
      items.append(item)
    }
    guard let caption = try caption(of: gallery, under: node, frame) else { return items }
    if let last = items.indices.last { items[last].breakAfter = .forbidden }
    return items + [caption]
  }

  private func item(
    of row: GalleryRow, in gallery: GalleryBlock, under node: Int, _ frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    let column = (frame.width - 11 * theme.gutter) / 12
    let wanted = (frame.width - theme.gutter * Double(row.spans.count - 1)) * row.height
    let height = heightOnGrid(min(wanted, theme.height * 0.6))
    var fragments: [Fragment] = []
    var lowest = capitalTop + height
    var x = frame.x
    for (span, picture) in zip(row.spans, gallery.pictures[row.first..<row.end]) {
      let width = column * Double(span) + theme.gutter * Double(span - 1)
      let cell = try self.cell(
        of: picture, under: node, in: Rectangle(x: x, y: capitalTop, width: width, height: height))
      fragments += cell.fragments
      lowest = max(lowest, cell.height)
      x += width + theme.gutter
    }
    var item = GalleyItem(height: lowest + theme.gutter / 2, fragments: fragments)
    item.height += gridRest(item.height)
    item.isWide = true
    item.shrink = Int(exactly: (height / 5 / scale.grid).rounded(.down)) ?? 0
    return item
  }

  /// Where capitals of a line of text reach to, in points beneath the line's upper edge: there the
  /// upper edges of pictures stand.
  var capitalTop: Double { scale.drop - scale.base * (scale.isChinese ? 0.84 : 0.66) }

  /// The nearest height with which a picture ends on a baseline.
  func heightOnGrid(_ height: Double) -> Double {
    let edge = capitalTop - scale.drop
    return max(3, ((height + edge) / scale.grid).rounded()) * scale.grid - edge
  }

  /// A picture with its caption beneath.
  private func cell(
    of picture: GalleryBlock.Picture, under parent: Int, in frame: Rectangle
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: parent)
    var source = picture.image
    if source.framing.shape == .own { source.framing.shape = .frame }
    let image = Fragment(
      owner: .node(figure), x: frame.x, y: frame.y,
      content: .image(source, Size(width: frame.width, height: frame.height)))
    let gap: [Inline] =
      picture.caption.isEmpty || picture.credit.isEmpty ? [] : [.text("\u{2002}")]
    let words = picture.caption + gap + picture.credit
    guard !words.isEmpty else { return ([image], frame.maxY) }
    let node = tree.add(StructureNode(.caption), to: figure)
    let top = frame.maxY + scale.grid * 0.35
    let caption = try textBox(
      words, scale.style(.caption), leading: scale.leading(of: .caption), owner: node, x: frame.x,
      y: top, style(frame.width))
    return ([image] + caption.fragments, top + caption.height)
  }

  func caption(
    of gallery: GalleryBlock, under parent: Int, _ frame: Frame
  ) throws(LayoutError) -> GalleyItem? {
    let words = numbered(document.words.figure, gallery.number, gallery.caption)
    guard !words.isEmpty else { return nil }
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let text = try textBox(
      words, scale.style(.caption), leading: scale.leading(of: .caption), owner: node, x: frame.x,
      y: 0, style(min(frame.width, theme.span(8))))
    var item = GalleyItem(
      height: text.height + gridRest(text.height), fragments: text.fragments)
    item.isWide = true
    return item
  }
}
