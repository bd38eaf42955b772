import Geometry

/// Labels beside dots, each where it covers neither another label nor a dot: the first of a few
/// places around its dot, the outward ones before the others.
struct LabelPlacing {
  private var taken: [Rectangle]
  private let gap = 6.0

  init(dots: [Point]) {
    taken = dots.map { Rectangle(x: $0.x - 3, y: $0.y - 3, width: 6, height: 6) }
  }

  /// Takes a place for a label of a size beside a dot; all places taken, the first it is.
  mutating func place(_ size: Size, at dot: Point, outwards right: Bool) -> Rectangle {
    let places = candidates(size, at: dot, right: right)
    let free = places.first { place in !taken.contains { $0.overlaps(place) } }
    let box = free ?? places[0]
    taken.append(box)
    return box
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
