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
}

/// Lays a document out on pages: set, broken, placed, with true page numbers in contents and
/// references.
///
/// References settle by rounds: the pages of one round are the numbers of the next, until a round
/// changes nothing; five at most, else a warning says what did not settle.
public func layOut(
  _ document: ReportDocument, theme: Theme, typesetter: Typesetter
) throws(LayoutError) -> LaidOut {
  let anchors = try AnchorTable(document)
  let cache = ParagraphCache()
  var known: [String: AnchorPlace] = [:]
  for round in 1...5 {
    let session = LayoutSession(
      document: document, theme: theme, typesetter: typesetter, cache: cache, anchors: anchors,
      known: known)
    let (placing, missing) = try session.layOut()
    let settled =
      !session.printsPages || placing.anchors.mapValues(\.page) == known.mapValues(\.page)
    if settled || round == 5 {
      var warnings = session.warnings
      if !settled {
        warnings.append(
          LayoutWarning(message: "page references did not settle in 5 rounds", place: ""))
      }
      warnings += missing.map {
        LayoutWarning(message: "a link leads to \"\($0)\", which is on no page", place: "")
      }
      return LaidOut(
        list: DisplayList(
          pages: placing.pages, fonts: typesetter.fonts.files, structure: session.tree.nodes,
          outline: placing.outline.sorted { ($0.page, $0.y) < ($1.page, $1.y) }),
        warnings: warnings, pages: placing.anchors.mapValues(\.page))
    }
    known = placing.anchors
  }
  preconditionFailure("the last round returns")
}

extension LayoutSession {
  /// One round: cover, room for the contents, chapters, then the contents with the numbers found.
  func layOut() throws(LayoutError) -> (PagePlacing, missing: [String]) {
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let front = tree.add(StructureNode(.section), to: StructureTree.root)
    let contentsPages = try reserveContents(in: &flow)
    var chapters: [[GalleyItem]] = []
    for section in document.sections {
      chapters.append(try chapterItems(section, under: StructureTree.root))
    }
    open(&chapters)
    for (section, items) in zip(document.sections, chapters) {
      let pages = flow.pour(items)
      try flow.furnish(pages, chapter: section.title.plainText)
    }
    try fillContents(contentsPages, under: front, in: &flow)
    let missing = flow.placing.settleLinks()
    return (flow.placing, missing)
  }

  /// Moves the openings of all chapters down to the deepest step at which no page is added.
  private func open(_ chapters: inout [[GalleyItem]]) {
    let deepest = (theme.height * theme.openerDepth / scale.grid).rounded()
    let steps = [1, 2.0 / 3, 1.0 / 3].map { (deepest * $0).rounded() * scale.grid }
    let openings = document.sections.indices.filter { document.sections[$0].role != .annex }
    guard deepest > 0 else { return }
    let breaking = PageBreaking(height: theme.height, noteGap: scale.grid)
    func pages(_ depth: Double) -> Int {
      openings.reduce(0) { count, index in
        let items = chapters[index].loweredOpening(by: depth)
        return count + breaking.pages(of: items, notes: notes, heads: heads.map(\.height)).count
      }
    }
    let fewest = pages(0)
    guard let depth = steps.first(where: { pages($0) == fewest }) else { return }
    for index in openings { chapters[index] = chapters[index].loweredOpening(by: depth) }
  }

  /// Makes the pages that the contents will fill: their number does not depend on the numbers in
  /// them.
  private func reserveContents(in flow: inout Flow) throws(LayoutError) -> Range<Int> {
    let first = flow.placing.pages.count
    guard theme.apparatus == .full else { return first..<first }
    let probe = LayoutSession(
      document: document, theme: theme, typesetter: typesetter, cache: cache, anchors: anchors,
      known: known)
    let items = try probe.contentsItems(under: StructureTree.root) { _ in nil }
    let count = PageBreaking(height: theme.height, noteGap: 0).pages(
      of: items, notes: [], heads: []
    ).count
    for _ in 0..<count { _ = flow.newPage() }
    return first..<flow.placing.pages.count
  }

  private func fillContents(
    _ pages: Range<Int>, under node: Int, in flow: inout Flow
  ) throws(LayoutError) {
    guard !pages.isEmpty else { return }
    let placed = flow.placing.anchors
    let items = try contentsItems(under: node) { placed[$0]?.page }
    let ranges = PageBreaking(height: theme.height, noteGap: 0).pages(
      of: items, notes: [], heads: [])
    for (page, range) in zip(pages, ranges) {
      _ = flow.fill(page, with: items[range], carried: [])
    }
    try flow.furnish(pages, chapter: document.words.contents)
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
