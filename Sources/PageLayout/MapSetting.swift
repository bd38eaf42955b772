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
    let drawing = try draw(map, in: frame)
    let marks = try fragments(of: drawing, owner: figure, x: frame.x, y: top)
    let bottom = top + drawing.size.height
    let foot = try drawingSource(
      of: picture, map.source, under: parent, in: frame, y: bottom + scale.grid * 0.3)
    let height = bottom + foot.height
    var item = GalleyItem(
      height: height + gridRest(height), fragments: head.fragments + marks + foot.fragments)
    item.anchors = [picture.anchor]
    return item
  }

  private func draw(_ map: WorldMap, in frame: Frame) throws(LayoutError) -> Drawing {
    do throws(GeographyError) {
      return try Drawing(map, width: frame.width, measure: labelMeasure)
    } catch { throw .unreadableGeography(file: error.file) }
  }
}
