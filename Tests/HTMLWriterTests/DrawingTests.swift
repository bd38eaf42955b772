import DocumentModel
import Foundation
import Testing

@testable import HTMLWriter

@Suite("Drawings")
struct DrawingTests {
  @Test("A number of a drawing has one decimal at most, and hostile ones are nought")
  func numbers() {
    let values = [1.04, -0.25, 12, -3, .nan, .infinity, 1e300, -0.04]
    #expect(values.map(SVGNumber.text) == ["1", "-0.3", "12", "-3", "0", "0", "0", "0"])
  }

  @Test("A map keeps distances from its middle")
  func equidistant() {
    let map = AzimuthalMap(latitude: 30, longitude: 100)
    let place = AzimuthalMap.Direction(latitude: -20, longitude: 10)
    let spot = map.project(place)
    let arc = AzimuthalMap.Direction(latitude: 30, longitude: 100).angle(to: place)
    #expect(abs((spot.x * spot.x + spot.y * spot.y).squareRoot() - arc) < 1e-9)
  }

  @Test("A great circle is no longer than any detour")
  func shortest() {
    let map = AzimuthalMap(latitude: 60, longitude: 114)
    let start = AzimuthalMap.Direction(latitude: 22, longitude: 114)
    let end = AzimuthalMap.Direction(latitude: 42, longitude: 24)
    let line = map.greatCircle(from: start, to: end, steps: 2)
    #expect(line.count == 3)
    let middle = start.scaled(1, plus: 1, of: end)
    let length = middle.dot(middle).squareRoot()
    let expected = map.project(middle.scaled(1 / length, plus: 0, of: middle))
    #expect(abs(line[1].x - expected.x) + abs(line[1].y - expected.y) < 1e-9)
  }

  @Test("The cover has an arc for each place, stronger for more records, and a name")
  func field() throws {
    let html = page("en/index.html", of: try sampleEdition())
    #expect(html.components(separatedBy: "class=\"arc ").count == 10)
    #expect(try matches("class=\"arc (once|often|most)\"", in: html).first == "most")
    #expect(html.contains("role=\"img\" aria-label=\"Nine places on a map"))
  }

  @Test("A place that is no place still gives a drawing")
  func hostile() throws {
    var document = Sample.english
    let nowhere = PlaceField.Place(name: "?", latitude: .nan, longitude: 1e300, weight: .min)
    document.cover.field = PlaceField(centre: nowhere, places: [nowhere], alternative: "Nowhere")
    #expect(try !webEdition(of: [document], settings: WebSettings()).isEmpty)
  }

  @Test("A cover's picture without words is an error")
  func silent() {
    var document = Sample.english
    document.cover.field?.alternative = ""
    #expect(throws: HTMLWritingError.missingAlternative(illustration: "cover", language: "en")) {
      try webEdition(of: [document], settings: WebSettings())
    }
  }

  @Test("Bars begin at zero and are as long as their values")
  func bars() throws {
    let html = page("en/index.html", of: try sampleEdition())
    let widths = try matches("<rect class=\"bar\" x=\"0\" y=\"\\d+\" width=\"([^\"]*)\"", in: html)
    #expect(widths == ["78%", "55.3%", "30.9%", "0%"])
  }

  @Test("A long label breaks at spaces, in Chinese anywhere")
  func labels() {
    #expect(
      ReportWriter.labelLines(of: "one two three four five six seven eight nine").map {
        $0.trimmingCharacters(in: .whitespaces)
      } == ["one two three four five six", "seven eight nine"])
    #expect(ReportWriter.labelLines(of: String(repeating: "年", count: 20)).map(\.count) == [15, 5])
    #expect(ReportWriter.labelLines(of: "") == [""])
  }
}
