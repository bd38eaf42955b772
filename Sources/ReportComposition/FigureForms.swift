import DocumentModel
import Ledger
import Records

/// Large figures in the form that a block asks for.
extension Composer {
  mutating func keyFigures(_ outline: OutlineKeyFigures, _ place: Place) -> [KeyFigure] {
    guard let form = outline.form else {
      return outline.names.compactMap { keyFigure($0, place) }
    }
    let showsChange = [.tiles, .sparkline, .icons].contains(form)
    var figures = outline.names.compactMap { name -> KeyFigure? in
      var figure = keyFigure(name, place, showsChange: showsChange)
      figure?.form = form
      return figure
    }
    switch form {
    case .sparkline:
      for index in figures.indices {
        figures[index].picture = history(of: figures[index], outline, place)
      }
    case .icons: addMarks(to: &figures, place)
    case .hairline, .large, .rows, .tiles: break
    }
    return figures
  }

  // MARK: The line of the years

  /// The line of a figure's years; nil where fewer than two are on record.
  private mutating func history(
    of tile: KeyFigure, _ outline: OutlineKeyFigures, _ place: Place
  ) -> FigurePicture? {
    guard let figure = resolver.figures[tile.value.name] else { return nil }
    let known = figure.series.suffix(outline.years).count { $0.value != nil && !$0.isSuppressed }
    guard known > 1 else { return nil }
    var source = OutlineChart(
      figures: [figure.id], years: outline.years, form: .sparkline, anchor: "")
    source.provisional = outline.provisional.map { own($0, figure.id) }
    guard let data = data(of: source, place) else { return nil }
    var chart = Chart(
      form: .sparkline, subtitle: "", categories: data.categories, isOverTime: true,
      series: data.series, language: wording.tag)
    chart.breaks = outline.breaks.sorted { $0.key < $1.key }.compactMap { key, texts in
      data.keys.firstIndex(of: own(key, figure.id)).map {
        Chart.Break(before: $0, text: texts[language] ?? "")
      }
    }
    guard chart.fault == nil else { return nil }
    let sentence = DataSentences(resolver: resolver).change(figure, over: outline.years)
    let alternative = spoken(
      chart, title: tile.label.plainText, sentence: sentence?.plainText ?? "")
    return FigurePicture(chart: chart, alternative: alternative, note: note(on: chart, figure))
  }

  /// The year in a name of this figure, "trainings.total.2019"; other names as they are.
  private func own(_ name: String, _ id: String) -> String {
    name.hasPrefix(id + ".") ? String(name.dropFirst(id.utf8.count + 1)) : name
  }

  /// Which years may still change, and where the counting changed.
  private mutating func note(on chart: Chart, _ figure: Figure) -> [Inline] {
    var parts: [[Inline]] = chart.breaks.map {
      [.text(wording.sentence("chartBreak", chart.categories[$0.before], $0.text))]
    }
    let values = chart.series.first?.values ?? []
    for (year, value) in zip(chart.categories, values) where value.isProvisional {
      let period = ValueReference(name: "\(figure.id).\(year)", text: year)
      parts.append(filled("yearProvisional", [period]))
    }
    return joined(parts, wording.clause)
  }

  // MARK: Arrays of marks

  /// The marks of whole counts. Arrays of one unit beside each other have marks of one size, unless
  /// one of them would have none.
  private mutating func addMarks(to figures: inout [KeyFigure], _ place: Place) {
    var counts: [Int: Double] = [:]
    for (index, figure) in figures.enumerated() {
      guard let quantity = quantity(figure.value.name) else { continue }
      guard quantity.value >= 0, quantity.value < 1e15, quantity.value.rounded() == quantity.value
      else {
        report(
          "bad-figures", "\"\(figure.value.name)\" is no whole count, and has no marks", place,
          hint: "choose form: tiles")
        continue
      }
      if quantity.value > 0 { counts[index] = quantity.value }
    }
    for (index, figure) in figures.enumerated() {
      guard let count = counts[index] else { continue }
      let beside = counts.filter { units(figures[$0.key]) == units(figure) }.map(\.value)
      let shared = FigurePicture.unit(for: beside)
      let isFine = beside.allSatisfy { $0 >= Double(shared) }
      let unit = isFine ? shared : FigurePicture.unit(for: [count])
      figures[index].picture = marks(of: figure, count, unit: unit)
    }
  }

  private func units(_ figure: KeyFigure) -> [String: String] {
    resolver.figures[figure.value.name]?.units ?? ["": figure.value.name]
  }

  /// The number behind a figure or a count of a record; nil where it is not reported or kept back.
  private func quantity(_ name: String) -> Quantity? {
    if let figure = resolver.figures[name] { return figure.isSuppressed ? nil : figure.value }
    guard let dot = name.lastIndex(of: "."), let record = book.record(String(name[..<dot])),
      case .quantity(let quantity)? = record.fields[String(name[name.index(after: dot)...])]?.value
    else { return nil }
    return quantity
  }

  private mutating func marks(of tile: KeyFigure, _ count: Double, unit: Int) -> FigurePicture {
    let label = tile.label.plainText
    let value = Chart.Value(tile.value, number: count)
    let chart = Chart(
      form: .icons, subtitle: "", categories: [label],
      series: [Chart.Series(name: "", values: [value])], language: wording.tag)
    var picture = FigurePicture(chart: chart, unit: unit, alternative: "")
    let size = ValueReference(name: tile.value.name, text: resolver.numbers.digits(Double(unit)))
    let rest = count - Double(picture.marks) * Double(unit)
    if unit > 1 { picture.note = filled("oneMark", [size]) }
    if rest > 0 {
      let left = ValueReference(name: tile.value.name, text: resolver.numbers.digits(rest))
      picture.note += filled("marksRest", [left])
    }
    let words = [tile.qualifier, tile.value.text, tile.unit].filter { !$0.isEmpty }
    let comma = wording.isChinese ? "，" : ", "
    let colon = wording.isChinese ? "：" : ": "
    picture.alternative =
      [wording["chart.icons"], label].joined(separator: comma) + colon
      + words.joined(separator: wording.isChinese ? "" : " ")
      + (picture.note.isEmpty ? "" : wording.clause + picture.note.plainText)
      + (wording.isChinese ? "。" : ".")
    return picture
  }

  // MARK: The change

  /// "+7 on 2018": the change to the year before of an exact value; nil where it cannot be said.
  mutating func change(of figure: Figure) -> [Inline]? {
    guard figure.itemised == nil, let now = figure.value, now.precision == .exact,
      let point = figure.series.dropLast().last, !point.isSuppressed, let before = point.value,
      before.precision == .exact
    else { return nil }
    let difference = now.value - before.value
    let period = ValueReference(name: "\(figure.id).\(point.period)", text: point.period)
    let key = difference > 0 ? "changeOn.up" : difference < 0 ? "changeOn.down" : "changeOn.same"
    let amount = ValueReference(name: figure.id, text: amount(of: figure, abs(difference)))
    return filled(key, [amount, period])
  }

  /// A difference as printed: of what is itself in per cent, in points.
  func amount(of figure: Figure, _ difference: Double) -> String {
    let text = resolver.numbers.digits(difference, decimals: figure.decimals)
    guard figure.units.values.contains(where: { $0.hasPrefix("%") }) else { return text }
    return wording.sentence(difference == 1 ? "point" : "points", text)
  }
}
