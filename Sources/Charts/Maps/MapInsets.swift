import DocumentModel
import Geometry

/// Parts of the world that are shown larger: in a row beneath the map, or in its corners.
extension MapCanvas {
  /// An inset's window with the box that it takes, its name and edge included.
  struct Corner {
    let inset: WorldMap.Inset
    let window: MapWindow
    let box: Rectangle
  }

  /// The windows of insets in corners of the map, none larger than a third of it, and the insets that
  /// stand beneath because they would hide something in each corner.
  func cornerWindows(
    over world: MapWindow, _ land: LandMask
  ) -> (corners: [Corner], below: [WorldMap.Inset]) {
    var corners: [Corner] = []
    var below: [WorldMap.Inset] = []
    let coast = land.rings(degree: world.degree, detail: em)
      .flatMap { $0.points.map { world.position(east: $0.x, north: $0.y) } }
    for inset in map.insets {
      guard inset.position != .below else {
        below.append(inset)
        continue
      }
      let seen = positions(over: world, besides: inset)
      let tries = Self.corners.map { corner(inset, at: $0, over: world) }.enumerated()
        .map { order, corner -> (corner: Corner, rank: Int) in
          let isAsked = Self.corners[order] == inset.position
          return (corner, isAsked ? -1 : coast.count { corner.box.holds($0) })
        }
        .sorted { $0.rank < $1.rank }
      let free = tries.first { one in
        let box = one.corner.box
        return !corners.contains { $0.box.overlaps(box) } && !seen.contains { box.holds($0) }
      }
      if let free { corners.append(free.corner) } else { below.append(inset) }
    }
    return (corners, below)
  }

  private static let corners: [WorldMap.Inset.Position] = [
    .lowerLeft, .lowerRight, .upperLeft, .upperRight,
  ]

  /// What of the map must be seen beside an inset: places, the points of lines, and the part itself.
  private func positions(over world: MapWindow, besides inset: WorldMap.Inset) -> [Point] {
    let places = map.places.filter { $0.isOnGlobe && !inset.holds($0) }
    let reach = max(dotRadius * 2, em * 0.6)
    var points = (places + [map.home].compactMap(\.self).filter(\.isOnGlobe)).flatMap { place in
      let at = world.position(east: place.longitude, north: place.latitude)
      let edge = place.sized.map { map.form == .bubbles ? radius(of: $0) : 0 } ?? 0
      let far = max(reach, edge)
      return [
        at, Point(x: at.x - far, y: at.y), Point(x: at.x + far, y: at.y),
        Point(x: at.x, y: at.y - far), Point(x: at.x, y: at.y + far),
      ]
    }
    for east in [inset.west, inset.east] {
      for north in [inset.south, inset.north] {
        points.append(world.position(east: east, north: north))
      }
    }
    guard map.form == .flows, let home = map.home, home.isOnGlobe else { return points }
    for place in map.places where place.isOnGlobe {
      points += world.line(map.line, from: home, to: place).joined()
    }
    return points
  }

  private func corner(
    _ inset: WorldMap.Inset, at position: WorldMap.Inset.Position, over world: MapWindow
  ) -> Corner {
    let area = MapWindow.area(of: inset)
    let share = min(width * 0.34 / area.width, world.frame.height * 0.5 / area.height)
    let size = Size(width: area.width * share, height: area.height * share)
    let isLeft = position == .upperLeft || position == .lowerLeft
    let isUpper = position == .upperLeft || position == .upperRight
    let x = isLeft ? 0.25 : width - size.width - 0.25
    let y = isUpper ? em * 1.2 : world.frame.maxY - size.height - 0.25
    let frame = Rectangle(x: x, y: y, width: size.width, height: size.height)
    let edge = em * 0.3
    return Corner(
      inset: inset, window: MapWindow(inset, in: frame),
      box: Rectangle(
        x: max(0, x - edge), y: y - em * 1.2, width: size.width + 2 * edge,
        height: size.height + em * 1.2 + (isUpper ? edge : 0.25)))
  }

  /// Insets side by side, of one height, and returns the row's lower edge.
  mutating func drawRow(of insets: [WorldMap.Inset], _ land: LandMask, from y: Double) -> Double {
    let gap = em * 1.2
    let shapes = insets.map { inset in
      let area = MapWindow.area(of: inset)
      return area.width / max(area.height, 1e-6)
    }
    let room = width - 0.5 - gap * Double(insets.count - 1)
    let height = min(room / shapes.reduce(0, +), width * 0.46)
    let top = y + em * 1.2
    var x = 0.25
    for (inset, shape) in zip(insets, shapes) {
      let frame = Rectangle(x: x, y: top, width: height * shape, height: height)
      draw(MapWindow(inset, in: frame), land, inset: inset)
      x = frame.maxX + gap
    }
    return top + height + 0.25
  }
}
