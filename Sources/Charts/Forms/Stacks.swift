import DocumentModel
import Geometry

/// Segments one on the other or one behind the other. A value stands in its segment; where that is
/// too thin, beside it with a hairline, or in a line beneath the chart.
extension Canvas {
  /// A value that has no room in its segment.
  private struct Outside {
    var series: Int
    var category: Int
    var words: String
    /// Where the middle of its segment lies along the stack.
    var middle: Double
  }

  private func sums() -> [Double] {
    chart.categories.indices.map { category in
      chart.series.indices.reduce(0) { $0 + (number($1, category) ?? 0) }
    }
  }

  /// The value of a segment; nil where there is none, or nothing to see.
  private func segmentText(_ series: Int, _ category: Int) -> String? {
    guard let value = value(series, category), let number = value.number, number != 0 else {
      return nil
    }
    return text(of: value)
  }

  private func holds(_ words: String, width: Double, height: Double) -> Bool {
    self.width(words, .value) + em * 0.5 <= width && em * 1.15 <= height
  }

  /// The value in the middle of its segment, on paper where the segment has a pattern.
  private mutating func inscribe(
    _ words: String, _ series: Int, _ category: Int, in box: Rectangle
  ) {
    let isPlain = filling(series, category) == .solid
    let middle = Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
    if !isPlain {
      let width = width(words, .value)
      plate(
        Rectangle(x: middle.x - width / 2, y: middle.y - em * 0.46, width: width, height: em * 0.9))
    }
    text(
      words, x: middle.x, y: baseline(middle: middle.y), .middle, .value, .text,
      on: isPlain ? ink(series: series) : nil)
  }

  // MARK: Upright

  /// Segments one on the other, the names of the series beside the last column.
  mutating func stackedColumns() -> Double {
    let names = chart.series.map { lines($0.name, width: width * 0.28, most: 3) }
    let right = names.reduce(0) { max($0, widest($1)) } + em * 0.8
    let room = width - right
    let step = room / Double(chart.categories.count)
    let notes = remarkRows(step: step, x: 0)
    let top = remarkHeight(notes) + line * 1.1
    let heights = names.map { Double($0.count) * line }
    let plot = Rectangle(
      x: 0, y: top, width: room,
      height: lowered(plotHeight(width), least: heights.reduce(0, +)))
    let sums = sums()
    let unit = plot.height / max(sums.max() ?? 0, 1e-12)
    var thickness = min(step * 0.7, em * 8)
    let least = unit * (plot.height + min(lower, give) - give) / plot.height
    let thin = outside(unit, least: least) { holds($0, width: thickness, height: $1) }
    let isOut = Set(thin.map { [$0.series, $0.category] })
    let aside = widest(thin.map(\.words), .value) + em * 1.4
    // Columns give way to the values beside them only as far as the values within have room.
    let within = widestWithin(without: isOut)
    let isAside = !thin.isEmpty && step - aside >= max(em * 1.6, within + em * 0.5)
    if isAside { thickness = min(thickness, step - aside) }
    let shift = isAside ? -aside / 2 : 0
    var middles: [Double] = []
    for category in chart.categories.indices {
      let x = step * (Double(category) + 0.5) + shift - thickness / 2
      middles = column(category, x, thickness, unit, foot: plot.maxY, without: isOut)
    }
    if isAside {
      beside(thin, from: top - line * 0.5, to: plot.maxY) { category in
        step * (Double(category) + 0.5) + shift + thickness / 2
      }
    }
    rule(Point(x: 0, y: plot.maxY), Point(x: room, y: plot.maxY), .text)
    remarks(
      notes, tops: sums.map { plot.maxY - unit * $0 - em * 0.4 }, step: step, x: shift)
    breakLines(step: step, x: 0, from: remarkHeight(notes), to: plot.maxY)
    sideNames(names, at: middles, heights, x: room, from: top, to: plot.maxY)
    let bottom = feet(under: plot.maxY, step: step, x: shift)
    return bottom + (isAside ? 0 : outsideList(thin, under: bottom))
  }

  /// The values that stand outside their segments, which have no room for them. Where that is so for
  /// more than a third of a series, all of its values do, so that they stand in one line.
  ///
  /// - Parameters:
  ///   - unit: the length of a unit.
  ///   - least: the length that it has in the lowest chart, by which is decided, so that a chart that
  ///     is made lower keeps its values where they are.
  private func outside(
    _ unit: Double, least: Double, fits: (String, Double) -> Bool
  ) -> [Outside] {
    let all = chart.categories.indices.flatMap { category -> [(one: Outside, isThin: Bool)] in
      var sum = 0.0
      return chart.series.indices.compactMap { series in
        let number = number(series, category) ?? 0
        defer { sum += number }
        guard let words = segmentText(series, category) else { return nil }
        let one = Outside(
          series: series, category: category, words: words, middle: (sum + number / 2) * unit)
        return (one, !fits(words, number * least - 0.6))
      }
    }
    let isMostlyThin = chart.series.indices.map { series in
      let own = all.filter { $0.one.series == series }
      return own.count { $0.isThin } * 3 > own.count
    }
    return all.filter { $0.isThin || isMostlyThin[$0.one.series] }.map(\.one)
  }

