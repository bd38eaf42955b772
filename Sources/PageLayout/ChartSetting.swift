import Charts
import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A chart as it was set, to be set again lower.
struct SetChart {
  var chart: Chart
  var frame: Frame
  var owner: Int
  /// Where the drawing begins, in points from the item's top.
  var top: Double
  /// The fragments of the drawing; the title's come before them, the source's after.
  var marks: Range<Int>
  /// By how many grid steps it may be lower.
  var give = 0
}

/// Charts: the finding, what is measured, the drawing, where it comes from.
extension LayoutSession {
  func item(
    of picture: Illustration, _ chart: Chart, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: parent)
    let head = try drawingTitle(of: picture, chart.subtitle, under: figure, in: frame)
    let top = head.height + scale.grid * 0.5
    let drawing = draw(chart, in: frame)
    let marks = try fragments(of: drawing, owner: figure, x: frame.x, y: top)
    let foot = try drawingSource(
      of: picture, chart.source, under: parent, in: frame,
      y: top + drawing.size.height + scale.grid * 0.3)
    let height = top + drawing.size.height + foot.height
    var item = GalleyItem(
      height: height + gridRest(height), fragments: head.fragments + marks + foot.fragments)
    item.anchors = [picture.anchor]
    item.shrink = Int(exactly: (drawing.give / scale.grid).rounded(.down)) ?? 0
    let first = head.fragments.count
    charts.append(
      SetChart(
        chart: chart, frame: frame, owner: figure, top: top, marks: first..<(first + marks.count),
        give: item.shrink))
    item.chart = charts.count - 1
    return item
  }

  /// The finding in bold, what is measured beneath it.
  func drawingTitle(
    of picture: Illustration, _ subtitle: String, under figure: Int, in frame: Frame
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let node = tree.add(StructureNode(.caption), to: figure)
    var style = scale.style(.tableHead)
    style.size = scale.size(0)
    style.features = ["lnum", "pnum"]
    let leading = scale.grid
    let title = try textBox(
      numbered(document.words.figure, picture.number, picture.caption), style, leading: leading,
      owner: node, x: frame.x, y: 0,
      self.style(frame.width, .leading, balance: .balanced))
    let small = scale.leading(of: .small)
    let line = try textBox(
      subtitle.isEmpty ? [] : [.text(subtitle)], scale.style(.small), leading: small,
      owner: node, x: frame.x, y: title.height, self.style(frame.width))
    return (title.fragments + line.fragments, title.height + line.height)
  }

  /// The source, in small print under the drawing; no part of the figure, so that it is read out.
  func drawingSource(
    of picture: Illustration, _ source: [Inline], under parent: Int, in frame: Frame, y: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let words = source + (picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit)
    guard !words.isEmpty else { return ([], 0) }
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let box = try textBox(
      words, scale.style(.small), leading: scale.leading(of: .small), owner: node, x: frame.x,
      y: y, style(frame.width))
    return (box.fragments, box.height + scale.grid * 0.3)
  }

  /// The item with its drawing lower by `loss` points.
  func lowered(
    _ item: GalleyItem, _ chart: SetChart, by loss: Double
  ) throws(LayoutError) -> GalleyItem {
    var item = item
    let drawing = draw(chart.chart, in: chart.frame, lower: loss)
    let marks = try fragments(
      of: drawing, owner: chart.owner, x: chart.frame.x, y: chart.top)
    item.fragments =
      item.fragments[..<chart.marks.lowerBound] + marks
      + item.fragments[chart.marks.upperBound...].map { $0.moved(y: -loss) }
    return item
  }

  private func draw(_ chart: Chart, in frame: Frame, lower: Double = 0) -> Drawing {
    Drawing(chart, width: frame.width, measure: labelMeasure, lower: lower)
  }
}
