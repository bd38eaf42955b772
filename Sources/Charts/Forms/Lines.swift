import DocumentModel
import Geometry

/// Lines and areas over categories.
extension Canvas {
  mutating func lines() -> Double {
    let isArea = chart.form == .area
    let isSingle = chart.series.count == 1
    let names = isSingle ? [] : chart.series.indices.map { endLabel($0) }
    let foot = width(chart.categories.last ?? "", .tick) / 2
    let right = max(foot, isSingle ? em : names.reduce(0) { max($0, widest($1)) } + em * 1.4)
    let numbers = isArea ? sums() : chart.series.joinedNumbers
    let ticks = lineTicks(numbers, fromZero: isArea)
    let left = tickWidth(ticks)
    let step = max(1, width - left - right) / Double(max(1, chart.categories.count - 1))
    let notes = remarkRows(step: step, x: left, centred: false)
    let heights = names.map { Double($0.count) * line }
    let plot = Rectangle(
      x: left, y: remarkHeight(notes) + line * 1.2, width: max(1, width - left - right),
      height: lowered(plotHeight(width), least: heights.reduce(0, +)))
    gridLines(ticks, plot)
    let tops = isArea ? areas(ticks, plot, step) : curves(ticks, plot, step)
    rule(
      Point(x: plot.x, y: plot.maxY), Point(x: plot.maxX, y: plot.maxY),
      ticks.low <= 0 ? .text : .quiet)
    breakLines(step: step, x: left - step / 2, from: remarkHeight(notes), to: plot.maxY)
    remarks(notes, tops: tops, step: step, x: left, centred: false)
    if !isSingle { ends(names, heights, ticks, plot) }
    return feet(under: plot.maxY, step: step, x: left, centred: false)
  }

  /// From zero, unless all values lie in the upper part of what zero would leave.
  private func lineTicks(_ numbers: [Double], fromZero: Bool) -> Ticks {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let start = fromZero || (low > 0 && low < high * 0.6) ? 0 : low
    return Ticks(from: min(start, high), to: high, whole: isWhole)
  }

  private func sums() -> [Double] {
    chart.categories.indices.map { category in
      chart.series.indices.reduce(0) { $0 + max(0, number($1, category) ?? 0) }
    }
  }

  /// The name of a series with its last value.
  private func endLabel(_ series: Int) -> [String] {
    let last = chart.series[series].values.last { $0.number != nil }
    let name = lines(chart.series[series].name, width: width * 0.26, most: 3)
    let value = chart.form == .area ? "" : last.map { text(of: $0) } ?? ""
    guard let tail = name.last, !value.isEmpty else { return name }
    let joined = tail + " " + value
    return width(joined) <= width * 0.28 ? name.dropLast() + [joined] : name + [value]
  }

  private mutating func ends(
    _ names: [[String]], _ heights: [Double], _ ticks: Ticks, _ plot: Rectangle
  ) {
    var below = 0.0
    let wanted = chart.series.indices.map { series in
      if chart.form == .area {
        let number = number(series, chart.categories.count - 1) ?? 0
        defer { below += number }
        return y(below + number / 2, ticks, plot)
      }
      let last = chart.series[series].values.compactMap(\.number).last ?? 0
      return y(last, ticks, plot)
    }
    let places = Self.spread(
      wanted, heights: heights, from: plot.y - line * 0.6, to: plot.maxY)
    for (series, place) in places.enumerated() {
      let x = plot.maxX
      if abs(place - wanted[series]) > em * 0.3 {
        rule(
          Point(x: x + em * 0.5, y: wanted[series]), Point(x: x + em * 1.1, y: place), .quiet,
          width: 0.35)
      }
      let first = baseline(middle: place) - Double(names[series].count - 1) * line / 2
      text(
        lines: names[series], x: x + em * 1.3, y: first, .start, .name,
        ink(series: series) == .accent ? .accent : .text)
    }
  }

  /// The lines; returns the highest mark at each category.
  private mutating func curves(
    _ ticks: Ticks, _ plot: Rectangle, _ step: Double
  ) -> [Double] {
    var tops = [Double](repeating: plot.maxY, count: chart.categories.count)
    let starts = Set(chart.breaks.map(\.before))
    for series in chart.series.indices.reversed() {
      let ink = ink(series: series)
      let weight = em * (ink == .accent ? 0.24 : 0.17)
      var run: [Point] = []
      for category in chart.categories.indices {
        if starts.contains(category) || number(series, category) == nil {
          stroke(run, ink, width: weight)
          run = []
        }
        guard let number = number(series, category) else { continue }
        let point = Point(x: plot.x + step * Double(category), y: y(number, ticks, plot))
        tops[category] = min(tops[category], point.y)
        if value(series, category)?.isProvisional == true, let before = run.last {
          stroke(run, ink, width: weight)
          stroke([before, point], ink, width: weight, dashes: [2.4, 1.8])
          run = [point]
        } else {
          run.append(point)
        }
      }
      stroke(run, ink, width: weight)
      points(of: series, ticks, plot, step)
    }
    if chart.series.count == 1 { pointLabels(ticks, plot, step, &tops) }
    return tops
  }

