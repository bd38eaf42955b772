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

  @Test("A chart is drawn for wide and for narrow screens, with a name and its data as a table")
  func chart() throws {
    let html = page("en/index.html", of: try sampleEdition())
    #expect(html.components(separatedBy: "class=\"drawing for-").count == 3)
    #expect(try matches("class=\"drawing (for-\\w+)\"", in: html) == ["for-wide", "for-narrow"])
    #expect(html.contains("aria-label=\"Bulgaria leads with 24"))
    #expect(html.contains("<p class=\"chart-source\">Source: made up.</p>"))
    #expect(html.contains("<th scope=\"row\">Denmark</th>"))
  }

  @Test("Colours of drawings are classes, never values")
  func classes() throws {
    let html = page("en/index.html", of: try sampleEdition())
    #expect(html.contains("class=\"f k-accent\""))
    #expect(!html.contains("fill=\"#") && !html.contains("stroke=\"#"))
  }

  @Test("A place whose value is not printed says it when asked, by pointer or key")
  func spots() throws {
    let values = (0..<30).map { number in
      Chart.Value(ValueReference(name: "", text: "\(number * 1000)"), number: Double(number * 1000))
    }
    let chart = Chart(
      form: .column, subtitle: "", categories: (0..<30).map { "\(2000 + $0)" }, isOverTime: true,
      series: [Chart.Series(name: "", values: values)])
    var document = Sample.english
    document.sections[0].blocks.append(
      .illustration(
        Illustration(
          anchor: "spots", number: nil, content: .chart(chart), alternative: "a", caption: [])))
    let html = page("en/index.html", of: try webEdition(of: [document], settings: WebSettings()))
    #expect(
      html.contains("<g class=\"spot\" role=\"img\" aria-label=\"2007: 7000\" tabindex=\"0\">"))
  }
}
