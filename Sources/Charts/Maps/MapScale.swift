import DocumentModel
import Geometry

/// What sizes, widths and tints mean, in one line beneath the map.
extension MapCanvas {
  /// The scale beneath `y`; returns the lower edge.
  mutating func drawScale(from y: Double) -> Double {
    guard !map.steps.isEmpty else { return y }
    switch map.form {
    case .dots: return y
    case .bubbles: return drawCircles(from: y)
    case .flows: return drawLines(from: y)
    case .tiles, .choropleth: return drawTints(from: y)
    }
  }

  private mutating func drawCircles(from y: Double) -> Double {
    let steps = map.steps.filter { $0.number > 0 }
    let height = max(em, 2 * (steps.map { radius(of: $0.number) }.max() ?? 0))
    let middle = y + em * 0.7 + height / 2
    var x = 0.0
    for step in steps {
      let radius = radius(of: step.number)
      let isFit = write(step.text, x: x + 2 * radius + em * 0.4, middle: middle)
      guard isFit else { break }
      fill(.circle(centre: Point(x: x + radius, y: middle), radius: radius), .accent)
      x += 2 * radius + em * 1.8 + measure.width(step.text, .tick)
    }
    return middle + height / 2
  }

  private mutating func drawLines(from y: Double) -> Double {
    let middle = y + em * 1.2
    var x = 0.0
    for step in map.steps.filter({ $0.number > 0 }) {
      guard write(step.text, x: x + em * 2.8, middle: middle) else { break }
      stroke(
        .line(Point(x: x, y: middle), Point(x: x + em * 2.4, y: middle)), .accent,
        width: lineWidth(of: step.number))
      x += em * 4.2 + measure.width(step.text, .tick)
    }
    return middle + em * 0.5
  }

  private mutating func drawTints(from y: Double) -> Double {
    var middle = y + em * 1.2
    var x = 0.0
    for step in map.steps {
      let wide = em * 2.8 + measure.width(step.text, .tick)
      if x > 0, x + wide > width {
        x = 0
        middle += em * 1.4
      }
      let box = Rectangle(x: x, y: middle - em * 0.45, width: em * 0.9, height: em * 0.9)
      fill(.rectangle(box), tint(of: step.number))
      _ = write(step.text, x: x + em * 1.3, middle: middle)
      x += wide
    }
    return middle + em * 0.5
  }

  /// Whether words have room at a place, where they are then written.
  private mutating func write(_ words: String, x: Double, middle: Double) -> Bool {
    guard x + measure.width(words, .tick) <= width else { return false }
    text(words, at: Point(x: x, y: middle + em * 0.34))
    return true
  }

  /// The tint of a number: that of the last step that it reaches.
  func tint(of number: Double) -> Drawing.Ink {
    let reached = map.steps.lastIndex { $0.number <= number } ?? 0
    // The lightest tint is still told from the grey of land.
    let share = map.steps.count > 1 ? Double(reached) / Double(map.steps.count - 1) : 1
    return .tint(0.2 + 0.8 * share)
  }
}
