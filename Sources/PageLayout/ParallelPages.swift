import DisplayList
import DocumentModel
import Typesetting

/// The pages of two languages in columns side by side.
extension LayoutSession {
  /// One round: the cover, the pages behind it, room for the contents, chapters, then the contents
  /// with the numbers found.
  func layOutParallel(_ voices: [Voice]) throws(LayoutError) -> (Flow, missing: [String]) {
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let all = SectionPair.pairs(voices[0].document.sections, voices[1].document.sections)
    for pair in all where pair.pageStyle == .insideCover { try flow.pour(coverPage: pair, voices) }
    let front = tree.add(StructureNode(.section), to: StructureTree.root)
    let contents = try reserveParallelContents(voices, in: &flow)
    let pairs = all.filter { $0.pageStyle == .body }
    let backs = all.filter { $0.pageStyle == .backCover }
    var chapters: [ParallelFlow] = []
    for pair in pairs { chapters.append(try parallelChapter(pair, voices)) }
    let plan = try parallelPlan(
      chapters, pairs, after: flow.placing.pages.count,
      back: backs.isEmpty && !theme.forms.hasBackCover ? 0 : 1)
    for (index, chapter) in chapters.enumerated() {
      if plan.blanksBefore[index] { _ = flow.newPage() }
      try flow.pour(chapter, plan.chapters[index], of: pairs[index], voices)
    }
    for _ in 0..<plan.blanksAtEnd { _ = flow.newPage() }
    for pair in backs { try flow.pour(coverPage: pair, voices) }
    if backs.isEmpty, theme.forms.hasBackCover {
      let page = flow.newPage()
      flow.bare.insert(page)
      flow.placing.place(try backCover(), on: page, x: 0, y: 0, in: self)
    }
    let list = try parallelContents(voices, under: front, placed: flow.placing.anchors)
    for (page, range) in zip(contents, list.pages) {
      try flow.fill(page, with: list.flow, PageCut(range: range), voices)
      try flow.furnish(page, head: "", isRecto: page.isMultiple(of: 2))
    }
    speak(voices[0], in: &flow)
    return (flow, flow.placing.settleLinks())
  }

  /// Makes the pages that the contents of both languages will fill.
  private func reserveParallelContents(
    _ voices: [Voice], in flow: inout Flow
  ) throws(LayoutError) -> [Int] {
    guard theme.apparatus == .full else { return [] }
    let probe = LayoutSession(
      document: document, theme: theme, typesetter: typesetter, options: options, cache: cache,
      anchors: anchors, known: known)
    probe.form = form
    let room = try probe.parallelContents(voices, under: StructureTree.root, placed: [:])
    return room.pages.map { _ in flow.newPage() }
  }

  /// The plan of the chapters, or the one for the pages asked for.
  private func parallelPlan(
    _ chapters: [ParallelFlow], _ pairs: [SectionPair], after front: Int, back: Int
  ) throws(LayoutError) -> PagePlan {
    let openings = pairs.map(\.opens)
    let materials = chapters.map { material($0.items) }
    let natural = plan(
      materials.map { breaking.division(of: $0) }, opening: openings, after: front, back: back)
    return try settled(natural) { (target) throws(LayoutError) in
      PlanSearch(
        ways: materials.map { breaking.divisions(of: $0, extra: 3) },
        plates: pairs.map { _ in 0 }, front: front, back: back, openings: openings
      ).cheapest(target)
    }
  }
}

extension Flow {
  /// Pours a chapter of two languages over new pages.
  fileprivate mutating func pour(
    _ chapter: ParallelFlow, _ division: PageDivision, of pair: SectionPair, _ voices: [Voice]
  ) throws(LayoutError) {
    let material = session.material(chapter.items)
    let titles = pair.sections.compactMap { $0?.title.plainText }
    for (number, cut) in division.pages.enumerated() {
      let page = newPage()
      try fill(page, with: chapter, cut, voices, of: material)
      session.speak(voices[0], in: &self)
      guard !bare.contains(page) else { continue }
      let isRecto = page.isMultiple(of: 2)
      let metadata = session.document.metadata
      let head =
        isRecto
        ? titles.joined(separator: " \u{2002}")
        : "\(metadata.institution) \u{2002}\(metadata.period)"
      let showsHead = number > 0 && session.theme.apparatus == .full
      try furnish(page, head: showsHead ? head : "", isRecto: isRecto)
    }
  }

  /// Fills one page with a part of a flow of two languages: of each pair the first language, then the
  /// second, so that both are read in one piece.
  mutating func fill(
    _ page: Int, with flow: ParallelFlow, _ cut: PageCut, _ voices: [Voice],
    of material: PageMaterial? = nil, lowered white: Double = 0
  ) throws(LayoutError) {
    let range = cut.range
    let x = left(of: page)
    let items = try session.fitted(flow.items[range], to: cut)
    placing.suffix = ""
    var top = theme(of: page).top + white
    if let material {
      let notes = NoteStack(items.flatMap(\.notes), of: session.notes).height
      let foot = notes > 0 ? notes + session.scale.grid : 0
      top = try placeFloats(cut, of: material, notes: foot, on: page).text
    }
    var y = top
    if let first = items.first {
      session.speak(voices[flow.voices[range.lowerBound]])
      placing.place(try session.opening(before: first), on: page, x: x, y: y, in: session)
      y += first.opening
    }
    var ys: [Double] = []
    for item in items {
      ys.append(y)
      placing.note(item, on: page, y: y)
      y += item.height
      if item.snaps { y += session.gridRest(y - top) }
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = flow.pairs[start..<range.upperBound].firstIndex { $0 != flow.pairs[start] }
      let pair = start..<(end ?? range.upperBound)
      for index in pair {
        let y = ys[index - range.lowerBound]
        placing.place(items[index].fragments, on: page, x: x, y: y, in: session)
        placing.place(session.names(of: items, from: index), on: page, x: x, y: y, in: session)
      }
      for index in pair {
        placing.place(
          flow.second[index], on: page, x: x, y: ys[index - range.lowerBound], in: session)
      }
      start = pair.upperBound
    }
    if let last = items.last, let y = ys.last {
      session.speak(voices[flow.voices[range.upperBound - 1]])
      placing.place(try session.closing(after: last), on: page, x: x, y: y, in: session)
    }
    placeNotes(of: flow, range, on: page, x: x)
    session.speak(voices[0])
  }

  /// The notes of each language at the foot of its column, beginning on one line.
  private mutating func placeNotes(
    of flow: ParallelFlow, _ range: Range<Int>, on page: Int, x: Double
  ) {
    let called = flow.items[range].flatMap(\.notes)
    let columns = [
      called.filter { !session.notes[$0].isSecond },
      called.filter { session.notes[$0].isSecond },
    ]
    let theme = session.theme
    let shift = theme.languageShift
    let height = columns.map { $0.reduce(0) { $0 + session.notes[$1].height } }.max() ?? 0
    for (column, notes) in columns.enumerated() where !notes.isEmpty {
      var y = theme.top + theme.height - height
      let rule = Fragment(
        ruleAt: -session.scale.grid * 0.3, x: column == 0 ? 0 : shift, width: theme.span(2),
        weight: 0.4, theme.ink)
      placing.place([rule], on: page, x: x, y: y, in: session)
      for note in notes {
        placing.anchors[session.notes[note].anchor] = AnchorPlace(page: page, y: y)
        placing.place(session.notes[note].fragments, on: page, x: x, y: y, in: session)
        y += session.notes[note].height
      }
    }
  }
}
