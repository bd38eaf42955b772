import DocumentModel
import Geometry
import Testing

@testable import HTMLWriter

@Suite("Maps on the web")
struct MapTests {
  private func block(isListed: Bool = false) -> Block {
    let value = ValueReference(name: "n", text: "8", machine: "8")
    var map = WorldMap(
      form: .bubbles, subtitle: "Partners", source: [.text("Made up.")],
      places: [
        .init(
          code: "BG", name: "Bulgaria", latitude: 42.7, longitude: 25.5, value: value, number: 8)
      ], remainder: [.init(name: "not reported", value: value)], heads: ["Place", ""])
    map.isListed = isListed
    return .illustration(
      Illustration(
        anchor: "m", number: "1", content: .map(map), alternative: "Bulgaria 8",
        caption: [.text("Near")]))
  }

  @Test("A map is drawn for wide and for narrow screens, named, with its places on demand")
  func map() throws {
    let html = try page(of: [block()])
    let styles = try matches("class=\"(?:drawing )?(for-\\w+)\"", in: html)
    #expect(styles == ["for-wide", "for-narrow"])
    #expect(html.contains("class=\"chart map wide\""))
    #expect(html.contains("aria-label=\"Bulgaria 8\""))
    #expect(html.contains("<summary>The places on this map</summary>"))
    #expect(html.contains("<th scope=\"row\">not reported</th>"))
    #expect(html.contains("<p class=\"chart-source\">Made up.</p>"))
  }

  @Test("A list that is printed is not there twice")
  func listed() throws {
    #expect(try !page(of: [block(isListed: true)]).contains("The places on this map"))
  }

  @Test("A long path is relative, in tenths, and closed")
  func compact() throws {
    var steps: [Path.Segment] = [.move(Point(x: 10, y: 0.5))]
    for step in 1...200 { steps.append(.line(Point(x: 10 - Double(step) * 0.1, y: 0.5))) }
    steps.append(.close)
    let text = try #require(CompactPath.steps(of: Path(steps)))
    #expect(text.hasPrefix("M10 .5l-.1 0-.1 0"))
    #expect(text.hasSuffix("-.1 0z"))
    #expect(CompactPath.steps(of: .circle(centre: Point(x: 0, y: 0), radius: 1)) == nil)
    let still = Path(
      [.move(Point(x: 1, y: 1))] + Array(repeating: .line(Point(x: 1, y: 1)), count: 200))
    #expect(CompactPath.steps(of: still) == "M1 1l0 0")
  }

  @Test("A map without words for those who do not see it is an error")
  func silent() {
    guard case .illustration(var picture) = block() else { return }
    picture.alternative = " "
    #expect(
      fault(of: [.illustration(picture)])
        == .missingAlternative(illustration: "m", language: "en"))
  }
}
