import Charts
import DocumentModel
import Geometry
import Testing

@Suite("What is drawn beside large figures")
struct FigureDrawingTests {
  private let measure = LabelMeasure(width: { text, _ in Double(text.count) * 4 }, size: { _ in 8 })

  private func line(_ numbers: [Double?], provisional: Int? = nil, before: Int? = nil) -> Chart {
    let values = numbers.enumerated().map { index, number in
      Chart.Value(
        ValueReference(name: "", text: number.map { "\($0)" } ?? "–"), number: number,
        isProvisional: index == provisional)
    }
    return Chart(
      form: .sparkline, subtitle: "", categories: numbers.indices.map { "\(2027 + $0)" },
      isOverTime: true, series: [Chart.Series(name: "", values: values)],
      breaks: before.map { [Chart.Break(before: $0, text: "")] } ?? [])
  }

  private func strokes(_ drawing: Drawing) -> [Path] {
    drawing.marks.compactMap { if case .stroke(let path, _, _) = $0 { path } else { nil } }
  }

  private func labels(_ drawing: Drawing) -> [String] {
    drawing.marks.compactMap { if case .label(let label) = $0 { label.text } else { nil } }
  }

  @Test("The line marks its last year and names the first and the last")
  func ends() {
    let drawing = Drawing(
      FigurePicture(chart: line([3, 5, 4]), alternative: "a"), width: 120, measure: measure)
    #expect(labels(drawing) == ["2027", "2029"])
    #expect(strokes(drawing).count == 1)
    let dots = drawing.marks.filter { if case .fill(_, .accent, _) = $0 { true } else { false } }
    #expect(dots.count == 1)
  }

  @Test(
    "The line is parted at a break and where nothing was reported; provisional years are hollow")
  func parts() {
    let broken = Drawing(
      FigurePicture(chart: line([3, 5, 4, 6], before: 2), alternative: "a"), width: 120,
      measure: measure)
    // Two lines and the mark of the break.
    #expect(strokes(broken).count == 3)
    let gap = Drawing(
      FigurePicture(chart: line([3, 5, nil, 6, 7]), alternative: "a"), width: 120,
      measure: measure)
    #expect(strokes(gap).count == 2)
    let hollow = Drawing(
      FigurePicture(chart: line([3, 5, 4], provisional: 2), alternative: "a"), width: 120,
      measure: measure)
    let papers = hollow.marks.filter { if case .fill(_, .paper, _) = $0 { true } else { false } }
    #expect(papers.count == 1)
  }

  @Test("Nothing leaves the drawing at any width", arguments: [30.0, 60, 120, 480])
  func frame(width: Double) {
    var icons = line([7])
    icons.form = .icons
    icons.series[0].values[0].number = 9_999
    for picture in [
      FigurePicture(chart: line([3, -5, 400, 2, 1], before: 3), alternative: "a"),
      FigurePicture(chart: line([5, 5]), alternative: "a"),
      FigurePicture(chart: icons, unit: 100, alternative: "a"),
    ] {
      let drawing = Drawing(picture, width: width, measure: measure)
      for mark in drawing.marks {
        let box: Rectangle
        switch mark {
        case .fill(let path, _, _), .stroke(let path, _, _): box = path.bounds
        case .label(let label): box = label.box(measure)
        }
        #expect(box.x > -0.5 && box.maxX < width + 0.5, "\(width) \(mark)")
        #expect(box.y > -0.5 && box.maxY < drawing.size.height + 2, "\(width) \(mark)")
      }
    }
  }

  @Test(
    "One mark stands for 1, 2, 5, 10 and so on, and an array has no more than a hundred",
    arguments: [
      (7.0, 1, 7), (100, 1, 100), (101, 2, 50), (655, 10, 65), (1_000_000, 10_000, 100),
      (123_456, 2_000, 61),
    ])
  func marks(number: Double, unit: Int, count: Int) {
    var chart = line([number])
    chart.form = .icons
    #expect(FigurePicture.unit(for: [number]) == unit)
    #expect(FigurePicture(chart: chart, unit: unit, alternative: "a").marks == count)
  }
}
