import DisplayList
import DocumentModel
import Typesetting

/// Two languages on pages that face each other: the first on versos, the second on rectos.
extension LayoutSession {
  /// One round: the cover, the pages behind it, the contents of both languages, then chapter by
  /// chapter; the shorter language waits with white, unless a division into more or fewer pages is
  /// cheaper.
  func layOutFacing(_ voices: [Voice]) throws(LayoutError) -> (Flow, missing: [String]) {
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let parts = voices.map {
      tree.add(StructureNode(.part, language: $0.document.language), to: StructureTree.root)
    }
    let all = SectionPair.pairs(voices[0].document.sections, voices[1].document.sections)
    for pair in all where pair.pageStyle == .insideCover {
      try flow.pour(coverPages: pair, voices, under: parts)
    }
    let fronts = parts.map { tree.add(StructureNode(.section), to: $0) }
    let contents = try reserveContents(of: voices, in: &flow)
    let pairs = all.filter { $0.pageStyle == .body }
    let backs = all.filter { $0.pageStyle == .backCover }
    let chapters = try chapters(pairs, voices, under: parts)
    speak(voices[0], in: &flow)
    let plan = try facingPlan(
      chapters, pairs, after: flow.placing.pages.count,
      back: backs.isEmpty && !theme.forms.hasBackCover ? 0 : 1)
    for (pair, chapter) in zip(pairs, plan.chapters) {
      try flow.pour(chapter, of: pair, in: voices)
    }
    speak(voices[0], in: &flow)
    for _ in 0..<plan.blanksAtEnd { _ = flow.newPage() }
    for pair in backs { try flow.pour(backCover: pair, voices, under: parts) }
    if backs.isEmpty, theme.forms.hasBackCover {
      let page = flow.newPage()
      flow.bare.insert(page)
      flow.placing.place(try backCover(), on: page, x: 0, y: 0, in: self)
    }
    for (voice, pages) in contents.enumerated() {
      speak(voices[voice], in: &flow)
      let placed = flow.placing.anchors
      let items = try frontItems(under: fronts[voice]) { placed[local($0)]?.page }
      for (page, range) in zip(pages, breaking.pages(of: items, notes: [])) {
        _ = try flow.fill(page, with: items[range], carried: [])
        try flow.furnish(page, head: "", isRecto: page.isMultiple(of: 2))
      }
    }
    speak(voices[0], in: &flow)
    return (flow, flow.placing.settleLinks())
  }

  /// The items of each chapter in each language.
  private func chapters(
    _ pairs: [SectionPair], _ voices: [Voice], under parts: [Int]
  ) throws(LayoutError) -> [[[GalleyItem]]] {
    var chapters: [[[GalleyItem]]] = []
    for pair in pairs {
      var both: [[GalleyItem]] = []
      for (voice, section) in zip(voices.indices, pair.sections) {
        speak(voices[voice])
        guard let section else {
          both.append([])
          continue
        }
        both.append(try chapterItems(section, under: parts[voice]))
      }
      chapters.append(both)
    }
    return chapters
  }

  /// Makes the pages that the contents will fill, as many for each language; theirs are returned.
  private func reserveContents(
    of voices: [Voice], in flow: inout Flow
  ) throws(LayoutError) -> [[Int]] {
    guard theme.apparatus == .full else { return [[], []] }
    var count = 0
    for voice in voices {
      let probe = LayoutSession(
        document: voice.document, theme: theme, typesetter: typesetter, options: options,
        cache: cache, anchors: voice.anchors, known: known)
      let items = try probe.frontItems(under: StructureTree.root) { _ in nil }
      count = max(count, breaking.pages(of: items, notes: []).count)
    }
    var pages: [[Int]] = [[], []]
    for _ in 0..<count {
      for voice in voices.indices { pages[voice].append(flow.newPage()) }
    }
    return pages
  }

  /// Sets what follows in a language.
  func speak(_ voice: Voice, in flow: inout Flow) {
    speak(voice)
    flow.placing.suffix = voice.suffix
  }
}

/// A chapter of one language with its pages.
struct FacingFlow {
  var items: [GalleyItem]
  var cut: PageDivision
}

extension Flow {
  /// Pours a chapter over pages that face each other.
  fileprivate mutating func pour(
    _ chapter: [FacingFlow], of pair: SectionPair, in voices: [Voice]
  ) throws(LayoutError) {
    let materials = chapter.map { session.material($0.items) }
    var carried: [[SideItem]] = [[], []]
    var number = 0
    let most = chapter.map(\.cut.pages.count).max() ?? 0
    while number < most || !carried.allSatisfy(\.isEmpty) {
      for (voice, flow) in chapter.enumerated() {
        session.speak(voices[voice], in: &self)
        let page = newPage()
        let cuts = flow.cut.pages
        guard number < cuts.count || !carried[voice].isEmpty else { continue }
        if number < cuts.count {
          let items = try session.fitted(flow.items[cuts[number].range], to: cuts[number])
          carried[voice] = try fill(
            page, with: items, carried: carried[voice],
            floats: (cuts[number], materials[voice]))
        } else {
          carried[voice] = try fill(page, with: [], carried: carried[voice])
        }
        guard !bare.contains(page) else { continue }
        let title = pair.sections[voice]?.title.plainText ?? ""
        let showsHead = number > 0 && session.theme.apparatus == .full
        try furnish(page, head: showsHead ? title : "", isRecto: page.isMultiple(of: 2))
      }
      number += 1
    }
  }
}
