import Foundation
import Geometry

/// Names on a map, none over another or over a spot: each in the first place around its spot that is
/// free, farther off with a thin line, or nowhere.
struct MapLabels {
  /// What is to be named.
  struct Wish {
    /// The name.
    let name: String
    /// The value after it; may be empty.
    let value: String
    /// The middle and the radius of its spot.
    let at: Point
    let radius: Double
    /// Whether it may stand on lines, as the name of the place from which all of them start.
    var isOnLines = false
  }

  /// A name that has found its place.
  struct Placed {
    let wish: Wish
    let box: Rectangle
    /// The line from the spot; nil where the name stands beside it.
    let leader: (Point, Point)?
  }

  let measure: LabelMeasure
  /// Where names must stay.
  let frame: Rectangle
  /// What they may not cover.
  var blocked: [Rectangle]
  /// Points of lines that they should not cover.
  var lines: [Point] = []
  /// How far off a name may stand, in sizes of its type from its spot's edge.
  var steps = [1.4, 2.6]
  private(set) var placed: [Placed] = []

  private let em: Double
  /// The room between a name and its value.
  private var space: Double { em * 0.36 }

  init(measure: LabelMeasure, frame: Rectangle, blocked: [Rectangle]) {
    self.measure = measure
    em = measure.size(.name)
    self.frame = frame
    self.blocked = blocked
  }

  /// Gives a name the best of its places, if one is free.
  mutating func place(_ wish: Wish) {
    let width = self.width(of: wish)
    var best: (cost: Double, placed: Placed)?
    for (order, candidate) in candidates(wish, width).enumerated() {
      let least = Double(order) * 0.25 + (candidate.leader == nil ? 0 : 6)
      if let best, best.cost <= least { continue }
      guard isFree(candidate.box, candidate.leader, of: wish) else { continue }
      let crossings = crossings(candidate.box)
      guard crossings == 0 || wish.isOnLines else { continue }
      let cost = least + Double(crossings) * 5 + Double(neighbours(candidate.box, of: wish)) * 0.8
      if best.map({ cost < $0.cost }) ?? true {
        best = (cost, Placed(wish: wish, box: candidate.box, leader: candidate.leader))
      }
    }
    guard let best else { return }
    placed.append(best.placed)
    blocked.append(best.placed.box)
  }

  func width(of wish: Wish) -> Double {
    let value = wish.value.isEmpty ? 0 : space + measure.width(wish.value, .value)
    return measure.width(wish.name, .name) + value
  }

  /// The boxes around a spot, the best first: right, left, the corners, above, below; then farther
  /// off all round.
  private func candidates(
    _ wish: Wish, _ width: Double
  ) -> [(box: Rectangle, leader: (Point, Point)?)] {
    let (at, radius, height) = (wish.at, wish.radius, em)
    let gap = em * 0.22
    let corner = radius * 0.71
    func box(_ x: Double, _ y: Double) -> (Rectangle, (Point, Point)?) {
      (Rectangle(x: x, y: y, width: width, height: height), nil)
    }
    let right = at.x + radius + gap
    let left = at.x - radius - gap - width
    let near = [
      box(right, at.y - height / 2), box(left, at.y - height / 2),
      box(at.x + corner + gap * 0.7, at.y - corner - height),
      box(at.x + corner + gap * 0.7, at.y + corner),
      box(at.x - corner - gap * 0.7 - width, at.y - corner - height),
      box(at.x - corner - gap * 0.7 - width, at.y + corner),
      box(at.x - width / 2, at.y - radius - gap - height),
      box(at.x - width / 2, at.y + radius + gap),
    ]
    let far = steps.flatMap { step in
      (0..<16).map { turn in
        distant(wish, width, way: radius + em * step, angle: Double(turn) * .pi / 8)
      }
    }
    return near + far
  }

