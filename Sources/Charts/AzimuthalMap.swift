import Foundation

/// An azimuthal equidistant map of the sphere (Snyder, Map Projections, 1987, p. 195), and great
/// circles on it. Positions are in radians of arc from the map's centre, y downwards.
struct AzimuthalMap {
  /// A unit vector.
  struct Direction: Hashable {
    let x: Double
    let y: Double
    let z: Double

    /// A place by its degrees north and east.
    init(latitude: Double, longitude: Double) {
      let phi = latitude * .pi / 180
      let lambda = longitude * .pi / 180
      self.init(x: cos(phi) * cos(lambda), y: cos(phi) * sin(lambda), z: sin(phi))
    }

    init(x: Double, y: Double, z: Double) {
      self.x = x
      self.y = y
      self.z = z
    }

    func dot(_ other: Direction) -> Double { x * other.x + y * other.y + z * other.z }

    func angle(to other: Direction) -> Double { acos(min(max(dot(other), -1), 1)) }

    func scaled(_ a: Double, plus b: Double, of other: Direction) -> Direction {
      Direction(
        x: a * x + b * other.x, y: a * y + b * other.y, z: a * z + b * other.z)
    }
  }

  private let centre: Direction
  private let east: Direction
  private let north: Direction

  /// A map around a place.
  init(latitude: Double, longitude: Double) {
    let phi = latitude * .pi / 180
    let lambda = longitude * .pi / 180
    centre = Direction(latitude: latitude, longitude: longitude)
    east = Direction(x: -sin(lambda), y: cos(lambda), z: 0)
    north = Direction(
      x: -sin(phi) * cos(lambda), y: -sin(phi) * sin(lambda), z: cos(phi))
  }

  /// Where a direction falls on the map.
  func project(_ direction: Direction) -> (x: Double, y: Double) {
    let x = direction.dot(east)
    let y = direction.dot(north)
    let length = (x * x + y * y).squareRoot()
    guard length > 1e-9 else { return (0, 0) }
    let arc = centre.angle(to: direction)
    return (x / length * arc, -y / length * arc)
  }

  /// The shortest way between two places, in so many steps.
  func greatCircle(
    from start: Direction, to end: Direction, steps: Int
  ) -> [(x: Double, y: Double)] {
    let angle = start.angle(to: end)
    let sine = sin(angle)
    guard sine > 1e-6 else { return [project(start), project(end)] }
    return (0...steps).map { step in
      let t = Double(step) / Double(steps)
      return project(
        start.scaled(sin((1 - t) * angle) / sine, plus: sin(t * angle) / sine, of: end))
    }
  }

  /// All that is as far from a place as `arc` radians, in so many steps.
  func ring(around place: Direction, arc: Double, steps: Int) -> [(x: Double, y: Double)] {
    let flat = abs(place.z) > 0.9 ? Direction(x: 1, y: 0, z: 0) : Direction(x: 0, y: 0, z: 1)
    let first = flat.scaled(1, plus: -flat.dot(place), of: place)
    let length = first.dot(first).squareRoot()
    let u = first.scaled(1 / length, plus: 0, of: first)
    let v = Direction(
      x: place.y * u.z - place.z * u.y, y: place.z * u.x - place.x * u.z,
      z: place.x * u.y - place.y * u.x)
    return (0...steps).map { step in
      let turn = 2 * Double.pi * Double(step) / Double(steps)
      let side = u.scaled(cos(turn), plus: sin(turn), of: v)
      return project(place.scaled(cos(arc), plus: sin(arc), of: side))
    }
  }
}
