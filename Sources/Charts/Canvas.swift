import DocumentModel
import Geometry

/// A chart while it is drawn: the marks so far, and the words' sizes.
struct Canvas {
  let chart: Chart
  let width: Double
  let measure: LabelMeasure
  /// By how many points it is to be lower than it would be.
  let lower: Double
  var marks: [Drawing.Mark] = []
  var spots: [Drawing.Spot] = []
  /// By how many points it could be lower.
  var give = 0.0
  /// Whether values have room for the words of their precision.
  var hasWords = false

  /// The size of small print in points, of which all distances are multiples.
  let em: Double
  /// The distance between the baselines of two lines.
  var line: Double { em * 1.22 }

  init(_ chart: Chart, width: Double, measure: LabelMeasure, lower: Double) {
    self.chart = Self.drawable(chart)
    self.width = max(width, 1)
    self.measure = measure
    em = measure.size(.name)
    self.lower = max(0, lower)
  }

  /// The chart without what cannot be drawn: numbers that are not finite or too large are left out,
  /// and what is below zero is nothing where bars start at zero.
  private static func drawable(_ chart: Chart) -> Chart {
    var chart = chart
    for series in chart.series.indices {
      for index in chart.series[series].values.indices {
        guard let number = chart.series[series].values[index].number else { continue }
        let isSound = number.isFinite && abs(number) < 1e15
        chart.series[series].values[index].number =
          isSound ? (chart.form.holdsNegative ? number : max(0, number)) : nil
      }
    }
    return chart
  }

  // MARK: Marks

  mutating func fill(
    _ box: Rectangle, _ ink: Drawing.Ink, _ filling: Drawing.Filling = .solid
  ) {
    guard box.width > 0, box.height > 0 else { return }
    marks.append(.fill(.rectangle(box), ink, filling))
  }

  mutating func fill(_ path: Path, _ ink: Drawing.Ink, _ filling: Drawing.Filling = .solid) {
    marks.append(.fill(path, ink, filling))
  }

  mutating func rule(
    _ start: Point, _ end: Point, _ ink: Drawing.Ink = .quiet, width: Double = 0.5,
    dashes: [Double] = []
  ) {
    marks.append(.stroke(.line(start, end), ink, Drawing.Line(width: width, dashes: dashes)))
  }

  mutating func stroke(
    _ points: [Point], _ ink: Drawing.Ink, width: Double, dashes: [Double] = []
  ) {
    guard points.count > 1 else { return }
    let steps = points.enumerated().map { $0 == 0 ? Path.Segment.move($1) : .line($1) }
    marks.append(.stroke(Path(steps), ink, Drawing.Line(width: width, dashes: dashes)))
  }

  mutating func dot(_ centre: Point, _ ink: Drawing.Ink, radius: Double, hollow: Bool = false) {
    let path = Path.circle(centre: centre, radius: radius)
    marks.append(.fill(path, hollow ? .paper : ink, .solid))
    if hollow { marks.append(.stroke(path, ink, Drawing.Line(width: radius * 0.45))) }
  }

  mutating func text(
    _ words: String, x: Double, y: Double, _ anchor: Drawing.Label.Anchor = .start,
    _ role: Drawing.Label.Role = .name, _ ink: Drawing.Ink = .text, on ground: Drawing.Ink? = nil
  ) {
    guard !words.isEmpty else { return }
    marks.append(
      .label(
        Drawing.Label(
          words, at: Point(x: x, y: y), anchor: anchor, role: role, ink: ink, ground: ground)))
  }

  /// Lines of words, the first baseline at `y`.
  mutating func text(
    lines: [String], x: Double, y: Double, _ anchor: Drawing.Label.Anchor = .start,
    _ role: Drawing.Label.Role = .name, _ ink: Drawing.Ink = .text, on ground: Drawing.Ink? = nil
  ) {
    for (index, words) in lines.enumerated() {
      text(words, x: x, y: y + Double(index) * line, anchor, role, ink, on: ground)
    }
  }

  mutating func spot(_ area: Rectangle, _ words: String) {
    spots.append(Drawing.Spot(area: area, text: words))
  }

  /// Paper under words on a pattern, which could not be read there.
  mutating func plate(_ box: Rectangle) {
    fill(
      Rectangle(
        x: box.x - em * 0.2, y: box.y - em * 0.1, width: box.width + em * 0.4,
        height: box.height + em * 0.2), .paper)
  }

  // MARK: Words

  func width(_ words: String, _ role: Drawing.Label.Role = .name) -> Double {
    words.isEmpty ? 0 : measure.width(words, role)
  }

  func widest(_ words: [String], _ role: Drawing.Label.Role = .name) -> Double {
    words.reduce(0) { max($0, width($1, role)) }
  }

  /// The baseline that puts words in the middle of a height.
  func baseline(middle: Double) -> Double { middle + em * 0.34 }

  // MARK: Values

  /// A value as it is printed in the chart, provisional ones with their mark.
  func text(of value: Chart.Value) -> String {
    (hasWords ? value.text : value.short) + (value.isProvisional ? "*" : "")
  }

  func value(_ series: Int, _ category: Int) -> Chart.Value? {
    guard chart.series.indices.contains(series),
      chart.series[series].values.indices.contains(category)
    else { return nil }
    return chart.series[series].values[category]
  }

  /// The number of a value; nil where it has none.
  func number(_ series: Int, _ category: Int) -> Double? { value(series, category)?.number }

  /// What a spot says: "Students, 2019: 312".
  func spoken(_ series: Int, _ category: Int) -> String {
    let names = [chart.series[series].name, chart.categories[category]].filter { !$0.isEmpty }
    let isChinese = chart.language.hasPrefix("zh")
    let value = value(series, category).map { $0.text + ($0.isProvisional ? "*" : "") } ?? ""
    return names.joined(separator: isChinese ? "，" : ", ") + (isChinese ? "：" : ": ") + value
  }

  // MARK: Inks

  /// The colour of a category of a single series.
  func ink(category: Int) -> Drawing.Ink {
    guard let marked = chart.marked else { return .accent }
    return category == marked ? .accent : .grey(0.55)
  }

  /// The colour of a series among others: one accent among greys, or the palette.
  func ink(series: Int) -> Drawing.Ink {
    guard let accent = chart.accent, chart.series.count > 1 else {
      return chart.series.count == 1 ? .accent : .series(chart.series[series].colour ?? series)
    }
    if series == accent { return .accent }
    let others = max(1, chart.series.count - 2)
    let place = series > accent ? series - 1 : series
    // The lightest still stands out from the paper by three to one.
    return .grey(0.32 + 0.23 * Double(place) / Double(others))
  }

  /// How a value of a series is filled: provisional ones hatched, series by patterns where asked.
  func filling(_ series: Int, _ category: Int) -> Drawing.Filling {
    if value(series, category)?.isProvisional == true { return .hatched }
    guard chart.series.count > 1 else { return .solid }
    return pattern(series)
  }

  func pattern(_ series: Int) -> Drawing.Filling {
    pattern(place: chart.isPatterned ? series : chart.series[series].colour ?? series)
  }

  /// The pattern of the n-th of several: each its own where that is asked for; else colours come again
  /// after six, and are then told apart by patterns.
  func pattern(place: Int) -> Drawing.Filling {
    let kinds: [Drawing.Filling] = [.solid, .hatched, .dotted, .counter, .crossed]
    return kinds[(chart.isPatterned ? place : place / 6) % kinds.count]
  }
}
