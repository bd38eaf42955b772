import DocumentModel
import Geometry

/// Parts of a whole in squares and symbols.
extension Canvas {
  /// A hundred squares, each a hundredth of the sum; parts that are nothing have none.
  mutating func waffle() -> Double {
    let squares = hundredths()
    let texts = chart.categories.indices.map { category in
      value(0, category).map { text(of: $0) } ?? ""
    }
    let valueWidth = widest(texts, .value)
    let side = min(width * 0.42, em * 17)
    let x = side + em * 2.2
    let room = width - x - valueWidth - em * 0.8
    let isBelow =
      chart.categories.contains { widestWord($0) > room - em * 1.2 } || room < em * 5
    let start = isBelow ? 0 : x
    let names = chart.categories.map {
      lines($0, width: (isBelow ? width - valueWidth - em * 0.8 : room) - em * 1.2, most: 3)
    }
    let cell = side / 10
    var filled = 0
    for (category, count) in squares.enumerated() {
      for _ in 0..<count {
        let place = Point(
          x: cell * Double(filled % 10), y: cell * Double(filled / 10) + em * 0.2)
        fill(
          Rectangle(x: place.x, y: place.y, width: cell * 0.88, height: cell * 0.88),
          partInk(category), partFilling(category))
        filled += 1
      }
    }
    let heights = names.map { Double($0.count) * line + em * 0.35 }
    let total = heights.reduce(0, +)
    var y = isBelow ? side + em : max(0, (side - total) / 2)
    for category in chart.categories.indices {
      let first = y + line * 0.8
      fill(
        Rectangle(x: start, y: first - em * 0.68, width: em * 0.72, height: em * 0.72),
        partInk(category), partFilling(category))
      text(lines: names[category], x: start + em * 1.2, y: first)
      text(texts[category], x: width, y: first, .end, .value)
      y += heights[category]
    }
    return max(side + em * 0.3, y)
  }

  /// The parts in hundredths that add up to a hundred, by largest remainders.
  private func hundredths() -> [Int] {
    let numbers = chart.categories.indices.map { number(0, $0) ?? 0 }
    let sum = numbers.reduce(0, +)
    guard sum > 0 else { return numbers.map { _ in 0 } }
    let exact = numbers.map { $0 / sum * 100 }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted {
      let (a, b) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
      return a != b ? a > b : $0 < $1
    }
    for index in order.prefix(max(0, 100 - whole.reduce(0, +))) { whole[index] += 1 }
    return whole
  }

  func partInk(_ category: Int) -> Drawing.Ink {
    guard let marked = chart.marked else { return .series(category) }
    if category == marked { return .accent }
    let place = category > marked ? category - 1 : category
    return .grey(0.36 + 0.36 * Double(place) / Double(max(1, chart.categories.count - 1)))
  }

  private func partFilling(_ category: Int) -> Drawing.Filling {
    if value(0, category)?.isProvisional == true { return .hatched }
    return chart.marked == nil || chart.isPatterned ? pattern(place: category) : .solid
  }

  /// A figure for each unit counted, or for as many as one stands for, in rows under the names.
  mutating func icons() -> Double {
    let unit = Double(chart.symbolUnit)
    let size = em * 1.25
    let step = size * 0.82
    let texts = chart.categories.indices.map { category in
      value(0, category).map { text(of: $0) } ?? ""
    }
    let room = max(step, width - widest(texts, .value) - em)
    let across = max(1, Int((room / step).rounded(.down)))
    var y = 0.0
    for category in chart.categories.indices {
      let names = lines(chart.categories[category], width: width)
      text(lines: names, x: 0, y: y + line * 0.8, .start, .name, .quiet)
      y += Double(names.count) * line + em * 0.2
      let exact = (number(0, category) ?? 0) / unit
      let count = min(200, Int(exactly: exact.rounded(.toNearestOrAwayFromZero)) ?? 0)
      for index in 0..<count {
        person(
          x: step * Double(index % across), y: y + size * 1.12 * Double(index / across), size,
          ink(category: category), value(0, category)?.isProvisional == true ? .hatched : .solid)
      }
      let lines = max(1, (count + across - 1) / across)
      let last = count > 0 ? step * Double((count - 1) % across + 1) : 0
      text(
        texts[category], x: last + em * 0.5,
        y: y + size * 1.12 * Double(lines - 1) + size * 0.85, .start, .value)
      y += size * 1.12 * Double(lines) + em * 0.8
    }
    return y - em * 0.5
  }

  /// A head and a body, as high as `size`.
  private mutating func person(
    x: Double, y: Double, _ size: Double, _ ink: Drawing.Ink, _ filling: Drawing.Filling
  ) {
    let middle = x + size * 0.36
    var path = Path.circle(
      centre: Point(x: middle, y: y + size * 0.2), radius: size * 0.17)
    let (left, right, top, low) = (
      middle - size * 0.27, middle + size * 0.27, y + size * 0.42, y + size * 0.95
    )
    let bend = size * 0.22
    path.segments += [
      .move(Point(x: left, y: low)), .line(Point(x: left, y: top + bend)),
      .curve(
        Point(x: left, y: top + bend * 0.4), Point(x: left + bend * 0.5, y: top),
        Point(x: middle, y: top)),
      .curve(
        Point(x: right - bend * 0.5, y: top), Point(x: right, y: top + bend * 0.4),
        Point(x: right, y: top + bend)),
      .line(Point(x: right, y: low)), .close,
    ]
    fill(path, ink, filling)
  }
}
