import DocumentModel
import Foundation
import Geometry

/// Places in a window: lines, circles, dots, and their names.
extension MapCanvas {
  mutating func drawPlaces(
    in window: MapWindow, blocked: [Rectangle], hiding insets: [WorldMap.Inset]
  ) {
    let spots = self.spots(in: window)
    let lines = map.form == .flows ? drawFlows(to: spots, in: window) : []
    let home = homePoint(in: window)
    if map.form != .choropleth { for spot in spots { draw(spot) } }
    if let home { drawHome(at: home) }
    var labels = MapLabels(
      measure: measure, frame: room(of: window), blocked: blocked + spots.map(\.box))
    labels.lines = lines
    if map.form == .flows { labels.steps += [4, 5.5] }
    if let home {
      let radius = dotRadius * 1.7
      labels.blocked.append(
        Rectangle(
          x: home.x - radius, y: home.y - radius, width: 2 * radius, height: 2 * radius))
      labels.place(
        .init(name: map.home?.name ?? "", value: "", at: home, radius: radius, isOnLines: true))
    }
    for spot in named(spots, hiding: window.isCut ? [] : insets) { labels.place(wish(for: spot)) }
    marks += labels.marks
    say(spots)
  }

  /// Where the institution is marked; nil where the window does not show it.
  private func homePoint(in window: MapWindow) -> Point? {
    guard let home = map.home, home.isOnGlobe else { return nil }
    let at = window.position(east: home.longitude, north: home.latitude)
    guard window.holds(at) else { return nil }
    var spot = MapSpot(places: [], at: at, home: at, radius: dotRadius * 1.7, number: nil)
    spot.hold(in: window.frame, edge: halo)
    return spot.at
  }

  /// Names may use the whole width of the drawing, and an inset's own frame.
  private func room(of window: MapWindow) -> Rectangle {
    guard window.isCut else {
      return Rectangle(x: 0, y: 0, width: width, height: window.frame.maxY)
    }
    let edge = em * 0.2
    return Rectangle(
      x: window.frame.x + edge, y: window.frame.y + edge, width: window.frame.width - 2 * edge,
      height: window.frame.height - 2 * edge)
  }

  // MARK: Sizes

  /// The width of the paper around a circle.
  var halo: Double { max(0.5, em * 0.07) }

  var dotRadius: Double { max(1.4, min(em * 0.3, width * 0.006)) }

  /// The radius of the circle of a number: its area is in proportion.
  func radius(of number: Double) -> Double {
    guard largest > 0 else { return dotRadius }
    return max(0.7, width * 0.034 * (number / largest).squareRoot())
  }

  /// The width of the line of a number, in proportion.
  func lineWidth(of number: Double) -> Double {
    guard largest > 0 else { return 0.5 }
    return max(0.4, em * 0.62 * number / largest)
  }

  private func radius(of place: WorldMap.Place) -> Double {
    switch map.form {
    case .bubbles: place.sized.map { radius(of: $0) } ?? dotRadius * 0.8
    case .flows: max(dotRadius * 0.8, (place.sized.map { lineWidth(of: $0) } ?? 0) * 0.6)
    case .dots, .tiles, .choropleth: dotRadius
    }
  }

  // MARK: Spots

  /// The spots of a window, the largest first, none wholly over another.
  private func spots(in window: MapWindow) -> [MapSpot] {
    var spots: [MapSpot] = []
    for (index, place) in map.places.enumerated() where place.isOnGlobe {
      let at = window.position(east: place.longitude, north: place.latitude)
      guard window.holds(at), map.areas == nil || map.form != .choropleth else { continue }
      spots.append(
        MapSpot(
          places: [index], at: at, home: at, radius: radius(of: place), number: place.sized))
    }
    spots.sort { ($0.radius, -$0.places[0]) > ($1.radius, -$1.places[0]) }
    switch map.form {
    case .dots, .flows:
      spots.spread(share: 1.15, reach: dotRadius * 2.2)
      if map.form == .dots {
        let (small, em) = (dotRadius, em)
        spots = spots.merged(share: 0.75) { count in
          max(small, em * (count > 9 ? 0.72 : 0.56))
        }
      }
    case .bubbles: spots.spread(share: 0.72, reach: em * 0.9)
    case .tiles, .choropleth: break
    }
    for index in spots.indices { spots[index].hold(in: window.frame, edge: halo) }
    return spots
  }

