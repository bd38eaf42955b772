import DocumentModel
import Geometry

/// Columns of several series.
extension Canvas {
  mutating func groupedColumns() -> Double {
    let keyHeight = key()
    let count = Double(chart.series.count)
    let texts = chart.series.flatMap { $0.values.map { text(of: $0) } }
    let natural = width / Double(chart.categories.count)
    let isDirect = widest(texts, .value) + em * 0.2 <= natural * 0.86 / count
    let ticks = Ticks(from: 0, to: chart.series.joinedNumbers.max() ?? 1, whole: isWhole)
    let left = isDirect ? 0 : tickWidth(ticks)
    let step = (width - left) / Double(chart.categories.count)
    let plot = Rectangle(
      x: left, y: keyHeight + line, width: width - left, height: lowered(plotHeight(width)))
    let most = isDirect ? chart.series.joinedNumbers.max() ?? 1 : ticks.high
    if !isDirect { gridLines(ticks, plot) }
    let thickness = step * 0.86 / count
    for category in chart.categories.indices {
      for series in chart.series.indices {
        guard let value = value(series, category) else { continue }
        let height =
          plot.height * (number(series, category) ?? 0) / max(most, 1e-12)
        let x = left + step * (Double(category) + 0.07) + thickness * Double(series)
        let box = Rectangle(
          x: x, y: plot.maxY - height, width: thickness * 0.92, height: height)
        fill(box, ink(series: series), filling(series, category))
        if isDirect {
          text(
            text(of: value), x: x + thickness * 0.46, y: box.y - em * 0.3, .middle, .value,
            value.number == nil ? .quiet : .text)
        } else {
          spot(box, spoken(series, category))
        }
      }
    }
    rule(Point(x: left, y: plot.maxY), Point(x: width, y: plot.maxY), .text)
    breakLines(step: step, x: left, from: keyHeight, to: plot.maxY)
    return feet(under: plot.maxY, step: step, x: left)
  }

  mutating func sideNames(
    _ names: [[String]], at wanted: [Double], _ heights: [Double], x: Double, from top: Double,
    to bottom: Double
  ) {
    guard wanted.count == names.count else { return }
    let places = Self.spread(wanted, heights: heights, from: top, to: bottom)
    for (index, place) in places.enumerated() {
      let first = baseline(middle: place) - Double(names[index].count - 1) * line / 2
      if abs(place - wanted[index]) > em * 0.4 {
        rule(
          Point(x: x - em * 0.3, y: wanted[index]), Point(x: x + em * 0.5, y: place), .quiet,
          width: 0.35)
      }
      fill(
        Rectangle(
          x: x + em * 0.05, y: place - heights[index] * 0.42, width: em * 0.28,
          height: heights[index] * 0.84), ink(series: index), pattern(index))
      text(lines: names[index], x: x + em * 0.7, y: first)
    }
  }
}
