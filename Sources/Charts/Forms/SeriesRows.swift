import DocumentModel
import Geometry

/// Rows of several series: side by side, to both sides, as dots.
extension Canvas {
  mutating func groupedRows() -> Double {
    let top = key()
    let count = chart.series.count
    let step = line * 0.95
    let frame = rowFrame(band: step * Double(count), top: top)
    names(of: frame)
    let texts = chart.series.flatMap { $0.values.map { text(of: $0) } }
    let room = max(0, width - frame.x - widest(texts, .value) - em * 0.5)
    let most = max(chart.series.joinedNumbers.max() ?? 0, 1e-12)
    for (category, row) in frame.rows.enumerated() {
      for series in chart.series.indices {
        guard let value = value(series, category) else { continue }
        let y = row.band + step * Double(series)
        let length = room * (number(series, category) ?? 0) / most
        fill(
          Rectangle(x: frame.x, y: y + step * 0.08, width: length, height: step * 0.84),
          ink(series: series), filling(series, category))
        text(
          text(of: value), x: frame.x + length + em * 0.4, y: baseline(middle: y + step / 2),
          .start, .value, value.number == nil ? .quiet : .text)
      }
    }
    rule(Point(x: frame.x, y: top), Point(x: frame.x, y: frame.bottom))
    return frame.bottom
  }

  /// Bars to both sides of zero: one series by its sign, two series back to back.
  mutating func diverging() -> Double {
    let isPair = chart.series.count == 2 && chart.series.joinedNumbers.allSatisfy { $0 >= 0 }
    let count = isPair ? 1 : chart.series.count
    let top = isPair ? pairHead() : key()
    let frame = rowFrame(band: em * 1.05 * Double(count), top: top)
    names(of: frame)
    let texts = chart.series.flatMap { $0.values.map { text(of: $0) } }
    let margin = widest(texts, .value) + em * 0.5
    func side(_ sign: Double) -> Double {
      if isPair { return chart.series[sign < 0 ? 0 : 1].values.compactMap(\.number).max() ?? 0 }
      return chart.series.joinedNumbers.map { $0 * sign }.max().map { max(0, $0) } ?? 0
    }
    let (left, right) = (side(-1), side(1))
    let unit = max(0, width - frame.x - 2 * margin) / max(left + right, 1e-12)
    let zero = frame.x + margin + left * unit
    for (category, row) in frame.rows.enumerated() {
      for series in chart.series.indices {
        guard let value = value(series, category) else { continue }
        let number = (number(series, category) ?? 0) * (isPair && series == 0 ? -1 : 1)
        let isLeft = number < 0 || (isPair && series == 0)
        let height = frame.bandHeight / Double(count)
        let y = row.band + (isPair ? 0 : height * Double(series))
        let length = abs(number) * unit
        fill(
          Rectangle(x: isLeft ? zero - length : zero, y: y, width: length, height: height),
          divergingInk(series, isLeft: isLeft), filling(series, category))
        text(
          text(of: value), x: isLeft ? zero - length - em * 0.4 : zero + length + em * 0.4,
          y: baseline(middle: y + height / 2), isLeft ? .end : .start, .value,
          value.number == nil ? .quiet : .text)
      }
    }
    rule(Point(x: zero, y: top), Point(x: zero, y: frame.bottom), .text)
    return frame.bottom
  }

  private func divergingInk(_ series: Int, isLeft: Bool) -> Drawing.Ink {
    if chart.series.count == 1 { return isLeft ? .second : .accent }
    return ink(series: series)
  }

  /// The names of two series above their sides.
  private mutating func pairHead() -> Double {
    var y = line * 0.8
    for (index, series) in chart.series.enumerated() {
      fill(
        Rectangle(x: 0, y: y - em * 0.68, width: em * 0.72, height: em * 0.72),
        divergingInk(index, isLeft: index == 0), pattern(index))
      let name = (index == 0 ? "← " : "→ ") + series.name
      text(lines(name, width: width - em * 1.2, most: 1).first ?? "", x: em * 1.1, y: y)
      y += line
    }
    return y - line + em * 0.7
  }

  /// A dot for each series on one line a category; the outermost values are printed.
  mutating func dotRows() -> Double {
    let top = key(round: true)
    let frame = rowFrame(band: em * 1.05, top: top)
    names(of: frame)
    let texts = chart.series.flatMap { $0.values.map { text(of: $0) } }
    let margin = widest(texts, .value) + em * 0.9
    let numbers = chart.series.joinedNumbers
    let ticks = Ticks(
      from: min(0, numbers.min() ?? 0), to: numbers.max() ?? 1, whole: isWhole)
    let left = frame.x + (chart.series.count > 1 ? margin : em * 0.4)
    let unit = max(1, width - margin - left) / (ticks.high - ticks.low)
    func x(_ number: Double) -> Double { left + (number - ticks.low) * unit }
    let axis = frame.bottom + line
    verticalTicks(ticks, from: top, to: frame.bottom, axis: axis) { x($0) }
    for (category, row) in frame.rows.enumerated() {
      let middle = row.band + frame.bandHeight / 2
      let points = chart.series.indices.compactMap { series in
        number(series, category).map { (series: series, x: x($0)) }
      }.sorted { ($0.x, $0.series) < ($1.x, $1.series) }
      guard let first = points.first, let last = points.last else {
        missing(category, x: left, y: baseline(middle: middle))
        continue
      }
      rule(Point(x: first.x, y: middle), Point(x: last.x, y: middle), .grey(0.6), width: em * 0.12)
      for point in points {
        dot(
          Point(x: point.x, y: middle), ink(series: point.series), radius: em * 0.36,
          hollow: value(point.series, category)?.isProvisional == true)
        if point.series != first.series, point.series != last.series {
          let area = Rectangle(x: point.x - em / 2, y: middle - em / 2, width: em, height: em)
          spot(area, spoken(point.series, category))
        }
      }
      let y = baseline(middle: middle)
      text(
        value(last.series, category).map { text(of: $0) } ?? "", x: last.x + em * 0.6, y: y, .start,
        .value)
      if first.series != last.series {
        text(
          value(first.series, category).map { text(of: $0) } ?? "", x: first.x - em * 0.6, y: y,
          .end, .value)
      }
    }
    return axis + em * 0.3
  }

  private mutating func missing(_ category: Int, x: Double, y: Double) {
    text(value(0, category).map { text(of: $0) } ?? "", x: x, y: y, .start, .value, .quiet)
  }

  /// Light lines at the ticks with their numbers beneath, as many as stand without touching.
  mutating func verticalTicks(
    _ ticks: Ticks, from top: Double, to bottom: Double, axis: Double, x: (Double) -> Double
  ) {
    var end = -Double.infinity
    for number in ticks.numbers {
      let words = ticks.text(number, language: chart.language)
      let place = x(number)
      rule(Point(x: place, y: top), Point(x: place, y: bottom), .grey(0.8), width: 0.35)
      let half = width(words, .tick) / 2
      guard place - half > end + em * 0.5, place - half >= 0, place + half <= width else {
        continue
      }
      text(words, x: place, y: axis, .middle, .tick, .quiet)
      end = place + half
    }
  }
}
