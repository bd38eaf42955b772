import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Sections in columns: what is narrow stands in bands of columns over the whole width, what is wide
/// parts one band from the next.
extension LayoutSession {
  /// Whether notes and terms can stand beside the text being set.
  var hasSideColumn: Bool { theme.columns == .sided && band == nil && !isOnCover }

  /// Where notes at the foot of pages are set: in the text's width, or in that of a column.
  var noteFrame: Frame { noteBand == nil ? textFrame : columnFrame }

  /// The columns of notes at the foot of pages: those of a story have none.
  var noteBand: ColumnBand? { band.flatMap { $0.width == nil ? $0 : nil } }

  /// Where the text being set stands: the text column, or a column of its band.
  var flowFrame: Frame { band == nil ? textFrame : columnFrame }

  private var columnFrame: Frame {
    if let width = band?.width { return Frame(x: 0, width: width) }
    return Frame(x: 0, width: columnWidth(band?.count ?? 1))
  }

  /// The width of each of so many columns; Chinese ones hold whole characters, and the gutters between
  /// them take the rest.
  private func columnWidth(_ count: Int) -> Double {
    let gutters = theme.gutter * Double(count - 1)
    guard scale.isChinese, count > 1 else { return (theme.width - gutters) / Double(count) }
    return scale.squares((theme.width - gutters * 0.85) / Double(count))
  }

  /// Starts as many columns as a section asks for, or goes on in those of the section around it;
  /// returns the columns of that section, to be gone back to.
  func enterColumns(_ count: Int?) -> ColumnBand? {
    let outer = band
    if let count, count != band?.count ?? 1 { band = count > 1 ? newBand(min(count, 3)) : nil }
    return outer
  }

  /// Goes back to the columns of the section around; where it has as many, they go on.
  func leaveColumns(to outer: ColumnBand?) {
    if outer?.count != band?.count { band = outer }
  }

  /// White before a subsection: in the columns being filled where it stands in them too.
  func whiteBefore(_ section: Section, after items: [GalleyItem]) -> [GalleyItem] {
    let white = [space(scale.grid, stretch: 1)]
    guard items.last?.columns != nil else { return white }
    return section.columns == nil || section.columns == band?.count ? banded(white) : white
  }

  private func newBand(_ count: Int) -> ColumnBand {
    bands += 1
    let pitch = (theme.width - columnWidth(count)) / Double(max(1, count - 1))
    return ColumnBand(id: bands, count: count, pitch: pitch)
  }

  /// Items of the columns being filled. No page stretches their white, lowers their pictures or sets
  /// their paragraphs anew: columns are made level where they are placed.
  func banded(_ items: [GalleyItem]) -> [GalleyItem] {
    guard let band else { return items }
    return items.map { item in
      var item = item
      item.columns = band
      item.stretch = 0
      item.shrink = 0
      item.isWide = false
      return item
    }
  }

  /// Ends the band being filled, so that what is wide can follow; the next one starts anew.
  func partBand() {
    guard let old = band else { return }
    band = newBand(old.count)
    if let width = old.width {
      band?.pitch = old.pitch
      band?.left = old.left
      band?.width = width
    }
  }

  /// Whether an item has marks in the side column.
  func reachesSide(_ item: GalleyItem) -> Bool {
    theme.columns == .sided
      && (item.isWide
        || item.fragments.contains { fragment in
          if case .line = fragment.content { fragment.x < theme.textX - 1 } else { false }
        })
  }

  /// Whether a block is too wide for a column of the band being filled.
  func partsBand(_ block: Block, in frame: Frame) -> Bool {
    guard let band, frame.x == flowFrame.x, frame.width == flowFrame.width else { return false }
    switch block {
    case .table(let table): return table.columns.count > (band.count > 2 ? 2 : 3)
    case .illustration(let picture): return picture.placement.span == .page
    case .keyFigures, .glance, .profile, .timeline, .history, .story, .signature, .nameList,
      .gallery, .index:
      return true
    default: return false
    }
  }
}

extension Flow {
  /// Places a band of columns from its first item on a page; returns its height, on the grid, and the
  /// index after its last item.
  mutating func placeColumns(
    of items: ArraySlice<GalleyItem>, from start: Int, on page: Int, x: Double, y: Double
  ) throws(LayoutError) -> (height: Double, end: Int) {
    let columns = items[start].columns
    let end = items[start...].firstIndex { $0.columns != columns } ?? items.endIndex
    let grid = session.scale.grid
    var fill = ColumnFill(items: Array(items[start..<end]), grid: grid, count: columns?.count ?? 1)
    var cut = fill.cut(0..<end - start, limit: session.theme.height)
    if cut == nil {
      fill.ignoresRules = true
      cut = fill.cut(0..<end - start, limit: .infinity)
    } else if let least = cut?.height, let level = try session.level(fill, within: least) {
      fill = ColumnFill(items: level.items, grid: grid, count: fill.count)
      cut = level.cut
    }
    for (column, range) in (cut?.columns ?? []).enumerated() {
      let left = x + (columns?.left ?? 0) + Double(column) * (columns?.pitch ?? 0)
      var top = y
      for item in fill.items[range] {
        placing.note(item, on: page, y: top)
        placing.place(item.fragments, on: page, x: left, y: top, in: session)
        top += item.height
        if item.snaps { top += session.gridRest(top - y) }
      }
    }
    let height = cut?.height ?? 0
    return (height + session.gridRest(height), end)
  }
}
