import Geometry

/// Long paths of straight lines in few characters: relative steps in tenths of a pixel.
enum CompactPath {
  /// The steps of a path; nil where it is short or has curves.
  static func steps(of path: Path) -> String? {
    guard path.segments.count > 120 else { return nil }
    var text = ""
    text.reserveCapacity(path.segments.count * 6)
    var last = (x: 0, y: 0)
    for segment in path.segments {
      switch segment {
      case .move(let point):
        let next = tenths(point)
        text += "M"
        add(next.x, to: &text)
        add(next.y, to: &text)
        text += "l"
        last = next
      case .line(let point):
        let next = tenths(point)
        guard next != last else { continue }
        add(next.x - last.x, to: &text)
        add(next.y - last.y, to: &text)
        last = next
      case .curve: return nil
      case .close:
        // A ring that is nothing in tenths still needs one step after its letter.
        if text.last == "l" { text += "0 0" }
        text += "z"
      }
    }
    if text.last == "l" { text += "0 0" }
    return text
  }

  private static func tenths(_ point: Point) -> (x: Int, y: Int) {
    func whole(_ value: Double) -> Int {
      value.isFinite ? Int(exactly: (value * 10).rounded()) ?? 0 : 0
    }
    return (whole(point.x), whole(point.y))
  }

  /// A number of tenths, set off from the one before it.
  private static func add(_ value: Int, to text: inout String) {
    let isFirst = text.last == "M" || text.last == "l"
    if value < 0 { text += "-" } else if !isFirst { text += " " }
    let size = value.magnitude
    if size >= 10 || size == 0 { text += String(size / 10) }
    if size % 10 > 0 { text += "." + String(size % 10) }
  }
}
