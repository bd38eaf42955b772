/// Where pages end: each page as full as the rules allow, notes counted in.
struct PageBreaking {
  /// The height of the text column, in points.
  let height: Double
  /// White between text and notes, with the rule in it, in points.
  let noteGap: Double

  /// The items of each page, as ranges. White space at a page's top belongs to no page.
  func pages(
    of items: [GalleyItem], notes: [SetNote], heads: [Double]
  ) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = firstVisible(in: items, from: 0)
    while start < items.count {
      let end = self.end(of: items, from: start, notes: notes, heads: heads)
      pages.append(start..<end)
      start = firstVisible(in: items, from: end)
    }
    return pages
  }

  private func firstVisible(in items: [GalleyItem], from index: Int) -> Int {
    var index = index
    while index < items.count, items[index].isSpace { index += 1 }
    return index
  }

  private func end(
    of items: [GalleyItem], from start: Int, notes: [SetNote], heads: [Double]
  ) -> Int {
    var used = items[start].continuedHead.map { heads[$0] } ?? 0
    var noted = 0.0
    var allowed: Int?
    var discouraged: Int?
    for index in start..<items.count {
      let item = items[index]
      let called = item.notes.reduce(0) { $0 + notes[$1].height }
      let withNotes = noted + called
      let gap = withNotes > 0 ? noteGap : 0
      if used + item.height + withNotes + gap > height + 0.01, index > start, !item.isSpace {
        return allowed ?? discouraged ?? index
      }
      used += item.height
      noted = withNotes
      switch item.breakAfter {
      case .allowed: allowed = index + 1
      case .discouraged: discouraged = index + 1
      case .forbidden: break
      }
    }
    return items.count
  }
}
