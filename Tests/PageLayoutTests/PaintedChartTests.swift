import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

/// Charts as a printer without colour puts them on paper: each point has the lightness of what was
/// painted there last.
@Suite("Charts as painted")
struct PaintedChartTests {
  private struct Paper {
    var items: [Item]

    init(_ chart: Chart) throws {
      let picture = Illustration(
        anchor: "c", number: nil, content: .chart(chart), alternative: "What it shows", caption: [])
      let list = try Fixture.layOut(
        Fixture.document([Fixture.chapter("a", [.illustration(picture)])])
      ).list
      let page = list.pages.last
      items =
        page?.runs.filter { run in
          guard case .node(let node) = run.owner else { return false }
          return list.structure[node].role == .figure
        }.flatMap(\.items) ?? []
    }

    /// Boxes of fills that are no lighter than a share of white.
    func boxes(darker limit: Double) -> [Rectangle] {
      items.compactMap { item in
        guard case .fill(let path, let colour) = item, Self.grey(colour) < limit else { return nil }
        return path.bounds
      }
    }

    /// The lightness at a point, 0 to 1: white where nothing was painted.
    func grey(at point: Point) -> Double {
      items.reduce(1) { grey, item in
        switch item {
        case .fill(let path, let colour): path.bounds.holds(point) ? Self.grey(colour) : grey
        case .stroke(let path, let stroke):
          Self.isOn(path, point, stroke.width / 2) ? Self.grey(stroke.colour) : grey
        default: grey
        }
      }
    }

    static func grey(_ colour: Colour) -> Double {
      (0.2126 * Double(colour.red) + 0.7152 * Double(colour.green) + 0.0722 * Double(colour.blue))
        / 255
    }

    private static func isOn(_ path: Path, _ point: Point, _ reach: Double) -> Bool {
      var last: Point?
      for segment in path.segments {
        switch segment {
        case .move(let start): last = start
        case .line(let end):
          if let start = last, distance(point, start, end) <= reach { return true }
          last = end
        default: break
        }
      }
      return false
    }

    private static func distance(_ point: Point, _ a: Point, _ b: Point) -> Double {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let square = dx * dx + dy * dy
      let share =
        square > 0 ? min(max(((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0), 1) : 0
      let (x, y) = (a.x + dx * share - point.x, a.y + dy * share - point.y)
      return (x * x + y * y).squareRoot()
    }
  }

  @Test("A column is painted as high as its value, to half a tenth of a millimetre")
  func heights() throws {
    let numbers = [30.0, 10, 20, 1]
    let paper = try Paper(Fixture.chart(numbers))
    let boxes = paper.boxes(darker: 0.75).filter { $0.width > 10 }
    #expect(boxes.count == 4)
    let tallest = try #require(boxes.map(\.height).max())
    for (box, number) in zip(boxes, numbers) {
      #expect(abs(box.height - tallest * number / 30) < 0.15)
      // The paint is where the box is, and ends with it.
      let x = box.x + box.width / 2
      #expect(paper.grey(at: Point(x: x, y: box.y + box.height / 2)) < 0.75)
      #expect(paper.grey(at: Point(x: box.x - 2, y: box.y + box.height / 2)) > 0.95)
    }
  }

  @Test("A provisional column is striped in grey, a whole one is not")
  func stripes() throws {
    var chart = Fixture.chart([30, 30])
    chart.series[0].values[1].isProvisional = true
    let paper = try Paper(chart)
    let boxes = paper.items.compactMap { item -> Rectangle? in
      guard case .fill(let path, _) = item, path.bounds.width > 10 else { return nil }
      return path.bounds
    }
    #expect(boxes.count == 2)
    func changes(_ box: Rectangle) -> Int {
      let greys = stride(from: box.x + 2, to: box.maxX - 2, by: 0.2).map {
        paper.grey(at: Point(x: $0, y: box.y + box.height / 2)) < 0.6
      }
      return zip(greys, greys.dropFirst()).count { $0 != $1 }
    }
    #expect(changes(boxes[0]) == 0)
    #expect(changes(boxes[1]) > 10)
  }

  @Test("Series of an area and of flows are told apart in grey where patterns are asked for")
  func areas() throws {
    for form in [Chart.Form.area, .sankey, .stacked] {
      var chart = Fixture.chart([30, 20, 25], form: form)
      chart.isOverTime = form != .sankey
      chart.series.append(chart.series[0])
      chart.series[0].name = "One"
      chart.series[1].name = "Two"
      let plain = try Paper(chart).items.count
      chart.isPatterned = true
      let patterned = try Paper(chart)
      let lines = patterned.items.compactMap { item -> Int? in
        if case .stroke(let path, _) = item { path.segments.count } else { nil }
      }
      #expect((lines.max() ?? 0) > 12, "\(form)")
      #expect(patterned.items.count > plain)
    }
  }
}

extension Rectangle {
  fileprivate func holds(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }
}