  private mutating func points(
    of series: Int, _ ticks: Ticks, _ plot: Rectangle, _ step: Double
  ) {
    for category in chart.categories.indices {
      guard let number = number(series, category) else { continue }
      let point = Point(x: plot.x + step * Double(category), y: y(number, ticks, plot))
      let isOpen = value(series, category)?.isProvisional == true
      if step > em || isOpen {
        dot(point, ink(series: series), radius: em * 0.26, hollow: isOpen)
      }
      guard chart.series.count > 1 else { continue }
      spot(
        Rectangle(x: point.x - em / 2, y: point.y - em / 2, width: em, height: em),
        spoken(series, category))
    }
  }

  /// The values of the only line, above its points where they do not touch each other.
  private mutating func pointLabels(
    _ ticks: Ticks, _ plot: Rectangle, _ step: Double, _ tops: inout [Double]
  ) {
    let values = chart.series[0].values
    var shown = labelled(values, step: step)
    // The first point stands on the axis, where its label would reach over the ticks.
    for index in shown {
      let half = width(text(of: values[index]), .value) / 2
      let x = plot.x + step * Double(index)
      if x + half > width { shown.remove(index) }
    }
    for index in values.indices {
      guard let number = number(0, index) else { continue }
      let point = Point(x: plot.x + step * Double(index), y: y(number, ticks, plot))
      guard shown.contains(index) else {
        spot(
          Rectangle(x: point.x - em / 2, y: point.y - em / 2, width: em, height: em),
          spoken(0, index))
        continue
      }
      let words = text(of: values[index])
      let half = width(words, .value) / 2
      let x = max(point.x, plot.x + half + em * 0.1)
      text(words, x: min(x, width - half), y: point.y - em * 0.7, .middle, .value)
      tops[index] = point.y - line * 1.2
    }
  }

  /// The stretches of a band that are filled alike: those that lead to provisional values, and others.
  private func runs(of series: Int) -> [ClosedRange<Int>] {
    let last = chart.categories.count - 1
    guard last > 0 else { return [0...0] }
    var runs: [ClosedRange<Int>] = []
    for end in 1...last {
      if let run = runs.last, isOpen(series, run.upperBound) == isOpen(series, end) {
        runs[runs.count - 1] = run.lowerBound...end
      } else {
        runs.append((end - 1)...end)
      }
    }
    return runs
  }

  private func isOpen(_ series: Int, _ category: Int) -> Bool {
    value(series, category)?.isProvisional == true
  }

  private func bandFilling(_ series: Int, to category: Int) -> Drawing.Filling {
    if isOpen(series, category) { return .hatched }
    return chart.series.count == 1 ? .light : pattern(series)
  }

  /// Filled bands one on the other.
  private mutating func areas(
    _ ticks: Ticks, _ plot: Rectangle, _ step: Double
  ) -> [Double] {
    var below = [Double](repeating: 0, count: chart.categories.count)
    for series in chart.series.indices {
      let above = below.indices.map { below[$0] + max(0, number(series, $0) ?? 0) }
      func points(_ numbers: [Double]) -> [Point] {
        numbers.enumerated().map {
          Point(x: plot.x + step * Double($0), y: y($1, ticks, plot))
        }
      }
      let edge = points(above)
      let foot = points(below)
      for run in runs(of: series) {
        let outline = edge[run] + foot[run].reversed()
        let path = Path(
          outline.enumerated().map { $0 == 0 ? Path.Segment.move($1) : .line($1) } + [.close])
        fill(path, ink(series: series), bandFilling(series, to: run.upperBound))
      }
      stroke(edge, chart.series.count == 1 ? .accent : .paper, width: em * 0.16)
      for category in below.indices where number(series, category) != nil {
        guard chart.series.count > 1 else { continue }
        let middle = y((below[category] + above[category]) / 2, ticks, plot)
        spot(
          Rectangle(x: edge[category].x - em / 2, y: middle - em / 2, width: em, height: em),
          spoken(series, category))
      }
      below = above
    }
    var tops = below.map { y($0, ticks, plot) }
    if chart.series.count == 1 { pointLabels(ticks, plot, step, &tops) }
    return tops
  }
}
