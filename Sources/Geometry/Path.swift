/// A shape of straight lines and cubic curves.
public struct Path: Hashable, Sendable {
  /// One step of a path.
  public enum Segment: Hashable, Sendable {
    /// Start a new subpath.
    case move(Point)
    /// A straight line.
    case line(Point)
    /// A cubic Bézier curve: two control points, then the end.
    case curve(Point, Point, Point)
    /// Close the subpath.
    case close
  }
  /// The steps in order.
  public var segments: [Segment]
  /// A path from its steps.
  public init(_ segments: [Segment]) { self.segments = segments }
  /// An upright rectangle.
  public static func rectangle(_ r: Rectangle) -> Path {
    Path([
      .move(Point(x: r.x, y: r.y)), .line(Point(x: r.maxX, y: r.y)),
      .line(Point(x: r.maxX, y: r.maxY)), .line(Point(x: r.x, y: r.maxY)), .close,
    ])
  }
  /// A straight line.
  public static func line(_ a: Point, _ b: Point) -> Path { Path([.move(a), .line(b)]) }
  /// A circle of four curves.
  public static func circle(centre c: Point, radius r: Double) -> Path {
    let k = r * 0.552_284_749_8
    func p(_ x: Double, _ y: Double) -> Point { Point(x: c.x + x, y: c.y + y) }
    return Path([
      .move(p(r, 0)), .curve(p(r, k), p(k, r), p(0, r)), .curve(p(-k, r), p(-r, k), p(-r, 0)),
      .curve(p(-r, -k), p(-k, -r), p(0, -r)), .curve(p(k, -r), p(r, -k), p(r, 0)), .close,
    ])
  }
}

extension Path {
  /// The path moved.
  public func moved(x: Double, y: Double) -> Path {
    func move(_ p: Point) -> Point { Point(x: p.x + x, y: p.y + y) }
    return Path(
      segments.map { segment in
        switch segment {
        case .move(let p): .move(move(p))
        case .line(let p): .line(move(p))
        case .curve(let a, let b, let c): .curve(move(a), move(b), move(c))
        case .close: .close
        }
      })
  }

  /// The smallest rectangle around all points, those that guide curves included.
  public var bounds: Rectangle {
    var (left, right) = (Double.infinity, -Double.infinity)
    var (top, bottom) = (Double.infinity, -Double.infinity)
    func take(_ point: Point) {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
    for segment in segments {
      switch segment {
      case .move(let point), .line(let point): take(point)
      case .curve(let a, let b, let c):
        take(a)
        take(b)
        take(c)
      case .close: break
      }
    }
    guard left <= right, top <= bottom else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
    return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
}
