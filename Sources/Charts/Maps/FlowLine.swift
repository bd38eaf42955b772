import DocumentModel
import Foundation
import Geometry

/// Lines between places, cut where they leave one edge of the map for the other.
extension MapWindow {
  /// A line from one place to another in the pieces that the map shows.
  func line(
    _ kind: WorldMap.Line, from start: WorldMap.Place, to end: WorldMap.Place
  ) -> [[Point]] {
    let whole =
      switch kind {
      case .great: greatCircle(from: start, to: end)
      case .bowed: [bow(from: start, to: end)]
      }
    return whole.flatMap { cut($0) }.filter { $0.count > 1 }
  }

  /// The shortest way on the globe. The two ends of a place's own antipode are joined straight.
  private func greatCircle(
    from start: WorldMap.Place, to end: WorldMap.Place
  ) -> [[Point]] {
    let first = AzimuthalMap.Direction(latitude: start.latitude, longitude: start.longitude)
    let last = AzimuthalMap.Direction(latitude: end.latitude, longitude: end.longitude)
    let angle = first.angle(to: last)
    let sine = sin(angle)
    guard sine > 1e-6 else { return [bow(from: start, to: end, by: 0)] }
    // A step is five degrees of arc, on a page within a twentieth of a millimetre of the curve.
    let steps = max(8, min(64, Int(exactly: (angle * 12).rounded(.up)) ?? 64))
    var line = GlobeRing()
    line.append(
      east: centre + GlobeRing.turn(from: centre, to: start.longitude), north: start.latitude)
    for step in 1...steps {
      let share = Double(step) / Double(steps)
      let point = first.scaled(
        sin((1 - share) * angle) / sine, plus: sin(share * angle) / sine, of: last)
      line.append(
        east: atan2(point.y, point.x) * 180 / .pi,
        north: asin(min(max(point.z, -1), 1)) * 180 / .pi)
    }
    return pieces(of: line.points.map { Point(x: $0.x - centre, y: $0.y) })
  }

  /// A line of degrees east of the middle meridian in pieces that stay on the map.
  private func pieces(of line: [Point]) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    var turn = 0.0
    func add(_ point: Point) { piece.append(position(turned: point.x - turn, north: point.y)) }
    for (index, point) in line.enumerated() {
      while index > 0, abs(point.x - turn) > 180 {
        let side = point.x > turn ? 180.0 : -180.0
        let before = line[index - 1]
        let way = point.x - before.x
        let share = way == 0 ? 1 : min(max((turn + side - before.x) / way, 0), 1)
        let north = before.y + (point.y - before.y) * share
        piece.append(position(turned: side, north: north))
        pieces.append(piece)
        turn += 2 * side
        piece = [position(turned: -side, north: north)]
      }
      add(point)
    }
    return pieces + [piece]
  }

  /// A bow on the map that never crosses its edge, by a share of the distance to the north.
  private func bow(
    from start: WorldMap.Place, to end: WorldMap.Place, by share: Double = 0.16, steps: Int = 32
  ) -> [Point] {
    let a = position(east: start.longitude, north: start.latitude)
    let b = position(east: end.longitude, north: end.latitude)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let side = dx >= 0 ? 1.0 : -1.0
    let guide = Point(
      x: (a.x + b.x) / 2 + dy * 2 * share * side, y: (a.y + b.y) / 2 - dx * 2 * share * side)
    return (0...steps).map { step in
      let t = Double(step) / Double(steps)
      let (u, v, w) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return Point(x: u * a.x + v * guide.x + w * b.x, y: u * a.y + v * guide.y + w * b.y)
    }
  }
}
