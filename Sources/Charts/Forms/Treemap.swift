import DocumentModel
import Geometry

/// Rectangles as large as their values (Bruls, Huizing and van Wijk, Squarified Treemaps, 2000).
extension Canvas {
  mutating func treemap() -> Double {
    let numbers = chart.categories.indices.map { number(0, $0) ?? 0 }
    let order = numbers.indices.filter { numbers[$0] > 0 }.sorted {
      numbers[$0] != numbers[$1] ? numbers[$0] > numbers[$1] : $0 < $1
    }
    let height = plotHeight(width) * 1.1
    let sum = order.reduce(0) { $0 + numbers[$1] }
    guard sum > 0 else { return 0 }
    let scale = width * height / sum
    var free = Rectangle(x: 0, y: 0, width: width, height: height)
    var row: [Int] = []
    var small: [Int] = []
    for index in order {
      let side = min(free.width, free.height)
      let areas = row.map { numbers[$0] * scale }
      if row.isEmpty
        || Self.worst(areas + [numbers[index] * scale], side) <= Self.worst(areas, side)
      {
        row.append(index)
      } else {
        lay(row, numbers, scale, &free, &small)
        row = [index]
      }
    }
    lay(row, numbers, scale, &free, &small)
    return height + list(small + numbers.indices.filter { numbers[$0] <= 0 }, under: height)
  }

  /// How far the least square rectangle of a row is from a square.
  private static func worst(_ areas: [Double], _ side: Double) -> Double {
    let sum = areas.reduce(0, +)
    guard let most = areas.max(), let least = areas.min(), least > 0, sum > 0, side > 0 else {
      return .infinity
    }
    let (s, w) = (sum * sum, side * side)
    return max(w * most / s, s / (w * least))
  }

  private mutating func lay(
    _ row: [Int], _ numbers: [Double], _ scale: Double, _ free: inout Rectangle,
    _ small: inout [Int]
  ) {
    let area = row.reduce(0) { $0 + numbers[$1] * scale }
    let isUpright = free.width >= free.height
    let side = isUpright ? free.height : free.width
    guard side > 0, area > 0 else {
      small += row
      return
    }
    let depth = area / side
    var along = 0.0
    for index in row {
      let length = numbers[index] * scale / depth
      let box =
        isUpright
        ? Rectangle(x: free.x, y: free.y + along, width: depth, height: length)
        : Rectangle(x: free.x + along, y: free.y, width: length, height: depth)
      leaf(index, box, &small)
      along += length
    }
    if isUpright {
      free = Rectangle(
        x: free.x + depth, y: free.y, width: max(0, free.width - depth), height: free.height)
    } else {
      free = Rectangle(
        x: free.x, y: free.y + depth, width: free.width, height: max(0, free.height - depth))
    }
  }

  private mutating func leaf(_ index: Int, _ box: Rectangle, _ small: inout [Int]) {
    let inner = Rectangle(
      x: box.x + 0.6, y: box.y + 0.6, width: max(0, box.width - 1.2),
      height: max(0, box.height - 1.2))
    let isMarked = chart.marked == index
    let isProvisional = value(0, index)?.isProvisional == true
    let most = highest
    let share = (number(0, index) ?? 0) / max(most, 1e-12)
    let tint: Drawing.Ink = index == chart.rest ? .grey(0.85) : .tint(0.1 + 0.75 * share)
    let ground = isMarked ? .accent : tint
    let filling: Drawing.Filling =
      isProvisional || chart.isPatterned && isMarked
      ? .hatched : chart.isPatterned && index == chart.rest ? .dotted : .solid
    fill(inner, ground, filling)
    let on = filling == .solid ? ground : nil
    let words = value(0, index).map { text(of: $0) } ?? ""
    let name = lines(
      chart.categories[index], width: inner.width - em * 0.9, most: 3)
    let isWhole = name.joined().count >= chart.categories[index].count - name.count
    let isUnbroken = widestWord(chart.categories[index]) <= inner.width - em * 0.9
    let needs = Double(name.count + 1) * line + em * 0.5
    guard isWhole, isUnbroken, needs <= inner.height,
      width(words) <= inner.width - em * 0.9,
      inner.width > em * 3
    else {
      small.append(index)
      spot(inner, spoken(0, index))
      return
    }
    if on == nil {
      plate(
        Rectangle(
          x: inner.x + em * 0.45, y: inner.y + em * 0.4,
          width: max(widest(name), width(words)), height: needs - em * 0.5))
    }
    text(lines: name, x: inner.x + em * 0.45, y: inner.y + em * 1.15, .start, .name, .text, on: on)
    text(
      words, x: inner.x + em * 0.45, y: inner.y + em * 1.15 + Double(name.count) * line, .start,
      .name, .text, on: on)
  }

  /// What has no room in its rectangle, in columns beneath, or as running text where these would be
  /// high; returns their height.
  mutating func list(_ categories: [Int], under top: Double) -> Double {
    guard !categories.isEmpty else { return 0 }
    let entries = categories.map { category in
      (name: chart.categories[category], value: value(0, category).map { text(of: $0) } ?? "")
    }
    let widths = entries.map { width($0.name, .tick) + em * 0.5 + width($0.value, .tick) }
    let column = (widths.max() ?? 0) + em * 1.6
    let columns = min(entries.count, Int(exactly: ((width + em) / column).rounded(.down)) ?? 0)
    let rows = columns > 0 ? (entries.count + columns - 1) / columns : .max
    guard rows <= 8 else {
      let joint = chart.language.hasPrefix("zh") ? "；" : "; "
      let words = entries.map { $0.name + " " + $0.value }.joined(separator: joint)
      return small(words, under: top, most: 12)
    }
    for (index, entry) in entries.enumerated() {
      let x = width / Double(columns) * Double(index / rows)
      let y = top + line * (1.1 + Double(index % rows))
      text(entry.name, x: x, y: y, .start, .tick, .quiet)
      text(entry.value, x: x + width(entry.name, .tick) + em * 0.5, y: y, .start, .tick)
    }
    return Double(rows) * line + em * 0.5
  }

  /// Small print in up to so many lines; returns their height.
  mutating func small(_ words: String, under top: Double, most: Int = 6) -> Double {
    let lines = lines(words, width: width, most: most, .tick)
    text(lines: lines, x: 0, y: top + line * 1.1, .start, .tick, .quiet)
    return Double(lines.count) * line + em * 0.5
  }
}
