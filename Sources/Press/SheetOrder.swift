/// One half of one side of a sheet that is printed on both sides.
public struct SheetHalf: Hashable, Sendable {
  /// The side's index: sheet k has the sides 2k, its front, and 2k + 1, its back.
  public var side: Int
  /// Whether it is the half right of the fold.
  public var isRight: Bool
  /// A half of a side.
  public init(side: Int, isRight: Bool) {
    self.side = side
    self.isRight = isRight
  }
}

/// The halves in the order in which a reader meets them, once the sheets are turned over on their
/// short edge, laid into each other with the first outside, folded and stapled.
///
/// It follows the paper and not the imposition: up to the middle each leaf is the right half of a
/// front and, behind it, the left half of the back; from the middle on each leaf is the right half
/// of a back and, behind it, the left half of the front, from the innermost sheet outwards.
public func foldedOrder(sheets: Int) -> [SheetHalf] {
  guard sheets > 0 else { return [] }
  let inwards = (0..<sheets).flatMap {
    [SheetHalf(side: 2 * $0, isRight: true), SheetHalf(side: 2 * $0 + 1, isRight: false)]
  }
  let outwards = (0..<sheets).reversed().flatMap {
    [SheetHalf(side: 2 * $0 + 1, isRight: true), SheetHalf(side: 2 * $0, isRight: false)]
  }
  return inwards + outwards
}

/// The pages of each side, left and right, by their indexes: side 2k has the pages n - 2k and
/// 1 + 2k, side 2k + 1 has 2 + 2k and n - 1 - 2k, counted from 1.
func sides(pageCount n: Int) -> [(left: Int, right: Int)] {
  var sides: [(left: Int, right: Int)] = []
  for k in 0..<n / 4 {
    sides.append((left: n - 2 * k - 1, right: 2 * k))
    sides.append((left: 2 * k + 1, right: n - 2 * k - 2))
  }
  return sides
}

/// The indexes of the pages with blanks (nothing) up to a multiple of four. The blanks stand before
/// the last page, so that the back cover stays outside.
func padded(pageCount: Int) -> [Int?] {
  let blanks = [Int?](repeating: nil, count: (4 - pageCount % 4) % 4)
  let pages = (0..<pageCount).map(Optional.some)
  return pageCount < 2 ? pages + blanks : pages.dropLast() + blanks + pages.suffix(1)
}
