import Geometry
import Typesetting

/// What a proof draws of a page besides what is on it: kept while the page is made.
struct PageProof: Sendable {
  /// A line of text where it came to stand.
  struct Line: Hashable, Sendable {
    /// Where it begins and ends, points from the left of the page.
    var extent: Range<Double>
    /// Its baseline, points from the top.
    var y: Double
    /// The glue ratio that set it; 0 for a natural line.
    var ratio: Double
    /// Whether it is wider than its measure.
    var isOverfull: Bool
  }
  /// The text's frame between the margins.
  var frame: Rectangle
  /// The columns of the text: the side column, where there is one, and the text column.
  var columns: [Range<Double>]
  /// The distance of the grid's lines in points, and the first of them from the frame's top.
  var step: Double
  var drop: Double
  /// The lines of the page in painting order.
  var lines: [Line]
}

extension PagePlacing {
  /// Keeps a line for a proof.
  mutating func keep(_ line: SetParagraph.Line, on page: Int, x: Double, y: Double) {
    while lines.count <= page { lines.append([]) }
    let start = x + line.extent.lowerBound
    lines[page].append(
      PageProof.Line(
        extent: start..<max(start, x + line.extent.upperBound), y: y, ratio: line.ratio,
        isOverfull: line.overfull))
  }
}

extension Flow {
  /// What a proof draws of each page; nothing for the cover, which has no grid.
  func proofs() -> [PageProof?] {
    placing.pages.indices.map { page in
      guard page > 0 else { return nil }
      let theme = theme(of: page)
      let left = left(of: page)
      let text = left + theme.textX
      let side = theme.textX > 0 ? [left..<left + theme.textX - theme.gutter] : []
      return PageProof(
        frame: Rectangle(x: left, y: theme.top, width: theme.width, height: theme.height),
        columns: side + [text..<text + theme.textWidth], step: session.scale.grid,
        drop: session.scale.drop,
        lines: placing.lines.indices.contains(page) ? placing.lines[page] : [])
    }
  }
}
