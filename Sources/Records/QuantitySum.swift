extension Quantity {
  /// The sum with the precision that both leave: a lower bound stays a lower bound, an estimate an
  /// estimate, and a range adds both ends.
  ///
  /// A lower and an upper bound together say nothing certain, and give "about".
  public static func + (a: Quantity, b: Quantity) -> Quantity {
    let value = a.value + b.value
    switch (a.precision, b.precision) {
    case (.exact, .exact): return Quantity(value)
    case (.about, _), (_, .about): return Quantity(value, .about)
    case (.atLeast, .atMost), (.atMost, .atLeast): return Quantity(value, .about)
    case (.atLeast, _), (_, .atLeast): return Quantity(value, .atLeast)
    case (.atMost, _), (_, .atMost): return Quantity(a.top + b.top, .atMost)
    case (.range, _), (_, .range): return Quantity(value, .range, upper: a.top + b.top)
    }
  }

  /// The largest value that is meant, where the precision names one.
  private var top: Double { upper ?? value }

  /// The same number as a lower bound: for a sum of which a part is not reported.
  public var atLeast: Quantity {
    switch precision {
    case .exact, .range, .atLeast: Quantity(value, .atLeast)
    case .about, .atMost: Quantity(value, .about)
    }
  }
}
