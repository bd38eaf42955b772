import DocumentModel

/// The cover's picture: great circles from the institution to each place that the records name,
/// over rings of equal distance from it.
struct FieldPicture {
  private typealias Position = (x: Double, y: Double)
  private let field: PlaceField
  private let map: AzimuthalMap
  private let home: AzimuthalMap.Direction
  private let arcs: [(place: PlaceField.Place, line: [Position])]
  private let middle: Position
  private let scale: Double

  /// The side of the square drawing.
  private static let side = 600.0
  /// Rings at every 2,500 km: an eighth of the way to the antipode is 22.5 degrees.
  private static let ringArc = Double.pi / 8

  /// The picture of a field. The map's middle lies north of the institution, because great circles
  /// through the middle would be straight and show nothing of the way they take.
  init(_ field: PlaceField) {
    self.field = field
    let centre = field.centre
    let turned = min(max(centre.latitude, -90), 90) + 38
    let crossesPole = turned > 90
    let map = AzimuthalMap(
      latitude: crossesPole ? 180 - turned : turned,
      longitude: crossesPole ? centre.longitude + 180 : centre.longitude)
    let home = AzimuthalMap.Direction(latitude: centre.latitude, longitude: centre.longitude)
    let arcs = field.places.map { place in
      let end = AzimuthalMap.Direction(latitude: place.latitude, longitude: place.longitude)
      return (place: place, line: map.greatCircle(from: home, to: end, steps: 32))
    }
    let points = arcs.flatMap(\.line) + [map.project(home)]
    let x = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let y = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    middle = ((x.0 + x.1) / 2, (y.0 + y.1) / 2)
    scale = (Self.side - 64) / max(x.1 - x.0, y.1 - y.0, 0.5)
    (self.map, self.home, self.arcs) = (map, home, arcs)
  }

  /// The drawing.
  var node: HTMLNode {
    let rings = (1...7).map { index in
      path(map.ring(around: home, arc: Self.ringArc * Double(index), steps: 96), "ring")
    }
    let lines = arcs.map { path($0.line, "arc " + weight($0.place)) }
    let dots = arcs.compactMap { arc in arc.line.last.map { dot($0, "place", radius: 4) } }
    let start = map.project(home)
    return .element(
      .svg,
      [
        .class("field"), .set(.viewBox, "0 0 600 600"), .set(.role, "img"),
        .set(.ariaLabel, field.alternative), .set(.focusable, "false"),
      ],
      rings + lines + dots + [dot(start, "home", radius: 7), dot(start, "halo", radius: 14)])
  }

  /// Three strengths, by how many records name the place.
  private func weight(_ place: PlaceField.Place) -> String {
    switch place.weight {
    case ...1: "once"
    case 2...3: "often"
    default: "most"
    }
  }

  private func path(_ line: [Position], _ kind: String) -> HTMLNode {
    let steps = line.map { point in
      let spot = place(point)
      return SVGNumber.text(spot.x) + " " + SVGNumber.text(spot.y)
    }
    return .element(
      .path, [.class(kind), .set(.d, "M" + steps.joined(separator: "L"))], [])
  }

  private func dot(_ point: Position, _ kind: String, radius: Int) -> HTMLNode {
    let spot = place(point)
    return .element(
      .circle,
      [
        .class(kind), .set(.cx, SVGNumber.text(spot.x)), .set(.cy, SVGNumber.text(spot.y)),
        .set(.r, radius),
      ], [])
  }

  private func place(_ point: Position) -> Position {
    (
      (point.x - middle.x) * scale + Self.side / 2, (point.y - middle.y) * scale + Self.side / 2
    )
  }
}
