/// A position in points; y grows downwards from the top of the page.
public struct Point: Hashable, Sendable {
  /// Points from the left.
  public var x: Double
  /// Points from the top.
  public var y: Double
  /// The position (x, y).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height in points.
public struct Size: Hashable, Sendable {
  /// Points across.
  public var width: Double
  /// Points down.
  public var height: Double
  /// A size in points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
  /// ISO 216 A4, 210 x 297 mm.
  public static let a4 = Size(width: Length.mm(210).points, height: Length.mm(297).points)
  /// ISO 216 A5, 148 x 210 mm.
  public static let a5 = Size(width: Length.mm(148).points, height: Length.mm(210).points)
  /// The same sheet turned by a quarter.
  public var turned: Size { Size(width: height, height: width) }
}

/// An upright rectangle in points, y downwards.
public struct Rectangle: Hashable, Sendable {
  /// The left edge.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double
  /// A rectangle from its upper left corner.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
  /// The right edge.
  public var maxX: Double { x + width }
  /// The lower edge.
  public var maxY: Double { y + height }
}

/// An affine map of the plane, in Cairo's order: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
public struct Transform: Hashable, Sendable {
  /// The x scale.
  public var xx: Double
  /// How much x adds to y'.
  public var yx: Double
  /// How much y adds to x'.
  public var xy: Double
  /// The y scale.
  public var yy: Double
  /// The x shift in points.
  public var x0: Double
  /// The y shift in points.
  public var y0: Double

  /// A map from its six coefficients.
  public init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
    self.xx = xx
    self.yx = yx
    self.xy = xy
    self.yy = yy
    self.x0 = x0
    self.y0 = y0
  }

  /// The map that moves nothing.
  public static let identity = Transform(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
  /// A shift.
  public static func translation(x: Double, y: Double) -> Transform {
    Transform(xx: 1, yx: 0, xy: 0, yy: 1, x0: x, y0: y)
  }
  /// A scale about the origin.
  public static func scale(_ factor: Double) -> Transform {
    Transform(xx: factor, yx: 0, xy: 0, yy: factor, x0: 0, y0: 0)
  }
  /// Where a point goes.
  public func apply(_ p: Point) -> Point {
    Point(x: xx * p.x + xy * p.y + x0, y: yx * p.x + yy * p.y + y0)
  }
  /// The upright rectangle around where a rectangle goes.
  public func apply(_ r: Rectangle) -> Rectangle {
    let corners = [
      apply(Point(x: r.x, y: r.y)), apply(Point(x: r.maxX, y: r.y)),
      apply(Point(x: r.x, y: r.maxY)), apply(Point(x: r.maxX, y: r.maxY)),
    ]
    let left = corners.reduce(Double.infinity) { min($0, $1.x) }
    let top = corners.reduce(Double.infinity) { min($0, $1.y) }
    let right = corners.reduce(-Double.infinity) { max($0, $1.x) }
    let bottom = corners.reduce(-Double.infinity) { max($0, $1.y) }
    return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
  /// This map first, then `next`.
  public func then(_ next: Transform) -> Transform {
    Transform(
      xx: next.xx * xx + next.xy * yx, yx: next.yx * xx + next.yy * yx,
      xy: next.xx * xy + next.xy * yy, yy: next.yx * xy + next.yy * yy,
      x0: next.xx * x0 + next.xy * y0 + next.x0, y0: next.yx * x0 + next.yy * y0 + next.y0)
  }
}
