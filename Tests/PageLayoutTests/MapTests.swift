import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Maps on pages")
struct MapTests {
  private func block(_ form: WorldMap.Form = .bubbles) -> Block {
    func place(_ name: String, _ north: Double, _ east: Double, _ number: Double) -> WorldMap.Place
    {
      WorldMap.Place(
        code: "XX", name: name, latitude: north, longitude: east,
        value: ValueReference(name: "n", text: "\(Int(number))"), number: number)
    }
    let map = WorldMap(
      form: form, subtitle: "Partners", source: [.text("Source: made up.")],
      places: [place("Bulgaria", 42.7, 25.5, 8), place("New Zealand", -41, 174, 2)],
      steps: [.init(number: 2, text: "2"), .init(number: 5, text: "5 partners")])
    return .illustration(
      Illustration(
        anchor: "m", number: "1", content: .map(map), alternative: "Bulgaria 8, New Zealand 2",
        caption: [.text("Far and near")]))
  }

  private func layOut(_ blocks: [Block]) throws -> DisplayList {
    let list = try Fixture.layOut(Fixture.document([Fixture.chapter("a", blocks)])).list
    #expect(list.problems() == [])
    return list
  }

  @Test("A map is a figure with its alternative; its source is a paragraph of its own")
  func structure() throws {
    let list = try layOut([Fixture.prose(40), block(), Fixture.prose(40)])
    let figure = try #require(list.structure.first { $0.role == .figure })
    #expect(figure.alternative == "Bulgaria 8, New Zealand 2")
  }

  @Test("Title, drawing, scale and source stand one below the other")
  func order() throws {
    let list = try layOut([block()])
    let page = try #require(
      list.pages.indices.first { page in
        list.words(on: page).contains { $0.text.contains("Bulgaria") }
      })
    let words = list.words(on: page)
    func y(_ text: String) throws -> Double {
      try #require(words.first { $0.text.contains(text) }, "\(text)").y
    }
    #expect(try y("Far and near") < y("Partners"))
    #expect(try y("Partners") < y("Bulgaria"))
    #expect(try y("Bulgaria") < y("New Zealand"))
    #expect(try y("New Zealand") < y("5 partners"))
    #expect(try y("5 partners") < y("Source: made up."))
  }

  @Test("The land is one shape within the measure, and the same twice")
  func land() throws {
    let list = try layOut([block(.dots)])
    let shapes = list.pages.flatMap(\.runs).flatMap(\.items).compactMap { item -> Path? in
      if case .fill(let path, _) = item, path.segments.count > 1000 { path } else { nil }
    }
    #expect(shapes.count == 1)
    let bounds = try #require(shapes.first).bounds
    #expect(bounds.width > 200 && bounds.height > 100)
    #expect(try layOut([block(.dots)]).dump() == list.dump())
  }
}
