/// The columns in which an item stands with its neighbours, side by side on a page.
struct ColumnBand: Hashable {
  /// Which band of the document it is.
  var id: Int
  /// How many columns it has.
  var count: Int
  /// From the left edge of one column to the next, in points.
  var pitch: Double
  /// Where the first column begins, in points from the left margin.
  var left = 0.0
  /// The width of a column where the band does not take the whole width, in points.
  var width: Double?
}

/// A stretch of items divided among columns.
struct ColumnCut {
  /// The height of the highest column, in points.
  var height: Double
  /// The items of each column.
  var columns: [Range<Int>]
}

/// Divides items among columns as evenly as the rules for page ends allow: the height of the highest
/// is the least possible, the columns before the last are filled to it.
struct ColumnFill {
  let items: [GalleyItem]
  let grid: Double
  let count: Int
  /// Whether a column may end where no rule allows it.
  var ignoresRules = false

  private enum Trial {
    case fits([Range<Int>])
    case needs(Double)
  }

  /// The division of a range; nil where one stretch without a break is higher than the limit.
  func cut(_ range: Range<Int>, limit: Double) -> ColumnCut? {
    var height = range.reduce(0) { $0 + items[$1].height } / Double(count)
    // White at the heads of columns is dropped, about a line in each.
    height -= grid
    while height <= limit + 0.01 {
      switch fill(range, height: height) {
      case .fits(let columns): return ColumnCut(height: depth(of: columns), columns: columns)
      case .needs(let more): height = more
      }
    }
    return nil
  }

  private func fill(_ range: Range<Int>, height: Double) -> Trial {
    var columns: [Range<Int>] = []
    var next = range.lowerBound
    var needed = Double.infinity
    for _ in 0..<count {
      while next < range.upperBound, items[next].isSpace { next += 1 }
      let (end, more) = column(from: next, to: range.upperBound, height: height)
      needed = min(needed, more)
      guard end > next || next == range.upperBound else { return .needs(needed) }
      columns.append(next..<end)
      next = end
    }
    while next < range.upperBound, items[next].isSpace { next += 1 }
    return next == range.upperBound ? .fits(columns) : .needs(needed)
  }

  /// Where a column ends at the latest, and the height at which it would hold more.
  private func column(
    from start: Int, to limit: Int, height: Double
  ) -> (end: Int, needed: Double) {
    var end = start
    var y = 0.0
    for index in start..<limit {
      let item = items[index]
      y += item.height
      let solid = y
      if item.snaps, grid > 0 { y = (y / grid - 0.01).rounded(.up) * grid }
      guard ignoresRules || item.breakAfter != .forbidden || index == limit - 1 else { continue }
      if !item.isSpace, solid > height + 0.01 { return (end, solid) }
      end = index + 1
    }
    return (end, .infinity)
  }

  private func depth(of columns: [Range<Int>]) -> Double {
    columns.reduce(0) { max($0, depth(of: $1)) }
  }

  /// The height of items one under the other, in points, the white after the last left out.
  func depth(of column: Range<Int>) -> Double {
    var y = 0.0
    var solid = 0.0
    for index in column {
      y += items[index].height
      if !items[index].isSpace { solid = y }
      if items[index].snaps, grid > 0 { y = (y / grid - 0.01).rounded(.up) * grid }
    }
    return solid
  }
}
