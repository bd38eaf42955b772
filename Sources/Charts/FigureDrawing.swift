public import DocumentModel
import Geometry

extension Drawing {
  /// What stands beside a large figure: the line of its years, or its array of marks. The same data,
  /// width and measure give the same drawing.
  ///
  /// - Parameters:
  ///   - picture: the data.
  ///   - width: the drawing's width in points.
  ///   - measure: the sizes of words.
  public init(_ picture: FigurePicture, width: Double, measure: LabelMeasure) {
    var canvas = Canvas(picture.chart, width: width, measure: measure, lower: 0)
    let height = picture.chart.form == .icons ? canvas.array(of: picture.marks) : canvas.years()
    self.init(size: Size(width: max(width, 1), height: max(height, 0)), marks: canvas.marks)
  }
}

extension Canvas {
  /// Squares in tens, as many tens beside each other as there is room for; all in one shape. Their size
  /// follows from the width alone, so that arrays beside each other have equal marks.
  fileprivate mutating func array(of count: Int) -> Double {
    guard count > 0 else { return 0 }
    let gap = em * 0.45
    let tens = max(1, min(5, Int(((width + gap) / (em * 9 + gap)).rounded(.down))))
    let across = 10 * tens
    let room = (width - gap * Double(tens - 1)) / Double(across)
    let pitch = min(room, em * 1.25)
    let side = pitch * 0.76
    var path = Path([])
    for mark in 0..<count {
      let (row, column) = (mark / across, mark % across)
      let x = pitch * Double(column) + gap * Double(column / 10)
      let box = Rectangle(x: x, y: pitch * Double(row), width: side, height: side)
      path.segments += Path.rectangle(box).segments
    }
    fill(path, .accent)
    return pitch * Double((count + across - 1) / across) + em * 0.2
  }

  /// A line over the years, the last one marked, the first and the last named. It is parted where
  /// nothing was reported and where the counting changed; provisional years are hollow.
  fileprivate mutating func years() -> Double {
    let top = em * 0.5
    let depth = em * min(4.5, max(2.4, width / em * 0.12))
    let reach = em * 0.4
    let values = chart.series.first?.values ?? []
    let numbers = values.compactMap(\.number)
    guard let least = numbers.min(), let most = numbers.max() else { return 0 }
    let step = (width - 2 * reach) / Double(max(1, values.count - 1))
    let points = values.indices.map { index in
      number(0, index).map { number in
        Point(
          x: reach + step * Double(index),
          y: most == least ? top + depth / 2 : top + depth * (most - number) / (most - least))
      }
    }
    var run: [Point] = []
    for (index, point) in points.enumerated() {
      if chart.breaks.contains(where: { $0.before == index }) || point == nil {
        stroke(run, .quiet, width: em * 0.13)
        run = []
      }
      if let point { run.append(point) }
    }
    stroke(run, .quiet, width: em * 0.13)
    for place in chart.breaks where place.before > 0 {
      let x = reach + step * (Double(place.before) - 0.5)
      rule(
        Point(x: x, y: 0), Point(x: x, y: top + depth + em * 0.3), .quiet, width: 0.5,
        dashes: [1.5, 1.5])
    }
    dots(points)
    return yearNames(at: top + depth + em * 1.6)
  }

  private mutating func dots(_ points: [Point?]) {
    let last = points.lastIndex { $0 != nil }
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      let isHollow = chart.series[0].values[index].isProvisional
      let isAlone =
        (index == 0 || points[index - 1] == nil)
        && (index + 1 == points.count || points[index + 1] == nil)
      if index == last {
        dot(point, .accent, radius: em * 0.3, hollow: isHollow)
      } else if isHollow || isAlone {
        dot(point, .quiet, radius: em * 0.22, hollow: isHollow)
      }
    }
  }

  /// The first year left and the last one right, the last alone where both have no room.
  private mutating func yearNames(at y: Double) -> Double {
    let first = chart.categories.first ?? ""
    let last = chart.categories.count > 1 ? chart.categories.last ?? "" : ""
    if width(first, .tick) + width(last, .tick) + em <= width {
      text(first, x: 0, y: y, .start, .tick, .quiet)
    }
    if width(last, .tick) <= width { text(last, x: width, y: y, .end, .tick, .quiet) }
    return y + em * 0.4
  }
}
