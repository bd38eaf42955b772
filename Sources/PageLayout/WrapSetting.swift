import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Text round a picture: the paragraphs after it are narrower by whole lines as far as it reaches.
extension LayoutSession {
  /// How many paragraphs from a block on run beside a picture before them; 0 where it stands alone.
  private func companions(of picture: Illustration, in blocks: ArraySlice<Block>) -> Int {
    guard picture.placement.wrap != .none, picture.placement.float == .here, band == nil,
      form != .parallel,
      case .image = picture.content
    else { return 0 }
    return blocks.prefix { if case .paragraph = $0 { true } else { false } }.count
  }

  /// A picture with the paragraphs beside it; nil where none can be beside it. The lines beside the
  /// picture stay together.
  func wrapped(
    _ block: Block, before following: ArraySlice<Block>, under node: Int, in frame: Frame
  ) throws(LayoutError) -> (items: [GalleyItem], taken: Int)? {
    guard case .illustration(let picture) = block else { return nil }
    let most = companions(of: picture, in: following)
    guard most > 0 else { return nil }
    let half = (frame.width - theme.gutter) / 2
    let isTrailing = picture.placement.wrap == .trailing
    let inset = self.inset(half + theme.gutter, of: frame.width)
    // Chinese lines end with their last whole character; the gutter is as wide on both sides.
    let rest = scale.isChinese ? whole(frame.width) - inset : half
    let reach = isTrailing || !scale.isChinese ? frame.width : whole(frame.width)
    let width = reach - rest - theme.gutter
    let side = Frame(x: isTrailing ? frame.x + frame.width - width : frame.x, width: width)
    let set = GalleyItem(
      merging: try items(of: picture, under: node, in: side), grid: scale.grid)
    let lines = linesBeside(set)
    var left = lines
    var result: [GalleyItem] = []
    var taken = 0
    for block in following.prefix(most) where left > 0 {
      guard case .paragraph(let inlines) = block else { break }
      let insets = LineInsets(leading: isTrailing ? 0 : inset, trailing: isTrailing ? inset : 0)
      let paragraph = try prose(
        inlines, under: node, x: frame.x, width: frame.width,
        indented: indentsAll || taken > 0,
        shape: Array(repeating: insets, count: left))
      left -= paragraph.count
      result += paragraph
      taken += 1
    }
    if left > 0 { result.append(GalleyItem(height: scale.grid * Double(left))) }
    for index in 0..<min(lines, result.count) - 1 { result[index].breakAfter = .forbidden }
    result[0].fragments += set.fragments
    result[0].anchors += set.anchors
    return (result, taken)
  }

  /// How many lines are narrower: those whose strokes begin less than half a step below the picture
  /// or its caption.
  private func linesBeside(_ set: GalleyItem) -> Int {
    let foot = set.fragments.reduce(0.0) { foot, fragment in
      switch fragment.content {
      case .image(_, let size): max(foot, fragment.y + size.height)
      case .line: max(foot, fragment.y)
      default: foot
      }
    }
    return max(1, Int(((foot + scale.grid / 2 - capitalTop) / scale.grid).rounded(.up)))
  }

  /// What a line leaves to a picture, in points: the rest of a Chinese line is a whole number of
  /// characters.
  private func inset(_ width: Double, of measure: Double) -> Double {
    guard scale.isChinese else { return width }
    return whole(measure) - whole(measure - width)
  }

  /// As much of a width as whole characters fill, in points.
  private func whole(_ width: Double) -> Double {
    scale.squares(width)
  }
}
