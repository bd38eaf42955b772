import DocumentModel

/// Chooses one division of each chapter so that all of them together have the pages asked for: by
/// dynamic programming over chapters and pages.
struct PlanSearch {
  /// The divisions of each chapter, one for each number of pages.
  let ways: [[PageDivision]]
  /// The pages across the paper that each chapter brings along.
  let plates: [Int]
  /// The pages before the first chapter.
  let front: Int
  /// The pages behind the last chapter, and behind the blank ones after it.
  var back = 0
  /// The side of a spread on which each chapter opens.
  let openings: [Section.Opening]

  /// The cheapest way to so many pages.
  private struct State {
    var cost = Double.infinity
    var before = -1
    var way = -1
    var isBlank = false
  }

  /// The cheapest plan with the pages asked for; nil where there is none.
  func cheapest(_ target: PageTarget) -> PagePlan? {
    let layers = layers()
    guard let last = layers.last else { return nil }
    var best: (pages: Int, blanks: Int, cost: Double)?
    for (pages, state) in last.enumerated() where state.cost < .infinity {
      guard let blanks = target.blanks(after: pages + back), blanks <= PagePlan.mostBlanks else {
        continue
      }
      let cost = state.cost + PagePlan.blankCost * Double(blanks)
      if cost < best?.cost ?? .infinity { best = (pages, blanks, cost) }
    }
    return best.map { plan(layers, pages: $0.pages, blanks: $0.blanks, cost: $0.cost) }
  }

  private func layers() -> [[State]] {
    let most = zip(ways, plates).reduce(front) { sum, chapter in
      sum + 1 + chapter.1 + (chapter.0.map(\.pages.count).max() ?? 0)
    }
    var first = [State](repeating: State(), count: most + 1)
    first[front].cost = 0
    var layers = [first]
    for (index, (chapter, extra)) in zip(ways, plates).enumerated() {
      let opening = openings[index]
      var next = [State](repeating: State(), count: most + 1)
      for (pages, state) in layers[layers.count - 1].enumerated() where state.cost < .infinity {
        let isBlank = opening.needsBlank(before: pages)
        let start = pages + (isBlank ? 1 : 0)
        for (index, way) in chapter.enumerated() {
          let cost = state.cost + way.penalty + (isBlank ? PagePlan.blankCost : 0)
          let end = start + way.pages.count + extra
          guard cost < next[end].cost else { continue }
          next[end] = State(cost: cost, before: pages, way: index, isBlank: isBlank)
        }
      }
      layers.append(next)
    }
    return layers
  }

  private func plan(_ layers: [[State]], pages: Int, blanks: Int, cost: Double) -> PagePlan {
    var plan = PagePlan(blanksAtEnd: blanks, count: pages + blanks + back, penalty: cost)
    var at = pages
    for (chapter, layer) in zip(ways, layers.dropFirst()).reversed() {
      let state = layer[at]
      plan.chapters.append(chapter[state.way])
      plan.blanksBefore.append(state.isBlank)
      at = state.before
    }
    plan.chapters.reverse()
    plan.blanksBefore.reverse()
    return plan
  }
}

extension Section.Opening {
  /// Whether a blank page stands before a section that would open after so many pages: the first
  /// page, the cover, is a right-hand one.
  func needsBlank(before pages: Int) -> Bool {
    switch self {
    case .any: false
    case .recto: !pages.isMultiple(of: 2)
    case .verso: pages.isMultiple(of: 2)
    }
  }
}
