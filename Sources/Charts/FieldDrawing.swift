public import DocumentModel
public import Geometry

/// A field of places as lines: great circles from its centre to each place, over rings of equal
/// distance. Drawn once, for the web and for pages.
///
/// Positions are shares of the field's longer side, (0, 0) its middle, y downwards: arcs and places
/// lie within half a side of the middle, rings go on beyond.
public struct FieldDrawing: Sendable {
  /// The way to one place.
  public struct Arc: Sendable {
    /// The place.
    public let place: PlaceField.Place
    /// The way, from the centre to the place.
    public let line: [Point]
    /// How much activity there was beside the place with the most, 0 to 1; the root of the share, so
    /// that the weak are seen.
    public let strength: Double
  }

  /// The ways, in the order of the places.
  public let arcs: [Arc]
  /// Rings around the centre, each closed, 2,500 km apart.
  public let rings: [[Point]]
  /// Where the centre lies.
  public let home: Point

  /// An eighth of the way to the antipode is 22.5 degrees, 2,500 km.
  private static let ringArc = Double.pi / 8
  /// The map's middle lies so many degrees north of the centre, because great circles through the
  /// middle would be straight and show nothing of the way they take.
  private static let shift = 38.0

  /// The drawing of a field.
  public init(_ field: PlaceField) {
    let turned = min(max(field.centre.latitude, -90), 90) + Self.shift
    let map = AzimuthalMap(
      latitude: turned > 90 ? 180 - turned : turned,
      longitude: turned > 90 ? field.centre.longitude + 180 : field.centre.longitude)
    let start = AzimuthalMap.Direction(
      latitude: field.centre.latitude, longitude: field.centre.longitude)
    let lines = field.places.map { place in
      map.greatCircle(
        from: start,
        to: AzimuthalMap.Direction(latitude: place.latitude, longitude: place.longitude), steps: 32)
    }
    let points = lines.joined() + [map.project(start)]
    let x = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let y = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    // A field of near places is not blown up beyond half a radian.
    let side = max(x.1 - x.0, y.1 - y.0, 0.5)
    func share(_ point: (x: Double, y: Double)) -> Point {
      Point(x: (point.x - (x.0 + x.1) / 2) / side, y: (point.y - (y.0 + y.1) / 2) / side)
    }
    let most = Double(max(1, field.places.map(\.weight).max() ?? 1))
    arcs = zip(field.places, lines).map { place, line in
      Arc(
        place: place, line: line.map(share),
        strength: (Double(max(0, place.weight)) / most).squareRoot())
    }
    // Rings around the antipode of the map's middle would not look like rings.
    rings = (1...5).map { index in
      map.ring(around: start, arc: Self.ringArc * Double(index), steps: 144).map(share)
    }
    home = share(map.project(start))
  }
}
