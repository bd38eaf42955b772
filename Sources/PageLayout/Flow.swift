import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Galley items poured into pages: breaks, notes at the foot, the side column, repeated heads.
struct Flow {
  let session: LayoutSession
  var placing: PagePlacing

  private var theme: Theme { session.theme }
  private var noteGap: Double { session.scale.grid }

  /// The left margin of a page: the inner one on a recto, which has an odd number.
  func left(of page: Int) -> Double {
    page.isMultiple(of: 2) ? theme.inner : theme.outer
  }

  mutating func newPage() -> Int {
    let index = placing.pages.count
    placing.pages.append(Page(size: theme.page, label: String(index + 1)))
    return index
  }

  /// Pours items over as many new pages as they need; returns the pages.
  mutating func pour(_ items: [GalleyItem]) -> Range<Int> {
    let first = placing.pages.count
    let breaking = PageBreaking(height: theme.height, noteGap: noteGap)
    let ranges = breaking.pages(
      of: items, notes: session.notes, heads: session.heads.map(\.height))
    var carried: [SideItem] = []
    for range in ranges {
      let page = newPage()
      carried = fill(page, with: items[range], carried: carried)
    }
    while !carried.isEmpty {
      let page = newPage()
      carried = fill(page, with: [], carried: carried)
    }
    return first..<placing.pages.count
  }

  /// Fills one page; returns what the side column could not hold.
  mutating func fill(
    _ page: Int, with items: ArraySlice<GalleyItem>, carried: [SideItem]
  ) -> [SideItem] {
    let x = left(of: page)
    var y = theme.top
    var notes: [Int] = []
    var sides: [(y: Double, item: SideItem)] = carried.map { (theme.top, $0) }
    if let head = items.first?.continuedHead {
      placing.place(session.heads[head].fragments, on: page, x: x, y: y, in: session)
      y += session.heads[head].height
    }
    for item in items {
      placing.note(item, on: page, y: y)
      placing.place(item.fragments, on: page, x: x, y: y, in: session)
      sides += item.side.map { (y, $0) }
      notes += item.notes
      y += item.height
    }
    placeNotes(notes, on: page, x: x)
    return placeSides(sides, on: page, x: x)
  }

  private mutating func placeNotes(_ notes: [Int], on page: Int, x: Double) {
    guard !notes.isEmpty else { return }
    let height = notes.reduce(0) { $0 + session.notes[$1].height }
    var y = theme.top + theme.height - height
    let rule = Fragment(
      ruleAt: -session.scale.grid * 0.3, x: theme.textX, width: theme.span(2), weight: 0.4,
      theme.ink)
    placing.place([rule], on: page, x: x, y: y, in: session)
    for note in notes {
      placing.anchors[session.notes[note].anchor] = AnchorPlace(page: page, y: y)
      placing.place(session.notes[note].fragments, on: page, x: x, y: y, in: session)
      y += session.notes[note].height
    }
  }

  private mutating func placeSides(
    _ sides: [(y: Double, item: SideItem)], on page: Int, x: Double
  ) -> [SideItem] {
    let bottom = theme.top + theme.height
    var floor = theme.top
    var carried: [SideItem] = []
    for (index, side) in sides.enumerated() {
      let fits = floor + side.item.height <= bottom + 0.01 || index == 0
      guard fits, carried.isEmpty else {
        carried.append(side.item)
        continue
      }
      let y = max(floor, min(side.y, bottom - side.item.height))
      placing.place(side.item.fragments, on: page, x: x, y: y, in: session)
      floor = y + side.item.height
    }
    return carried
  }
}
