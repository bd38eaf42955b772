import DisplayList
import DocumentModel
import Typesetting

/// Two languages in columns side by side: section by section, block by block, pairs starting on one
/// line of the grid; what needs the whole width stands across it, one language after the other.
extension LayoutSession {
  /// One round: the cover, room for the contents, chapters, then the contents with the numbers found.
  func layOutParallel(_ voices: [Voice]) throws(LayoutError) -> (Flow, missing: [String]) {
    let page = theme
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let front = tree.add(StructureNode(.section), to: StructureTree.root)
    var contents: [Int] = []
    if page.apparatus == .full {
      let probe = LayoutSession(
        document: document, theme: page, typesetter: typesetter, options: options, cache: cache,
        anchors: anchors, known: known)
      let room = try probe.parallelContents(voices, under: StructureTree.root, placed: [:])
      let count = breaking.pages(of: room.items, notes: []).count
      for _ in 0..<count { contents.append(flow.newPage()) }
    }
    for pair in SectionPair.pairs(voices[0].document.sections, voices[1].document.sections) {
      let chapter = try parallelChapter(pair, voices)
      let first = flow.placing.pages.count
      for cut in breaking.division(of: chapter.items, notes: notes).pages {
        let page = flow.newPage()
        try flow.fill(page, with: chapter, cut.range, voices)
        speak(voices[0], in: &flow)
        let titles = pair.sections.compactMap { $0?.title.plainText }
        let isRecto = page.isMultiple(of: 2)
        let metadata = document.metadata
        let head =
          isRecto
          ? titles.joined(separator: " \u{2002}")
          : "\(metadata.institution) \u{2002}\(metadata.period)"
        let showsHead = page > first && theme.apparatus == .full
        try flow.furnish(page, head: showsHead ? head : "", isRecto: isRecto)
      }
    }
    let list = try parallelContents(voices, under: front, placed: flow.placing.anchors)
    for (page, range) in zip(contents, breaking.pages(of: list.items, notes: [])) {
      try flow.fill(page, with: list, range, voices)
      try flow.furnish(page, head: "", isRecto: page.isMultiple(of: 2))
    }
    speak(voices[0], in: &flow)
    return (flow, flow.placing.settleLinks())
  }

  /// The contents of both languages side by side.
  private func parallelContents(
    _ voices: [Voice], under node: Int, placed: [String: AnchorPlace]
  ) throws(LayoutError) -> ParallelFlow {
    var flow = ParallelFlow()
    try pair(voices, under: node, in: &flow) { (_, element) throws(LayoutError) in
      try self.frontItems(under: element) { placed[self.local($0)]?.page }
    }
    return flow
  }

  private func parallelChapter(
    _ sections: SectionPair, _ voices: [Voice]
  ) throws(LayoutError) -> ParallelFlow {
    var flow = ParallelFlow()
    let node = tree.add(StructureNode(.section), to: StructureTree.root)
    context = sections.sections.compactMap { $0?.title.plainText }.first ?? ""
    try pair(voices, under: node, in: &flow) { (voice, element) throws(LayoutError) in
      guard let section = sections.sections[voice] else { return [] }
      return try self.opener(of: section, under: element)
    }
    try add(sections, level: 3, voices, under: node, to: &flow)
    return flow
  }

  /// What follows the heading of a section: its blocks in pairs, then its subsections.
  private func add(
    _ pair: SectionPair, level: Int, _ voices: [Voice], under node: Int,
    to flow: inout ParallelFlow
  ) throws(LayoutError) {
    let anchor = pair.sections.compactMap { $0?.anchor }.first ?? ""
    references.sections.append(anchor)
    defer { references.sections.removeLast() }
    let blocks = pair.sections.map { $0?.blocks ?? [] }
    for (number, both) in ParallelAlignment.pairs(blocks[0], blocks[1]).enumerated() {
      if number > 0 { flow.append(space: space(scale.grid)) }
      try add(both, voices, under: node, to: &flow)
    }
    let inner = SectionPair.pairs(
      pair.sections[0]?.subsections ?? [], pair.sections[1]?.subsections ?? [])
    for pair in inner {
      flow.append(space: space(scale.grid))
      let element = tree.add(StructureNode(.section), to: node)
      context = pair.sections.compactMap { $0?.title.plainText }.first ?? context
      try self.pair(voices, under: element, in: &flow) { (voice, part) throws(LayoutError) in
        guard let section = pair.sections[voice] else { return [] }
        var items = try self.heading(
          section, role: level == 3 ? .heading : .subheading, level: level, under: part, x: 0,
          width: self.theme.width)
        if !section.lead.isEmpty {
          items += try self.prose(section.lead, under: part, x: 0, width: self.theme.width)
        }
        return items
      }
      try add(pair, level: level + 1, voices, under: element, to: &flow)
    }
  }

