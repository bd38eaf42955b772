import Charts
import DocumentModel
import Geometry
import Testing

@Suite("Charts of any data")
struct ChartRulesTests {
  static let widths = [170.0, 330, 590]

  /// Every trial of a form at every width, as it is and as low as it can be.
  static func drawings(_ form: Chart.Form) -> [(chart: Chart, drawing: Drawing)] {
    Samples.trials(form).flatMap { chart in
      widths.flatMap { width -> [(chart: Chart, drawing: Drawing)] in
        let measure = Samples.measure()
        let natural = Drawing(chart, width: width, measure: measure)
        let low = Drawing(chart, width: width, measure: measure, lower: natural.give)
        return [(chart, natural), (chart, low)]
      }
    }
  }

  static func describe(_ chart: Chart, _ drawing: Drawing) -> String {
    "\(chart.form), \(chart.categories.count) categories, \(chart.series.count) series, "
      + "\(chart.language), \(Int(drawing.size.width)) wide"
  }

  @Test("No two labels touch", arguments: Chart.Form.allCases)
  func apart(form: Chart.Form) {
    let measure = Samples.measure()
    var faults: [String] = []
    for (chart, drawing) in Self.drawings(form) {
      let boxes = drawing.labels.map { ($0, $0.box(measure)) }.sorted { $0.1.y < $1.1.y }
      for (index, one) in boxes.enumerated() {
        for other in boxes[(index + 1)...] {
          if other.1.y >= one.1.maxY - 0.05 { break }
          let across = min(one.1.maxX, other.1.maxX) - max(one.1.x, other.1.x)
          if across > 0.05 {
            faults.append(
              Self.describe(chart, drawing) + ": \"\(one.0.text)\" and \"\(other.0.text)\"")
          }
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(6).joined(separator: "; "))")
  }

  @Test("Everything is inside the drawing", arguments: Chart.Form.allCases)
  func inside(form: Chart.Form) {
    let measure = Samples.measure()
    var faults: [String] = []
    for (chart, drawing) in Self.drawings(form) {
      let boxes = drawing.marks.map { mark -> (String, Rectangle) in
        switch mark {
        case .fill(let path, _, _): ("fill", path.bounds)
        case .stroke(let path, _, _): ("line", path.bounds)
        case .label(let label): (label.text, label.box(measure))
        }
      }
      for (what, box) in boxes {
        let isInside =
          box.x >= -0.6 && box.y >= -0.6 && box.maxX <= drawing.size.width + 0.6
          && box.maxY <= drawing.size.height + 0.6
        if !isInside { faults.append(Self.describe(chart, drawing) + ": \(what) \(box)") }
      }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5).joined(separator: "; "))")
  }

  @Test("A chart is as much lower as it is asked to be", arguments: Chart.Form.allCases)
  func lower(form: Chart.Form) {
    for chart in Samples.trials(form) {
      let natural = Drawing(chart, width: 330, measure: Samples.measure())
      let low = Drawing(
        chart, width: 330, measure: Samples.measure(), lower: natural.give * 0.7)
      #expect(abs(natural.size.height - low.size.height - natural.give * 0.7) < 0.01)
      #expect(natural.give <= natural.size.height / 3)
    }
  }

  @Test("The same data gives the same marks", arguments: Chart.Form.allCases)
  func same(form: Chart.Form) {
    for chart in Samples.trials(form).prefix(20) {
      #expect(
        Drawing(chart, width: 330, measure: Samples.measure())
          == Drawing(chart, width: 330, measure: Samples.measure()))
    }
  }

  @Test("Hostile numbers and empty charts draw nothing that is not finite")
  func hostile() {
    for form in Chart.Form.allCases {
      for numbers in [[.nan, .infinity], [-1e300, 1e300], [0, 0], [nil, nil], []] as [[Double?]] {
        let chart = Chart(
          form: form, subtitle: "", categories: numbers.map { _ in "A" },
          series: [Samples.series("", numbers), Samples.series("B", numbers)])
        let drawing = Drawing(chart, width: 300, measure: Samples.measure())
        #expect(drawing.size.height.isFinite && drawing.size.height < 1e5)
        for label in drawing.labels { #expect(label.at.x.isFinite && label.at.y.isFinite) }
      }
    }
  }

  @Test(
    "Series keep their colours from form to form",
    arguments: [
      Chart.Form.slope, .diverging, .line, .stacked,
    ])
  func colours(form: Chart.Form) {
    let chart = Chart(
      form: form, subtitle: "", categories: ["2030", "2031"], isOverTime: form != .diverging,
      series: [Samples.series("A", [3, 4]), Samples.series("B", [5, 6])])
    let drawing = Drawing(chart, width: 330, measure: Samples.measure())
    let inks = "\(drawing)"
    #expect(inks.contains("series(0)") && inks.contains("series(1)"))
    #expect(!inks.contains(".second"))
  }
}
