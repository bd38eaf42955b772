import DocumentModel

/// Where all pages of a document end, and how deep its chapters open.
struct PagePlan {
  /// How far the openings of chapters stand down their pages, in points.
  var depth = 0.0
  /// The flow of each chapter, its opening lowered.
  var flows: [[GalleyItem]] = []
  /// The pages of each chapter.
  var chapters: [PageDivision] = []
  /// Whether a blank page stands before each chapter.
  var blanksBefore: [Bool] = []
  /// Blank pages after the last chapter.
  var blanksAtEnd = 0
  /// All pages, blank ones and those before the chapters counted in.
  var count = 0
  /// What the whole costs.
  var penalty = 0.0

  /// A page that nothing is on.
  static let blankCost = 150.0
  /// Openings a step of depth higher than they could be.
  static let depthCost = 8.0
  /// The most blank pages that a target may add at the end.
  static let mostBlanks = 7
}

extension LayoutSession {
  /// The plan of the chapters after so many pages, and what it traded for the pages asked for.
  func plan(_ chapters: [[GalleyItem]], after front: Int) -> PagePlan {
    let natural = naturalPlan(chapters, after: front)
    guard let target = options.pages else { return natural }
    guard target.blanks(after: natural.count) != 0 else { return natural }
    guard let found = searchedPlan(chapters, after: front, target: target) else {
      let words = "\(target.words) cannot be made: the text fills \(natural.count)"
      warnings.append(LayoutWarning(message: words, place: ""))
      return natural
    }
    let words = trade(from: natural, to: found, target)
    warnings.append(LayoutWarning(message: words, place: ""))
    return found
  }

  /// The plan without a target: the deepest openings at which no page is added.
  private func naturalPlan(_ chapters: [[GalleyItem]], after front: Int) -> PagePlan {
    let depths = openingDepths
    let flat = candidate(chapters, depth: 0)
    var chosen = flat
    for depth in depths where depth > 0 {
      let lowered = candidate(chapters, depth: depth)
      guard
        lowered.chapters.map(\.pages.count).reduce(0, +)
          == flat.chapters.map(\.pages.count).reduce(0, +)
      else { continue }
      chosen = lowered
      break
    }
    var page = front
    for index in chosen.chapters.indices {
      let isBlank = theme.chapterStart == .recto && !page.isMultiple(of: 2)
      chosen.blanksBefore.append(isBlank)
      page += (isBlank ? 1 : 0) + chosen.chapters[index].pages.count + platePages(chapters[index])
    }
    chosen.count = page
    chosen.penalty =
      chosen.chapters.reduce(0) { $0 + $1.penalty }
      + Double(chosen.blanksBefore.count { $0 }) * PagePlan.blankCost
    return chosen
  }

  /// The chapters opened at a depth, each divided by the search asked for.
  private func candidate(_ chapters: [[GalleyItem]], depth: Double) -> PagePlan {
    var plan = PagePlan(depth: depth, flows: lowered(chapters, by: depth))
    plan.chapters = plan.flows.map { flow in
      options.search == .optimal
        ? breaking.division(of: flow, notes: notes) : breaking.greedy(of: flow, notes: notes)
    }
    return plan
  }

  /// The depths that openings may have, the deepest first, in points.
  private var openingDepths: [Double] {
    let deepest = (theme.height * theme.openerDepth / scale.grid).rounded()
    return [1, 2.0 / 3, 1.0 / 3, 0].map { (deepest * $0).rounded() * scale.grid }
  }

  private func lowered(_ chapters: [[GalleyItem]], by depth: Double) -> [[GalleyItem]] {
    zip(document.sections, chapters).map { section, items in
      section.role == .annex || depth == 0 ? items : items.loweredOpening(by: depth)
    }
  }

  /// The pages across the paper that a flow brings along.
  func platePages(_ items: [GalleyItem]) -> Int {
    items.reduce(0) { count, item in
      item.plates.reduce(count) {
        $0 + breaking(on: landscape).pages(of: plates[$1], notes: notes).count
      }
    }
  }

  /// The cheapest plan of the pages asked for: the depth of the openings, the pages of each chapter
  /// and the blank pages are chosen together.
  private func searchedPlan(
    _ chapters: [[GalleyItem]], after front: Int, target: PageTarget
  ) -> PagePlan? {
    var best: PagePlan?
    for (rank, depth) in openingDepths.enumerated() {
      let flows = lowered(chapters, by: depth)
      let ways = flows.map { breaking.divisions(of: $0, notes: notes, extra: 3) }
      let search = PlanSearch(
        ways: ways, plates: chapters.map(platePages), front: front,
        startsOnRecto: theme.chapterStart == .recto)
      guard var plan = search.cheapest(target) else { continue }
      plan.depth = depth
      plan.flows = flows
      plan.penalty += PagePlan.depthCost * Double(rank)
      if plan.penalty < best?.penalty ?? .infinity { best = plan }
    }
    return best
  }
}

extension [GalleyItem] {
  /// The flow with white above its first item, white that the page's top keeps.
  fileprivate func loweredOpening(by depth: Double) -> [GalleyItem] {
    guard !isEmpty else { return self }
    var items = self
    items[0].height += depth
    items[0].fragments = items[0].fragments.map { $0.moved(y: depth) }
    return items
  }
}
