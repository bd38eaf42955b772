import DocumentModel
import Geometry

/// A table whose cells are tinted by their values.
extension Canvas {
  /// Series down and categories across, or the other way round where that is narrower.
  mutating func heat() -> Double {
    let isTurned = isTurned
    let rows = isTurned ? chart.categories : chart.series.map(\.name)
    let columns = isTurned ? chart.series.map(\.name) : chart.categories
    let natural = widest(rows)
    let left = min(natural, width * 0.34) + em * 0.8
    let step = (width - left) / Double(max(1, columns.count))
    let names = rows.map { lines($0, width: left - em * 0.8) }
    let heads = columns.map { lines($0, width: max(1, step - em * 0.3), most: 4, .tick) }
    let headHeight = Double(heads.map(\.count).max() ?? 0) * line + em * 0.5
    let fixed = names.map { max(line, Double($0.count) * line) }
    let pad = em * 0.7
    give = min((fixed.reduce(0, +) + pad * Double(rows.count)) / 4, em * 0.6 * Double(rows.count))
    let gap = pad - min(lower, give) / Double(max(1, rows.count))
    for (index, head) in heads.enumerated() {
      let y = headHeight - em * 0.5 - Double(head.count - 1) * line - line * 0.2
      text(lines: head, x: left + step * (Double(index) + 0.5), y: y, .middle, .tick, .quiet)
    }
    let most = max(chart.series.joinedNumbers.max() ?? 0, 1e-12)
    var y = headHeight
    for row in rows.indices {
      let height = fixed[row] + gap
      let middle = y + height / 2
      text(
        lines: names[row], x: 0,
        y: baseline(middle: middle) - Double(names[row].count - 1) * line / 2)
      for column in columns.indices {
        let box = Rectangle(
          x: left + step * Double(column) + 0.5, y: y + 0.5, width: max(0, step - 1),
          height: max(0, height - 1))
        cell(isTurned ? column : row, isTurned ? row : column, in: box, most: most)
      }
      y += height
    }
    return y
  }

  /// Whether categories stand down: there are too many to stand across, or a word of their names is
  /// wider than a column while those of the series are not.
  private var isTurned: Bool {
    guard chart.series.count <= 12 else { return false }
    if chart.categories.count > 12 { return true }
    func fits(_ heads: [String], beside rows: [String]) -> Bool {
      let left = min(widest(rows), width * 0.34) + em * 0.8
      let step = (width - left) / Double(max(1, heads.count)) - em * 0.3
      let words = heads.flatMap { head -> [String] in
        let isHan = head.unicodeScalars.contains { $0.value >= 0x2E80 }
        return isHan ? [] : head.split(separator: " ").map(String.init)
      }
      let numbers = chart.series.flatMap { $0.values.map { text(of: $0) } }
      return widest(words, .tick) <= step && widest(numbers, .value) <= step
    }
    let names = chart.series.map(\.name)
    return !fits(chart.categories, beside: names) && fits(names, beside: chart.categories)
  }

  private mutating func cell(_ series: Int, _ category: Int, in box: Rectangle, most: Double) {
    guard let value = value(series, category) else { return }
    let share = (number(series, category) ?? 0) / most
    let isTinted = value.number != nil && share > 0
    if isTinted {
      fill(box, .tint(share), value.isProvisional ? .hatched : .solid)
    } else {
      fill(box, .grey(0.95))
    }
    let words =
      value.number == nil && width(text(of: value), .value) > box.width ? "–" : text(of: value)
    if width(words, .value) <= box.width {
      text(
        words, x: box.x + box.width / 2, y: baseline(middle: box.y + box.height / 2), .middle,
        .value, value.number == nil ? .quiet : .text,
        on: isTinted && !value.isProvisional ? .tint(share) : nil)
    } else {
      spot(box, spoken(series, category))
    }
  }
}
