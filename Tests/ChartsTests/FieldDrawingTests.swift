import Charts
import DocumentModel
import Geometry
import Testing

@Suite("A field of places, drawn")
struct FieldDrawingTests {
  private let field = PlaceField(
    centre: .init(name: "Centre", latitude: 22, longitude: 114, weight: 0),
    places: [
      .init(name: "West", latitude: 42, longitude: 24, weight: 2),
      .init(name: "South", latitude: -45, longitude: 170, weight: 1),
    ], alternative: "")

  @Test("Every way starts at the centre, and all lie within half a side of the middle")
  func ways() throws {
    let drawing = FieldDrawing(field)
    #expect(drawing.arcs.map(\.place) == field.places)
    for arc in drawing.arcs {
      let start = try #require(arc.line.first)
      #expect(abs(start.x - drawing.home.x) + abs(start.y - drawing.home.y) < 1e-9)
      #expect(arc.line.allSatisfy { abs($0.x) < 0.5 + 1e-9 && abs($0.y) < 0.5 + 1e-9 })
    }
  }

  @Test("A way is curved, because the map's middle is not the centre")
  func curved() throws {
    let line = try #require(FieldDrawing(field).arcs.first?.line)
    let (a, b, m) = (line[0], line[line.count - 1], line[line.count / 2])
    let area = (b.x - a.x) * (m.y - a.y) - (b.y - a.y) * (m.x - a.x)
    #expect(abs(area) > 0.005)
  }

  @Test("Rings close, and the outer ones are larger")
  func rings() throws {
    let rings = FieldDrawing(field).rings
    for ring in rings {
      let (first, last) = (try #require(ring.first), try #require(ring.last))
      #expect(abs(first.x - last.x) + abs(first.y - last.y) < 1e-9)
    }
    let widths = rings.prefix(4).map { ring in
      (ring.map(\.x).max() ?? 0) - (ring.map(\.x).min() ?? 0)
    }
    #expect(widths == widths.sorted())
  }

  @Test("A field without places has its centre in the middle")
  func empty() {
    let drawing = FieldDrawing(PlaceField(centre: field.centre, places: [], alternative: ""))
    #expect(drawing.home == .init(x: 0, y: 0))
  }
}
