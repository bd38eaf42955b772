import DocumentModel
import Geometry

/// A line for each series from the first category to the last, named at both ends.
extension Canvas {
  mutating func slope() -> Double {
    let last = chart.categories.count - 1
    let shown = chart.series.indices.filter { number($0, 0) != nil && number($0, last) != nil }
    let limit = width * 0.36
    let left = shown.map { label($0, 0, limit) }
    let right = shown.map { label($0, last, limit) }
    let leftWidth = left.reduce(0) { max($0, widest($1)) }
    let rightWidth = right.reduce(0) { max($0, widest($1)) }
    let heights = left.map { Double($0.count) * line * 1.05 }
    let rightHeights = right.map { Double($0.count) * line * 1.05 }
    let most = max(heights.reduce(0, +), rightHeights.reduce(0, +))
    let top = line * 2
    let plot = Rectangle(
      x: leftWidth + em, y: top, width: max(1, width - leftWidth - rightWidth - 2 * em),
      height: lowered(max(plotHeight(width), most * 1.35), least: most))
    let numbers: [Double] = [0, last].flatMap { end in shown.compactMap { number($0, end) } }
    let low = min(numbers.min() ?? 0, 0)
    let high = max(numbers.max() ?? 1, low + 1e-12)
    func y(_ number: Double) -> Double {
      plot.maxY - plot.height * (number - low) / max(high - low, 1e-12)
    }
    axis(plot, from: 0, to: last)
    for series in shown.reversed() {
      guard let start = number(series, 0), let end = number(series, last) else { continue }
      let isOpen = value(series, last)?.isProvisional == true
      let points = [Point(x: plot.x, y: y(start)), Point(x: plot.maxX, y: y(end))]
      stroke(
        points, ink(series: series), width: em * 0.2, dashes: isOpen ? [2.4, 1.8] : [])
      dot(points[0], ink(series: series), radius: em * 0.28)
      dot(points[1], ink(series: series), radius: em * 0.28, hollow: isOpen)
    }
    sides(shown, left, heights, shown.map { y(number($0, 0) ?? 0) }, plot, atLeft: true)
    sides(shown, right, rightHeights, shown.map { y(number($0, last) ?? 0) }, plot, atLeft: false)
    return plot.maxY + line * 0.7
  }

  private func label(_ series: Int, _ category: Int, _ limit: Double) -> [String] {
    let value = value(series, category).map { text(of: $0) } ?? ""
    let name = chart.series[series].name
    return lines(name.isEmpty ? value : "\(name) \(value)", width: limit, most: 3)
  }

  private mutating func axis(_ plot: Rectangle, from first: Int, to last: Int) {
    let start = chart.categories[first]
    let end = chart.categories[last]
    let half = plot.width / 2
    rule(Point(x: plot.x, y: plot.y - em * 0.4), Point(x: plot.x, y: plot.maxY), .quiet)
    rule(Point(x: plot.maxX, y: plot.y - em * 0.4), Point(x: plot.maxX, y: plot.maxY), .quiet)
    // Names of the two ends grow outwards, so that they never meet.
    let left = lines(start, width: plot.x + half - em, most: 1, .tick).first ?? ""
    let right = lines(end, width: width - plot.maxX + half - em, most: 1, .tick).first ?? ""
    let leftX = min(plot.x + width(left, .tick) / 2, plot.x + half - em / 2)
    let rightX = max(plot.maxX - width(right, .tick) / 2, plot.maxX - half + em / 2)
    text(left, x: max(leftX, width(left, .tick)), y: line * 0.8, .end, .tick, .quiet)
    text(
      right, x: min(rightX, width - width(right, .tick)), y: line * 0.8, .start, .tick, .quiet)
  }

  private mutating func sides(
    _ shown: [Int], _ labels: [[String]], _ heights: [Double], _ wanted: [Double],
    _ plot: Rectangle, atLeft: Bool
  ) {
    let places = Self.spread(
      wanted, heights: heights, from: plot.y - line * 0.5, to: plot.maxY + line * 0.5)
    for (index, place) in places.enumerated() {
      let edge = atLeft ? plot.x : plot.maxX
      let side = atLeft ? -1.0 : 1.0
      if abs(place - wanted[index]) > em * 0.3 {
        rule(
          Point(x: edge + side * em * 0.35, y: wanted[index]),
          Point(x: edge + side * em * 0.85, y: place), .quiet, width: 0.35)
      }
      let first = baseline(middle: place) - Double(labels[index].count - 1) * line / 2
      text(
        lines: labels[index], x: edge + side * em, y: first, atLeft ? .end : .start, .name,
        ink(series: shown[index]) == .accent ? .accent : .text)
    }
  }
}
