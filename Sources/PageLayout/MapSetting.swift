import Charts
import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Maps: the finding, what is measured, the drawing, where it comes from.
extension LayoutSession {
  func item(
    of picture: Illustration, _ map: WorldMap, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: parent)
    let head = try drawingTitle(of: picture, map.subtitle, under: figure, in: frame)
    let top = head.height + scale.grid * 0.5
    let wide = margins(of: map, in: frame)
    let drawing = try draw(map, in: wide)
    let marks = try fragments(of: drawing, owner: figure, x: wide.x, y: top)
    let bottom = top + drawing.size.height
    let foot = try drawingSource(
      of: picture, map.source, under: parent, in: frame, y: bottom + scale.grid * 0.3)
    let height = bottom + foot.height
    var item = GalleyItem(
      height: height + gridRest(height), fragments: head.fragments + marks + foot.fragments)
    item.anchors = [picture.anchor]
    return item
  }

  /// A map of the page's width reaches into both margins alike; its words stay between them.
  private func margins(of map: WorldMap, in frame: Frame) -> Frame {
    guard map.width == .page, frame.width >= fullFrame.width, companion == nil else { return frame }
    let reach = min(theme.inner, theme.outer) * 0.55
    return Frame(x: frame.x - reach, width: frame.width + 2 * reach)
  }

  private func draw(_ map: WorldMap, in frame: Frame) throws(LayoutError) -> Drawing {
    do throws(GeographyError) {
      return try Drawing(map, width: frame.width, measure: labelMeasure)
    } catch { throw .unreadableGeography(file: error.file) }
  }
}
