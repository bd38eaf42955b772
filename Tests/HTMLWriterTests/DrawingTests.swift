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
