import DocumentModel
import Foundation
import Geometry

/// A part of a map of the world within a rectangle of a drawing.
struct MapWindow {
  /// The rectangle.
  let frame: Rectangle
  /// The meridian in the middle of the projection.
  let centre: Double
  /// Points for a unit of the projection.
  let scale: Double
  /// Where the projection's origin falls.
  let origin: Point
  /// Whether marks may reach over the frame and are cut there.
  let isCut: Bool

  /// Points for a degree at the equator.
  var degree: Double { scale * EqualEarth.halfWidth / 180 }

  /// The whole world in a width, its upper left corner at (0, `y`).
  init(width: Double, y: Double, centre: Double, from south: Double, to north: Double) {
    scale = width / (2 * EqualEarth.halfWidth)
    self.centre = centre
    let top = EqualEarth.project(east: 0, north: north).y
    let bottom = EqualEarth.project(east: 0, north: south).y
    frame = Rectangle(x: 0, y: y, width: width, height: (bottom - top) * scale)
    origin = Point(x: width / 2, y: y - top * scale)
    isCut = false
  }

  /// A part of the world in a rectangle, around the part's own meridian so that it is not bent.
  init(_ inset: WorldMap.Inset, in frame: Rectangle) {
    let area = Self.area(of: inset)
    self.frame = frame
    centre = (inset.west + inset.east) / 2
    scale = min(frame.width / area.width, frame.height / area.height)
    origin = Point(
      x: frame.x + frame.width / 2 - (area.x + area.width / 2) * scale,
      y: frame.y + frame.height / 2 - (area.y + area.height / 2) * scale)
    isCut = true
  }

  /// The rectangle of the projection around a part of the world.
  static func area(of inset: WorldMap.Inset) -> Rectangle {
    let half = max(inset.east - inset.west, 0.1) / 2
    let north = max(inset.north, inset.south + 0.1)
    let corners = [inset.south, north].map { EqualEarth.project(east: half, north: $0) }
    // The equator is the widest parallel of a part that crosses it.
    let isAcross = inset.south < 0 && north > 0
    let widest =
      isAcross
      ? EqualEarth.project(east: half, north: 0).x : max(corners[0].x, corners[1].x)
    return Rectangle(
      x: -widest, y: corners[1].y, width: 2 * widest, height: corners[0].y - corners[1].y)
  }

  /// Where a point falls, by degrees east of the middle meridian.
  func position(turned east: Double, north: Double) -> Point {
    let point = EqualEarth.project(east: east, north: north)
    return Point(x: origin.x + point.x * scale, y: origin.y + point.y * scale)
  }

  /// Where a place falls.
  func position(east: Double, north: Double) -> Point {
    position(turned: GlobeRing.turn(from: centre, to: east), north: min(max(north, -90), 90))
  }

  func holds(_ point: Point) -> Bool {
    !isCut
      || point.x >= frame.x && point.x <= frame.maxX && point.y >= frame.y && point.y <= frame.maxY
  }

  // MARK: Areas and lines

  /// Closed shapes of rings, cut at the edges of the map.
  func path(of rings: [GlobeRing], without antarctica: Bool) -> Path {
    var steps: [Path.Segment] = []
    for ring in rings where !(antarctica && ring.isAntarctic) {
      for part in ring.cut(around: centre) {
        var shape = part.map { position(turned: $0.x, north: $0.y) }
        if isCut { shape = cutToFrame(shape) }
        add(shape, to: &steps)
      }
    }
    return Path(steps)
  }

  private func cutToFrame(_ shape: [Point]) -> [Point] {
    let (frame, bounds) = (frame, Path(shape.map { .line($0) }).bounds)
    guard bounds.x < frame.maxX, bounds.maxX > frame.x, bounds.y < frame.maxY,
      bounds.maxY > frame.y
    else { return [] }
    return shape.clipped { frame.x - $0.x }.clipped { $0.x - frame.maxX }
      .clipped { frame.y - $0.y }.clipped { $0.y - frame.maxY }
  }

  private func add(_ shape: [Point], to steps: inout [Path.Segment]) {
    guard shape.count > 2 else { return }
    for (index, point) in shape.enumerated() {
      steps.append(index == 0 ? .move(point) : .line(point))
    }
    steps.append(.close)
  }

  /// The part of a line that lies in the frame.
  func cut(_ line: [Point]) -> [[Point]] {
    var parts: [[Point]] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let piece = cut(start, end) else { continue }
      if let last = parts.last?.last, last == piece.0 {
        parts[parts.count - 1].append(piece.1)
      } else {
        parts.append([piece.0, piece.1])
      }
    }
    return parts
  }

  /// The piece of a segment in the frame (Liang & Barsky 1984).
  private func cut(_ start: Point, _ end: Point) -> (Point, Point)? {
    var (from, to) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let sides = [
      (-dx, start.x - frame.x), (dx, frame.maxX - start.x), (-dy, start.y - frame.y),
      (dy, frame.maxY - start.y),
    ]
    for (way, room) in sides {
      if way == 0 {
        if room < 0 { return nil }
      } else if way < 0 {
        from = max(from, room / way)
      } else {
        to = min(to, room / way)
      }
    }
    guard from < to else { return nil }
    func at(_ share: Double) -> Point {
      share == 0
        ? start : share == 1 ? end : Point(x: start.x + dx * share, y: start.y + dy * share)
    }
    return (at(from), at(to))
  }
}

extension GlobeRing {
  /// Whether it reaches south of what a map without Antarctica shows.
  fileprivate var isAntarctic: Bool { points.contains { $0.y < -57 } }
}
