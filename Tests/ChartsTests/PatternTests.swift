import Charts
import DocumentModel
import Geometry
import Testing

@Suite("Patterns")
struct PatternTests {
  private static let triangle = Path([
    .move(Point(x: 0, y: 0)), .line(Point(x: 40, y: 0)), .line(Point(x: 0, y: 40)), .close,
  ])

  @Test(
    "Lines and dots stay within a shape that is no rectangle",
    arguments: [Drawing.Filling.hatched, .dotted, .counter, .crossed])
  func inside(filling: Drawing.Filling) throws {
    let pattern = try #require(filling.pattern(of: Self.triangle))
    let segments = pattern.lines.segments + pattern.dots.segments
    #expect(segments.count > 10)
    for segment in segments {
      switch segment {
      case .move(let point), .line(let point), .curve(_, _, let point):
        #expect(point.x >= -0.01 && point.y >= -0.01 && point.x + point.y <= 40.6)
      case .close: break
      }
    }
  }

  @Test("A whole filling and a light one have no pattern")
  func plain() {
    #expect(Drawing.Filling.solid.pattern(of: Self.triangle) == nil)
    #expect(Drawing.Filling.light.pattern(of: Self.triangle) == nil)
  }

  @Test(
    "Series are told apart by patterns in every form that fills shapes",
    arguments: [Chart.Form.grouped, .stacked, .area, .sankey, .diverging])
  func forms(form: Chart.Form) {
    var chart = Samples.chart(form == .diverging ? .grouped : form)
    chart.form = form
    chart.isPatterned = true
    #expect(Self.fillings(chart).isSuperset(of: [.hatched]))
    chart.isPatterned = false
    #expect(!Self.fillings(chart).contains(.hatched))
  }

  @Test("Parts are told apart by patterns in squares and rectangles")
  func parts() {
    var chart = Samples.chart(.waffle)
    chart.isPatterned = true
    #expect(Self.fillings(chart).isSuperset(of: [.solid, .hatched, .dotted, .counter]))
    chart.form = .treemap
    chart.marked = 0
    #expect(Self.fillings(chart).contains(.hatched))
  }

  @Test("A provisional value is hatched in areas, rectangles, flows and symbols too")
  func provisional() {
    for form in [Chart.Form.area, .treemap, .sankey, .icons, .waffle, .stacked] {
      var chart = Samples.chart(form)
      chart.series[0].values[1].isProvisional = true
      #expect(Self.fillings(chart).contains(.hatched), "\(form)")
    }
  }

  private static func fillings(_ chart: Chart) -> Set<Drawing.Filling> {
    let drawing = Drawing(chart, width: 400, measure: Samples.measure())
    return Set(
      drawing.marks.compactMap { mark in
        if case .fill(_, _, let filling) = mark { filling } else { nil }
      })
  }
}
