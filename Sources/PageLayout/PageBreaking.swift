/// Where pages end: the cheapest division of a whole flow, found by dynamic programming over its
/// breakpoints (Plass 1981), notes and repeated heads counted in.
struct PageBreaking {
  /// The height of the text column, in points.
  let height: Double
  /// White between text and notes, with the rule in it, in points.
  let noteGap: Double

  /// What a page costs for being there, in the unit of an empty page's white.
  private static let pageCost = 100.0
  /// A page that ends in a hyphen.
  private static let hyphenCost = 30.0
  /// A last page of a line or two.
  private static let stubCost = 60.0
  /// A page that had to end where no rule allows it.
  private static let forcedCost = 1000.0

  /// One way to end a page: where the next starts, and what this one costs.
  private struct End {
    var index: Int
    var cost: Double
  }

  /// The items of each page, as ranges. White space at a page's top belongs to no page.
  func pages(
    of items: [GalleyItem], notes: [SetNote], heads: [Double]
  ) -> [Range<Int>] {
    let first = firstVisible(in: items, from: 0)
    guard first < items.count else { return [] }
    var cost = [Double](repeating: .infinity, count: items.count + 1)
    var origin = [(start: Int, end: Int)](repeating: (-1, -1), count: items.count + 1)
    cost[first] = 0
    for start in first..<items.count where cost[start] < .infinity {
      for end in ends(of: items, from: start, notes: notes, heads: heads) {
        let next = firstVisible(in: items, from: end.index)
        if cost[start] + end.cost < cost[next] {
          cost[next] = cost[start] + end.cost
          origin[next] = (start, end.index)
        }
      }
    }
    var pages: [Range<Int>] = []
    var next = items.count
    while next > first {
      let (start, end) = origin[next]
      pages.append(start..<end)
      next = start
    }
    return pages.reversed()
  }

  private func firstVisible(in items: [GalleyItem], from index: Int) -> Int {
    var index = index
    while index < items.count, items[index].isSpace { index += 1 }
    return index
  }

  /// Every place where a page that starts with an item may end.
  private func ends(
    of items: [GalleyItem], from start: Int, notes: [SetNote], heads: [Double]
  ) -> [End] {
    var used = items[start].continuedHead.map { heads[$0] } ?? 0
    var noted = 0.0
    var ends: [End] = []
    for index in start..<items.count {
      let item = items[index]
      noted += item.notes.reduce(0) { $0 + notes[$1].height }
      let filled = used + item.height + (noted > 0 ? noted + noteGap : 0)
      if filled > height + 0.01, index > start, !item.isSpace {
        return ends.isEmpty ? [End(index: index, cost: Self.forcedCost)] : ends
      }
      used += item.height
      let isLast = firstVisible(in: items, from: index + 1) == items.count
      guard isLast || item.breakAfter != .forbidden else { continue }
      ends.append(
        End(index: index + 1, cost: cost(filled: filled, rule: item.breakAfter, isLast: isLast)))
    }
    return ends
  }

  private func cost(filled: Double, rule: BreakRule, isLast: Bool) -> Double {
    let white = max(0, 1 - filled / height)
    if isLast { return Self.pageCost + (filled < height * 0.1 ? Self.stubCost : 0) }
    return Self.pageCost + 100 * white * white + (rule == .discouraged ? Self.hyphenCost : 0)
  }
}
