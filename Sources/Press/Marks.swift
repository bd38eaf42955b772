import DisplayList
import Geometry

extension Imposition {
  /// Fold and crop marks in the margins, 2 mm from the pages and 3 mm long, as an artifact.
  func marks(on sheet: Size) -> MarkedRun {
    let gap = Length.mm(2).points
    let length = Length.mm(3).points
    let fold = sheet.width / 2
    let size = pageSize
    let left = fold - size.width
    let right = fold + size.width
    let top = (sheet.height - size.height) / 2
    let bottom = top + size.height
    var lines: [(Point, Point)] = []
    for x in [left, fold, right] {
      lines.append((Point(x: x, y: top - gap - length), Point(x: x, y: top - gap)))
      lines.append((Point(x: x, y: bottom + gap), Point(x: x, y: bottom + gap + length)))
    }
    for y in [top, bottom] {
      lines.append((Point(x: left - gap - length, y: y), Point(x: left - gap, y: y)))
      lines.append((Point(x: right + gap, y: y), Point(x: right + gap + length, y: y)))
    }
    let stroke = Stroke(width: 0.25, colour: .black)
    return MarkedRun(
      owner: .artifact(.layout), items: lines.map { .stroke(.line($0, $1), stroke) })
  }
}
