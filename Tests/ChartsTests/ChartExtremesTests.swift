import Charts
import DocumentModel
import Geometry
import Testing

/// Each form with the least and the most that a report can hand it.
@Suite("Charts of extreme data")
struct ChartExtremesTests {
  static let longName =
    "The Invented Institute of Applied Sciences, Letters and Trades of Greater Northern Westmark"
  static let word = String(repeating: "Cooperation", count: 8)
  static let han = String(repeating: "国际职业教育合作交流中心", count: 4)

  /// Sets of numbers by what they try.
  static let numbers: [(name: String, values: [Double?])] = [
    ("one", [7]), ("zero", [0]), ("zeros", [0, 0, 0, 0]), ("one of five", [nil, nil, 3, nil, nil]),
    ("huge", [9e14, 1, 8.5e14, 0]), ("tiny", [0.000_001, 0.000_002, 0.000_000_5]),
    ("huge and tiny", [9e14, 0.000_001, 5]), ("forty", (0..<40).map { Double($0 * $0 % 41) }),
    ("thin", [1000, 1, 1, 1, 1, 1]),
  ]

  static func charts(_ form: Chart.Form) -> [(name: String, chart: Chart)] {
    let below: [(name: String, values: [Double?])] =
      form.holdsNegative
      ? [("negative", [-5, -3, -9]), ("signs", [-9e14, 0, 9e14]), ("small signs", [-1, 1, 0])] : []
    return (numbers + below).flatMap { name, values in
      [longName, word, han, "A"].flatMap { label in
        [1, 2, 5].map { count in
          (name + ", " + label.prefix(3), chart(form, values, label, count))
        }
      }
    }
  }

  private static func chart(
    _ form: Chart.Form, _ values: [Double?], _ label: String, _ count: Int
  ) -> Chart {
    // A ruler of years is of years.
    let values = form == .timeline ? values.map { $0.map { 1900 + min(abs($0), 120) } } : values
    let series = (0..<count).map { Samples.series(count == 1 ? "" : "\(label) \($0)", values) }
    var chart = Chart(
      form: form, subtitle: "", categories: values.indices.map { "\(label) \($0)" },
      isOverTime: label == "A", series: series, language: label == han ? "zh-Hans" : "en")
    chart.isPatterned = count > 1
    chart.series[0].values[values.count - 1].isProvisional = true
    if label == longName {
      chart.annotations = [Chart.Annotation(category: values.count - 1, text: longName)]
      chart.marked = 0
    }
    return chart
  }

  @Test("No label touches another or leaves the drawing", arguments: Chart.Form.allCases)
  func sound(form: Chart.Form) {
    let measure = Samples.measure()
    var faults: [String] = []
    for (name, chart) in Self.charts(form) {
      for width in ChartRulesTests.widths {
        let drawing = Drawing(chart, width: width, measure: measure)
        let what = "\(name), \(chart.series.count) series, \(Int(width)) wide: "
        faults += drawing.faults(measure).map { what + $0 }
      }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(8).joined(separator: "; "))")
  }

  @Test("A chart without a number draws nothing", arguments: Chart.Form.allCases)
  func empty(form: Chart.Form) {
    for values in [[], [nil], [nil, nil]] as [[Double?]] {
      let chart = Chart(
        form: form, subtitle: "", categories: values.indices.map { "A\($0)" },
        series: [Samples.series("", values)])
      let drawing = Drawing(chart, width: 300, measure: Samples.measure())
      #expect(drawing.marks.isEmpty && drawing.size.height == 0)
    }
  }
}

extension Drawing {
  /// Labels that touch each other, and marks that leave the drawing.
  func faults(_ measure: LabelMeasure) -> [String] {
    var faults: [String] = []
    let boxes = labels.map { ($0.text, $0.box(measure)) }.sorted { $0.1.y < $1.1.y }
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.1.y >= one.1.maxY - 0.05 { break }
        if min(one.1.maxX, other.1.maxX) - max(one.1.x, other.1.x) > 0.05 {
          faults.append("\"\(one.0.prefix(20))\" on \"\(other.0.prefix(20))\"")
        }
      }
    }
    for mark in marks {
      let box =
        switch mark {
        case .fill(let path, _, _): path.bounds
        case .stroke(let path, _, _): path.bounds
        case .label(let label): label.box(measure)
        }
      let isInside =
        box.x >= -0.6 && box.y >= -0.6 && box.maxX <= size.width + 0.6
        && box.maxY <= size.height + 0.6
      if !isInside { faults.append("outside: \("\(mark)".prefix(60))") }
    }
    return faults
  }
}