  private mutating func draw(_ spot: MapSpot) {
    let shape = Path.circle(centre: spot.at, radius: spot.radius)
    let hasValue = map.form == .dots || spot.number != nil
    // The paper around a circle sets it off from the one that it lies on.
    fill(.circle(centre: spot.at, radius: spot.radius + halo), .paper)
    fill(shape, hasValue ? .accent : .paper)
    if !hasValue { stroke(shape, .accent, width: 0.7) }
    if spot.places.count > 1 {
      text(
        String(spot.places.count), at: Point(x: spot.at.x, y: spot.at.y + em * 0.34), .middle,
        .tick, .paper)
    }
  }

  private mutating func drawHome(at point: Point) {
    fill(.circle(centre: point, radius: dotRadius * 1.7), .paper)
    stroke(.circle(centre: point, radius: dotRadius * 1.45), .text, width: dotRadius * 0.35)
    fill(.circle(centre: point, radius: dotRadius * 0.7), .text)
  }

  /// Lines from the institution, the widest first, each set off from those beneath; returns points
  /// on them.
  private mutating func drawFlows(to spots: [MapSpot], in window: MapWindow) -> [Point] {
    guard let home = map.home, home.isOnGlobe else { return [] }
    var covered: [Point] = []
    let order = map.places.indices.sorted {
      (map.places[$0].sized ?? 0, $1) > (map.places[$1].sized ?? 0, $0)
    }
    for index in order where map.places[index].isOnGlobe {
      let place = map.places[index]
      let width = place.sized.map { lineWidth(of: $0) } ?? 0.4
      for piece in window.line(map.line, from: home, to: place) {
        stroke(piece, .paper, width: width + 0.8)
        stroke(piece, place.sized == nil ? .quiet : .accent, width: width)
        covered += piece
      }
    }
    return covered
  }

  // MARK: Names

  /// The spots that are named, the most important first.
  private func named(_ spots: [MapSpot], hiding insets: [WorldMap.Inset]) -> [MapSpot] {
    let most = min(map.labels, max(4, Int(width / em / 2.6)))
    let shown = spots.filter { spot in
      guard spot.places.count == 1 else { return spot.places.count < 4 }
      return !insets.contains { $0.holds(map.places[spot.places[0]]) }
    }
    let ranked = shown.sorted {
      ($0.number ?? 0, -$0.places[0]) > ($1.number ?? 0, -$1.places[0])
    }
    return Array(ranked.prefix(max(0, most)))
  }

  private func wish(for spot: MapSpot) -> MapLabels.Wish {
    let places = spot.places.map { map.places[$0] }
    // A dot marks a place and says nothing of a size; its number is in the list.
    let isValued = map.form != .dots && places.count == 1
    return MapLabels.Wish(
      name: places.map(\.name).joined(separator: " · "),
      value: isValued ? places[0].value?.text ?? "" : "", at: spot.at, radius: spot.radius)
  }

  private mutating func say(_ spots: [MapSpot]) {
    for spot in spots {
      let edge = max(0, em * 0.4 - spot.radius)
      let box = spot.box
      self.spots.append(
        Drawing.Spot(
          area: Rectangle(
            x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge,
            height: box.height + 2 * edge),
          text: spot.places.map { map.places[$0].spoken }.joined(separator: " · ")))
    }
  }
}

extension WorldMap.Inset {
  /// Whether a place lies in the part.
  func holds(_ place: WorldMap.Place) -> Bool {
    let middle = (west + east) / 2
    return abs(GlobeRing.turn(from: middle, to: place.longitude)) <= (east - west) / 2
      && place.latitude >= south && place.latitude <= north
  }
}
