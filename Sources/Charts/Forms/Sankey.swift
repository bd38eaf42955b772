import DocumentModel
import Geometry

/// Bands as wide as what flows: from the series to the categories, or from categories through a hub to
/// categories, the first series in and the second out.
extension Canvas {
  /// One end of bands: its name, what flows through it and where it lies.
  private struct Node {
    var lines: [String]
    var flow: Double
    /// The category that it stands for, if it is one.
    var category = 0
    var top = 0.0
    var used = 0.0
  }

  mutating func sankey() -> Double {
    !chart.hub.isEmpty && chart.series.count == 2 ? throughHub() : acrossSides()
  }

  private func node(_ name: String, _ value: String, _ flow: Double, _ limit: Double) -> Node {
    Node(lines: lines(name + " " + value, width: limit, most: 3), flow: flow)
  }

  /// From the series at the left to the categories at the right.
  private mutating func acrossSides() -> Double {
    let limit = width * 0.3
    let language = chart.language
    let sums = chart.series.map { $0.values.reduce(0) { $0 + max(0, $1.number ?? 0) } }
    func plain(_ sum: Double) -> String {
      Ticks(from: 0, to: sum, whole: isWhole).text(sum, language: language)
    }
    var left = zip(chart.series, sums).map { node($0.name, plain($1), $1, limit) }
    var right = chart.categories.indices.map { category in
      let values = chart.series.indices.compactMap { number($0, category) }
      let sum = values.reduce(0, +)
      let isOne = chart.series.count == 1
      let words = isOne ? value(0, category).map { text(of: $0) } ?? "" : plain(sum)
      return node(chart.categories[category], words, sum, limit)
    }
    let (x, plot) = place([left, right], limit: limit)
    let height = plot.height + gaps([left, right])
    settle(&left, plot, height)
    settle(&right, plot, height)
    for series in left.indices {
      for category in right.indices {
        guard let flow = number(series, category), flow > 0 else { continue }
        let height = plot.height * flow / plot.width
        band(
          from: Point(x: x.0 + em * 0.7, y: left[series].top + left[series].used),
          to: Point(x: x.1 - em * 0.7, y: right[category].top + right[category].used),
          height: height, ink(series: series), filling(series, category))
        spot(
          Rectangle(
            x: x.1 - em * 1.7, y: right[category].top + right[category].used, width: em,
            height: max(height, 1)), spoken(series, category))
        left[series].used += height
        right[category].used += height
      }
    }
    for (series, node) in left.enumerated() {
      bar(node, x: x.0, plot, ink(series: series))
    }
    for node in right { bar(node, x: x.1 - em * 0.7, plot, .grey(0.3)) }
    let bottom = plot.maxY + gaps([left, right])
    labels(left, x: x.0 - em * 0.5, plot, to: bottom, atLeft: true)
    labels(right, x: x.1 + em * 0.5, plot, to: bottom, atLeft: false)
    return bottom + em * 0.4
  }

  /// From the categories at the left into the hub in the middle, and out to those at the right.
  private mutating func throughHub() -> Double {
    let limit = width * 0.27
    func side(_ series: Int) -> [Node] {
      let order = chart.categories.indices.filter { (number(series, $0) ?? 0) > 0 }.sorted {
        let (a, b) = (number(series, $0) ?? 0, number(series, $1) ?? 0)
        if ($0 == chart.rest) != ($1 == chart.rest) { return $1 == chart.rest }
        return a != b ? a > b : $0 < $1
      }
      return order.map { category in
        var node = node(
          chart.categories[category], value(series, category).map { text(of: $0) } ?? "",
          number(series, category) ?? 0, limit)
        node.category = category
        return node
      }
    }
    let head = lines(chart.hub, width: width * 0.3, most: 3)
    var left = side(0)
    var right = side(1)
    var heads: [Double] = []
    for (series, anchor) in [(0, Drawing.Label.Anchor.start), (1, .end)] {
      let words = lines(chart.series[series].name, width: width * 0.32, most: 3)
      text(
        lines: words, x: series == 0 ? 0 : width, y: line * 0.8, anchor, .name,
        ink(series: series) == .accent ? .accent : .text)
      heads.append(Double(words.count))
    }
    text(lines: head, x: width / 2, y: line * 0.8, .middle)
    let top = line * max(heads.max() ?? 0, Double(head.count)) + em
    let (x, plot) = place([left, right], limit: limit, top: top)
    settle(&left, plot, plot.height + gaps([left, right]))
    settle(&right, plot, plot.height + gaps([left, right]))
    let middle = width / 2
    let sums = [left, right].map { $0.reduce(0) { $0 + $1.flow } * plot.height / plot.width }
    let hubTop = sums.map { plot.y + (plot.height + self.gaps([left, right]) - $0) / 2 }
    for (index, nodes) in [left, right].enumerated() {
      var y = hubTop[index]
      for node in nodes {
        let filling = filling(index, node.category)
        let height = node.flow * plot.height / plot.width
        let outer = Point(x: index == 0 ? x.0 + em * 0.5 : x.1 - em * 0.5, y: node.top)
        let inner = Point(x: index == 0 ? middle - em * 0.5 : middle + em * 0.5, y: y)
        band(
          from: index == 0 ? outer : inner, to: index == 0 ? inner : outer, height: height,
          ink(series: index), filling)
        bar(
          node, x: index == 0 ? x.0 : x.1 - em * 0.5, plot, ink(series: index), em * 0.5
        )
        y += height
      }
      fill(
        Rectangle(
          x: index == 0 ? middle - em * 0.5 : middle + 0.4, y: hubTop[index],
          width: em * 0.5 - 0.4, height: sums[index]), .text)
    }
    let bottom = plot.maxY + gaps([left, right])
    labels(left, x: x.0 - em * 0.5, plot, to: bottom, atLeft: true)
    labels(right, x: x.1 + em * 0.5, plot, to: bottom, atLeft: false)
    return bottom + em * 0.4
  }

