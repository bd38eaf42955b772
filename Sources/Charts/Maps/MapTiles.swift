import DocumentModel
import Geometry

/// The world as squares.
extension MapCanvas {
  /// Draws the squares and the scale, and returns the height.
  mutating func drawTiles(_ grid: TileGrid) -> Double {
    let side = width / Double(grid.columns)
    let gap = max(0.5, side * 0.07)
    let places = Dictionary(
      map.places.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    // All squares with a value bear their code, or none does.
    let widest = map.places.reduce(0) { max($0, measure.width($1.code, .tick)) }
    let hasCodes = widest + 0.2 <= side - gap && em <= side - gap
    for tile in grid.tiles {
      let box = Rectangle(
        x: Double(tile.column) * side, y: Double(tile.row) * side, width: side - gap,
        height: side - gap)
      guard let place = places[tile.code] else {
        fill(.rectangle(box), .grey(0.92))
        continue
      }
      draw(place, in: box, hasCode: hasCodes)
    }
    return drawScale(from: Double(grid.rows) * side)
  }

  private mutating func draw(_ place: WorldMap.Place, in box: Rectangle, hasCode: Bool) {
    let isTinted = place.sized != nil || place.value == nil
    let ink =
      map.steps.isEmpty
      ? Drawing.Ink.scale(1) : place.sized.map { tint(of: $0) } ?? .grey(0.75)
    let ground = isTinted ? ink : .grey(0.75)
    fill(.rectangle(box), ground)
    if hasCode {
      let point = Point(x: box.x + box.width / 2, y: box.y + box.height / 2 + em * 0.34)
      marks.append(
        .label(
          Drawing.Label(
            place.code, at: point, anchor: .middle, role: .tick, ink: .text, ground: ground)))
    }
    spots.append(Drawing.Spot(area: box, text: place.spoken))
  }
}
