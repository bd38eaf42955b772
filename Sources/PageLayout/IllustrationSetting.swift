import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Pictures and charts with their captions.
extension LayoutSession {
  func items(
    of picture: Illustration, under parent: Int, in frame: Frame, tallest: Double? = nil
  ) throws(LayoutError) -> [GalleyItem] {
    var item =
      switch picture.content {
      case .image(let source):
        try self.item(of: picture, source, under: parent, in: frame, tallest: tallest)
      case .chart(let chart): try self.item(of: picture, chart, under: parent, in: frame)
      case .map(let map): try self.item(of: picture, map, under: parent, in: frame)
      }
    if picture.placement.leastHeight == 1 { item.shrink = 0 }
    return [item]
  }

  private func item(
    of picture: Illustration, _ source: ImageSource, under parent: Int, in frame: Frame,
    tallest: Double?
  ) throws(LayoutError) -> GalleyItem {
    let figure = tree.add(
      StructureNode(.figure, alternative: picture.alternative), to: parent)
    let content = image(source, in: frame, owner: figure, tallest: tallest)
    let captionNode = tree.add(StructureNode(.caption), to: figure)
    let text = numbered(document.words.figure, picture.number, picture.caption)
    let leading = scale.leading(of: .caption)
    let top = content.height + scale.grid * 0.35
    let credit = picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit
    let caption = try textBox(
      text + credit, scale.style(.caption), leading: leading, owner: captionNode, x: frame.x,
      y: top, style(measure(of: content.fragments, in: frame)))
    let height = top + caption.height
    var item = GalleyItem(
      height: height + gridRest(height), fragments: content.fragments + caption.fragments)
    item.anchors = [picture.anchor]
    item.shrink = steps(thatGives: content.height, source, picture.placement)
    return item
  }

  /// By how many grid steps a picture may be lower where that saves a page or a hole. One across the
  /// page that is not cropped keeps its width, and so its height, unless it is said how low it may be.
  func steps(thatGives height: Double, _ source: ImageSource, _ placement: Placement) -> Int {
    let isFixed = placement.span == .page && !source.framing.allowsCropping
    guard !isFixed || placement.leastHeight != nil else { return 0 }
    let least = placement.leastHeight ?? (placement.float == .here ? 0.75 : 0.8)
    return Int(exactly: (height * (1 - least) / scale.grid + 0.001).rounded(.down)) ?? 0
  }

  /// A caption is as wide as its picture, if that is wide enough to be read under.
  private func measure(of fragments: [Fragment], in frame: Frame) -> Double {
    guard case .image(_, let size)? = fragments.first?.content else { return frame.width }
    return max(frame.width / 2, min(frame.width, size.width))
  }

  /// The height that a picture would have by itself. One that follows its frame fills a page of its
  /// own down to a caption of three lines.
  private func naturalHeight(of source: ImageSource, in frame: Frame, tallest: Double) -> Double {
    guard source.framing.shape == .frame else { return frame.width / source.shownRatio }
    return tallest > theme.height * 0.5 ? tallest - scale.grid : frame.width / 1.5
  }

  func image(
    _ source: ImageSource, in frame: Frame, owner: Int, tallest: Double?
  ) -> (fragments: [Fragment], height: Double) {
    // A page of its own holds the caption too.
    let tallest = tallest.map { $0 - scale.grid * 3 } ?? theme.height * 0.5
    let natural = naturalHeight(of: source, in: frame, tallest: tallest)
    // What is too tall is cropped where it may be, and else narrower.
    let crops = source.framing.allowsCropping
    let height = crops ? heightOnGrid(min(natural, tallest)) : min(natural, tallest)
    let width = crops ? frame.width : frame.width * height / natural
    let fragment = Fragment(
      owner: .node(owner), x: frame.x, y: capitalTop,
      content: .image(source, Size(width: width, height: height)))
    return ([fragment], capitalTop + height)
  }
}
