public import Geometry

/// What is painted over a lighter ground where a filling is a pattern.
public struct DrawingPattern: Hashable, Sendable {
  /// Lines to be stroked; may be empty.
  public var lines: Path
  /// Dots to be filled; may be empty.
  public var dots: Path
}

extension Drawing.Filling {
  /// The pattern of the filling within a shape, even and odd; nil where it has none.
  ///
  /// - Parameters:
  ///   - path: the shape; whatever it is, nothing reaches over its edge.
  ///   - spacing: how far lines are apart along a side, in points.
  public func pattern(of path: Path, spacing: Double = 2.6) -> DrawingPattern? {
    let none = Path([])
    switch self {
    case .solid, .light: return nil
    case .hatched: return DrawingPattern(lines: path.hatching(spacing, rises: true), dots: none)
    case .counter: return DrawingPattern(lines: path.hatching(spacing, rises: false), dots: none)
    case .crossed:
      let lines = path.hatching(spacing * 1.25, rises: true).segments
      return DrawingPattern(
        lines: Path(lines + path.hatching(spacing * 1.25, rises: false).segments), dots: none)
    case .dotted: return DrawingPattern(lines: none, dots: path.dotting(spacing * 1.15))
    }
  }
}

extension Path {
  /// Slanting lines within the shape, `spacing` points apart along a side.
  func hatching(_ spacing: Double, rises: Bool) -> Path {
    let bounds = bounds
    guard bounds.width > 0, bounds.height > 0, spacing > 0, bounds.width + bounds.height < 1e5
    else { return Path([]) }
    // A line is where x + y, or x - y, has one value.
    let slant = rises ? 1.0 : -1.0
    let start = bounds.x + slant * (rises ? bounds.y : bounds.maxY)
    let edges = edges
    var steps: [Segment] = []
    var offset = spacing / 2
    while offset < bounds.width + bounds.height {
      let value = start + offset
      let crossings = edges.compactMap { edge -> Double? in
        let (a, b) = (edge.0.x + slant * edge.0.y - value, edge.1.x + slant * edge.1.y - value)
        guard (a > 0) != (b > 0) else { return nil }
        return edge.0.x + (edge.1.x - edge.0.x) * a / (a - b)
      }.sorted()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (left, right) = (crossings[index], crossings[index + 1])
        guard right - left > 0.05 else { continue }
        steps += [
          .move(Point(x: left, y: (value - left) * slant)),
          .line(Point(x: right, y: (value - right) * slant)),
        ]
      }
      offset += spacing
    }
    return Path(steps)
  }

  /// Dots within the shape, `spacing` points apart.
  func dotting(_ spacing: Double) -> Path {
    let bounds = bounds
    guard bounds.width > 0, bounds.height > 0, spacing > 0, bounds.width * bounds.height < 1e6
    else { return Path([]) }
    let radius = spacing * 0.2
    let edges = edges
    var steps: [Segment] = []
    var y = bounds.y + spacing / 2
    while y + radius <= bounds.maxY {
      let rows = [y - radius, y, y + radius].map { Self.spans(of: edges, at: $0) }
      var x = bounds.x + spacing / 2
      while x + radius <= bounds.maxX {
        let isInside = rows.allSatisfy { spans in
          spans.contains { $0.0 <= x - radius && x + radius <= $0.1 }
        }
        if isInside {
          steps += Path.circle(centre: Point(x: x, y: y), radius: radius).segments
        }
        x += spacing
      }
      y += spacing
    }
    return Path(steps)
  }

  /// The stretches of a horizontal line that lie within a shape of these edges.
  private static func spans(of edges: [(Point, Point)], at y: Double) -> [(Double, Double)] {
    let crossings = edges.compactMap { edge -> Double? in
      guard (edge.0.y > y) != (edge.1.y > y) else { return nil }
      return edge.0.x + (edge.1.x - edge.0.x) * (y - edge.0.y) / (edge.1.y - edge.0.y)
    }.sorted()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }

  /// The edges of the closed shape, curves in twelve straight pieces.
  private var edges: [(Point, Point)] {
    var edges: [(Point, Point)] = []
    var first: Point?
    var last = Point(x: 0, y: 0)
    func close() {
      if let first, first != last { edges.append((last, first)) }
    }
    for segment in segments {
      switch segment {
      case .move(let point):
        close()
        (first, last) = (point, point)
      case .line(let point):
        edges.append((last, point))
        last = point
      case .curve(let a, let b, let end):
        let start = last
        for step in 1...12 {
          let point = Self.point(from: start, a, b, to: end, at: Double(step) / 12)
          edges.append((last, point))
          last = point
        }
      case .close:
        close()
        last = first ?? last
        first = nil
      }
    }
    close()
    return edges
  }

  private static func point(
    from start: Point, _ a: Point, _ b: Point, to end: Point, at t: Double
  ) -> Point {
    let u = 1 - t
    let (w, x, y, z) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return Point(
      x: w * start.x + x * a.x + y * b.x + z * end.x,
      y: w * start.y + x * a.y + y * b.y + z * end.y)
  }
}
