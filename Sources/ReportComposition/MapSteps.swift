import DocumentModel
import Foundation

/// The scales of maps: round numbers that a reader can compare with.
extension Composer {
  func steps(for map: WorldMap, unit: String) -> [WorldMap.Step] {
    let numbers = map.places.compactMap(\.number).filter { $0 > 0 && $0 < 1e12 }
    guard let largest = numbers.max(), let least = numbers.min() else { return [] }
    switch map.form {
    case .dots: return []
    case .bubbles, .flows: return sizes(to: largest, unit: unit)
    case .tiles, .choropleth: return classes(from: least, to: largest, unit: unit)
    }
  }

  /// Three sizes in rising order, each at least four times the one before.
  private func sizes(to largest: Double, unit: String) -> [WorldMap.Step] {
    var sizes: [Double] = []
    var limit = largest
    while sizes.count < 3, let size = Self.round(atMost: limit), size >= min(1, largest / 20) {
      sizes.append(size)
      limit = size / 4
    }
    let words = sizes.reversed().map { resolver.numbers.digits($0) }
    return zip(sizes.reversed(), words).enumerated().map { index, step in
      let isLast = index == sizes.count - 1
      let gap = wording.isChinese || unit.hasPrefix("%") ? "" : "\u{A0}"
      return WorldMap.Step(
        number: step.0, text: isLast && !unit.isEmpty ? step.1 + gap + unit : step.1)
    }
  }

  /// At most five classes by where they begin.
  private func classes(
    from least: Double, to largest: Double, unit: String
  ) -> [WorldMap.Step] {
    var starts: [Double] = []
    var start = Self.round(atMost: least)
    while let one = start, one <= largest, starts.count < 40 {
      starts.append(one)
      start = Self.round(atMost: one * 2.6)
    }
    if starts.count > 5 {
      let all = starts
      starts = (0..<5).map { all[$0 * (all.count - 1) / 4] }
    }
    let isWhole = least >= 1 && starts.allSatisfy { $0 == $0.rounded() }
    return starts.enumerated().map { index, one in
      let first = resolver.numbers.digits(one)
      guard index + 1 < starts.count else {
        let gap = wording.isChinese || unit.isEmpty || unit.hasPrefix("%") ? "" : "\u{A0}"
        return WorldMap.Step(number: one, text: wording.sentence("mapFrom", first, gap + unit))
      }
      let next = isWhole ? starts[index + 1] - 1 : starts[index + 1]
      let last = resolver.numbers.digits(next)
      return WorldMap.Step(
        number: one, text: next == one ? first : wording.sentence("mapRange", first, last))
    }
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above a number.
  static func round(atMost limit: Double) -> Double? {
    guard limit.isFinite, limit > 1e-9 else { return nil }
    let power = pow(10, log10(limit).rounded(.down))
    // A number that is itself such a step may come out of the logarithm just below it.
    return [10 * power, 5 * power, 2 * power, power, power / 2].first { $0 <= limit * 1.000_000_1 }
  }
}