  /// The width of the longest value that stands in its segment.
  private func widestWithin(without isOut: Set<[Int]>) -> Double {
    let words = chart.categories.indices.flatMap { category in
      chart.series.indices.compactMap { series in
        isOut.contains([series, category]) ? nil : segmentText(series, category)
      }
    }
    return widest(words, .value)
  }

  /// One column; returns the middles of its segments.
  private mutating func column(
    _ category: Int, _ x: Double, _ thickness: Double, _ unit: Double, foot: Double,
    without isOut: Set<[Int]>
  ) -> [Double] {
    var y = foot
    var middles: [Double] = []
    for series in chart.series.indices {
      guard value(series, category) != nil else { continue }
      let height = (number(series, category) ?? 0) * unit
      y -= height
      middles.append(y + height / 2)
      let box = Rectangle(x: x, y: y + 0.3, width: thickness, height: max(0, height - 0.6))
      fill(box, ink(series: series), filling(series, category))
      guard let words = segmentText(series, category) else { continue }
      if !isOut.contains([series, category]),
        holds(words, width: thickness, height: box.height)
      {
        inscribe(words, series, category, in: box)
      } else {
        spot(box, spoken(series, category))
      }
    }
    return middles
  }

  /// Values at the right of their columns, moved apart, each with a hairline to its segment.
  private mutating func beside(
    _ values: [Outside], from top: Double, to foot: Double, edge: (Int) -> Double
  ) {
    for category in chart.categories.indices {
      let own = values.filter { $0.category == category }
      let wanted = own.map { foot - $0.middle }
      let places = Self.spread(
        wanted, heights: own.map { _ in line }, from: top, to: foot)
      let x = edge(category)
      for (index, one) in own.enumerated() {
        rule(
          Point(x: x + em * 0.1, y: wanted[index]), Point(x: x + em * 0.6, y: places[index]),
          .quiet, width: 0.35)
        text(
          one.words, x: x + em * 0.75, y: baseline(middle: places[index]), .start, .value)
      }
    }
  }

  /// Values that have no room in the chart, in small print beneath it: a few only, for many are
  /// read in a table.
  private mutating func outsideList(_ values: [Outside], under top: Double) -> Double {
    guard !values.isEmpty, values.count <= 12 else { return 0 }
    let isChinese = chart.language.hasPrefix("zh")
    let parts = chart.series.indices.compactMap { series -> String? in
      let own = values.filter { $0.series == series }
      guard !own.isEmpty else { return nil }
      let entries = own.map { one in
        chart.categories[one.category] + (isChinese ? "：" : ": ") + one.words
      }
      let name = chart.series[series].name
      return (name.isEmpty ? "" : name + (isChinese ? "，" : ", "))
        + entries.joined(separator: isChinese ? "，" : ", ")
    }
    return small(parts.joined(separator: isChinese ? "；" : "; "), under: top)
  }

  // MARK: Lying

  /// Segments one behind the other, what has no room in them in a line beneath their bar.
  mutating func stackedRows() -> Double {
    let top = key()
    let sums = sums()
    let band = em * 1.5
    // The frame says where bars begin before it can say which rows need a line more.
    let x = rowStart()
    let unit = max(0, width - x) / max(sums.max() ?? 0, 1e-12)
    let thin = outside(unit, least: unit) { holds($0, width: $1, height: band) }
    let isOut = Set(thin.map { [$0.series, $0.category] })
    let isBeneath = chart.categories.indices.map { category in
      let own = thin.filter { $0.category == category }
      let needs = own.reduce(0) { $0 + width($1.words, .value) + em * 0.5 }
      return !own.isEmpty && needs <= width - x
    }
    let frame = rowFrame(band: band, top: top, extra: isBeneath.map { $0 ? 1 : 0 })
    names(of: frame)
    for (category, row) in frame.rows.enumerated() {
      bar(category, row, frame, unit, without: isOut)
      if isBeneath[category] {
        beneath(thin.filter { $0.category == category }, row, frame)
      }
    }
    return frame.bottom + outsideList(thin.filter { !isBeneath[$0.category] }, under: frame.bottom)
  }

  private mutating func bar(
    _ category: Int, _ row: RowFrame.Row, _ frame: RowFrame, _ unit: Double,
    without isOut: Set<[Int]>
  ) {
    var x = frame.x
    for series in chart.series.indices {
      guard value(series, category) != nil else { continue }
      let length = (number(series, category) ?? 0) * unit
      let box = Rectangle(
        x: x, y: row.band, width: max(0, length - 0.6), height: frame.bandHeight)
      fill(box, ink(series: series), filling(series, category))
      x += length
      guard let words = segmentText(series, category) else { continue }
      if !isOut.contains([series, category]),
        holds(words, width: box.width, height: box.height)
      {
        inscribe(words, series, category, in: box)
      } else {
        spot(box, spoken(series, category))
      }
    }
  }

  private mutating func beneath(_ values: [Outside], _ row: RowFrame.Row, _ frame: RowFrame) {
    let widths = values.map { width($0.words, .value) + em * 0.5 }
    let wanted = values.map { frame.x + $0.middle }
    let places = Self.spread(wanted, heights: widths, from: frame.x, to: width)
    let foot = row.band + frame.bandHeight
    for (index, one) in values.enumerated() {
      rule(
        Point(x: wanted[index], y: foot), Point(x: places[index], y: foot + em * 0.28), .quiet,
        width: 0.35)
      text(one.words, x: places[index], y: foot + line * 0.95, .middle, .value)
    }
  }
}
