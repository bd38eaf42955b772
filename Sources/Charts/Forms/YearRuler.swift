import DocumentModel
import Geometry

/// Dated things on a ruler of years that runs down: dots where they lie, names fanned out beside it.
extension Canvas {
  mutating func timeline() -> Double {
    let dated = chart.categories.indices.filter { number(0, $0) != nil }.sorted {
      (number(0, $0) ?? 0, $0) < (number(0, $1) ?? 0, $1)
    }
    let years = dated.compactMap { number(0, $0) }
    guard let first = years.first, let last = years.last else { return 0 }
    let ticks = Ticks(from: first.rounded(.down), to: max(last, first + 1), count: 5, whole: true)
    let yearWidth = widest(ticks.numbers.map { year($0) }, .tick)
    let dates = dated.map { value(0, $0).map { text(of: $0) } ?? "" }
    let x = yearWidth + em
    let dateX = x + em * 2.2
    let nameX = dateX + widest(dates, .value) + em * 0.8
    let names = dated.map {
      lines(chart.categories[$0], width: max(em * 3, width - nameX), most: 3)
    }
    let heights = names.map { Double($0.count) * line + em * 0.15 }
    let needed = heights.reduce(0, +)
    let height = lowered(max(em * 14, needed * 1.15), least: needed)
    let top = line * 0.6
    func y(_ year: Double) -> Double {
      top + height * (year - ticks.low) / (ticks.high - ticks.low)
    }
    rule(Point(x: x, y: top), Point(x: x, y: top + height), .text, width: 0.6)
    for number in ticks.numbers {
      rule(Point(x: x - em * 0.4, y: y(number)), Point(x: x, y: y(number)), .text, width: 0.6)
      text(year(number), x: x - em * 0.7, y: baseline(middle: y(number)), .end, .tick, .quiet)
    }
    let wanted = dated.map { y(number(0, $0) ?? 0) }
    let places = Self.spread(
      wanted, heights: heights, from: top - line * 0.5, to: top + height + line * 0.5)
    for (index, category) in dated.enumerated() {
      let place = places[index]
      let ink: Drawing.Ink = chart.marked == nil || chart.marked == category ? .accent : .quiet
      // The name's first line stands at the end of its hairline.
      let middle = place - Double(names[index].count - 1) * line / 2
      stroke(
        [
          Point(x: x, y: wanted[index]), Point(x: x + em * 0.8, y: wanted[index]),
          Point(x: x + em * 1.4, y: middle), Point(x: dateX - em * 0.3, y: middle),
        ], .quiet, width: 0.35)
      dot(Point(x: x, y: wanted[index]), ink, radius: em * 0.28)
      text(dates[index], x: dateX, y: baseline(middle: middle), .start, .value, ink)
      text(lines: names[index], x: nameX, y: baseline(middle: middle))
    }
    return top + height + line * 0.7
  }

  /// A year has no separator of thousands.
  private func year(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "" }
}
