import Foundation
import Geometry

/// The Equal Earth projection (Šavrič, Patterson & Jenny 2018) of a globe of radius 1: areas are true,
/// parallels straight. Positions have y downwards.
struct EqualEarth {
  /// Half the width of the map at the equator.
  static let halfWidth = 2.706_629_983_696_074
  /// The distance from the equator to a pole.
  static let halfHeight = 1.317_362_759_157_413

  /// The four coefficients of the polynomial.
  private static let a = (1.340_264, -0.081_106, 0.000_893, 0.003_796)

  /// Where a point falls, by its degrees east of the middle meridian and its degrees north.
  static func project(east: Double, north: Double) -> Point {
    let sine = 3.0.squareRoot() / 2 * sin(north * .pi / 180)
    let theta = asin(min(max(sine, -1), 1))
    let square = theta * theta
    let sixth = square * square * square
    let y = theta * (a.0 + a.1 * square + sixth * (a.2 + a.3 * square))
    let slope = a.0 + 3 * a.1 * square + sixth * (7 * a.2 + 9 * a.3 * square)
    let x = 2 * 3.0.squareRoot() * (east * .pi / 180) * cos(theta) / (3 * slope)
    return Point(x: x, y: -y)
  }
}
