import Charts
import DocumentModel
import Geometry

/// Charts about an institution that does not exist.
enum Samples {
  /// Words as wide as half their size a letter, Han as wide as their size.
  static func measure(size: Double = 8) -> LabelMeasure {
    LabelMeasure(
      width: { text, role in
        let share = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.5 : 1) }
        return share * (role == .large ? size * 2 : size)
      },
      size: { $0 == .large ? size * 2 : size })
  }

  static func value(_ number: Double?, isProvisional: Bool = false) -> Chart.Value {
    let text = number.map { Int(exactly: $0).map { "\($0)" } ?? "\($0)" } ?? "not reported"
    return Chart.Value(
      ValueReference(name: "made.up", text: text), number: number, isProvisional: isProvisional)
  }

  static func series(_ name: String, _ numbers: [Double?]) -> Chart.Series {
    Chart.Series(name: name, values: numbers.map { value($0) })
  }

  /// A small chart of each form, with data that suits it.
  static func chart(_ form: Chart.Form) -> Chart {
    let years = ["2027", "2028", "2029", "2030", "2031"]
    let places = ["Northland", "Southland", "Westland", "Eastland"]
    let students = series("Students", [12, 15, 11, 14, 18])
    let staff = series("Staff", [4, 3, 6, 5, 7])
    var chart = Chart(form: form, subtitle: "Persons", categories: places, series: [])
    switch form {
    case .bar, .lollipop, .waffle, .treemap, .icons:
      chart.series = [series("", [24, 12, 3, 1])]
      chart.marked = form == .bar ? 0 : nil
    case .column, .line, .area, .grouped, .stacked, .multiples, .sparkline, .slope:
      chart.categories = years
      chart.isOverTime = true
      chart.series = form == .column ? [students] : [students, staff]
      chart.marked = form == .column ? 4 : nil
    case .diverging: chart.series = [series("Balance", [5, -3, 0, 2])]
    case .dots, .heat, .sankey:
      chart.series = [series("Out", [24, 12, 3, 1]), series("In", [20, 2, 6, 0])]
      chart.hub = form == .sankey ? "Institute" : ""
    case .timeline: chart.series = [series("", [1998.5, 2004, 2004.5, 2031])]
    }
    return chart
  }

  /// Charts that try a form: few and many categories, long names, zeros, equal and missing values,
  /// breaks, remarks, both languages.
  static func trials(_ form: Chart.Form) -> [Chart] {
    var charts: [Chart] = []
    var random = Random(seed: 7)
    for categories in [1, 2, 5, 12, 40] {
      for count in [1, 2, 7] {
        for style in 0..<4 {
          charts.append(trial(form, categories, count, style, &random))
        }
      }
    }
    return charts
  }

  private static func trial(
    _ form: Chart.Form, _ categories: Int, _ count: Int, _ style: Int, _ random: inout Random
  ) -> Chart {
    let isOverTime = style == 0
    let isChinese = style == 2
    let names = (0..<categories).map { index in
      isOverTime ? "\(1990 + index)" : name(style, index, &random)
    }
    let most = [9.0, 400, 12_345, 2_000_000][Int(random.next() % 4)]
    let series = (0..<count).map { index in
      let numbers = (0..<categories).map { number(most, form, style, $0, &random) }
      return Self.series(count == 1 ? "" : name(style, index + 50, &random), numbers)
    }
    var chart = Chart(
      form: form, subtitle: "", categories: names, isOverTime: isOverTime, series: series,
      language: isChinese ? "zh-Hans" : "en")
    if style == 1 { chart.accent = 0 }
    if style == 3 { chart.marked = categories - 1 }
    if isOverTime, categories > 4 {
      chart.breaks = [Chart.Break(before: 2, text: "counted in a new way from here on")]
      chart.annotations = [
        Chart.Annotation(category: 2, text: "a remark"),
        Chart.Annotation(category: categories - 1, text: "another remark, longer than the first"),
      ]
    }
    if form == .sankey, style == 1 { chart.hub = "The Example Institute of Everything" }
    if categories > 2 { chart.series[0].values[1].isProvisional = true }
    if style == 3, categories > 4 { chart.rest = categories - 1 }
    return chart
  }

  private static func number(
    _ most: Double, _ form: Chart.Form, _ style: Int, _ index: Int, _ random: inout Random
  ) -> Double? {
    if style == 3 { return index % 7 == 6 ? nil : 5 }
    if form == .timeline { return 1950 + Double(random.next() % 80) }
    let share = Double(random.next() % 1000) / 1000
    let number = (share * share * most).rounded()
    if form.holdsNegative, random.next() % 3 == 0 { return -number }
    return index % 5 == 4 ? 0 : number
  }

  private static func name(_ style: Int, _ index: Int, _ random: inout Random) -> String {
    let words = ["North", "institute", "of", "applied", "sciences", "Westmark", "and", "design"]
    let han = Array("东方职业技术学院合作交流中心国际培训基地")
    let length = Int(random.next() % (style == 1 ? 9 : 2)) + 1
    if style == 2 {
      return (0..<(length * 5)).map { String(han[($0 + index) % han.count]) }.joined()
    }
    return (0..<length).map { words[($0 * 3 + index) % words.count] }.joined(separator: " ")
  }
}

/// A small generator (xorshift), the same on every machine.
struct Random {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

extension Drawing {
  var labels: [Label] {
    marks.compactMap { if case .label(let label) = $0 { label } else { nil } }
  }

  /// The marks as text: a line each, points rounded to a tenth.
  func dump() -> String {
    func text(_ number: Double) -> String {
      let tenths = (number * 10).rounded() / 10
      return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
    func text(_ point: Point) -> String { text(point.x) + "," + text(point.y) }
    func text(_ path: Path) -> String {
      path.segments.map { segment in
        switch segment {
        case .move(let point): "M " + text(point)
        case .line(let point): "L " + text(point)
        case .curve(let a, let b, let c): "C " + text(a) + " " + text(b) + " " + text(c)
        case .close: "Z"
        }
      }.joined(separator: " ")
    }
    func circle(_ path: Path) -> String? {
      let box = path.bounds
      let radius = box.width / 2
      let centre = Point(x: box.x + radius, y: box.y + radius)
      guard path.segments.count == 6 else {
        return nil
      }
      return "circle " + text(centre) + " " + text(radius)
    }
    let head = "drawing " + text(size.width) + "x" + text(size.height) + " gives " + text(give)
    let lines = marks.map { mark in
      switch mark {
      case .fill(let path, let ink, let filling):
        if path == .rectangle(path.bounds) {
          let box = path.bounds
          return "box \(ink) \(filling) " + text(Point(x: box.x, y: box.y)) + " "
            + text(box.width) + "x" + text(box.height)
        }
        return "fill \(ink) \(filling) " + (circle(path) ?? text(path))
      case .stroke(let path, let ink, let line):
        return "line \(ink) " + text(line.width) + (line.dashes.isEmpty ? "" : " dashed") + " "
          + (circle(path) ?? text(path))
      case .label(let label):
        let ink = label.ground.map { "on \($0)" } ?? "\(label.ink)"
        return "\(label.role) \(ink) \(label.anchor) " + text(label.at) + " \"\(label.text)\""
      }
    }
    let spots = spots.map { "spot " + text($0.area.x) + " \"\($0.text)\"" }
    return ([head] + lines + spots).joined(separator: "\n") + "\n"
  }
}
