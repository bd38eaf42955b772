import DocumentModel
import Geometry

/// What stands: columns over categories.
extension Canvas {
  /// The lines of the names under columns that are so wide.
  func feet(_ step: Double) -> [[String]] {
    chart.categories.map { lines($0, width: step - em * 0.4, most: 3) }
  }

  /// Whether the names of the categories stand under columns: years always do, being thinned out.
  var columnsFit: Bool {
    if chart.isOverTime { return true }
    let step = width / Double(chart.categories.count)
    return step > em * 2 && chart.categories.allSatisfy { isNamed($0, under: step) }
  }

  private func isNamed(_ name: String, under step: Double) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    let isHan = name.unicodeScalars.contains { $0.value >= 0x2E80 }
    let limit = step - em * 0.4
    guard isHan || words.allSatisfy({ width($0) <= limit }) else { return false }
    return lines(name, width: limit, most: 99).count <= 3
  }

  var groupsFit: Bool {
    width / Double(chart.categories.count) > em * 1.1 * Double(chart.series.count + 1)
  }

  /// The natural height of what stands over a width.
  func plotHeight(_ width: Double) -> Double { max(em * 9, min(width * 0.42, em * 26)) }

  /// A height made lower as it is asked for: by a quarter at most, and never below what its labels
  /// need.
  mutating func lowered(_ height: Double, least: Double = 0) -> Double {
    let natural = max(height, least)
    let most = min(natural / 4, natural - least)
    give += most
    return natural - min(lower, most)
  }

  mutating func columns() -> Double {
    let step = width / Double(chart.categories.count)
    let values = chart.series[0].values
    hasWords = widest(values.map { $0.text }, .value) + em * 0.3 <= step
    let labels = labelled(values, step: step)
    let notes = remarkRows(step: step, x: 0)
    let top = remarkHeight(notes) + line * 1.1
    let plot = Rectangle(x: 0, y: top, width: width, height: lowered(plotHeight(width)))
    let most = max(highest, 1e-12)
    let thickness = min(step * 0.66, em * 7)
    var tops: [Double] = []
    for (index, value) in values.enumerated() {
      let height = index == rest ? 0 : plot.height * (number(0, index) ?? 0) / most
      let middle = step * (Double(index) + 0.5)
      let box = Rectangle(
        x: middle - thickness / 2, y: plot.maxY - height, width: thickness, height: height)
      fill(box, ink(category: index), filling(0, index))
      tops.append(box.y - (labels.contains(index) ? line : 0))
      if labels.contains(index) {
        text(
          text(of: value), x: middle, y: box.y - em * 0.35, .middle, .value,
          value.number == nil ? .quiet : .text)
      } else {
        spot(box, spoken(0, index))
      }
    }
    remarks(notes, tops: tops, step: step, x: 0)
    rule(Point(x: 0, y: plot.maxY), Point(x: width, y: plot.maxY), .text)
    breakLines(step: step, x: 0, from: remarkHeight(notes), to: plot.maxY)
    return feet(under: plot.maxY, step: step, x: 0)
  }

  /// The values that are printed: all where they stand side by side, else the last, the marked one,
  /// the largest and the smallest, as long as they do not touch.
  func labelled(_ values: [Chart.Value], step: Double) -> Set<Int> {
    let widths = values.map { width(text(of: $0), .value) + em * 0.3 }
    if widths.allSatisfy({ $0 <= step }) { return Set(values.indices) }
    let numbers = values.indices.filter { values[$0].number != nil }
    let largest = numbers.max { (values[$0].number ?? 0, -$0) < (values[$1].number ?? 0, -$1) }
    let smallest = numbers.min { (values[$0].number ?? 0, $0) < (values[$1].number ?? 0, $1) }
    var chosen: Set<Int> = []
    for index in [numbers.last, chart.marked, largest, smallest, numbers.first].compactMap({ $0 }) {
      let isFree = chosen.allSatisfy { other in
        step * Double(abs(other - index)) >= (widths[index] + widths[other]) / 2
      }
      let middle = step * (Double(index) + 0.5)
      let isInside = middle - widths[index] / 2 >= 0 && middle + widths[index] / 2 <= width
      if isFree, isInside { chosen.insert(index) }
    }
    return chosen
  }

  /// The names of the categories under a plot; returns the lowest edge. Years, and what stands under
  /// points and not under columns, have one line each and are thinned out where they would touch, the
  /// last one kept.
  mutating func feet(under y: Double, step: Double, x: Double, centred: Bool = true) -> Double {
    let names = chart.categories
    guard chart.isOverTime || !centred else {
      let feet = feet(step)
      for (index, lines) in feet.enumerated() {
        text(lines: lines, x: x + step * (Double(index) + 0.5), y: y + line, .middle)
      }
      return y + line * Double(feet.map(\.count).max() ?? 0) + em * 0.5
    }
    let short = names.map { lines($0, width: width * 0.35, most: 1, .tick).first ?? "" }
    let every = max(1, Int(((widest(short, .tick) + em * 0.6) / max(step, 1)).rounded(.up)))
    var free = Double.infinity
    for index in names.indices.reversed() where (names.count - 1 - index).isMultiple(of: every) {
      let half = width(short[index], .tick) / 2
      let wanted = x + step * (Double(index) + (centred ? 0.5 : 0))
      let place = max(half, min(wanted, width - half))
      guard place + half < free, abs(place - wanted) < half + 0.01 else { continue }
      text(short[index], x: place, y: y + line * 1.15, .middle, .tick, .quiet)
      free = place - half - em * 0.3
    }
    return y + line * 1.15 + em * 0.3
  }
}
