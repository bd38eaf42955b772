import Charts
import DocumentModel
import Geometry

/// The cover's picture: great circles from the institution to each place that the records name,
/// over rings of equal distance from it.
struct FieldPicture {
  private let field: PlaceField
  private let drawing: FieldDrawing

  /// The side of the square drawing, and the white around what it shows.
  private static let side = 600.0
  private static let margin = 32.0

  /// The picture of a field.
  init(_ field: PlaceField) {
    self.field = field
    drawing = FieldDrawing(field)
  }

  /// The drawing.
  var node: HTMLNode {
    let rings = drawing.rings.map { path($0, "ring") }
    let lines = drawing.arcs.map { path($0.line, "arc " + weight($0)) }
    let dots = drawing.arcs.compactMap { arc in arc.line.last.map { dot($0, "place", radius: 4) } }
    let start = drawing.home
    return .element(
      .svg,
      [
        .class("field"), .set(.viewBox, "0 0 600 600"), .set(.role, "img"),
        .set(.ariaLabel, field.alternative), .set(.focusable, "false"),
      ],
      rings + lines + dots + [dot(start, "home", radius: 7), dot(start, "halo", radius: 14)])
  }

  /// Three strengths, by how much activity there was.
  private func weight(_ arc: FieldDrawing.Arc) -> String {
    switch arc.strength {
    case ..<0.4: "once"
    case ..<0.75: "often"
    default: "most"
    }
  }

  private func path(_ line: [Point], _ kind: String) -> HTMLNode {
    let steps = line.map { point in
      let spot = place(point)
      return SVGNumber.text(spot.x) + " " + SVGNumber.text(spot.y)
    }
    return .element(
      .path, [.class(kind), .set(.d, "M" + steps.joined(separator: "L"))], [])
  }

  private func dot(_ point: Point, _ kind: String, radius: Int) -> HTMLNode {
    let spot = place(point)
    return .element(
      .circle,
      [
        .class(kind), .set(.cx, SVGNumber.text(spot.x)), .set(.cy, SVGNumber.text(spot.y)),
        .set(.r, radius),
      ], [])
  }

  private func place(_ point: Point) -> Point {
    let scale = Self.side - 2 * Self.margin
    return Point(x: point.x * scale + Self.side / 2, y: point.y * scale + Self.side / 2)
  }
}
