/// Where pages end: the cheapest division of a whole flow, found by dynamic programming over its
/// breakpoints (Plass 1981), notes, floats, columns, repeated heads, the sizes of pictures and the
/// lines of paragraphs counted in.
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
  /// A paragraph parted though the page has room for all of it.
  static let splitCost = 25.0
  /// White that what follows could have filled, for a whole page of it: more than two pages gain by
  /// sharing their white, unless one of them is empty for the most part.
  private static let earlyCost = 150.0
  /// So many lines of it cost nothing: pages end early for the sake of what comes after.
  private static let freeLines = 2.0
  /// A page that had to end where no rule allows it.
  static let forcedCost = 1000.0
  /// A picture lower by a grid step.
  static let shrinkCost = 4.0
  /// A page short by a line.
  private static let lineCost = 1.0
  /// A float on the page after its place in the text, or at the other edge.
  static let floatCost = 12.0
  /// A page without text for floats that could stand on one with text.
  private static let floatPageCost = 25.0

  /// The page that leads to a state most cheaply: to an item, with so many floats waiting.
  private struct Origin {
    var end = PageEnd(cut: PageCut(range: 0..<0), cost: 0)
    var cost = Double.infinity
    /// The state from which the page starts.
    var from = -1
  }

  /// The items of each page of the cheapest division, as ranges.
  func pages(of items: [GalleyItem], notes: [SetNote]) -> [Range<Int>] {
    division(of: PageMaterial(items, notes: notes)).pages.map(\.range)
  }

  /// The cheapest division of items without floats.
  func division(of items: [GalleyItem], notes: [SetNote]) -> PageDivision {
    division(of: PageMaterial(items, notes: notes))
  }

  /// The cheapest division.
  func division(of material: PageMaterial) -> PageDivision {
    let count = material.items.count
    let first = material.firstVisible(from: 0)
    guard first < count else { return PageDivision() }
    let states = material.waitingStates
    var origins = [Origin](repeating: Origin(), count: (count + 1) * states)
    origins[first * states].cost = 0
    for start in first...count {
      for waiting in (0..<states).reversed() {
        let state = start * states + waiting
        guard origins[state].cost < .infinity, start < count || waiting > 0 else { continue }
        let ends = ends(of: material, from: start, waiting: waiting)
        extend(&origins, from: state, at: origins[state].cost, with: ends, in: material)
      }
    }
    var pages: [PageCut] = []
    var state = count * states
    while state != first * states {
      pages.append(origins[state].end.cut)
      state = origins[state].from
    }
    return PageDivision(pages: pages.reversed(), penalty: origins[count * states].cost)
  }

  /// The cheapest division into each number of pages from the fewest possible to so many more.
  func divisions(of material: PageMaterial, extra: Int) -> [PageDivision] {
    let count = material.items.count
    let states = material.waitingStates
    let first = material.firstVisible(from: 0)
    let cheapest = division(of: material)
    // A flow of thousands of pages is divided in one way: a table of all ways would not fit.
    guard first < count, count * cheapest.pages.count * states < 1_000_000 else {
      return [cheapest]
    }
    var known = [[PageEnd]?](repeating: nil, count: (count + 1) * states)
    let none = [Origin](repeating: Origin(), count: (count + 1) * states)
    var layers = [none]
    layers[0][first * states].cost = 0
    var found: [PageDivision] = []
    var left = extra
    while left >= 0, layers.count <= cheapest.pages.count + extra + 1 {
      let last = layers[layers.count - 1]
      var next = none
      for state in first * states..<last.count where last[state].cost < .infinity {
        guard state != count * states else { continue }
        let ends =
          known[state] ?? ends(of: material, from: state / states, waiting: state % states)
        known[state] = ends
        extend(&next, from: state, at: last[state].cost, with: ends, in: material)
      }
      layers.append(next)
      let isWhole = next[count * states].cost < .infinity
      guard isWhole || !found.isEmpty else { continue }
      left -= 1
      if isWhole { found.append(trace(layers, to: count * states)) }
    }
    return found.isEmpty ? [cheapest] : found
  }

  /// Each page takes as much as fits.
  func greedy(of items: [GalleyItem], notes: [SetNote]) -> PageDivision {
    greedy(of: PageMaterial(items, notes: notes))
  }

  /// Each page takes as much as fits.
  func greedy(of material: PageMaterial) -> PageDivision {
    var start = material.firstVisible(from: 0)
    var waiting = 0
    var result = PageDivision()
    while start < material.items.count || waiting > 0 {
      let ends = ends(of: material, from: start, waiting: waiting)
      let fullest = ends.map(\.cut.range.upperBound).max()
      let natural = ends.filter {
        $0.cut.shrink == 0 && $0.cut.floatShrink == 0 && $0.cut.lines == 0
      }
      let full = natural.map(\.cut.range.upperBound).max() ?? fullest
      guard
        let end = (natural.isEmpty ? ends : natural).filter({ $0.cut.range.upperBound == full })
          .min(by: { $0.waiting < $1.waiting })
      else { break }
      result.pages.append(end.cut)
      result.penalty += end.cost
      start = material.firstVisible(from: end.cut.range.upperBound)
      waiting = end.waiting
    }
    return result
  }

  private func extend(
    _ origins: inout [Origin], from state: Int, at cost: Double, with ends: [PageEnd],
    in material: PageMaterial
  ) {
    for end in ends {
      let item = material.firstVisible(from: end.cut.range.upperBound)
      let next = item * material.waitingStates + end.waiting
      guard cost + end.cost < origins[next].cost else { continue }
      origins[next] = Origin(end: end, cost: cost + end.cost, from: state)
    }
  }

  private func trace(_ layers: [[Origin]], to last: Int) -> PageDivision {
    var state = last
    var pages: [PageCut] = []
    for layer in layers.dropFirst().reversed() {
      pages.append(layer[state].end.cut)
      state = layer[state].from
    }
    return PageDivision(pages: pages.reversed(), penalty: layers[layers.count - 1][last].cost)
  }

  /// Every way to end a page that starts with an item while so many floats wait.
  private func ends(
    of material: PageMaterial, from start: Int, waiting: Int
  ) -> [PageEnd] {
    let text =
      start < material.items.count
      ? PageEnds(self, material, from: start, waiting: waiting).ends : []
    return text + floatPages(of: material, before: start, waiting: waiting)
  }

  /// Pages of waiting floats alone.
  private func floatPages(
    of material: PageMaterial, before start: Int, waiting: Int
  ) -> [PageEnd] {
    guard waiting > 0 else { return [] }
    let first = material.floatsBefore[start] - waiting
    let range = start..<start
    if material.floats[first].edge == .page {
      let cut = PageCut(range: range, floats: first..<first + 1)
      return [PageEnd(cut: cut, waiting: waiting - 1, cost: Self.pageCost)]
    }
    var ends: [PageEnd] = []
    var filled = -grid
    for rank in first..<first + waiting where material.floats[rank].edge != .page {
      guard rank == first || material.floats[rank - 1].edge != .page else { break }
      filled += material.floats[rank].item.height + grid
      guard rank == first || filled <= height + 0.01 else { break }
      ends.append(
        PageEnd(
          cut: PageCut(range: range, floats: first..<rank + 1),
          waiting: first + waiting - rank - 1,
          cost: Self.floatPageCost + cost(rule: .allowed, filled: filled, isLast: false)))
    }
    return ends
  }

  /// The items of a band in its columns.
  func columns(_ range: Range<Int>, of items: [GalleyItem]) -> ColumnCut? {
    guard let first = range.first, let band = items[first].columns else { return nil }
    return ColumnFill(items: items, grid: grid, count: band.count).cut(range, limit: height)
  }

  /// A depth rounded up to the grid, in points.
  func toGrid(_ depth: Double) -> Double {
    grid > 0 ? (depth / grid - 0.01).rounded(.up) * grid : depth
  }

  /// By how many grid steps a filling is higher than the page.
  func steps(over filled: Double) -> Int {
    guard filled > height + 0.01, grid > 0 else { return 0 }
    return Int(exactly: ((filled - height) / grid - 0.001).rounded(.up)) ?? 0
  }

  /// How many grid steps a filling leaves free.
  func steps(under filled: Double) -> Int {
    guard grid > 0 else { return 0 }
    return Int(exactly: ((height - filled) / grid + 0.001).rounded(.down)) ?? 0
  }

  /// What a page costs by how it ends.
  func cost(rule: BreakRule, filled: Double, isLast: Bool) -> Double {
    if isLast { return Self.pageCost + lonelyCost(filled) }
    return Self.pageCost + whiteCost(filled) + (rule == .discouraged ? Self.hyphenCost : 0)
  }

  private func whiteCost(_ filled: Double) -> Double {
    let white = max(0, 1 - filled / height)
    return 100 * white * white + Self.lineCost * Double(max(0, steps(under: filled)))
  }

  /// What it costs to end a page with white, in points, that what follows could have filled.
  func earlyCost(of white: Double) -> Double {
    grid > 0 ? Self.earlyCost * max(0, white - Self.freeLines * grid) / height : 0
  }

  /// How much cheaper a page is for so many lines more on it.
  func gain(of lines: Int, filled: Double) -> Double {
    whiteCost(filled) - whiteCost(filled + Double(lines) * grid)
  }
}

extension LayoutSession {
  /// The page breaking of text pages.
  var breaking: PageBreaking { breaking(on: theme) }

  /// The page breaking of pages of a theme.
  func breaking(on theme: Theme) -> PageBreaking {
    PageBreaking(height: theme.height, noteGap: scale.grid, grid: scale.grid)
  }

  /// A flow with its notes and floats.
  func material(_ items: [GalleyItem]) -> PageMaterial {
    PageMaterial(items, notes: notes, floats: floats)
  }
}
