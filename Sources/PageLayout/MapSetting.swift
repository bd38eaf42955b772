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
    let head = try title(of: picture, map, under: figure, in: frame)
    let top = head.height + scale.grid * 0.5
    let drawing = try draw(map, in: frame)
    let marks = try fragments(of: drawing, owner: figure, x: frame.x, y: top)
    let bottom = top + drawing.size.height
    let foot = try source(of: picture, map, under: parent, in: frame, y: bottom + scale.grid * 0.3)
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

  /// The finding in bold, what is measured beneath it.
  private func title(
    of picture: Illustration, _ map: WorldMap, under figure: Int, in frame: Frame
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.caption), to: figure)
    var style = scale.style(.tableHead)
    style.size = scale.size(0)
    style.features = ["lnum", "pnum"]
    let title = try textBox(
      numbered(document.words.figure, picture.number, picture.caption), style,
      leading: scale.grid, owner: node, x: frame.x, y: 0,
      self.style(frame.width, .leading, balance: .balanced))
    let subtitle = try textBox(
      map.subtitle.isEmpty ? [] : [.text(map.subtitle)], scale.style(.small),
      leading: scale.leading(of: .small), owner: node, x: frame.x, y: title.height,
      self.style(frame.width))
    return (title.fragments + subtitle.fragments, title.height + subtitle.height)
  }

  /// The source, in small print under the drawing; no part of the figure, so that it is read out.
  private func source(
    of picture: Illustration, _ map: WorldMap, under parent: Int, in frame: Frame, y: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let words = map.source + (picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit)
    guard !words.isEmpty else { return ([], 0) }
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let box = try textBox(
      words, scale.style(.small), leading: scale.leading(of: .small), owner: node, x: frame.x,
      y: y, style(frame.width))
    return (box.fragments, box.height + scale.grid * 0.3)
  }
}
