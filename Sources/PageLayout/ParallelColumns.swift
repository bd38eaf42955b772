import DisplayList
import DocumentModel
import Typesetting

/// Two languages in columns side by side: section by section, block by block, pairs starting on one
/// line of the grid; what needs the whole width stands across it, one language after the other.
extension LayoutSession {
  /// The contents of both languages side by side, and the items of each page. No entry has to stand
  /// beside the same one of the other language, so each column fills its pages by itself.
  func parallelContents(
    _ voices: [Voice], under node: Int, placed: [String: AnchorPlace]
  ) throws(LayoutError) -> (flow: ParallelFlow, pages: [Range<Int>]) {
    var flow = ParallelFlow()
    let columns = try columns(voices, under: node) { (_, element) throws(LayoutError) in
      try self.frontItems(under: element) { placed[self.local($0)]?.page }
    }
    let cuts = columns.map { breaking.pages(of: $0, notes: []) }
    var pages: [Range<Int>] = []
    for page in 0..<(cuts.map(\.count).max() ?? 0) {
      let start = flow.items.count
      let parts = zip(columns, cuts).map { items, cut in
        page < cut.count ? Array(items[cut[page]]) : []
      }
      flow.append(parts[0], parts[1], shift: theme.languageShift, grid: scale.grid)
      pages.append(start..<flow.items.count)
    }
    return (flow, pages)
  }

  func parallelChapter(
    _ sections: SectionPair, _ voices: [Voice]
  ) throws(LayoutError) -> ParallelFlow {
    var flow = ParallelFlow()
    let node = tree.add(StructureNode(.section), to: StructureTree.root)
    context = sections.sections.compactMap { $0?.title.plainText }.first ?? ""
    try pair(voices, under: node, in: &flow) { (voice, element) throws(LayoutError) in
      guard let section = sections.sections[voice] else { return [] }
      return try self.opener(of: section, under: element)
    }
    // No float stands over the opening of its chapter.
    if !flow.items.isEmpty { flow.items[0].opensSection = true }
    try add(sections, level: 3, voices, under: node, to: &flow)
    return flow
  }

  /// A section beside the body in both languages.
  func parallelCover(_ pair: SectionPair, _ voices: [Voice]) throws(LayoutError) -> ParallelFlow {
    var flow = ParallelFlow()
    let node = tree.add(StructureNode(.section), to: StructureTree.root)
    try self.pair(voices, under: node, in: &flow) { (voice, element) throws(LayoutError) in
      guard let section = pair.sections[voice] else { return [] }
      return try self.coverPageItems(section, under: element)
    }
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
      let placement = both.lazy.compactMap { $0?.placement }.first ?? Placement()
      if placement.float != .here {
        try float(both, placement, voices, under: node, from: &flow)
        continue
      }
      if number > 0 { flow.append(space: space(scale.grid)) }
      try add(both, voices, under: node, to: &flow)
    }
    let inner = SectionPair.pairs(
      pair.sections[0]?.subsections ?? [], pair.sections[1]?.subsections ?? [])
    for pair in inner {
      flow.append(space: space(scale.grid))
      let element = tree.add(StructureNode(.section), to: node)
      context = pair.sections.compactMap { $0?.title.plainText }.first ?? context
      let opening = flow.items.count
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
      if opening < flow.items.count { flow.items[opening].opensSection = true }
      try add(pair, level: level + 1, voices, under: element, to: &flow)
    }
  }

  /// A pair of blocks: side by side, or one after the other across the page.
  func add(
    _ both: [Block?], _ voices: [Voice], under node: Int, to flow: inout ParallelFlow
  ) throws(LayoutError) {
    if case .illustration(let first)? = both[0], case .illustration(let second)? = both[1],
      let source = Self.sharedPicture(first, second)
    {
      flow.append(whole: try shared(first, second, source, voices, under: node))
      return
    }
    if case .gallery(let first)? = both[0], case .gallery(let second)? = both[1],
      first.pictures.map(\.image.path) == second.pictures.map(\.image.path)
    {
      return try add(first, second, voices, under: node, to: &flow)
    }
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
  func pair(
    _ voices: [Voice], under node: Int, in flow: inout ParallelFlow,
    _ set: (_ voice: Int, _ element: Int) throws(LayoutError) -> [GalleyItem]
  ) throws(LayoutError) {
    let columns = try columns(voices, under: node, set)
    flow.append(columns[0], columns[1], shift: theme.languageShift, grid: scale.grid)
  }

  /// Sets both languages of something in their columns.
  private func columns(
    _ voices: [Voice], under node: Int,
    _ set: (_ voice: Int, _ element: Int) throws(LayoutError) -> [GalleyItem]
  ) throws(LayoutError) -> [[GalleyItem]] {
    let page = theme
    let shift = page.languageShift
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
          notes[note].isSecond = true
        }
      }
      columns.append(items)
    }
    speak(voices[0])
    return columns
  }

  /// The element of one language in a pair.
  func part(of voice: Voice, isFirst: Bool, under node: Int) -> Int {
    tree.add(
      StructureNode(.division, language: isFirst ? nil : voice.document.language), to: node)
  }
}
