import DocumentModel

/// Two languages side by side as one flow: the items of both columns joined where both may break.
struct ParallelFlow {
  /// What takes the height: the first language's marks, and the notes and anchors of both.
  var items: [GalleyItem] = []
  /// The second language's marks beside them.
  var second: [[Fragment]] = []
  /// Which pair each item belongs to: within one, all of the first language is read before the second.
  var pairs: [Int] = []
  /// Which language an item that stands alone across the page is set in.
  var voices: [Int] = []
  private var pairCount = 0

  mutating func append(_ item: GalleyItem, voice: Int = 0) {
    items.append(item)
    second.append([])
    pairs.append(pairCount)
    voices.append(voice)
  }

  /// Appends an item that stands across both columns and belongs to both languages.
  mutating func append(whole item: GalleyItem) {
    close()
    append(item)
    close()
  }

  /// Appends another flow.
  mutating func append(_ other: ParallelFlow) {
    close()
    items += other.items
    second += other.second
    pairs += other.pairs.map { $0 + pairCount }
    voices += other.voices
    pairCount += other.pairCount + 1
  }

  /// All of it one under the other as one item that does not break: of the marks the first language's
  /// come before the second's.
  func merged(grid: Double) -> GalleyItem {
    let single = items.count == 1 ? items[0].shrink : 0
    var item = GalleyItem(merging: items, grid: grid)
    var y = 0.0
    for (beside, own) in zip(second, items) {
      item.fragments += beside.map { $0.moved(y: y) }
      y += own.height
      if own.snaps { y = (y / grid - 0.01).rounded(.up) * grid }
    }
    item.shrink = single
    return item
  }

  /// Ends a pair.
  mutating func close() { pairCount += 1 }

  /// Appends white between pairs.
  mutating func append(space item: GalleyItem) {
    guard !items.isEmpty else { return }
    close()
    append(item)
    close()
  }

  /// Appends the items of two columns that begin on one line of the grid; the second stands `shift`
  /// points to the right. They end together on the grid.
  mutating func append(
    _ first: [GalleyItem], _ second: [GalleyItem], shift: Double, grid: Double
  ) {
    var columns = [Column(first, grid: grid), Column(second, grid: grid)]
    while columns.contains(where: { !$0.isDone }) {
      let start = max(columns[0].end, columns[1].end)
      var merged = GalleyItem(height: 0)
      var marks: [[Fragment]] = [[], []]
      var isSpace = true
      repeat {
        // The shorter column goes on, so that both ends meet.
        let next =
          columns[1].isDone || (!columns[0].isDone && columns[0].end <= columns[1].end) ? 0 : 1
        guard let item = columns[next].take() else { break }
        marks[next] += item.item.fragments.map {
          $0.moved(x: next == 0 ? 0 : shift, y: item.y - start)
        }
        merged.notes += item.item.notes
        merged.anchors += item.item.anchors
        if next == 0 { merged.bookmarks += item.item.bookmarks }
        if item.item.breakAfter == .forbidden { columns[next].holds = true }
        isSpace = isSpace && item.item.isSpace
      } while !Column.meet(columns)
      let end = max(columns[0].end, columns[1].end)
      merged.height = end - start
      merged.isSpace = isSpace
      let holds = columns.contains { $0.holds && !$0.isDone }
      merged.breakAfter = holds ? .forbidden : .allowed
      for index in columns.indices { columns[index].holds = false }
      merged.fragments = marks[0]
      append(merged)
      self.second[items.count - 1] = marks[1]
    }
    if let last = items.indices.last, !first.isEmpty || !second.isEmpty {
      items[last].snaps = true
      items[last].breakAfter =
        (first.last?.breakAfter == .forbidden || second.last?.breakAfter == .forbidden)
        ? .forbidden : .allowed
    }
    close()
  }

  /// A column while its items are taken.
  private struct Column {
    let items: [GalleyItem]
    let grid: Double
    var next = 0
    var end = 0.0
    /// Whether the last item taken may not be parted from the next.
    var holds = false
    var isDone: Bool { next == items.count }

    init(_ items: [GalleyItem], grid: Double) {
      self.items = items
      self.grid = grid
    }

    mutating func take() -> (item: GalleyItem, y: Double)? {
      guard next < items.count else { return nil }
      let item = items[next]
      let y = end
      end += item.height
      if item.snaps, grid > 0 { end = (end / grid - 0.01).rounded(.up) * grid }
      next += 1
      holds = false
      return (item, y)
    }

    /// Whether both columns may end here: at one height, or one of them is at its end.
    static func meet(_ columns: [Column]) -> Bool {
      let (first, second) = (columns[0], columns[1])
      if abs(first.end - second.end) < 0.01 { return true }
      if first.isDone, first.end < second.end { return true }
      return second.isDone && second.end < first.end
    }
  }
}
