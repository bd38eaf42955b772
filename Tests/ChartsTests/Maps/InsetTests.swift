import DocumentModel
import Geometry
import Testing

@testable import Charts

@Suite("Insets in corners")
struct InsetTests {
  private func map(_ places: [WorldMap.Place], at position: WorldMap.Inset.Position) -> WorldMap {
    var map = WorldMap(form: .dots, places: places)
    map.centre = 0
    map.insets = [
      .init(name: "Europe", west: -12, south: 34, east: 40, north: 67, position: position)
    ]
    return map
  }

  private func frame(_ map: WorldMap) throws -> (box: Rectangle, drawing: Drawing) {
    let drawing = try Drawing(map, width: 400, measure: plainMeasure)
    return (try #require(drawing.strokes(MapCanvas.frame).last?.bounds), drawing)
  }

  @Test("An inset goes into the corner with the least land by itself")
  func emptiest() throws {
    let (box, _) = try frame(map([mapPlace("BG", 42.7, 25.5)], at: .corner))
    #expect(box.x < 10 && box.y > 60)
  }

  @Test("A corner where a place lies is given up for another one")
  func moved() throws {
    let (asked, _) = try frame(map([mapPlace("BG", 42.7, 25.5)], at: .lowerLeft))
    #expect(asked.x < 10 && asked.y > 60)
    let islands = [mapPlace("BG", 42.7, 25.5), mapPlace("WS", -13.6, -172, nil)]
    let (moved, drawing) = try frame(map(islands, at: .lowerLeft))
    #expect(moved.x > 100 && moved.maxY <= drawing.size.height)
    for dot in drawing.fills(.accent).map(\.bounds) {
      #expect(!moved.holds(Point(x: dot.x, y: dot.y)) || dot.x > moved.x + 2)
    }
  }

  @Test("Where each corner holds a place, the inset stands beneath")
  func below() throws {
    let places = [
      mapPlace("BG", 42.7, 25.5), mapPlace("A", 60, -150), mapPlace("B", 65, 150),
      mapPlace("C", -40, -120), mapPlace("D", -35, 150),
    ]
    let (box, drawing) = try frame(map(places, at: .lowerLeft))
    let plain = try Drawing(map([], at: .corner), width: 400, measure: plainMeasure)
    #expect(drawing.size.height > plain.size.height && box.y >= plain.size.height)
  }
}
