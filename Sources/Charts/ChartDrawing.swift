public import DocumentModel
import Foundation
public import Geometry

extension Drawing {
  /// A chart drawn at a width: the same data, width and measure give the same marks.
  ///
  /// Bars start at zero; ticks are round numbers; no two labels touch and nothing leaves the drawing.
  /// What cannot be drawn (`Chart.fault`) is left out.
  ///
  /// - Parameters:
  ///   - chart: the data.
  ///   - width: the drawing's width in points.
  ///   - measure: the sizes of words.
  ///   - lower: by how many points it is to be lower than it would be, as far as its `give` allows.
  public init(_ chart: Chart, width: Double, measure: LabelMeasure, lower: Double = 0) {
    var canvas = Canvas(chart, width: width, measure: measure, lower: lower)
    let isEmpty = chart.fault == .noData || chart.series.isEmpty || chart.categories.isEmpty
    let height = isEmpty ? 0 : canvas.draw()
    self.init(size: Size(width: max(width, 1), height: max(height, 0)), marks: canvas.marks)
    spots = canvas.spots
    give = max(0, canvas.give)
  }
}

extension Drawing {
  /// The dashes of a line of straight pieces, for media that draw whole lines only; the path itself
  /// where it has curves or the line is whole.
  public static func dashed(_ path: Path, _ line: Line) -> Path {
    let cycle = line.dashes.reduce(0, +)
    guard cycle > 0.1, line.dashes.count == 2 else { return path }
    var steps: [Path.Segment] = []
    var last: Point?
    for segment in path.segments {
      switch segment {
      case .move(let point): last = point
      case .line(let point):
        guard let start = last else { return path }
        let length = hypot(point.x - start.x, point.y - start.y)
        guard length < 1e4 else { return path }
        func at(_ way: Double) -> Point {
          let share = length > 0 ? min(1, way / length) : 0
          return Point(
            x: start.x + (point.x - start.x) * share, y: start.y + (point.y - start.y) * share)
        }
        var way = 0.0
        while way < length {
          steps += [.move(at(way)), .line(at(way + line.dashes[0]))]
          way += cycle
        }
        last = point
      case .curve, .close: return path
      }
    }
    return Path(steps)
  }
}

extension Drawing.Label {
  /// The box of the words: from their tops to their tails.
  public func box(_ measure: LabelMeasure) -> Rectangle {
    let width = measure.width(text, role)
    let size = measure.size(role)
    let shift: Double
    switch anchor {
    case .start: shift = 0
    case .middle: shift = width / 2
    case .end: shift = width
    }
    return Rectangle(x: at.x - shift, y: at.y - size * 0.8, width: width, height: size)
  }
}

extension Canvas {
  /// Draws the chart in its form and returns the height.
  mutating func draw() -> Double {
    switch chart.form {
    case .bar, .lollipop: rows()
    case .column: columnsFit ? columns() : rows()
    case .grouped: chart.isOverTime && groupsFit ? groupedColumns() : groupedRows()
    case .stacked: chart.isOverTime && columnsFit ? stackedColumns() : stackedRows()
    case .diverging: diverging()
    case .line, .area: lines()
    case .slope: slope()
    case .multiples: multiples()
    case .dots: dotRows()
    case .heat: heat()
    case .waffle: waffle()
    case .sankey: sankey()
    case .timeline: timeline()
    case .treemap: treemap()
    case .sparkline: sparklines()
    case .icons: icons()
    }
  }
}
