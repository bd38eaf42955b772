/// The items of a band as they stand in its columns, as level as they can be made.
struct ColumnLevel {
  /// The items, white among them stretched.
  var items: [GalleyItem]
  /// The columns.
  var cut: ColumnCut
  /// By how much the highest column is higher than the lowest, in points.
  var gap: Double
  /// How far from level and from the set white, in points: less is better.
  var cost: Double
}

extension ColumnFill {
  /// By how many grid steps white between the blocks of a column may be stretched.
  private static let mostStretch = 2
  /// Columns lower than the highest by more steps than this are not tried.
  private static let mostLines = 8.0

  /// All items in columns no higher than a height, which one division of them has: of the divisions
  /// the most level one, white in the lower columns stretched. Nil where there is none, or where a
  /// column would be empty.
  func level(within height: Double) -> ColumnLevel? {
    guard let first = cut(0..<items.count, limit: height) else { return nil }
    guard !first.columns.contains(where: \.isEmpty), grid > 0 else { return nil }
    var best = stretched(first.columns)
    guard best.gap > grid * 1.01 else { return best }
    for columns in divisions(from: 0, into: count, height: height) {
      let other = stretched(columns)
      if other.cost < best.cost - 0.01 { best = other }
    }
    return best
  }

  /// The divisions whose columns before the last are not much lower than a height.
  private func divisions(from start: Int, into count: Int, height: Double) -> [[Range<Int>]] {
    var start = start
    while start < items.count, items[start].isSpace { start += 1 }
    guard count > 1 else {
      let last = start..<items.count
      return !last.isEmpty && depth(of: last) <= height + 0.01 ? [[last]] : []
    }
    var found: [[Range<Int>]] = []
    var y = 0.0
    for index in start..<items.count {
      y += items[index].height
      let solid = y
      if items[index].snaps { y = (y / grid - 0.01).rounded(.up) * grid }
      guard !items[index].isSpace else { continue }
      guard solid <= height + 0.01 else { break }
      guard items[index].breakAfter != .forbidden, solid >= height - Self.mostLines * grid else {
        continue
      }
      let rest = divisions(from: index + 1, into: count - 1, height: height)
      found += rest.map { [start..<index + 1] + $0 }
    }
    return found
  }

  /// Columns with their white stretched towards the highest of them; the last may end a line higher.
  private func stretched(_ columns: [Range<Int>]) -> ColumnLevel {
    var items = items
    var depths = columns.map { depth(of: $0) }
    let highest = depths.max() ?? 0
    var steps = 0
    for (column, range) in columns.enumerated() {
      let isLast = column == columns.count - 1
      let missing =
        Int(((highest - depths[column]) / grid + 0.01).rounded(.down)) - (isLast ? 1 : 0)
      let added = Self.stretch(range, of: &items, by: missing, grid: grid)
      depths[column] += Double(added) * grid
      steps += added
    }
    let gap = highest - (depths.min() ?? 0)
    // A column lower than the one after it looks like a mistake.
    let isOdd = zip(depths, depths.dropFirst()).contains { $0 < $1 - 0.01 }
    let cost = gap + Double(steps) * grid * 0.25 + (isOdd ? grid * 0.6 : 0)
    return ColumnLevel(
      items: items, cut: ColumnCut(height: highest, columns: columns), gap: gap, cost: cost)
  }

  /// Stretches the white inside a column, each by a step in turn; returns the steps given.
  private static func stretch(
    _ column: Range<Int>, of items: inout [GalleyItem], by steps: Int, grid: Double
  ) -> Int {
    guard steps > 0, let last = column.last(where: { !items[$0].isSpace }) else { return 0 }
    let white = column.filter { $0 < last && items[$0].isSpace && items[$0].height > grid / 2 }
    var left = steps
    for _ in 0..<mostStretch {
      for index in white where left > 0 {
        items[index].height += grid
        left -= 1
      }
    }
    return steps - left
  }
}

extension LayoutSession {
  /// The items of a band as level as white and the lines of paragraphs can make them, no column higher
  /// than the height that one division has; nil where they are better left alone.
  func level(
    _ fill: ColumnFill, within height: Double
  ) throws(LayoutError) -> ColumnLevel? {
    var fill = fill
    guard var best = fill.level(within: height) else { return nil }
    // A paragraph takes or gives a line where white is not enough; two of them at most.
    for _ in 0..<2 where best.gap > scale.grid * 2.01 {
      var better: (level: ColumnLevel, fill: ColumnFill)?
      for last in fill.items.indices {
        for lines in [1, -1, 2, -2] {
          guard let other = try relined(fill, endingAt: last, by: lines),
            let level = other.level(within: height)
          else { continue }
          if level.cost < better?.level.cost ?? best.cost - 0.01 { better = (level, other) }
        }
      }
      guard let better else { break }
      (best, fill) = better
    }
    return best
  }

  private func relined(
    _ fill: ColumnFill, endingAt last: Int, by lines: Int
  ) throws(LayoutError) -> ColumnFill? {
    guard let prose = fill.items[last].lastLineOf, last - prose.lines + 1 >= 0 else { return nil }
    var items = fill.items[...]
    try relined(&items, endingAt: last, by: lines)
    return ColumnFill(items: Array(items), grid: fill.grid, count: fill.count)
  }
}
