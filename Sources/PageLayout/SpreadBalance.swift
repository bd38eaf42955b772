/// Pages that face each other end level: the shorter one's white is stretched, in grid steps.
struct SpreadBalance {
  let breaking: PageBreaking
  let items: [GalleyItem]
  /// The most by which a page is stretched: more white would be seen as a gap.
  private static let mostSteps = 3

  /// The division with the facing pages of one flow made equal where their white allows it; the
  /// flow's last page ends where it ends.
  func balanced(_ division: PageDivision, firstPage: Int) -> PageDivision {
    guard breaking.grid > 0 else { return division }
    var division = division
    for index in division.pages.indices.dropLast(2) {
      // A verso has an odd index; the recto after it faces it.
      guard !(firstPage + index).isMultiple(of: 2) else { continue }
      balance(&division.pages, index, index + 1)
    }
    return division
  }

  private func balance(_ pages: inout [PageCut], _ verso: Int, _ recto: Int) {
    guard let left = steps(of: pages[verso]), let right = steps(of: pages[recto]) else { return }
    let short = left < right ? verso : recto
    let missing = abs(left - right)
    guard missing > 0, missing <= Self.mostSteps, missing <= stretch(of: pages[short]) else {
      return
    }
    pages[short].stretch = missing
  }

  /// The depth of a page's text in whole grid steps; nil where it ends in notes, floats or columns,
  /// which the division has filled.
  private func steps(of cut: PageCut) -> Int? {
    let visible = items[cut.range]
    let isPlain = visible.allSatisfy { $0.notes.isEmpty && $0.columns == nil }
    guard isPlain, cut.shrink == 0, cut.floats.isEmpty else { return nil }
    var used = visible.first?.opening ?? 0
    var depth = used
    for item in visible {
      used += item.height
      if !item.isSpace { depth = used + item.closing }
      if item.snaps { used = breaking.toGrid(used) }
    }
    return Int(exactly: (depth / breaking.grid).rounded()).map { $0 + cut.lines }
  }

  /// The steps that a page's white has, its last white aside, which no text follows.
  private func stretch(of cut: PageCut) -> Int {
    let visible = items[cut.range]
    let last = visible.lastIndex { !$0.isSpace } ?? visible.endIndex
    return visible[..<last].reduce(0) { $0 + $1.stretch }
  }
}
