import DocumentModel

/// The chapters of an edition on facing pages, each with its pages in both languages.
struct FacingPlan {
  var chapters: [[FacingFlow]] = []
  /// Blank pages before the back cover.
  var blanksAtEnd = 0
}

/// One way to divide a chapter in both languages.
private struct FacingWay {
  var cuts: [PageDivision]
  var cost: Double

  /// The pages of both languages; the shorter one waits with white.
  var pages: Int { 2 * (cuts.map(\.pages.count).max() ?? 0) }

  /// The same as a division of one flow.
  var division: PageDivision {
    PageDivision(pages: Array(repeating: PageCut(range: 0..<0), count: pages), penalty: cost)
  }
}

extension LayoutSession {
  /// The chapters opened at the deepest depth that costs no page, each language divided so that both
  /// together are cheapest; or at the depth, and in the pages, that make the pages asked for.
  func facingPlan(
    _ chapters: [[[GalleyItem]]], _ pairs: [SectionPair], after front: Int, back: Int
  ) throws(LayoutError) -> FacingPlan {
    let openings = [Section.Opening](repeating: .any, count: pairs.count)
    let flat = cheapest(ways(lowered(chapters, pairs, by: 0), extra: 1))
    var (depth, chosen) = (0.0, flat)
    for lower in openingDepths where lower > 0 {
      let ways = cheapest(ways(lowered(chapters, pairs, by: lower), extra: 1))
      guard ways.reduce(0, { $0 + $1.pages }) == flat.reduce(0, { $0 + $1.pages }) else { continue }
      (depth, chosen) = (lower, ways)
      break
    }
    var natural = plan(chosen.map(\.division), opening: openings, after: front, back: back)
    natural.depth = depth
    let plan = try settled(natural) { (target) throws(LayoutError) in
      var best: PagePlan?
      for (rank, lower) in openingDepths.enumerated() {
        let ways = ways(lowered(chapters, pairs, by: lower), extra: 2)
        let search = PlanSearch(
          ways: ways.map { $0.map(\.division) }, plates: pairs.map { _ in 0 }, front: front,
          back: back, openings: openings)
        guard var found = search.cheapest(target) else { continue }
        found.depth = lower
        found.penalty += PagePlan.depthCost * Double(rank)
        guard found.penalty < best?.penalty ?? .infinity else { continue }
        best = found
        chosen = zip(ways, found.chapters).map { ways, division in
          ways.first { $0.pages == division.pages.count } ?? FacingWay(cuts: [], cost: 0)
        }
      }
      return best
    }
    let flows = lowered(chapters, pairs, by: plan.depth)
    return FacingPlan(
      chapters: zip(flows, chosen).map { flows, way in
        zip(flows, way.cuts).map { FacingFlow(items: $0, cut: $1) }
      }, blanksAtEnd: plan.blanksAtEnd)
  }

  private func lowered(
    _ chapters: [[[GalleyItem]]], _ pairs: [SectionPair], by depth: Double
  ) -> [[[GalleyItem]]] {
    zip(chapters, pairs).map { chapter, pair in
      zip(chapter, pair.sections).map { items, section in
        section?.role == .annex || section?.glance != nil || depth == 0
          ? items : items.loweredOpening(by: depth)
      }
    }
  }

  private func cheapest(_ ways: [[FacingWay]]) -> [FacingWay] {
    ways.map { $0.min { $0.cost < $1.cost } ?? FacingWay(cuts: [], cost: 0) }
  }

  /// The cheapest way to each number of pages of each chapter, up to so many more than it needs.
  private func ways(_ chapters: [[[GalleyItem]]], extra: Int) -> [[FacingWay]] {
    chapters.map { flows in
      let divisions = flows.map {
        $0.isEmpty ? [PageDivision()] : breaking.divisions(of: material($0), extra: extra)
      }
      var ways: [Int: FacingWay] = [:]
      for first in divisions[0] {
        for second in divisions[1] {
          let apart = abs(first.pages.count - second.pages.count)
          let way = FacingWay(
            cuts: [first, second],
            cost: first.penalty + second.penalty + PagePlan.blankCost * Double(apart))
          if way.cost < ways[way.pages]?.cost ?? .infinity { ways[way.pages] = way }
        }
      }
      return ways.values.sorted { $0.pages < $1.pages }
    }
  }
}
