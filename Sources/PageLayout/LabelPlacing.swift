import Geometry

/// Labels beside dots, each where it covers neither another label nor a dot: the first of a few
/// places around its dot, the outward ones before the others.
struct LabelPlacing {
  private var taken: [Rectangle]
  private let gap = 6.0

  init(dots: [Point]) {
    taken = dots.map { Rectangle(x: $0.x - 3, y: $0.y - 3, width: 6, height: 6) }
  }

  /// Labels that keep clear of lines too.
  init(dots: [Point], lines: [[Point]]) {
    self.init(dots: dots)
    for line in lines {
      var last: Point?
      for point in line {
        if let last, abs(point.x - last.x) + abs(point.y - last.y) < 4 { continue }
        taken.append(Rectangle(x: point.x - 2, y: point.y - 2, width: 4, height: 4))
        last = point
      }
    }
  }

  /// Takes a place for a label of a size beside a dot; all places taken, the first it is.
  mutating func place(_ size: Size, at dot: Point, outwards right: Bool) -> Rectangle {
    let places = candidates(size, at: dot, right: right)
    let box = free(among: places) ?? places[0]
    taken.append(box)
    return box
  }

  /// Takes a free place for a label of a size beside a dot, within a room; nil where there is none.
  mutating func place(
    _ size: Size, at dot: Point, outwards right: Bool, within room: Rectangle
  ) -> Rectangle? {
    let places = candidates(size, at: dot, right: right).filter { place in
      place.x >= room.x && place.maxX <= room.maxX && place.y >= room.y && place.maxY <= room.maxY
    }
    guard let box = free(among: places) else { return nil }
    taken.append(box)
    return box
  }

  private func free(among places: [Rectangle]) -> Rectangle? {
    places.first { place in !taken.contains { $0.overlaps(place) } }
  }

  private func candidates(_ size: Size, at dot: Point, right: Bool) -> [Rectangle] {
    let east = dot.x + gap
    let west = dot.x - gap - size.width
    let middle = dot.y - size.height / 2
    let sides = right ? [east, west] : [west, east]
    let steps = [0, -0.75, 0.75, -1.25, 1.25]
    let beside = sides.flatMap { x in
      steps.map {
        Rectangle(x: x, y: middle + $0 * size.height, width: size.width, height: size.height)
      }
    }
    let centred = dot.x - size.width / 2
    return beside + [
      Rectangle(x: centred, y: dot.y - gap - size.height, width: size.width, height: size.height),
      Rectangle(x: centred, y: dot.y + gap, width: size.width, height: size.height),
    ]
  }
}

extension Rectangle {
  func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
