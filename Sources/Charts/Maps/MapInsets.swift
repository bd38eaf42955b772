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

  /// The windows of insets in corners of the map, none larger than a third of it.
  func cornerWindows(over world: MapWindow) -> [Corner] {
    map.insets.filter { $0.position != .below }.map { inset in
      let area = MapWindow.area(of: inset)
      let share = min(width * 0.34 / area.width, world.frame.height * 0.5 / area.height)
      let size = Size(width: area.width * share, height: area.height * share)
      let isLeft = inset.position == .upperLeft || inset.position == .lowerLeft
      let isUpper = inset.position == .upperLeft || inset.position == .upperRight
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
