import DisplayList
import DocumentModel
import Typesetting

/// Two languages on pages that face each other: the first on versos, the second on rectos.
extension LayoutSession {
  /// One round: the cover, the contents of both languages, then chapter by chapter; the shorter
  /// language waits with white, unless a division into more or fewer pages is cheaper.
  func layOutFacing(_ voices: [Voice]) throws(LayoutError) -> (Flow, missing: [String]) {
    var flow = Flow(session: self, placing: PagePlacing())
    let cover = flow.newPage()
    flow.placing.place(
      try coverFragments(under: StructureTree.root), on: cover, x: 0, y: 0, in: self)
    let parts = voices.map {
      tree.add(StructureNode(.part, language: $0.document.language), to: StructureTree.root)
    }
    let fronts = parts.map { tree.add(StructureNode(.section), to: $0) }
    let contents = try reserveContents(of: voices, in: &flow)
    let pairs = SectionPair.pairs(voices[0].document.sections, voices[1].document.sections)
    var flows: [[[GalleyItem]]] = []
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
      flows.append(both)
    }
    let chosen = facingPlan(flows, pairs)
    for (pair, chapter) in zip(pairs, chosen) {
      try flow.pour(chapter, of: pair, in: voices)
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

  /// The chapters opened at the deepest depth that costs no page, each language divided so that both
  /// together are cheapest.
  private func facingPlan(
    _ chapters: [[[GalleyItem]]], _ pairs: [SectionPair]
  ) -> [[FacingFlow]] {
    let flat = facingPlan(chapters, pairs, depth: 0)
    let count = { (plan: [[FacingFlow]]) in
      plan.reduce(0) { $0 + ($1.map(\.cut.pages.count).max() ?? 0) }
    }
    for depth in openingDepths where depth > 0 {
      let lowered = facingPlan(chapters, pairs, depth: depth)
      if count(lowered) == count(flat) { return lowered }
    }
    return flat
  }

  private func facingPlan(
    _ chapters: [[[GalleyItem]]], _ pairs: [SectionPair], depth: Double
  ) -> [[FacingFlow]] {
    zip(chapters, pairs).map { chapter, pair in
      let flows = zip(chapter, pair.sections).map { items, section in
        section?.role == .annex || depth == 0 ? items : items.loweredOpening(by: depth)
      }
      let ways = flows.map { $0.isEmpty ? [PageDivision()] : divisions(of: $0) }
      var best: (cost: Double, first: PageDivision, second: PageDivision)?
      for first in ways[0] {
        for second in ways[1] {
          let apart = abs(first.pages.count - second.pages.count)
          let cost = first.penalty + second.penalty + PagePlan.blankCost * Double(apart)
          if cost < best?.cost ?? .infinity { best = (cost, first, second) }
        }
      }
      return [
        FacingFlow(items: flows[0], cut: best?.first ?? PageDivision()),
        FacingFlow(items: flows[1], cut: best?.second ?? PageDivision()),
      ]
    }
  }

  /// The divisions of a flow from the fewest pages to one more than the cheapest needs.
  private func divisions(of items: [GalleyItem]) -> [PageDivision] {
    breaking.divisions(of: PageMaterial(items, notes: notes), extra: 1)
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
          carried[voice] = try fill(page, with: items, carried: carried[voice])
        } else {
          carried[voice] = try fill(page, with: [], carried: carried[voice])
        }
        let title = pair.sections[voice]?.title.plainText ?? ""
        let showsHead = number > 0 && session.theme.apparatus == .full
        try furnish(page, head: showsHead ? title : "", isRecto: page.isMultiple(of: 2))
      }
      number += 1
    }
  }
}
