import Geometry

/// A closed ring on the globe: degrees east that run on over the antimeridian, and degrees north.
struct GlobeRing {
  /// The points; x is degrees east, y degrees north.
  private(set) var points: [Point] = []

  var count: Int { points.count }

  init() {}

  /// A ring of a file's points.
  init(_ points: some Sequence<(east: Double, north: Double)>) {
    for point in points { append(east: point.east, north: point.north) }
  }

  /// Adds a point, the shorter way round from the one before.
  mutating func append(east: Double, north: Double) {
    guard let last = points.last else {
      points.append(Point(x: east, y: north))
      return
    }
    points.append(Point(x: last.x + Self.turn(from: last.x, to: east), y: north))
  }

  /// The way east from one meridian to another, the shorter one, in degrees.
  static func turn(from start: Double, to end: Double) -> Double {
    let turn = (end - start).truncatingRemainder(dividingBy: 360)
    return turn >= 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  }

  /// Whether the ring goes round a pole.
  var goesRoundPole: Bool {
    guard let first = points.first, let last = points.last else { return false }
    return abs(last.x + Self.turn(from: last.x, to: first.x) - first.x) > 180
  }

  /// The parts of the ring's area on a map around a meridian, as closed polygons of degrees east of
  /// that meridian, from -180 to 180: cut at the meridian opposite, and closed along it.
  func cut(around centre: Double) -> [[Point]] {
    guard let first = points.first, count > 2 else { return [] }
    var ring = points
    if goesRoundPole, let last = points.last {
      // The area reaches the pole, which is a line on the map; so the ring is closed along it.
      let pole = points.reduce(0) { $0 + $1.y } < 0 ? -90.0 : 90.0
      let full = last.x > first.x ? 360.0 : -360.0
      ring += [
        Point(x: first.x + full, y: first.y), Point(x: first.x + full, y: pole),
        Point(x: first.x, y: pole),
      ]
    }
    let shift = first.x - centre - Self.turn(from: centre, to: first.x)
    ring = ring.map { Point(x: $0.x - centre - shift, y: $0.y) }
    let low = ring.reduce(Double.infinity) { min($0, $1.x) }
    let high = ring.reduce(-Double.infinity) { max($0, $1.x) }
    guard low.isFinite, high.isFinite, high - low < 3600 else { return [] }
    if low >= -180, high <= 180 { return [ring] }
    let turns = Int(((low + 180) / 360).rounded(.down))...Int(((high + 180) / 360).rounded(.down))
    return turns.compactMap { turn in
      let moved = ring.map { Point(x: $0.x - 360 * Double(turn), y: $0.y) }
      let east = moved.clipped { $0.x - 180 }
      let part = east.clipped { -180 - $0.x }
      // A ring that only touches the cut leaves nothing on its other side.
      guard let some = part.first?.x, part.contains(where: { abs($0.x - some) > 1e-9 }) else {
        return nil
      }
      return part.followingCut
    }
  }
}

extension [Point] {
  /// The polygon without what lies beyond a line: where `distance` is above zero (Sutherland &
  /// Hodgman 1974).
  func clipped(_ distance: (Point) -> Double) -> [Point] {
    guard let last else { return [] }
    var result: [Point] = []
    result.reserveCapacity(count + 4)
    var before = (point: last, distance: distance(last))
    for point in self {
      let now = (point: point, distance: distance(point))
      if (before.distance > 0) != (now.distance > 0) {
        let share = before.distance / (before.distance - now.distance)
        result.append(
          Point(
            x: before.point.x + (point.x - before.point.x) * share,
            y: before.point.y + (point.y - before.point.y) * share))
      }
      if now.distance <= 0 { result.append(point) }
      before = now
    }
    return result
  }

  /// The polygon with points every two degrees where it runs along the cut, which is a curve on the
  /// map.
  fileprivate var followingCut: [Point] {
    guard var before = last else { return [] }
    var result: [Point] = []
    for point in self {
      let way = point.y - before.y
      if abs(point.x) > 180 - 1e-9, abs(point.x - before.x) < 1e-9, abs(way) > 2 {
        let count = Int((abs(way) / 2).rounded(.up))
        for step in 1..<Swift.max(count, 2) {
          result.append(Point(x: point.x, y: before.y + way * Double(step) / Double(count)))
        }
      }
      result.append(point)
      before = point
    }
    return result
  }
}
