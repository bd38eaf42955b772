import DocumentModel
import Geometry

/// Small charts of the same kind beside and below each other.
extension Canvas {
  /// A panel of columns for each series; on one scale, unless each has its own unit.
  mutating func multiples() -> Double {
    let gap = em * 2
    let most = max(1, Int(((width + gap) / (em * 13 + gap)).rounded(.down)))
    let across = min(most, max(1, chart.series.count), chart.series.count == 4 ? 2 : 3)
    let panel = (width - gap * Double(across - 1)) / Double(across)
    let titles = chart.series.map { lines($0.name, width: panel, most: 3) }
    let shared = chart.series.joinedNumbers.max() ?? 1
    let downs = (chart.series.count + across - 1) / across
    let plot = lowered(panel * 0.5 * Double(downs)) / Double(downs)
    var y = 0.0
    for down in 0..<downs {
      let row = (down * across)..<min(chart.series.count, (down + 1) * across)
      let head = line * Double(row.map { titles[$0].count }.max() ?? 0)
      for series in row {
        let x = (panel + gap) * Double(series - row.lowerBound)
        let most =
          chart.hasOwnScales ? chart.series[series].values.compactMap(\.number).max() : shared
        text(lines: titles[series], x: x, y: y + line * 0.8)
        self.panel(
          series, in: Rectangle(x: x, y: y + head + line, width: panel, height: plot),
          most: max(most ?? 1, 1e-12))
      }
      y += head + line * 2.3 + plot + (down + 1 < downs ? em * 1.2 : 0)
    }
    return y
  }

  private mutating func panel(_ series: Int, in plot: Rectangle, most: Double) {
    let step = plot.width / Double(chart.categories.count)
    let values = chart.series[series].values
    let last = values.lastIndex { $0.number != nil }
    let isAccent = chart.accent == nil || chart.accent == series
    for (index, value) in values.enumerated() {
      let height = plot.height * (number(series, index) ?? 0) / most
      let box = Rectangle(
        x: plot.x + step * (Double(index) + 0.14), y: plot.maxY - height, width: step * 0.72,
        height: height)
      fill(
        box, index == last && isAccent ? .accent : .grey(0.6),
        value.isProvisional ? .hatched : .solid)
      spot(box, spoken(series, index))
    }
    rule(Point(x: plot.x, y: plot.maxY), Point(x: plot.maxX, y: plot.maxY), .text)
    let first = values.firstIndex { $0.number != nil }
    let middle = { (index: Int) in plot.x + step * (Double(index) + 0.5) }
    var free = plot.maxX
    if let last {
      let height = plot.height * (number(series, last) ?? 0) / most
      let words = text(of: values[last])
      let half = width(words, .value) / 2
      let x = max(plot.x + half, min(middle(last), plot.maxX - half))
      text(words, x: x, y: plot.maxY - height - em * 0.3, .middle, .value)
      free = x - half - em * 0.4
    }
    if let first, first != last {
      let height = plot.height * (number(series, first) ?? 0) / most
      let words = text(of: values[first])
      let half = width(words, .value) / 2
      let x = max(plot.x + half, middle(first))
      if x + half < free {
        text(words, x: x, y: plot.maxY - height - em * 0.3, .middle, .value, .quiet)
      }
    }
    panelFeet(plot)
  }

  private mutating func panelFeet(_ plot: Rectangle) {
    guard let first = chart.categories.first, let last = chart.categories.last else { return }
    let y = plot.maxY + line
    let half = (plot.width - em) / 2
    text(
      lines(first, width: half, most: 1, .tick).first ?? "", x: plot.x, y: y, .start, .tick, .quiet)
    guard chart.categories.count > 1 else { return }
    text(
      lines(last, width: half, most: 1, .tick).first ?? "", x: plot.maxX, y: y, .end, .tick, .quiet)
  }

  /// A small line for each series with its first and last value.
  mutating func sparklines() -> Double {
    let lasts = chart.series.map { $0.values.last { $0.number != nil }.map { text(of: $0) } ?? "" }
    let edge = width - widest(lasts, .value) - em * 0.9
    let limit = max(em * 2, min(width * 0.42, edge - em * 4))
    let names = chart.series.map { lines($0.name, width: limit) }
    let left = names.reduce(0) { max($0, widest($1)) }
    var firsts = chart.series.map {
      $0.values.first { $0.number != nil }.map { text(of: $0) } ?? ""
    }
    // Where both values leave no room for the line, the last one is what is told.
    if left + widest(firsts, .value) + em * 3.7 > edge { firsts = firsts.map { _ in "" } }
    let start = (left > 0 ? left + em : 0) + widest(firsts, .value) + em * 0.7
    let end = max(start + 1, edge)
    let heights = names.map { max(2.2 * em, Double($0.count) * line + em * 0.5) }
    var y = line
    let first = lines(chart.categories.first ?? "", width: start - em * 0.7, most: 1, .tick)
    text(lines: first, x: start - em * 0.7, y: line * 0.8, .end, .tick, .quiet)
    if chart.categories.count > 1, fitsHead(start, end) {
      text(chart.categories.last ?? "", x: end + em * 0.9, y: line * 0.8, .start, .tick, .quiet)
    }
    for series in chart.series.indices {
      let middle = y + heights[series] / 2
      text(
        lines: names[series], x: 0,
        y: baseline(middle: middle) - Double(names[series].count - 1) * line / 2)
      let box = Rectangle(
        x: start, y: middle - em * 0.75, width: end - start, height: em * 1.5)
      spark(series, in: box)
      text(firsts[series], x: start - em * 0.7, y: baseline(middle: middle), .end, .value, .quiet)
      text(lasts[series], x: end + em * 0.9, y: baseline(middle: middle), .start, .value)
      y += heights[series]
      if series + 1 < chart.series.count {
        rule(Point(x: 0, y: y), Point(x: width, y: y), .grey(0.8), width: 0.35)
      }
    }
    return y
  }

  private func fitsHead(_ start: Double, _ end: Double) -> Bool {
    end + em * 0.9 + width(chart.categories.last ?? "", .tick) <= width
      && width(chart.categories.first ?? "", .tick) <= start - em * 0.7
  }

  private mutating func spark(_ series: Int, in box: Rectangle) {
    let numbers = chart.series[series].values.compactMap(\.number)
    let own = (numbers.min() ?? 0, numbers.max() ?? 1)
    let step = box.width / Double(max(1, chart.categories.count - 1))
    let span = max(own.1 - min(own.0, own.1), 1e-12)
    let points = chart.categories.indices.compactMap { category in
      number(series, category).map { number in
        Point(
          x: box.x + step * Double(category),
          y: own.1 == own.0
            ? box.y + box.height / 2 : box.maxY - box.height * (number - own.0) / span)
      }
    }
    stroke(points, .quiet, width: em * 0.13)
    if let last = points.last {
      dot(
        last, .accent, radius: em * 0.27,
        hollow: chart.series[series].values.last?.isProvisional == true)
    }
  }
}
