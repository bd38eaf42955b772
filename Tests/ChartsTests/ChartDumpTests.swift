import Charts
import DocumentModel
import Foundation
import Geometry
import Testing

@Suite("What charts look like")
struct ChartDumpTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("References")

  /// A reference that is missing is written, and fails once, so that it is looked at.
  @Test("Each form draws what its reference says", arguments: Chart.Form.allCases)
  func dump(form: Chart.Form) throws {
    let drawing = Drawing(Samples.chart(form), width: 320, measure: Samples.measure())
    let file = Self.folder.appendingPathComponent("\(form.rawValue).txt")
    guard FileManager.default.fileExists(atPath: file.path) else {
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
      try drawing.dump().write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(file.lastPathComponent) was missing and has been written")
      return
    }
    #expect(try drawing.dump() == String(contentsOf: file, encoding: .utf8))
  }

  @Test("Bars are as long as their values and begin at zero")
  func bars() {
    let drawing = Drawing(Samples.chart(.bar), width: 320, measure: Samples.measure())
    let boxes = drawing.marks.compactMap { mark -> Double? in
      if case .fill(let path, _, _) = mark { path.bounds.width } else { nil }
    }
    #expect(boxes.map { ($0 / boxes[0] * 24).rounded() } == [24, 12, 3, 1])
  }

  @Test("A provisional value is hatched and marked, in a line its stretch is dashed")
  func provisional() {
    var chart = Samples.chart(.column)
    chart.series[0].values[4].isProvisional = true
    let columns = Drawing(chart, width: 320, measure: Samples.measure())
    #expect(columns.labels.contains { $0.text == "18*" })
    #expect(
      columns.marks.contains {
        if case .fill(_, _, .hatched) = $0 { true } else { false }
      })
    chart.form = .line
    let line = Drawing(chart, width: 320, measure: Samples.measure())
    #expect(
      line.marks.contains {
        if case .stroke(_, .accent, let line) = $0 { !line.dashes.isEmpty } else { false }
      })
  }

  @Test("A break in a series cuts its line and says what changed")
  func breaks() {
    var chart = Samples.chart(.line)
    chart.series = [chart.series[0]]
    let whole = Drawing(chart, width: 320, measure: Samples.measure())
    chart.breaks = [Chart.Break(before: 2, text: "camps counted")]
    let broken = Drawing(chart, width: 320, measure: Samples.measure())
    func lines(_ drawing: Drawing) -> Int {
      drawing.marks.filter {
        if case .stroke(_, .accent, let line) = $0 { line.dashes.isEmpty } else { false }
      }.count
    }
    #expect(lines(broken) == lines(whole) + 1)
    #expect(broken.labels.contains { $0.text == "camps counted" })
  }

  @Test("The rest taken together is printed and not measured against the others")
  func rest() {
    var chart = Samples.chart(.bar)
    chart.series = [Samples.series("", [24, 12, 3, 900])]
    chart.rest = 3
    let drawing = Drawing(chart, width: 320, measure: Samples.measure())
    let boxes = drawing.marks.filter { if case .fill = $0 { true } else { false } }
    #expect(boxes.count == 3)
    #expect(drawing.labels.contains { $0.text == "900" })
  }

  @Test(
    "A hundred squares are a hundred, whatever the parts", arguments: [[1, 1, 1], [999, 1], [7]])
  func squares(numbers: [Double]) {
    let chart = Chart(
      form: .waffle, subtitle: "", categories: numbers.map { "Part \($0)" },
      series: [Samples.series("", numbers)])
    let drawing = Drawing(chart, width: 320, measure: Samples.measure())
    let boxes = drawing.marks.filter { if case .fill = $0 { true } else { false } }
    #expect(boxes.count == 100 + numbers.count)
  }

  private func waffle(_ numbers: [Double], width: Double = 320) -> Chart {
    Chart(
      form: .waffle, subtitle: "", categories: numbers.indices.map { "Part \($0)" },
      series: [Samples.series("", numbers)])
  }

  @Test("Value, share and name of a part stand together at the height of its squares")
  func waffleLabels() throws {
    let drawing = Drawing(waffle([70, 25, 5]), width: 320, measure: Samples.measure())
    #expect(
      drawing.labels.map(\.text) == [
        "70", "70%", "Part 0", "25", "25%", "Part 1", "5", "5%", "Part 2",
      ])
    let names = drawing.labels.filter { $0.role == .name && $0.ink == .text }
    #expect(Set(names.map(\.at.x)).count == 1, "names begin on one line")
    for (name, share) in zip(names, [70.0, 25, 5]) {
      let boxes = drawing.labels.filter { $0.at.y == name.at.y }
      #expect(boxes.count == 3 && boxes.allSatisfy { name.at.x - $0.at.x < 24 }, "\(share)")
    }
    #expect(names[0].at.y < 80 && names[2].at.y > 120)
  }

  @Test("Shares are printed only where values are exact and no shares themselves")
  func waffleShares() {
    var chart = waffle([60, 40])
    chart.series[0].values[0].precision = .atLeast
    let rough = Drawing(chart, width: 320, measure: Samples.measure())
    #expect(!rough.labels.contains { $0.text.contains("%") })
    let small = Drawing(waffle([999, 1]), width: 320, measure: Samples.measure())
    #expect(small.labels.contains { $0.text == "<1%" })
  }

  @Test("Parts have the colours that the chart gives them, and the rest is grey")
  func waffleColours() {
    var chart = waffle([50, 30, 20])
    chart.colours = [2, 0, 5]
    chart.rest = 2
    let drawing = Drawing(chart, width: 320, measure: Samples.measure())
    let inks = drawing.marks.compactMap { mark in
      if case .fill(_, let ink, _) = mark { ink } else { nil }
    }
    #expect(inks.filter { $0 == .series(2) }.count == 51)
    #expect(inks.filter { $0 == .series(0) }.count == 31)
    #expect(inks.filter { $0 == .grey(0.55) }.count == 21)
  }

  @Test("Rectangles that are too small for their names have them in columns beneath")
  func smallRectangles() {
    let numbers = [400.0] + (1...9).map { Double($0) }
    let chart = Chart(
      form: .treemap, subtitle: "", categories: numbers.indices.map { "A place of name \($0)" },
      series: [Samples.series("", numbers)])
    let drawing = Drawing(chart, width: 320, measure: Samples.measure())
    let listed = drawing.labels.filter { $0.role == .tick }
    let names = listed.filter { $0.text.hasPrefix("A place") }
    #expect(names.count == 9 && Set(names.map(\.at.x)).count == 3)
    #expect(drawing.labels.allSatisfy { $0.role != .value })
  }

  @Test("Hatching and dashes stay within what they fill")
  func patterns() {
    let box = Rectangle(x: 3, y: 4, width: 20, height: 9)
    let fillings: [Drawing.Filling] = [.hatched, .dotted, .counter, .crossed]
    for pattern in fillings.compactMap({ $0.pattern(of: .rectangle(box)) }) {
      let bounds = Path(pattern.lines.segments + pattern.dots.segments).bounds
      #expect(bounds.x >= 3 && bounds.y >= 4 && bounds.maxX <= 23.001 && bounds.maxY <= 13.001)
    }
    let line = Path.line(Point(x: 0, y: 0), Point(x: 10, y: 0))
    let dashed = Drawing.dashed(line, Drawing.Line(width: 1, dashes: [2, 2]))
    #expect(dashed.segments.count == 6 && dashed.bounds.maxX <= 10)
    #expect(Drawing.dashed(line, Drawing.Line(width: 1)) == line)
  }
}