  private func gaps(_ sides: [[Node]]) -> Double {
    Double(max(0, (sides.map(\.count).max() ?? 1) - 1)) * em * 0.35
  }

  /// Where bands begin and end, and a plot whose height stands for a flow of its `width`.
  private mutating func place(
    _ sides: [[Node]], limit: Double, top: Double = 0
  ) -> ((Double, Double), Rectangle) {
    let widths = sides.map { $0.reduce(0) { max($0, widest($1.lines)) } }
    let words = sides.map { $0.reduce(0) { $0 + Double($1.lines.count) * line } }
    let least = (words.max() ?? 0) * 1.02
    let height = lowered(max(plotHeight(width), least * 1.25), least: least) - gaps(sides)
    let flow = sides.map { $0.reduce(0) { $0 + $1.flow } }.max() ?? 1
    return (
      ((widths.first ?? 0) + em * 0.5, width - (widths.last ?? 0) - em * 0.5),
      Rectangle(
        x: 0, y: top + em * 0.3, width: max(flow, 1e-12),
        height: max(1, height))
    )
  }

  /// Nodes one below the other over the whole height, as far as their names ask for room.
  private func settle(_ nodes: inout [Node], _ plot: Rectangle, _ height: Double) {
    let used = nodes.reduce(0) { $0 + $1.flow } * plot.height / plot.width
    let free = max(0, height - used)
    let gap = min(free / Double(max(1, nodes.count - 1)), line * 1.6)
    var y = plot.y + max(0, (free - gap * Double(nodes.count - 1)) / 2)
    for index in nodes.indices {
      nodes[index].top = y
      y += nodes[index].flow * plot.height / plot.width + gap
    }
  }

  private mutating func bar(
    _ node: Node, x: Double, _ plot: Rectangle, _ ink: Drawing.Ink, _ width: Double? = nil
  ) {
    let height = max(0.4, node.flow * plot.height / plot.width)
    fill(Rectangle(x: x, y: node.top, width: width ?? em * 0.7, height: height), ink)
  }

  private mutating func band(
    from start: Point, to end: Point, height: Double, _ ink: Drawing.Ink,
    _ filling: Drawing.Filling
  ) {
    let middle = (start.x + end.x) / 2
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    let path = Path([
      .move(start), .curve(point(middle, start.y), point(middle, end.y), end),
      .line(point(end.x, end.y + height)),
      .curve(
        point(middle, end.y + height), point(middle, start.y + height),
        point(start.x, start.y + height)), .close,
    ])
    fill(path, ink, filling == .solid ? .light : filling)
  }

  /// The names beside the nodes, moved apart.
  private mutating func labels(
    _ nodes: [Node], x: Double, _ plot: Rectangle, to bottom: Double, atLeft: Bool
  ) {
    let heights = nodes.map { Double($0.lines.count) * line }
    let wanted = nodes.map { $0.top + $0.flow * plot.height / plot.width / 2 }
    let places = Self.spread(wanted, heights: heights, from: plot.y, to: bottom)
    for (index, place) in places.enumerated() {
      let first = baseline(middle: place) - Double(nodes[index].lines.count - 1) * line / 2
      text(lines: nodes[index].lines, x: x, y: first, atLeft ? .end : .start)
    }
  }
}
