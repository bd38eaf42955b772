import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Galley items poured into pages: breaks, notes at the foot, the side column, repeated heads.
struct Flow {
  let session: LayoutSession
  var placing: PagePlacing
  /// Pages without running head and folio.
  var bare: Set<Int> = []
  /// Captions that wait for the page which faces theirs.
  var facing: [(page: Int, caption: FacingCaption)] = []

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
    let material = session.material(items)
    var carried: [SideItem] = []
    var plates: [Int] = []
    for (rank, cut) in pages.enumerated() {
      let page = newPage()
      let fitted = try session.fitted(items[cut.range], to: cut)
      carried = try fill(page, with: fitted, carried: carried, floats: (cut, material))
      plates += items[cut.range].flatMap(\.plates)
      let next = rank + 1 < pages.count ? pages[rank + 1].range : 0..<0
      // A page across the paper does not part a table that goes on.
      if Self.partsTable(items[cut.range], from: items[next]) { continue }
      for plate in plates { try pour(plate: session.plates[plate]) }
      plates.removeAll()
    }
    while !carried.isEmpty {
      let page = newPage()
      carried = try fill(page, with: [], carried: carried)
    }
    return first..<placing.pages.count
  }

  /// Whether a page ends within a table with which the next one goes on.
  static func partsTable(
    _ page: ArraySlice<GalleyItem>, from next: ArraySlice<GalleyItem>
  ) -> Bool {
    guard let row = next.first(where: { !$0.isSpace })?.row else { return false }
    return page.contains { $0.row?.table == row.table }
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
    _ page: Int, with items: ArraySlice<GalleyItem>, carried: [SideItem],
    floats: (cut: PageCut, material: PageMaterial)? = nil
  ) throws(LayoutError) -> [SideItem] {
    let x = left(of: page)
    let notes = NoteStack(items.flatMap(\.notes), of: session.notes)
    var room = FloatRoom(theme(of: page))
    if let floats {
      let foot = notes.height > 0 ? notes.height + session.scale.grid : 0
      room = try placeFloats(floats.cut, of: floats.material, notes: foot, on: page)
    }
    let top = room.text
    var y = top
    var sides: [(y: Double, item: SideItem)] = carried.map { (top, $0) }
    if let first = items.first {
      placing.place(try session.opening(before: first), on: page, x: x, y: y, in: session)
      y += first.opening
    }
    var occupied: [Double] = []
    var banded = items.startIndex
    for (index, item) in zip(items.indices, items) where index >= banded {
      if item.columns != nil {
        let band = try placeColumns(of: items, from: index, on: page, x: x, y: y)
        y += band.height
        banded = band.end
        continue
      }
      placing.note(item, on: page, y: y)
      placing.place(item.fragments, on: page, x: x, y: y, in: session)
      placing.place(session.names(of: items, from: index), on: page, x: x, y: y, in: session)
      sides += item.side.map { (y, $0) }
      y += item.height
      if session.reachesSide(item) { occupied.append(y) }
      if item.snaps { y += session.gridRest(y - top) }
    }
    if let last = items.last {
      let closing = try session.closing(after: last)
      placing.place(closing, on: page, x: x, y: y - last.height, in: session)
    }
    placeNotes(notes, on: page, x: x)
    return placeSides(sides, within: room.side, beneath: occupied, on: page, x: x)
  }

  private mutating func placeNotes(_ notes: NoteStack, on page: Int, x: Double) {
    guard let first = notes.columns.first?.first else { return }
    let theme = session.theme
    let top = theme.top + theme.height - notes.height
    let rule = Fragment(
      ruleAt: -session.scale.grid * 0.3,
      x: session.notes[first].columns == nil ? theme.textX : 0, width: theme.span(2),
      weight: 0.4, theme.ink)
    placing.place([rule], on: page, x: x, y: top, in: session)
    for (column, called) in notes.columns.enumerated() {
      var y = top
      for note in called.map({ session.notes[$0] }) {
        placing.anchors[note.anchor] = AnchorPlace(page: page, y: y)
        placing.place(
          note.fragments, on: page, x: x + Double(column) * notes.pitch, y: y, in: session)
        y += note.height
      }
    }
  }

  private mutating func placeSides(
    _ sides: [(y: Double, item: SideItem)], within room: ClosedRange<Double>,
    beneath occupied: [Double], on page: Int, x: Double
  ) -> [SideItem] {
    let bottom = room.upperBound
    let isWhole = bottom - room.lowerBound > theme(of: page).height - 0.01
    var floor = room.lowerBound
    var carried: [SideItem] = []
    for (index, side) in sides.enumerated() {
      // What hangs too low is raised, but not over what stands in the side column above it.
      floor = max(floor, occupied.last { $0 <= side.y + 0.01 } ?? floor)
      // What fits no page has to stand somewhere; the rest waits for a page with room.
      let isTooHigh = isWhole && side.item.height > bottom - room.lowerBound
      let fits = floor + side.item.height <= bottom + 0.01 || index == 0 && isTooHigh
      guard fits, carried.isEmpty else {
        carried.append(side.item)
        continue
      }
      let y = max(floor, min(side.y, bottom - side.item.height))
      placing.place(side.item.fragments, on: page, x: x, y: y, in: session)
      if let anchor = side.item.anchor { placing.anchors[anchor] = AnchorPlace(page: page, y: y) }
      floor = y + side.item.height
    }
    return carried
  }
}
