import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Galley items poured into pages: breaks, notes at the foot, the side column, repeated heads.
struct Flow {
  let session: LayoutSession
  var placing: PagePlacing

  private var noteGap: Double { session.scale.grid }

  /// The theme of a page, by its orientation.
  func theme(of page: Int) -> Theme {
    let size = placing.pages[page].size
    return size == session.theme.page ? session.theme : session.landscape
  }

  /// The left margin of a page: the inner one on a recto, which has an odd number.
  func left(of page: Int) -> Double {
    page.isMultiple(of: 2) ? theme(of: page).inner : theme(of: page).outer
  }

  mutating func newPage(_ theme: Theme? = nil) -> Int {
    let index = placing.pages.count
    placing.pages.append(Page(size: (theme ?? session.theme).page, label: String(index + 1)))
    return index
  }

  /// Pours items over new pages, cut as planned; returns the pages.
  mutating func pour(
    _ items: [GalleyItem], cut pages: [PageCut]
  ) throws(LayoutError) -> Range<Int> {
    let first = placing.pages.count
    var carried: [SideItem] = []
    for cut in pages {
      let page = newPage()
      let fitted = try session.fitted(items[cut.range], to: cut)
      carried = try fill(page, with: fitted, carried: carried)
      for item in items[cut.range] {
        for plate in item.plates { try pour(plate: session.plates[plate]) }
      }
    }
    while !carried.isEmpty {
      let page = newPage()
      carried = try fill(page, with: [], carried: carried)
    }
    return first..<placing.pages.count
  }

  /// A table across the paper, on pages of its own.
  private mutating func pour(plate: [GalleyItem]) throws(LayoutError) {
    let breaking = session.breaking(on: session.landscape)
    for range in breaking.pages(of: plate, notes: session.notes) {
      let page = newPage(session.landscape)
      _ = try fill(page, with: plate[range], carried: [])
    }
  }

  /// Fills one page; returns what the side column could not hold.
  mutating func fill(
    _ page: Int, with items: ArraySlice<GalleyItem>, carried: [SideItem]
  ) throws(LayoutError) -> [SideItem] {
    let x = left(of: page)
    let top = theme(of: page).top
    var y = top
    var notes: [Int] = []
    var sides: [(y: Double, item: SideItem)] = carried.map { (top, $0) }
    if let first = items.first {
      placing.place(try session.opening(before: first), on: page, x: x, y: y, in: session)
      y += first.opening
    }
    for (index, item) in zip(items.indices, items) {
      placing.note(item, on: page, y: y)
      placing.place(item.fragments, on: page, x: x, y: y, in: session)
      placing.place(session.names(of: items, from: index), on: page, x: x, y: y, in: session)
      sides += item.side.map { (y, $0) }
      notes += item.notes
      y += item.height
      if item.snaps { y += session.gridRest(y - top) }
    }
    if let last = items.last {
      let closing = try session.closing(after: last)
      placing.place(closing, on: page, x: x, y: y - last.height, in: session)
    }
    placeNotes(notes, on: page, x: x)
    return placeSides(sides, on: page, x: x)
  }

  private mutating func placeNotes(_ notes: [Int], on page: Int, x: Double) {
    guard !notes.isEmpty else { return }
    let theme = session.theme
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
    let theme = theme(of: page)
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