  private func distant(
    _ wish: Wish, _ width: Double, way: Double, angle: Double
  ) -> (Rectangle, (Point, Point)?) {
    let (dx, dy) = (cos(angle), sin(angle))
    let end = Point(x: wish.at.x + dx * way, y: wish.at.y + dy * way)
    let start = Point(x: wish.at.x + dx * wish.radius, y: wish.at.y + dy * wish.radius)
    let side = dx > 0.3 ? 0.0 : dx < -0.3 ? width : width / 2
    let top = abs(dx) > 0.3 ? em / 2 : dy > 0 ? 0.0 : em
    let gap = em * 0.15
    let x = end.x - side + (dx > 0.3 ? gap : dx < -0.3 ? -gap : 0)
    return (Rectangle(x: x, y: end.y - top, width: width, height: em), (start, end))
  }

  private func isFree(_ box: Rectangle, _ leader: (Point, Point)?, of wish: Wish) -> Bool {
    guard box.x >= frame.x, box.maxX <= frame.maxX, box.y >= frame.y, box.maxY <= frame.maxY
    else { return false }
    let wide = box.grown(by: em * 0.08)
    for other in blocked where other.overlaps(wide) { return false }
    guard let leader else { return true }
    // A line to a name runs over no other name and no spot but its own.
    let points = (1...8).map { step in
      let share = Double(step) / 8
      return Point(
        x: leader.0.x + (leader.1.x - leader.0.x) * share,
        y: leader.0.y + (leader.1.y - leader.0.y) * share)
    }
    let own = wish.spot
    for other in blocked where other != own && points.contains(where: { other.holds($0) }) {
      return false
    }
    for other in placed {
      if let line = other.leader, Self.cross(line, leader) { return false }
    }
    return !placed.contains { other in
      other.leader.map { line in wide.holds(line.0) || wide.holds(line.1) } ?? false
    }
  }

  private func crossings(_ box: Rectangle) -> Int {
    let wide = box.grown(by: em * 0.35)
    return lines.reduce(0) { $0 + (wide.holds($1) ? 1 : 0) }
  }

  /// How many other spots and names are so near that a reader could take the name for theirs.
  private func neighbours(_ box: Rectangle, of wish: Wish) -> Int {
    let (wide, own) = (box.grown(by: em * 0.4), wish.spot)
    return blocked.reduce(0) { $0 + ($1 != own && $1.overlaps(wide) ? 1 : 0) }
  }

  private static func cross(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Bool {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0
    }
    return side(a.0, a.1, b.0) != side(a.0, a.1, b.1) && side(b.0, b.1, a.0) != side(b.0, b.1, a.1)
  }

  /// The names and lines as marks.
  var marks: [Drawing.Mark] {
    placed.flatMap { one in
      var marks: [Drawing.Mark] = []
      if let leader = one.leader {
        marks.append(.stroke(.line(leader.0, leader.1), .quiet, Drawing.Line(width: 0.4)))
      }
      marks += words(of: one)
      return marks
    }
  }

  /// A name and its value. Widths are only about right on the web, so both are anchored where an
  /// error harms least: on the side of the spot.
  private func words(of one: Placed) -> [Drawing.Mark] {
    let baseline = one.box.y + em * 0.8
    func label(
      _ text: String, _ x: Double, _ anchor: Drawing.Label.Anchor, _ role: Drawing.Label.Role
    ) -> Drawing.Mark {
      .label(Drawing.Label(text, at: Point(x: x, y: baseline), anchor: anchor, role: role))
    }
    guard !one.wish.value.isEmpty else {
      return one.isLeft
        ? [label(one.wish.name, one.box.maxX, .end, .name)]
        : [label(one.wish.name, one.box.x, .start, .name)]
    }
    let value = measure.width(one.wish.value, .value)
    if one.isLeft {
      return [
        label(one.wish.name, one.box.maxX - value - space, .end, .name),
        label(one.wish.value, one.box.maxX, .end, .value),
      ]
    }
    return [
      label(one.wish.name, one.box.x, .start, .name),
      label(one.wish.value, one.box.maxX - value, .start, .value),
    ]
  }
}

extension MapLabels.Placed {
  /// Whether the name stands to the left of its spot.
  fileprivate var isLeft: Bool { box.x + box.width / 2 < wish.at.x }
}

extension MapLabels.Wish {
  /// The box of the spot.
  fileprivate var spot: Rectangle {
    Rectangle(x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius)
  }
}

extension Rectangle {
  func grown(by edge: Double) -> Rectangle {
    Rectangle(x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge)
  }

  func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  func holds(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }
}
