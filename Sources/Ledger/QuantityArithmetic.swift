import Foundation
import Records

extension Quantity {
  /// One quantity by another, with the precision that both leave; nil where the other may be zero.
  func divided(by other: Quantity, times factor: Double = 1) -> Quantity? {
    guard other.value > 0 else { return nil }
    let result = value / other.value * factor
    switch (precision, other.precision) {
    case (.exact, .exact), (.atLeast, .exact), (.atMost, .exact):
      return Quantity(result, precision)
    case (.range, .exact):
      return Quantity(result, .range, upper: upper.map { $0 / other.value * factor })
    case (.exact, .atLeast): return Quantity(result, .atMost)
    case (.exact, .atMost): return Quantity(result, .atLeast)
    default: return Quantity(result, .about)
    }
  }

  /// The same, rounded half away from zero to a number of decimals.
  func rounded(to decimals: Int) -> Quantity {
    let scale = pow(10, Double(min(9, max(0, decimals))))
    func rounded(_ number: Double) -> Double { (number * scale).rounded() / scale }
    return Quantity(rounded(value), precision, upper: upper.map(rounded))
  }
}