  /// A pair of blocks: side by side, or one after the other across the page.
  private func add(
    _ both: [Block?], _ voices: [Voice], under node: Int, to flow: inout ParallelFlow
  ) throws(LayoutError) {
    if case .keyFigures(let first)? = both[0], case .keyFigures(let second)? = both[1],
      first.count == second.count
    {
      return try add([first, second], voices, under: node, to: &flow)
    }
    if case .definitions(let first)? = both[0], case .definitions(let second)? = both[1],
      first.count == second.count, first.count > 1
    {
      for (number, pair) in zip(first, second).enumerated() {
        if number > 0 { flow.append(space: space(scale.grid / 2)) }
        try add(
          [.definitions([pair.0]), .definitions([pair.1])], voices, under: node, to: &flow)
      }
      return
    }
    let set = { (voice: Int, element: Int) throws(LayoutError) -> [GalleyItem] in
      guard let block = both[voice] else { return [] }
      return try self.items(of: [block], under: element, in: self.fullFrame)
    }
    guard both.contains(where: { $0?.needsWholeWidth == true }) else {
      return try pair(voices, under: node, in: &flow, set)
    }
    for voice in voices.indices where both[voice] != nil {
      speak(voices[voice])
      let element = part(of: voices[voice], isFirst: voice == 0, under: node)
      if voice > 0, both[0] != nil { flow.append(space: space(scale.grid)) }
      for var item in try set(voice, element) {
        item.anchors = item.anchors.map { local($0) }
        item.shrink = 0
        flow.append(item, voice: voice)
      }
      flow.close()
    }
    speak(voices[0])
  }

  /// Key figures in rows of two, smaller than on a page of one language, the rows side by side.
  private func add(
    _ figures: [[KeyFigure]], _ voices: [Voice], under node: Int, to flow: inout ParallelFlow
  ) throws(LayoutError) {
    for start in stride(from: 0, to: figures[0].count, by: 2) {
      try pair(voices, under: node, in: &flow) { (voice, element) throws(LayoutError) in
        let row = figures[voice][start..<min(start + 2, figures[voice].count)]
        return try self.items(of: Array(row), under: element, role: .chapterTitle)
      }
    }
  }

  /// Sets both languages of something in their columns and joins them.
  private func pair(
    _ voices: [Voice], under node: Int, in flow: inout ParallelFlow,
    _ set: (_ voice: Int, _ element: Int) throws(LayoutError) -> [GalleyItem]
  ) throws(LayoutError) {
    let page = theme
    let shift = (page.width + page.languageGap) / 2
    theme = page.halved
    defer { theme = page }
    var columns: [[GalleyItem]] = []
    for (index, voice) in voices.enumerated() {
      speak(voice)
      let called = notes.count
      let element = part(of: voice, isFirst: index == 0, under: node)
      var items = try set(index, element)
      for place in items.indices {
        items[place].anchors = items[place].anchors.map { local($0) }
      }
      if index > 0 {
        for note in called..<notes.count {
          notes[note].fragments = notes[note].fragments.map { $0.moved(x: shift) }
          flow.secondNotes.insert(note)
        }
      }
      columns.append(items)
    }
    speak(voices[0])
    flow.append(columns[0], columns[1], shift: shift, grid: scale.grid)
  }

  /// The element of one language in a pair.
  private func part(of voice: Voice, isFirst: Bool, under node: Int) -> Int {
    tree.add(
      StructureNode(.division, language: isFirst ? nil : voice.document.language), to: node)
  }
}

extension Flow {
  /// Fills one page with a part of a flow of two languages: of each pair the first language, then the
  /// second, so that both are read in one piece.
  fileprivate mutating func fill(
    _ page: Int, with flow: ParallelFlow, _ range: Range<Int>, _ voices: [Voice]
  ) throws(LayoutError) {
    let x = left(of: page)
    let top = theme(of: page).top
    var y = top
    let items = flow.items[range]
    placing.suffix = ""
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
      called.filter { !flow.secondNotes.contains($0) },
      called.filter { flow.secondNotes.contains($0) },
    ]
    let theme = session.theme
    let shift = (theme.width + theme.languageGap) / 2
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
