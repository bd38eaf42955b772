import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A chart as it was set, to be set again lower.
struct SetChart {
  var chart: BarChart
  var frame: Frame
  var owner: Int
  /// How many fragments it has; those of its caption follow.
  var marks: Int
}

/// Pictures and charts with their captions.
extension LayoutSession {
  func items(
    of picture: Illustration, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let figure = tree.add(
      StructureNode(.figure, alternative: picture.alternative), to: parent)
    let content: (fragments: [Fragment], height: Double)
    switch picture.content {
    case .image(let source): content = image(source, in: frame, owner: figure)
    case .bars(let chart): content = try bars(chart, in: frame, owner: figure)
    }
    let captionNode = tree.add(StructureNode(.caption), to: figure)
    let text = numbered(document.words.figure, picture.number, picture.caption)
    let leading = scale.leading(of: .caption)
    let top = content.height + scale.grid * 0.35
    let credit = picture.credit.isEmpty ? [] : [.text("\u{2002}")] + picture.credit
    let caption = try textBox(
      text + credit, scale.style(.caption), leading: leading, owner: captionNode, x: frame.x,
      y: top, style(frame.width))
    let height = top + caption.height
    var item = GalleyItem(
      height: height + gridRest(height), fragments: content.fragments + caption.fragments)
    item.anchors = [picture.anchor]
    // A picture may lose a quarter of its height where that saves a page.
    item.shrink = Int(exactly: (content.height / 4 / scale.grid).rounded(.down)) ?? 0
    if case .bars(let chart) = picture.content {
      charts.append(
        SetChart(chart: chart, frame: frame, owner: figure, marks: content.fragments.count))
      item.chart = charts.count - 1
    }
    return [item]
  }

  private func image(
    _ source: ImageSource, in frame: Frame, owner: Int
  ) -> (fragments: [Fragment], height: Double) {
    let tallest = theme.height * 0.5
    let natural = frame.width * Double(source.height) / Double(max(1, source.width))
    let height = min(natural, tallest)
    let width = frame.width * height / natural
    let fragment = Fragment(
      owner: .node(owner), x: frame.x, y: 0,
      content: .image(source, Size(width: width, height: height)))
    return ([fragment], height)
  }

  /// Bars on a zero line, each with its value above and its label beneath.
  func bars(
    _ chart: BarChart, in frame: Frame, owner: Int, lower loss: Double = 0
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let leading = scale.leading(of: .small)
    let subtitle = try textBox(
      chart.subtitle.isEmpty ? [] : [.text(chart.subtitle)], scale.style(.small),
      leading: leading, owner: owner, x: frame.x, y: 0, style(frame.width))
    let plot = Rectangle(
      x: frame.x, y: subtitle.height + leading * 1.5, width: frame.width,
      height: max(1, frame.width * 0.36 - loss))
    let largest = max(chart.bars.reduce(0) { max($0, $1.value) }, .leastNonzeroMagnitude)
    let step = plot.width / Double(max(1, chart.bars.count))
    var fragments = subtitle.fragments
    for (index, bar) in chart.bars.enumerated() {
      let height = plot.height * max(0, bar.value) / largest
      let x = plot.x + step * Double(index)
      let shape = Rectangle(
        x: x + step * 0.15, y: plot.maxY - height, width: step * 0.7, height: height)
      fragments.append(
        Fragment(
          owner: .node(owner), x: 0, y: 0,
          content: .fill(.rectangle(shape), theme.accent)))
      fragments += try centred(bar.text, owner, x: x, y: shape.y - leading * 1.1, width: step)
      fragments += try centred(bar.label, owner, x: x, y: plot.maxY + leading * 0.1, width: step)
    }
    fragments.append(
      Fragment(
        owner: .node(owner), x: 0, y: 0,
        content: .fill(
          .rectangle(Rectangle(x: plot.x, y: plot.maxY - 0.25, width: plot.width, height: 0.5)),
          theme.ink)))
    return (fragments, plot.maxY + leading * 1.2)
  }

  private func centred(
    _ text: String, _ owner: Int, x: Double, y: Double, width: Double
  ) throws(LayoutError) -> [Fragment] {
    guard !text.isEmpty else { return [] }
    var style = scale.style(.small)
    style.features = ["tnum", "lnum"]
    return try textBox(
      [.text(text)], style, leading: scale.leading(of: .small), owner: owner, x: x, y: y,
      self.style(width, .centre)
    ).fragments
  }
}
