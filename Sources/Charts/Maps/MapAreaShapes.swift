import DocumentModel
import Geometry

/// Areas of a file that the report brings, with their boundaries.
extension MapCanvas {
  mutating func drawAreas(in window: MapWindow) {
    guard let areas = map.areas else { return }
    let places = Dictionary(
      map.places.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var edges: [Path.Segment] = []
    var small: [WorldMap.Place] = []
    for area in areas.areas {
      let rings = area.rings.map { ring in GlobeRing(ring.lazy.map { ($0.east, $0.north) }) }
      let path = window.path(of: rings, without: !map.hasAntarctica).thinned(to: em * 0.05)
      let place = map.form == .choropleth ? places[area.code] : nil
      fill(path, place.map { ink(of: $0) } ?? Self.land)
      edges += path.segments
      guard let place else { continue }
      let bounds = path.bounds
      if max(bounds.width, bounds.height) < em * 0.6 { small.append(place) }
      if !path.segments.isEmpty { spots.append(Drawing.Spot(area: bounds, text: place.spoken)) }
    }
    stroke(Path(edges), .paper, width: 0.4)
    // A state too small to be seen as an area has a dot.
    for place in small where place.isOnGlobe {
      let at = window.position(east: place.longitude, north: place.latitude)
      guard window.holds(at) else { continue }
      fill(.circle(centre: at, radius: dotRadius + 0.5), .paper)
      fill(.circle(centre: at, radius: dotRadius), ink(of: place))
      stroke(.circle(centre: at, radius: dotRadius), .quiet, width: 0.4)
    }
  }

  private func ink(of place: WorldMap.Place) -> Drawing.Ink {
    guard let number = place.sized else { return .grey(0.7) }
    return tint(of: number)
  }
}

extension Path {
  /// The closed shapes without points that are less than so much from the one before, and
  /// without shapes of which nothing is left.
  fileprivate func thinned(to least: Double) -> Path {
    var result: [Segment] = []
    var shape: [Point] = []
    for segment in segments {
      switch segment {
      case .move(let point): shape = [point]
      case .line(let point):
        if let last = shape.last, abs(point.x - last.x) + abs(point.y - last.y) < least { continue }
        shape.append(point)
      case .curve: continue
      case .close:
        guard shape.count > 2 else { continue }
        result += shape.enumerated().map { $0 == 0 ? .move($1) : .line($1) } + [.close]
      }
    }
    return Path(result)
  }
}
