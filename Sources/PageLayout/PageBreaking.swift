/// Where pages end: the cheapest division of a whole flow, found by dynamic programming over its
/// breakpoints (Plass 1981), notes, repeated heads and the sizes of pictures counted in.
struct PageBreaking {
  /// The height of the text column, in points.
  let height: Double
  /// White between text and notes, with the rule in it, in points.
  let noteGap: Double
  /// The baseline grid in points, to which the text returns after a table; 0 for none.
  var grid = 0.0

  /// What a page costs for being there, in the unit of an empty page's white.
  static let pageCost = 100.0
  /// A page that ends in a hyphen.
  private static let hyphenCost = 30.0
  /// A last page of a line or two.
  private static let stubCost = 60.0
  /// A page that had to end where no rule allows it.
  private static let forcedCost = 1000.0
  /// A picture lower by a grid step.
  private static let shrinkCost = 4.0

  /// One way to end a page: where the next starts, and what this one costs.
  private struct End {
    var index: Int
    var cost: Double
    var shrink = 0
  }

  /// The page that leads to an item most cheaply.
  private struct Origin {
    var cut = PageCut(range: 0..<0)
    var cost = Double.infinity
  }

  /// The items of each page of the cheapest division, as ranges.
  func pages(of items: [GalleyItem], notes: [SetNote]) -> [Range<Int>] {
    division(of: items, notes: notes).pages.map(\.range)
  }

  /// The cheapest division.
  func division(of items: [GalleyItem], notes: [SetNote]) -> PageDivision {
    let first = firstVisible(in: items, from: 0)
    guard first < items.count else { return PageDivision() }
    var origins = [Origin](repeating: Origin(), count: items.count + 1)
    origins[first].cost = 0
    for start in first..<items.count where origins[start].cost < .infinity {
      let cost = origins[start].cost
      let ends = ends(of: items, from: start, notes: notes)
      extend(&origins, from: start, at: cost, with: ends, in: items)
    }
    var pages: [PageCut] = []
    var next = items.count
    while next > first {
      pages.append(origins[next].cut)
      next = origins[next].cut.range.lowerBound
    }
    return PageDivision(pages: pages.reversed(), penalty: origins[items.count].cost)
  }

  /// The cheapest division into each number of pages from the fewest possible to so many more.
  func divisions(
    of items: [GalleyItem], notes: [SetNote], extra: Int
  ) -> [PageDivision] {
    let first = firstVisible(in: items, from: 0)
    let cheapest = division(of: items, notes: notes)
    // A flow of thousands of pages is divided in one way: a table of all ways would not fit.
    guard first < items.count, items.count * cheapest.pages.count < 1_000_000 else {
      return [cheapest]
    }
    let ends = (0..<items.count).map { start in
      start < first ? [] : self.ends(of: items, from: start, notes: notes)
    }
    var layers = [[Origin](repeating: Origin(), count: items.count + 1)]
    layers[0][first].cost = 0
    var found: [PageDivision] = []
    var left = extra
    while left >= 0, layers.count <= cheapest.pages.count + extra + 1 {
      let last = layers[layers.count - 1]
      var next = [Origin](repeating: Origin(), count: items.count + 1)
      for start in first..<items.count where last[start].cost < .infinity {
        extend(&next, from: start, at: last[start].cost, with: ends[start], in: items)
      }
      layers.append(next)
      guard next[items.count].cost < .infinity || !found.isEmpty else { continue }
      left -= 1
      if next[items.count].cost < .infinity { found.append(trace(layers)) }
    }
    return found.isEmpty ? [cheapest] : found
  }

  /// Each page takes as much as fits.
  func greedy(of items: [GalleyItem], notes: [SetNote]) -> PageDivision {
    var start = firstVisible(in: items, from: 0)
    var result = PageDivision()
    while start < items.count {
      let ends = ends(of: items, from: start, notes: notes)
      guard let end = ends.last(where: { $0.shrink == 0 }) ?? ends.last else { break }
      result.pages.append(PageCut(range: start..<end.index, shrink: end.shrink))
      result.penalty += end.cost
      start = firstVisible(in: items, from: end.index)
    }
    return result
  }

  private func extend(
    _ origins: inout [Origin], from start: Int, at cost: Double, with ends: [End],
    in items: [GalleyItem]
  ) {
    for end in ends {
      let next = firstVisible(in: items, from: end.index)
      guard cost + end.cost < origins[next].cost else { continue }
      origins[next].cost = cost + end.cost
      origins[next].cut = PageCut(range: start..<end.index, shrink: end.shrink)
    }
  }

  private func trace(_ layers: [[Origin]]) -> PageDivision {
    var next = layers[0].count - 1
    var pages: [PageCut] = []
    for layer in layers.dropFirst().reversed() {
      pages.append(layer[next].cut)
      next = layer[next].cut.range.lowerBound
    }
    let penalty = layers[layers.count - 1][layers[0].count - 1].cost
    return PageDivision(pages: pages.reversed(), penalty: penalty)
  }

  private func firstVisible(in items: [GalleyItem], from index: Int) -> Int {
    var index = index
    while index < items.count, items[index].isSpace { index += 1 }
    return index
  }

  /// Every place where a page that starts with an item may end.
  private func ends(
    of items: [GalleyItem], from start: Int, notes: [SetNote]
  ) -> [End] {
    var used = items[start].opening
    var noted = 0.0
    var room = height + 0.01
    var ends: [End] = []
    for index in start..<items.count {
      let item = items[index]
      noted += item.notes.reduce(0) { $0 + notes[$1].height }
      room += Double(item.shrink) * grid
      let filled = used + item.height + (noted > 0 ? noted + noteGap : 0)
      if filled > room, index > start, !item.isSpace {
        return ends.isEmpty ? [End(index: index, cost: Self.forcedCost)] : ends
      }
      used += item.height
      if item.snaps, grid > 0 { used = (used / grid - 0.01).rounded(.up) * grid }
      let closed = filled + item.closing
      if closed > room, index > start, !item.isSpace { continue }
      let isLast = firstVisible(in: items, from: index + 1) == items.count
      guard isLast || item.breakAfter != .forbidden else { continue }
      // White space at a page's foot may run over it, and needs no lower pictures.
      let shrink = steps(over: item.isSpace ? filled - item.height : closed)
      ends.append(
        End(
          index: index + 1,
          cost: cost(filled: closed, rule: item.breakAfter, isLast: isLast)
            + Self.shrinkCost * Double(shrink),
          shrink: shrink))
    }
    return ends
  }

  /// By how many grid steps a filling is higher than the page.
  private func steps(over filled: Double) -> Int {
    guard filled > height + 0.01, grid > 0 else { return 0 }
    return Int(exactly: ((filled - height) / grid - 0.001).rounded(.up)) ?? 0
  }

  private func cost(filled: Double, rule: BreakRule, isLast: Bool) -> Double {
    let white = max(0, 1 - filled / height)
    if isLast { return Self.pageCost + (filled < height * 0.1 ? Self.stubCost : 0) }
    return Self.pageCost + 100 * white * white + (rule == .discouraged ? Self.hyphenCost : 0)
  }
}

extension LayoutSession {
  /// The page breaking of text pages.
  var breaking: PageBreaking { breaking(on: theme) }

  /// The page breaking of pages of a theme.
  func breaking(on theme: Theme) -> PageBreaking {
    PageBreaking(height: theme.height, noteGap: scale.grid, grid: scale.grid)
  }
}
