import DocumentModel
import Geometry

/// Value axes, breaks and remarks of what stands over categories.
extension Canvas {
  func tickWidth(_ ticks: Ticks) -> Double {
    widest(ticks.numbers.map { ticks.text($0, language: chart.language) }, .tick) + em * 0.6
  }

  func y(_ number: Double, _ ticks: Ticks, _ plot: Rectangle) -> Double {
    plot.maxY - plot.height * (number - ticks.low) / (ticks.high - ticks.low)
  }

  /// Light lines across at the ticks, their numbers at the left, as many as stand without touching.
  mutating func gridLines(_ ticks: Ticks, _ plot: Rectangle) {
    var free = Double.infinity
    for number in ticks.numbers {
      let place = y(number, ticks, plot)
      if number != 0 {
        rule(Point(x: plot.x, y: place), Point(x: plot.maxX, y: place), .grey(0.8), width: 0.35)
      }
      guard place < free else { continue }
      free = place - em * 1.15
      text(
        ticks.text(number, language: chart.language), x: plot.x - em * 0.6,
        y: baseline(middle: place), .end, .tick, .quiet)
    }
  }

  /// A dashed line where the way of counting changes, and what changed at its top.
  mutating func breakLines(step: Double, x: Double, from top: Double, to bottom: Double) {
    for one in chart.breaks where chart.categories.indices.contains(one.before) && one.before > 0 {
      let place = x + step * Double(one.before)
      rule(
        Point(x: place, y: top), Point(x: place, y: bottom + em * 0.4), .quiet, width: 0.6,
        dashes: [2, 2])
    }
  }

  /// A remark over a plot, set in lines.
  struct Remark {
    var category: Int
    var lines: [String]
    var x: Double
    var width: Double
    var row: Int
  }

  /// Remarks, breaks among them, in rows above the plot, none touching another.
  func remarkRows(step: Double, x: Double, centred: Bool = true) -> [Remark] {
    let limit = min(width * 0.42, max(step * 1.9, em * 11))
    let words =
      chart.annotations.map { ($0.category, $0.text, centred ? 0.5 : 0) }
      + chart.breaks.map { ($0.before, $0.text, 0) }
    var ends: [Double] = []
    return words.filter { chart.categories.indices.contains($0.0) && !$0.1.isEmpty }
      .sorted { (Double($0.0) + $0.2, $0.1) < (Double($1.0) + $1.2, $1.1) }
      .map { category, text, shift in
        let lines = lines(text, width: limit, most: 3, .annotation)
        let length = widest(lines, .annotation)
        let place = x + step * (Double(category) + shift)
        let left = min(max(0, place - (shift == 0 ? 0 : length / 2)), max(0, width - length))
        let row = ends.firstIndex { $0 + em <= left } ?? ends.count
        if row == ends.count { ends.append(0) }
        ends[row] = left + length
        return Remark(category: category, lines: lines, x: left, width: length, row: row)
      }
  }

  /// The height of each row of remarks, and of all.
  func remarkHeight(_ remarks: [Remark]) -> Double {
    let rows = (remarks.map(\.row).max() ?? -1) + 1
    return (0..<rows).reduce(0) { $0 + rowHeight(of: remarks, $1) }
  }

  private func rowHeight(of remarks: [Remark], _ row: Int) -> Double {
    Double(remarks.filter { $0.row == row }.map(\.lines.count).max() ?? 0) * line + em * 0.3
  }

  /// Draws remarks at the top, each with a hairline down to what it speaks of.
  mutating func remarks(
    _ remarks: [Remark], tops: [Double], step: Double, x: Double, centred: Bool = true
  ) {
    for remark in remarks {
      let above = (0..<remark.row).reduce(0) { $0 + rowHeight(of: remarks, $1) }
      text(lines: remark.lines, x: remark.x, y: above + line * 0.8, .start, .annotation, .quiet)
      let place = x + step * (Double(remark.category) + (centred ? 0.5 : 0))
      let bottom = above + line * Double(remark.lines.count) + em * 0.1
      let isBreak = chart.breaks.contains { $0.before == remark.category && $0.text != "" }
      guard !isBreak, remark.row == (remarks.map(\.row).max() ?? 0),
        tops.indices.contains(remark.category), tops[remark.category] > bottom + em * 0.5
      else { continue }
      rule(
        Point(x: place, y: bottom), Point(x: place, y: tops[remark.category] - em * 0.2), .quiet,
        width: 0.35)
    }
  }
}
