import DisplayList
import DocumentModel
import Geometry

/// Chapters of which a page holds little: rows of tables a little closer to each other, and drawings in
/// columns a little lower, save that page.
extension LayoutSession {
  /// A flow that gives way, divided.
  struct SparedFlow {
    var items: [GalleyItem]
    var division: PageDivision
  }

  /// By how much the rows of a chapter's tables may be closer, as shares of a line; the most is six
  /// hundredths, which no reader sees.
  private static let closer = [0.02, 0.04, 0.06]
  /// A page is worth saving where it is less full than this.
  private static let savedShare = 1.0 / 3
  /// What is given must save more than this.
  private static let leastGain = 15.0

  /// A chapter again with a page fewer, where a page of it is almost empty and its tables and drawings
  /// can give so much; nil where nothing is to be gained.
  func spared(
    _ flow: [GalleyItem], _ division: PageDivision
  ) throws(LayoutError) -> SparedFlow? {
    guard let most = Self.closer.last, hasLonelyPage(division, of: flow) else { return nil }
    if let moved = withFigureMoved(flow, division) {
      let found = divided(moved)
      if gains(found, over: division) { return found }
    }
    let hasRows = flow.contains(where: givesWay)
    for lowers in [false, true] where lowers || hasRows {
      guard let base = lowers ? try loweredInColumns(flow) : flow else { return nil }
      guard couldSpare(base, closer: most, pages: division.pages.count) else { continue }
      let found = divided(withCloserRows(base, by: most * scale.grid))
      guard gains(found, over: division) else { continue }
      for share in Self.closer.dropLast() {
        let gentler = divided(withCloserRows(base, by: share * scale.grid))
        guard gains(gentler, over: division),
          gentler.division.penalty <= found.division.penalty + Self.leastGain
        else { continue }
        return gentler
      }
      return found
    }
    return nil
  }

  /// Whether a flow has a page fewer, and is worth it.
  private func gains(_ found: SparedFlow, over division: PageDivision) -> Bool {
    found.division.pages.count < division.pages.count
      && found.division.penalty + Self.leastGain < division.penalty
  }

  /// Whether an item is a row that can be closer to its neighbours: rows of numbers stand on the grid.
  private func givesWay(_ item: GalleyItem) -> Bool {
    item.row.map { tables[$0.table].isLoose } ?? false
  }

  private func withCloserRows(_ flow: [GalleyItem], by loss: Double) -> [GalleyItem] {
    flow.withCloserRows(by: loss) { self.tables[$0].isLoose }
  }

  private func divided(_ items: [GalleyItem]) -> SparedFlow {
    SparedFlow(items: items, division: breaking.division(of: material(items)))
  }

  /// Whether a page after the first is not worth its paper.
  private func hasLonelyPage(_ division: PageDivision, of flow: [GalleyItem]) -> Bool {
    division.pages.dropFirst().contains {
      filling(of: $0, in: flow) < theme.height * Self.savedShare
    }
  }

  /// Whether a page less could hold a flow if no page of it had white: a search is dear.
  private func couldSpare(_ flow: [GalleyItem], closer share: Double, pages: Int) -> Bool {
    var least = 0.0
    for item in flow where !item.isSpace {
      let give = scale.grid * (Double(item.shrink) + (givesWay(item) ? share : 0))
      least += (item.height - give) / Double(item.columns?.count ?? 1)
    }
    return least <= theme.height * Double(pages - 1)
  }

  /// How much of a page is taken, notes and floats counted in, in points.
  func filling(of cut: PageCut, in flow: [GalleyItem]) -> Double {
    let items = flow[cut.range]
    var used = items.first?.opening ?? 0
    var solid = used
    var index = items.startIndex
    while index < items.endIndex {
      let item = items[index]
      if let columns = item.columns {
        let end = items[index...].firstIndex { $0.columns != columns } ?? items.endIndex
        solid = used + (breaking.columns(index..<end, of: flow)?.height ?? 0)
        used = breaking.toGrid(solid)
        index = end
        continue
      }
      used += item.height
      if !item.isSpace { solid = used }
      if item.snaps { used = breaking.toGrid(used) }
      index += 1
    }
    let notes = NoteStack(items.flatMap(\.notes), of: notes).height
    let ranked = material(flow).floats[cut.floats]
    let floats = ranked.reduce(0) { $0 + $1.item.height + scale.grid }
    return solid + (notes > 0 ? notes + scale.grid : 0) + floats
  }

  /// A flow with the charts and pictures in its columns lower by up to a fifth; nil where none can be.
  /// Those outside columns are lowered page by page, as the search asks for it.
  private func loweredInColumns(_ flow: [GalleyItem]) throws(LayoutError) -> [GalleyItem]? {
    var flow = flow
    var isChanged = false
    for index in flow.indices where flow[index].columns != nil {
      let steps =
        Int(exactly: (drawingHeight(of: flow[index]) / 5 / scale.grid).rounded(.down)) ?? 0
      let most = flow[index].chart.map { min(steps, charts[$0].give) } ?? steps
      guard most > 0 else { continue }
      flow[index] = try lowered(flow[index], by: most)
      isChanged = true
    }
    return isChanged ? flow : nil
  }

  /// The height of the chart or the one picture of an item, in points; 0 where it has none.
  private func drawingHeight(of item: GalleyItem) -> Double {
    if item.chart != nil { return item.height }
    let heights = item.fragments.compactMap { fragment -> Double? in
      guard case .image(_, let size) = fragment.content, fragment.x == 0 else { return nil }
      return size.height
    }
    return heights.count == 1 && heights[0] > item.height / 2 ? heights[0] : 0
  }
}

extension [GalleyItem] {
  /// The flow with the whole rows of those of its tables that give way lower, by so many points each:
  /// their text stays in the middle of them.
  func withCloserRows(
    by loss: Double, where givesWay: (_ table: Int) -> Bool
  ) -> [GalleyItem] {
    var items = self
    for index in indices {
      guard let row = self[index].row, row.endsRow, givesWay(row.table) else { continue }
      if index > 0, let before = self[index - 1].row, before.table == row.table,
        before.row == row.row
      {
        continue
      }
      items[index] = self[index].lowerRow(by: loss)
    }
    return items
  }
}

extension GalleyItem {
  fileprivate func lowerRow(by loss: Double) -> GalleyItem {
    var row = self
    row.height -= loss
    row.fragments = fragments.map { fragment in
      guard case .fill(let path, let colour) = fragment.content else {
        return fragment.moved(y: -loss / 2)
      }
      let box = path.bounds
      let top = fragment.y + box.y
      if box.height > height - 0.01 {
        // The ground of the row.
        var ground = fragment
        ground.content = .fill(
          .rectangle(
            Rectangle(x: box.x, y: box.y, width: box.width, height: box.height - loss)), colour)
        return ground
      }
      if top + box.height < 1 { return fragment }
      return fragment.moved(y: top > height - 1.5 ? -loss : -loss / 2)
    }
    return row
  }
}
