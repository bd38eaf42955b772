import DocumentModel
import Geometry

/// The rows of a chart whose categories stand one below the other: names at the left, or above their
/// bars where they are long.
struct RowFrame {
  /// One row.
  struct Row {
    /// The lines of its name, and the first baseline.
    var name: [String]
    var nameY: Double
    /// The band that its bars fill.
    var band: Double
    /// The lines of the remark beneath the band.
    var remark: [String]
    /// How many lines between the band and the remark are taken by values.
    var extra = 0
  }
  var rows: [Row]
  /// Where bars start.
  var x: Double
  /// The height of every band.
  var bandHeight: Double
  /// The lowest edge.
  var bottom: Double
}

extension Canvas {
  /// Rows for all categories from `top` down. A chart that is to be lower takes it from the white
  /// between its rows.
  ///
  /// - Parameter extra: lines of values that stand under the band of each row.
  mutating func rowFrame(
    band: Double, top: Double = 0, extra: [Int] = []
  ) -> RowFrame {
    let names = chart.categories
    let isAbove = areNamesAbove
    let x = rowStart()
    let broken = names.map { isAbove ? lines($0, width: width) : [$0].filter { !$0.isEmpty } }
    let remarks = names.indices.map { category in
      chart.annotations.filter { $0.category == category }.flatMap {
        lines($0.text, width: width - x, .annotation)
      }
    }
    let pad = em * (isAbove ? 0.9 : 0.75)
    let under = names.indices.map { index in
      remarks[index].count + (extra.indices.contains(index) ? extra[index] : 0)
    }
    let fixed = zip(broken, under).map { name, under in
      let words = Double(name.count) * line
      return (isAbove ? words + band : max(words, band)) + Double(under) * line
    }
    let total = fixed.reduce(0, +) + pad * Double(names.count)
    give += min(total / 4, pad * 0.8 * Double(names.count))
    let gap = pad - min(lower, give) / Double(max(1, names.count))
    var rows: [RowFrame.Row] = []
    var y = top
    for index in names.indices {
      let words = Double(broken[index].count) * line
      let height = fixed[index] + gap
      let start = y + gap / 2
      let body = fixed[index] - Double(under[index]) * line
      let bandTop = isAbove ? start + words : start + (body - band) / 2
      let first =
        isAbove
        ? start + line * 0.72
        : baseline(middle: start + body / 2) - Double(broken[index].count - 1) * line / 2
      rows.append(
        RowFrame.Row(
          name: broken[index], nameY: first, band: bandTop, remark: remarks[index],
          extra: under[index] - remarks[index].count))
      y += height
    }
    return RowFrame(rows: rows, x: x, bandHeight: band, bottom: y)
  }

  /// Whether names stand above their bars, being long.
  private var areNamesAbove: Bool { widest(chart.categories) > width * 0.4 }

  /// Where the bars of rows begin.
  func rowStart() -> Double {
    let natural = widest(chart.categories)
    return areNamesAbove || natural == 0 ? 0 : natural + em * 0.8
  }

  mutating func names(of frame: RowFrame) {
    for row in frame.rows {
      text(lines: row.name, x: 0, y: row.nameY)
      let y = row.band + frame.bandHeight + line * (0.8 + Double(row.extra))
      text(lines: row.remark, x: frame.x, y: y, .start, .annotation, .quiet)
    }
  }

  /// One bar or one dot on a stem a category, the value behind it.
  mutating func rows() -> Double {
    let frame = rowFrame(band: em)
    names(of: frame)
    let values = chart.series[0].values
    let gap = em * (chart.form == .lollipop ? 0.75 : 0.45)
    hasWords = widest(values.map { $0.text }, .value) < (width - frame.x) * 0.3
    let room = width - frame.x - widest(values.map { text(of: $0) }, .value) - gap
    let most = max(highest, 1e-12)
    for (index, row) in frame.rows.enumerated() {
      let length = index == rest ? 0 : max(0, room) * (number(0, index) ?? 0) / most
      let middle = row.band + frame.bandHeight / 2
      if chart.form == .lollipop {
        rule(
          Point(x: frame.x, y: middle), Point(x: frame.x + length, y: middle), ink(category: index),
          width: em * 0.16)
        if number(0, index) != nil, index != rest {
          dot(
            Point(x: max(frame.x + length, em * 0.42), y: middle), ink(category: index),
            radius: em * 0.36,
            hollow: values[index].isProvisional)
        }
      } else {
        fill(
          Rectangle(x: frame.x, y: row.band, width: length, height: frame.bandHeight),
          ink(category: index), filling(0, index))
      }
      text(
        text(of: values[index]), x: frame.x + length + gap,
        y: baseline(middle: middle), .start, .value,
        values[index].number == nil ? .quiet : .text)
    }
    rule(Point(x: frame.x, y: 0), Point(x: frame.x, y: frame.bottom))
    return frame.bottom
  }

  /// The category that is printed without a bar, unless it is the only one.
  var rest: Int? { chart.categories.count > 1 ? chart.rest : nil }

  /// The largest number of the first series that is drawn on a common scale.
  var highest: Double {
    chart.categories.indices.reduce(0) { $1 == rest ? $0 : max($0, number(0, $1) ?? 0) }
  }

  /// The names of the series, each with its colour, in as many lines as they need; the height taken.
  mutating func key(round: Bool = false) -> Double {
    guard chart.series.count > 1 else { return 0 }
    var x = 0.0
    var y = line * 0.8
    for (index, series) in chart.series.enumerated() {
      let words = lines(series.name, width: width - em * 1.2, most: 1).first ?? ""
      let length = em * 1.1 + width(words) + em * 1.6
      if x > 0, x + length - em * 1.6 > width {
        x = 0
        y += line * 1.1
      }
      if round {
        dot(Point(x: x + em * 0.36, y: y - em * 0.32), ink(series: index), radius: em * 0.33)
      } else {
        fill(
          Rectangle(x: x, y: y - em * 0.68, width: em * 0.72, height: em * 0.72),
          ink(series: index), pattern(index))
      }
      text(words, x: x + em * 1.1, y: y)
      x += length
    }
    return y + em * 0.7
  }
}
