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
  func plan(
    _ chapters: [[GalleyItem]], after front: Int
  ) throws(LayoutError) -> PagePlan {
    let natural = try naturalPlan(chapters, after: front)
    guard let target = options.pages else { return natural }
    guard target.blanks(after: natural.count) != 0 else { return natural }
    guard let found = try searchedPlan(chapters, after: front, target: target) else {
      let words = "\(target.words) cannot be made: the text fills \(natural.count)"
      warnings.append(LayoutWarning(message: words, place: "", kind: .pagesNotMet))
      return natural
    }
    let words = trade(from: natural, to: found, target)
    warnings.append(LayoutWarning(message: words, place: "", kind: .pagesTraded))
    return found
  }

  /// The plan without a target: the deepest openings at which no page is added.
  private func naturalPlan(
    _ chapters: [[GalleyItem]], after front: Int
  ) throws(LayoutError) -> PagePlan {
    let depths = openingDepths
    let flat = try candidate(chapters, depth: 0)
    var chosen = flat
    for depth in depths where depth > 0 {
      let lowered = try candidate(chapters, depth: depth)
      guard
        lowered.chapters.map(\.pages.count).reduce(0, +)
          == flat.chapters.map(\.pages.count).reduce(0, +)
      else { continue }
      chosen = lowered
      break
    }
    if options.search == .optimal {
      for (index, flow) in chosen.flows.enumerated() {
        chosen.chapters[index] = try refined(flow, chosen.chapters[index])
      }
    }
    var page = front
    for (index, opening) in openings.enumerated() {
      let isBlank = opening.needsBlank(before: page)
      chosen.blanksBefore.append(isBlank)
      page += (isBlank ? 1 : 0) + chosen.chapters[index].pages.count + platePages(chapters[index])
    }
    // The back cover is the last page of a sheet, a left-hand one.
    chosen.blanksAtEnd = backPages > 0 && page.isMultiple(of: 2) ? 1 : 0
    chosen.count = page + chosen.blanksAtEnd + backPages
    let blanks = chosen.blanksBefore.count { $0 } + chosen.blanksAtEnd
    chosen.penalty =
      chosen.chapters.reduce(0) { $0 + $1.penalty } + Double(blanks) * PagePlan.blankCost
    return chosen
  }

  /// The sections that flow over the pages of the body.
  var bodySections: [Section] { document.sections.filter { $0.pageStyle == .body } }

  /// The pages behind all others that the back cover takes.
  var backPages: Int {
    hasWebCode || document.sections.contains { $0.pageStyle == .backCover } ? 1 : 0
  }

  /// The sides of a spread on which the sections of the body open.
  private var openings: [Section.Opening] {
    let usual: Section.Opening = theme.chapterStart == .recto ? .recto : .any
    return bodySections.map { $0.opens ?? (fillsOpening($0) ? .verso : usual) }
  }

  /// The chapters opened at a depth, each divided by the search asked for.
  private func candidate(
    _ chapters: [[GalleyItem]], depth: Double
  ) throws(LayoutError) -> PagePlan {
    var plan = PagePlan(depth: depth, flows: lowered(chapters, by: depth))
    guard options.search == .optimal else {
      plan.chapters = plan.flows.map { breaking.greedy(of: material($0)) }
      return plan
    }
    for (index, flow) in plan.flows.enumerated() {
      let division = breaking.division(of: material(flow))
      let spared = try spared(flow, division)
      plan.flows[index] = spared?.items ?? flow
      plan.chapters.append(spared?.division ?? division)
    }
    return plan
  }

  /// The depths that openings may have, the deepest first, in points.
  var openingDepths: [Double] {
    let deepest = (theme.height * theme.openerDepth / scale.grid).rounded()
    return [1, 2.0 / 3, 1.0 / 3, 0].map { (deepest * $0).rounded() * scale.grid }
  }

  private func lowered(_ chapters: [[GalleyItem]], by depth: Double) -> [[GalleyItem]] {
    zip(bodySections, chapters).map { section, items in
      section.role == .annex || section.glance != nil || depth == 0
        ? items : items.loweredOpening(by: depth)
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
  ) throws(LayoutError) -> PagePlan? {
    var best: PagePlan?
    for (rank, depth) in openingDepths.enumerated() {
      let flows = lowered(chapters, by: depth)
      var ways: [[PageDivision]] = []
      for flow in flows {
        var material = material(flow)
        material.lineCosts = try lineCosts(in: flow.indices, of: flow)
        ways.append(breaking.divisions(of: material, extra: 3))
      }
      let search = PlanSearch(
        ways: ways, plates: chapters.map(platePages), front: front, back: backPages,
        openings: openings)
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
  func loweredOpening(by depth: Double) -> [GalleyItem] {
    guard !isEmpty else { return self }
    var items = self
    items[0].height += depth
    items[0].fragments = items[0].fragments.map { $0.moved(y: depth) }
    return items
  }
}
