import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The pages beside the body in editions in two languages.
extension Flow {
  /// A section behind the cover on pages that face each other, its text at the foot.
  mutating func pour(
    coverPages pair: SectionPair, _ voices: [Voice], under parts: [Int]
  ) throws(LayoutError) {
    var flows: [[GalleyItem]] = []
    for (voice, section) in zip(voices.indices, pair.sections) {
      session.speak(voices[voice], in: &self)
      flows.append(
        try section.map { (section) throws(LayoutError) in
          try session.coverPageItems(section, under: parts[voice])
        } ?? [])
    }
    let cuts = flows.map { session.breaking.division(of: session.material($0)).pages }
    for number in 0..<(cuts.map(\.count).max() ?? 0) {
      for voice in voices.indices {
        session.speak(voices[voice], in: &self)
        let page = newPage()
        bare.insert(page)
        guard number < cuts[voice].count else { continue }
        try fillFoot(of: page, with: flows[voice][cuts[voice][number].range])
      }
    }
    session.speak(voices[0], in: &self)
  }

  /// A section at the very end: both languages on one left-hand page, one above the other.
  mutating func pour(
    backCover pair: SectionPair, _ voices: [Voice], under parts: [Int]
  ) throws(LayoutError) {
    var items: [GalleyItem] = []
    for (voice, section) in zip(voices.indices, pair.sections) {
      guard let section else { continue }
      session.speak(voices[voice])
      if !items.isEmpty { items.append(session.space(session.scale.grid * 2)) }
      items += try session.coverPageItems(section, under: parts[voice]).map { item in
        var item = item
        item.anchors = item.anchors.map(session.local)
        return item
      }
    }
    session.speak(voices[0], in: &self)
    for cut in session.breaking.division(of: session.material(items)).pages {
      let page = newPage()
      bare.insert(page)
      try fillFoot(of: page, with: items[cut.range])
    }
  }

  /// A section beside the body with both languages side by side at the foot of its page.
  mutating func pour(
    coverPage pair: SectionPair, _ voices: [Voice]
  ) throws(LayoutError) {
    let flow = try session.parallelCover(pair, voices)
    for cut in session.breaking.division(of: session.material(flow.items)).pages {
      let page = newPage()
      bare.insert(page)
      try fill(page, with: flow, cut, voices, lowered: whiteAbove(flow.items[cut.range], on: page))
    }
  }

  private mutating func fillFoot(
    of page: Int, with items: ArraySlice<GalleyItem>
  ) throws(LayoutError) {
    let white = session.space(whiteAbove(items, on: page))
    _ = try fill(page, with: [white] + items, carried: [])
  }

  /// The white over text that stands at the foot of its page, in points, a whole number of lines.
  private func whiteAbove(_ items: ArraySlice<GalleyItem>, on page: Int) -> Double {
    let grid = session.scale.grid
    let depth = ColumnFill(items: Array(items), grid: grid, count: 1).depth(of: 0..<items.count)
    return max(0, ((theme(of: page).height - depth) / grid + 0.01).rounded(.down)) * grid
  }
}
