/// What it costs to set a paragraph a line shorter or longer than is best; infinite where it cannot
/// be.
struct LineCosts: Hashable {
  var fewer = Double.infinity
  var more = Double.infinity
}

/// The cheapest lines that the paragraphs of a page can give or take: at most two in all, for more
/// would be seen.
struct LineChoices {
  private var fewer = (Double.infinity, Double.infinity)
  private var more = (Double.infinity, Double.infinity)

  /// How many lines a page may be shorter or longer by.
  static let most = 2

  /// Counts in a paragraph that stands wholly on the page.
  mutating func add(_ costs: LineCosts) {
    Self.insert(costs.fewer, into: &fewer)
    Self.insert(costs.more, into: &more)
  }

  private static func insert(_ cost: Double, into pair: inout (Double, Double)) {
    if cost < pair.0 {
      pair = (cost, pair.0)
    } else if cost < pair.1 {
      pair.1 = cost
    }
  }

  /// What so many lines more, or fewer where it is negative, cost at least; infinite where they
  /// cannot be had.
  func cost(of lines: Int) -> Double {
    switch lines {
    case 0: 0
    case 1: more.0
    case 2: more.0 + more.1
    case -1: fewer.0
    case -2: fewer.0 + fewer.1
    default: .infinity
    }
  }

  /// How many lines the paragraphs can give up.
  var canGive: Int { fewer.1 < .infinity ? 2 : fewer.0 < .infinity ? 1 : 0 }
}
