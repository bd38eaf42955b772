import DocumentModel
import Geometry

/// Parts of a whole in squares and symbols.
extension Canvas {
  /// A hundred squares, each a hundredth of the sum; parts that are nothing have none. Each part's
  /// value, share and name stand beside its squares, or under all of them where there is no room.
  mutating func waffle() -> Double {
    let squares = hundredths()
    let side = min(width * 0.42, em * 17)
    let top = em * 0.2
    fill(squares: squares, side, top)
    let numbers = WaffleNumbers(self, squares)
    let beside = side + em * 1.4
    let lead = numbers.width + em * 1.2
    let room = width - beside - lead
    let isBelow = room < em * 5 || chart.categories.contains { widestWord($0) > room }
    let x = isBelow ? 0 : beside
    let names = chart.categories.map {
      lines($0, width: max(em, width - x - lead), most: 3)
    }
    let heights = names.map { Double(max(1, $0.count)) * line + em * 0.35 }
    let sum = heights.reduce(0, +)
    let low = isBelow ? side + em * 0.8 : 0
    let high = isBelow ? low + sum : max(side + top, sum)
    let middles = Self.spread(
      isBelow ? heights.indices.map { low + Double($0) } : bands(squares, side, top),
      heights: heights, from: low, to: high)
    for category in chart.categories.indices {
      let lines = Double(max(1, names[category].count))
      let first = baseline(middle: middles[category]) - (lines - 1) * line / 2
      fill(
        Rectangle(x: x, y: first - em * 0.68, width: em * 0.72, height: em * 0.72),
        partInk(category), partFilling(category))
      var end = x + em * 1.2 + numbers.valueWidth
      text(numbers.values[category], x: end, y: first, .end, .value)
      if let shares = numbers.shares {
        end += em * 0.6 + numbers.shareWidth
        text(shares[category], x: end, y: first, .end, .name, .quiet)
      }
      text(lines: names[category], x: end + em * 0.6, y: first)
    }
    return high + em * 0.1
  }

  private mutating func fill(squares: [Int], _ side: Double, _ top: Double) {
    let cell = side / 10
    let order = squares.enumerated().flatMap { Array(repeating: $0, count: $1) }
    for (place, category) in order.enumerated() {
      let box = Rectangle(
        x: cell * Double(place % 10), y: cell * Double(place / 10) + top, width: cell * 0.88,
        height: cell * 0.88)
      fill(box, partInk(category), partFilling(category))
    }
  }

  /// The middle of the rows in which each part's squares stand.
  private func bands(_ squares: [Int], _ side: Double, _ top: Double) -> [Double] {
    var before = 0
    return squares.map { count in
      defer { before += count }
      let first = before / 10
      let last = max(first, (before + count - 1) / 10)
      return top + side / 10 * (Double(first + last + 1) / 2)
    }
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
    guard let marked = chart.marked else {
      return category == chart.rest ? .grey(0.55) : .series(colour(of: category))
    }
    if category == marked { return .accent }
    let place = category > marked ? category - 1 : category
    return .grey(0.36 + 0.36 * Double(place) / Double(max(1, chart.categories.count - 1)))
  }

  private func partFilling(_ category: Int) -> Drawing.Filling {
    if value(0, category)?.isProvisional == true { return .hatched }
    guard chart.marked == nil || chart.isPatterned else { return .solid }
    return pattern(place: chart.isPatterned ? category : colour(of: category))
  }

  /// Which of the theme's colours a part has: its own in all charts of the report, or its place's.
  private func colour(of category: Int) -> Int {
    chart.colours.indices.contains(category) ? chart.colours[category] : category
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

/// What is printed before the names of a waffle's parts, and how wide it is.
private struct WaffleNumbers {
  let values: [String]
  /// Nil where values are shares themselves, or not exact, so that shares would say more than is known.
  let shares: [String]?
  let valueWidth: Double
  let shareWidth: Double
  /// All of it with the gaps between.
  let width: Double

  init(_ canvas: Canvas, _ squares: [Int]) {
    let chart = canvas.chart
    let parts = chart.categories.indices.map { canvas.value(0, $0) }
    values = parts.map { $0.map { canvas.text(of: $0) } ?? "" }
    let isExact = parts.allSatisfy { part in
      part.map { $0.number == nil || $0.precision == .exact } ?? true
    }
    let saysShares = values.contains { $0.contains("%") || $0.contains("％") }
    let printed = zip(parts, squares).map { part, count -> String in
      guard let number = part?.number else { return "" }
      return count == 0 && number > 0 ? "<1%" : "\(count)%"
    }
    shares = isExact && !saysShares && parts.count > 1 ? printed : nil
    valueWidth = canvas.widest(values, .value)
    shareWidth = canvas.widest(shares ?? [])
    width = valueWidth + canvas.em * 0.6 + (shares == nil ? 0 : shareWidth + canvas.em * 0.6)
  }
}
