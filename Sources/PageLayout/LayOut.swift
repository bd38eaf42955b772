public import DisplayList
public import DocumentModel
import Fonts
public import Typesetting

/// A document on pages.
public struct LaidOut: Sendable {
  /// The pages with their structure.
  public var list: DisplayList
  /// What is merely ugly.
  public var warnings: [LayoutWarning]
  /// The page of every anchor, from 0.
  public var pages: [String: Int]
  /// What the pages of the chapters cost, beside pages that each take as much as fits.
  public var penalty: PagePenalty
  /// What a proof draws, a page each; empty unless the options asked for it.
  var proofs: [PageProof?]
}

/// Lays a document out on pages: set, broken, placed, with true page numbers in contents and
/// references.
///
/// References settle by rounds: the pages of one round are the numbers of the next, until what is
/// printed is true; five at most, else a warning names each reference that is not, with what it prints
/// and what it should.
public func layOut(
  _ document: ReportDocument, theme: Theme, typesetter: Typesetter,
  options: LayoutOptions = LayoutOptions()
) throws(LayoutError) -> LaidOut {
  let anchors = try AnchorTable(document)
  let cache = ParagraphCache()
  return try settled { (known) throws(LayoutError) in
    LayoutSession(
      document: document, theme: theme, typesetter: typesetter, options: options, cache: cache,
      anchors: anchors, known: known)
  } pages: { (session) throws(LayoutError) in
    try session.layOut()
  }
}

/// Lays out in rounds until what is printed of the pages is true.
///
/// - Parameters:
///   - makeSession: makes the session of a round from where anchors stood in the round before.
///   - pages: lays the pages of a round out; also returns the anchors that stand nowhere.
func settled(
  _ makeSession: (_ known: [String: AnchorPlace]) throws(LayoutError) -> LayoutSession,
  pages: (LayoutSession) throws(LayoutError) -> (Flow, missing: [String])
) throws(LayoutError) -> LaidOut {
  var known: [String: AnchorPlace] = [:]
  var mentions: [String: [Mention]] = [:]
  for round in 1...5 {
    let session = try makeSession(known)
    session.references.known = mentions
    let (flow, missing) = try pages(session)
    let placing = flow.placing
    let unsettled = session.unsettled(in: placing)
    if unsettled.isEmpty || round == 5 {
      let proofs = session.options.keepsProof ? flow.proofs() : []
      var warnings = session.warnings + unsettled
      warnings += missing.map {
        LayoutWarning(message: "a link leads to \"\($0)\", which is on no page", place: "")
      }
      return LaidOut(
        list: DisplayList(
          pages: placing.pages, fonts: session.typesetter.fonts.files,
          structure: session.tree.nodes,
          outline: placing.outline.sorted { ($0.page, $0.y) < ($1.page, $1.y) }),
        warnings: warnings, pages: placing.pagesOfAnchors, penalty: session.penalty,
        proofs: proofs)
    }
    known = placing.anchors
    mentions = placing.mentions
  }
  preconditionFailure("the last round returns")
}

extension LayoutSession {
  /// One round: cover, room for the contents, chapters, then the contents with the numbers found.
  func layOut() throws(LayoutError) -> (Flow, missing: [String]) {
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let front = tree.add(StructureNode(.section), to: StructureTree.root)
    for section in document.sections where section.pageStyle == .insideCover {
      try flow.pour(coverPage: section)
    }
    let contentsPages = try reserveContents(in: &flow)
    var chapters: [[GalleyItem]] = []
    beginsOnVerso = !flow.placing.pages.count.isMultiple(of: 2)
    for section in bodySections {
      chapters.append(try chapterItems(section, under: StructureTree.root))
    }
    let plan = try plan(chapters, after: flow.placing.pages.count)
    penalty = penalty(of: plan)
    for (index, section) in bodySections.enumerated() {
      if plan.blanksBefore[index] { _ = flow.newPage() }
      let balance = SpreadBalance(breaking: breaking, items: plan.flows[index])
      let division = balance.balanced(
        plan.chapters[index], firstPage: flow.placing.pages.count)
      let pages = try flow.pour(plan.flows[index], cut: division.pages)
      try flow.furnish(
        pages, chapter: section.title.plainText, hasHeads: section.glance == nil)
    }
    for _ in 0..<plan.blanksAtEnd { _ = flow.newPage() }
    let backCovers = document.sections.filter { $0.pageStyle == .backCover }
    for section in backCovers { try flow.pour(coverPage: section) }
    if backCovers.isEmpty { try addBackCover(to: &flow, plan) }
    try flow.placeFacingCaptions()
    try fillContents(contentsPages, under: front, in: &flow)
    let missing = flow.placing.settleLinks()
    return (flow, missing)
  }

  /// The back cover: a page more, or the last blank one where so many pages were asked for.
  private func addBackCover(to flow: inout Flow, _ plan: PagePlan) throws(LayoutError) {
    guard theme.forms.hasBackCover || hasWebCode else { return }
    guard options.pages == nil || plan.blanksAtEnd > 0 || hasWebCode else { return }
    // A page with the way to the web is counted in the plan.
    let isNew = options.pages == nil || hasWebCode
    let page = isNew ? flow.newPage() : flow.placing.pages.count - 1
    flow.bare.insert(page)
    let fragments = theme.forms.hasBackCover ? try backCover() : try plainBackCover()
    flow.placing.place(fragments, on: page, x: 0, y: 0, in: self)
  }

  /// The penalty of the chapters as planned, and of the same flows divided greedily.
  private func penalty(of plan: PagePlan) -> PagePenalty {
    PagePenalty(
      chosen: plan.chapters.reduce(0) { $0 + $1.penalty },
      greedy: plan.flows.reduce(0) { $0 + breaking.greedy(of: material($1)).penalty })
  }

  /// Makes the pages that the contents will fill: their number does not depend on the numbers in
  /// them.
  private func reserveContents(in flow: inout Flow) throws(LayoutError) -> Range<Int> {
    let first = flow.placing.pages.count
    guard theme.apparatus == .full else { return first..<first }
    let probe = LayoutSession(
      document: document, theme: theme, typesetter: typesetter, options: options, cache: cache,
      anchors: anchors, known: known)
    let front = try probe.frontPages(under: StructureTree.root) { _ in nil }
    // A spread of contents begins on a left-hand page.
    let isLate = front.isSpread && first.isMultiple(of: 2)
    for _ in 0..<front.pages.count + (isLate ? 1 : 0) { _ = flow.newPage() }
    return first + (isLate ? 1 : 0)..<flow.placing.pages.count
  }

  private func fillContents(
    _ pages: Range<Int>, under node: Int, in flow: inout Flow
  ) throws(LayoutError) {
    guard !pages.isEmpty else { return }
    let placed = flow.placing.anchors
    let front = try frontPages(under: node) { placed[$0]?.page }
    for (page, items) in zip(pages, front.pages) {
      _ = try flow.fill(page, with: items[...], carried: [])
    }
    try flow.furnish(pages, chapter: document.words.contents)
  }
}
