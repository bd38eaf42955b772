import DocumentModel
import Foundation

/// Round numbers for an axis: steps of 1, 2, 2.5 and 5 times a power of ten (Heckbert, Nice Numbers
/// for Graph Labels, in Graphics Gems, 1990), chosen by how near their count comes to what is wanted.
struct Ticks {
  /// The numbers, in order; the first is not above the data, the last not below it.
  let numbers: [Double]
  private let decimals: Int

  /// The lowest number.
  var low: Double { numbers.first ?? 0 }
  /// The highest number.
  var high: Double { numbers.last ?? 1 }

  /// Ticks around a range.
  ///
  /// - Parameters:
  ///   - low: the lowest number of the data.
  ///   - high: the highest one.
  ///   - count: about how many steps are wanted.
  ///   - whole: whether only whole numbers make sense.
  init(from low: Double, to high: Double, count: Int = 4, whole: Bool) {
    let top = high > low ? high : low + 1
    let rough = (top - low) / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let candidates = [1, 2, 2.5, 5, 10].map { $0 * power }.filter {
      !whole || ($0 >= 1 && $0 == $0.rounded())
    }
    let step =
      candidates.min { abs($0 - rough) < abs($1 - rough) } ?? 1
    let first = (low / step + 1e-9).rounded(.down)
    let last = (top / step - 1e-9).rounded(.up)
    let steps = min(max(1, Int(exactly: last - first) ?? 1), 50)
    numbers = (0...steps).map { (first + Double($0)) * step }
    let fraction = step - step.rounded(.down)
    decimals =
      fraction == 0 ? 0 : max(1, Int((-log10(step)).rounded(.up)) + (step / power == 2.5 ? 1 : 0))
  }

  /// A number of an axis, grouped as the language does.
  func text(_ number: Double, language: String) -> String {
    let scale = pow(10, Double(min(max(decimals, 0), 6)))
    guard let all = Int(exactly: (abs(number) * scale).rounded()), let unit = Int(exactly: scale)
    else { return "" }
    let sign = number < 0 && all > 0 ? "\u{2212}" : ""
    let whole = Self.grouped(all / unit, isChinese: language.hasPrefix("zh"))
    guard decimals > 0 else { return sign + whole }
    let tail = String(all % unit)
    return sign + whole + "." + String(repeating: "0", count: max(0, decimals - tail.count)) + tail
  }

  private static func grouped(_ number: Int, isChinese: Bool) -> String {
    let digits = String(number)
    guard digits.count > 3, !(isChinese && digits.count < 5) else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension Canvas {
  /// Whether all numbers are whole.
  var isWhole: Bool { chart.series.joinedNumbers.allSatisfy { $0 == $0.rounded() } }
}
