import DocumentModel
import Foundation
import Geometry
import Testing

@testable import Charts

@Suite("The world as squares, and areas of a report's own")
struct TileTests {
  @Test("Every inhabited country and region of the table of places has one square of its own")
  func squares() throws {
    let grid = try TileGrid.shipped.get()
    #expect(Set(grid.tiles.map { [$0.column, $0.row] }).count == grid.tiles.count)
    #expect(Set(grid.tiles.map(\.code)).count == grid.tiles.count)
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Records/Vocabularies/places.tsv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    let codes = rows.filter { !$0.hasPrefix("#") }.dropFirst().map { String($0.prefix(2)) }
    let empty: Set = ["AQ", "BV", "GS", "HM", "TF", "UM"]
    #expect(Set(codes).subtracting(empty) == Set(grid.tiles.map(\.code)))
  }

  @Test("Tints go in steps, and a value that is kept back is grey")
  func tints() throws {
    var map = WorldMap(
      form: .tiles,
      places: [mapPlace("DE", 51, 9, 12), mapPlace("FR", 46, 2, 1), mapPlace("IT", 42, 12)])
    map.places[2].value = ValueReference(name: "n", text: "not shown")
    map.steps = [.init(number: 1, text: "1–9"), .init(number: 10, text: "10 and more")]
    let drawing = try Drawing(map, width: 480, measure: plainMeasure)
    #expect(drawing.fills(.scale(1)).count == 2)
    #expect(drawing.fills(.scale(0.2)).count == 2)
    #expect(drawing.fills(.grey(0.75)).count == 1)
    #expect(drawing.labels.map(\.text).sorted() == ["10 and more", "1–9", "DE", "FR", "IT"])
    #expect(drawing.spots.map(\.text).sorted() == ["DE 12", "FR 1", "IT not shown"])
  }

  @Test("Areas of a file are tinted with their edges; one too small to be seen has a dot")
  func areas() throws {
    func square(_ east: Double, _ north: Double, _ side: Double) -> [MapAreas.Degrees] {
      [(0.0, 0.0), (side, 0), (side, side), (0, side)].map {
        .init(east: east + $0.0, north: north + $0.1)
      }
    }
    var map = WorldMap(
      form: .choropleth, places: [mapPlace("DE", 51, 9, 12), mapPlace("MT", 35.9, 14.4, 1)])
    map.steps = [.init(number: 1, text: "1–9"), .init(number: 10, text: "10 and more")]
    map.areas = MapAreas(
      areas: [
        .init(code: "DE", rings: [square(0, 40, 20)]),
        .init(code: "MT", rings: [square(14, 35, 0.3)]),
        .init(code: "FR", rings: [square(-20, 40, 20)]),
      ], isWholeWorld: true)
    let drawing = try Drawing(map, width: 400, measure: plainMeasure)
    #expect(drawing.fills(.scale(1)).count == 2)
    #expect(drawing.strokes(.paper).count == 1)
    #expect(drawing.fills(MapCanvas.land).count == 1)
    let dot = try #require(drawing.strokes(.quiet).first)
    #expect(dot.bounds.width > 2)
  }
}
