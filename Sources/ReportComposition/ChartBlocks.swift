import DocumentModel
import Ledger
import Records

/// Charts of the outline: from figures or records to data, form and words.
extension Composer {
  /// The chart of a table's own figures; nothing where it has none.
  mutating func chart(before chart: OutlineChart?, _ place: Place) -> [Block] {
    chart.map { chartBlock($0, place) } ?? []
  }

  mutating func chartBlock(_ outline: OutlineChart, _ place: Place) -> [Block] {
    guard var data = data(of: outline, place) else { return [] }
    let form = outline.form ?? data.form
    if data.series.count > 1, data.ids.count == data.series.count {
      for (index, id) in data.ids.enumerated() { data.series[index].colour = colours[id] }
    }
    if form == .sankey, let pair = data.directions {
      data.series = [data.series[pair.inward], data.series[pair.outward]]
      data.ids = [data.ids[pair.inward], data.ids[pair.outward]]
    }
    guard data.series.joinedNumbers.count > 0, isFit(form, data, place) else { return [] }
    var chart = Chart(
      form: form, subtitle: "", categories: data.categories, isOverTime: data.isOverTime,
      series: data.series, hasOwnScales: Set(data.units).count > 1,
      isPatterned: outline.isPatterned, language: wording.tag)
    if form == .waffle { chart.colours = colours(of: data, outline) }
    add(outline, data, to: &chart)
    if let fault = chart.fault {
      report(
        "bad-chart", fault.description, place,
        hint: "choose another form, or leave the value out")
      return []
    }
    chart.subtitle = subtitle(outline, data, chart)
    chart.source = source(outline, data, chart, place)
    let sentence = finding(data, outline)
    let title = outline.title[language] == nil ? sentence : line(outline.title[language], place)
    claim(outline.anchor, place)
    return [
      .illustration(
        Illustration(
          anchor: outline.anchor, number: title.isEmpty ? nil : nextFigure(),
          content: .chart(chart),
          alternative: spoken(
            chart, title: title.plainText,
            sentence: outline.title[language] == nil ? "" : sentence.plainText),
          caption: title))
    ]
  }

  /// The colours of parts by their keys: those of figures, or, for the values of a field, the next
  /// that none of its values has, each the same in every chart of the report.
  private mutating func colours(of data: ChartData, _ outline: OutlineChart) -> [Int] {
    guard let field = outline.field?.split(separator: ".").last.map(String.init) else {
      return data.keys.enumerated().map { colours[$1] ?? $0 }
    }
    let rest: Set = ["others", Breakdown.otherKey]
    return data.keys.map { key in
      if rest.contains(key) { return 0 }
      let known = partColours[field, default: [:]]
      let colour = known[key] ?? known.count
      partColours[field, default: [:]][key] = colour
      return colour
    }
  }

  /// Whether the data can stand in a form.
  private mutating func isFit(_ form: Chart.Form, _ data: ChartData, _ place: Place) -> Bool {
    let hasOwnScales = [.multiples, .sparkline].contains(form)
    if Set(data.units).count > 1, !hasOwnScales {
      report(
        "mixed-units", "the chart mixes units: \(data.units.uniqued().joined(separator: ", "))",
        place, hint: "draw one chart for each unit, or form: multiples")
      return false
    }
    if form.showsOneSeries, data.series.count > 1 {
      report(
        "bad-chart", "a \(form.rawValue) chart shows one figure, not \(data.series.count)", place,
        hint: "form: auto chooses one that shows several")
      return false
    }
    return true
  }

  private mutating func add(
    _ outline: OutlineChart, _ data: ChartData, to chart: inout Chart
  ) {
    chart.marked = data.marked(in: chart.form)
    if let accent = outline.accent {
      chart.accent = data.ids.firstIndex(of: accent)
      chart.marked = data.keys.firstIndex(of: accent)
    }
    // Of a first and a last year, the last is what is told.
    if chart.form == .dots, data.ids.isEmpty, chart.accent == nil, chart.series.count == 2 {
      chart.accent = 1
    }
    chart.rest = data.keys.firstIndex { $0 == "others" || $0 == Breakdown.otherKey }
    if chart.form == .sankey, data.directions != nil {
      chart.hub = outlineInstitution
    }
    chart.breaks = outline.breaks.sorted { $0.key < $1.key }.compactMap { key, texts in
      data.keys.firstIndex(of: key).map {
        Chart.Break(before: $0, text: texts[language] ?? "")
      }
    }
    chart.annotations = outline.annotations.sorted { $0.key < $1.key }.compactMap { key, texts in
      data.keys.firstIndex(of: key).map {
        Chart.Annotation(category: $0, text: texts[language] ?? "")
      }
    }
  }

  private var outlineInstitution: String { self.outline.institution[language] ?? "" }

  /// What is measured, in what unit, over what time.
  private func subtitle(_ outline: OutlineChart, _ data: ChartData, _ chart: Chart) -> String {
    var text = outline.subtitle[language] ?? ""
    if text.isEmpty, let figure = data.figures.first {
      let unit = resolver.unit(figure.units, Quantity(2))
      let isNamed = data.figures.count == 1
      var parts: [String] = []
      if isNamed { parts.append(wording.typographic(figure.names[language] ?? figure.id)) }
      let isSaid =
        isNamed && !wording.isChinese
        && parts.joined().lowercased().contains(unit.lowercased())
      if !unit.isEmpty, !isSaid, Set(data.units).count == 1 {
        parts.append(wording.isChinese ? wording.sentence("chartUnit", unit) : unit)
      }
      if let field = data.breakdown?.names[language] {
        parts.append(wording.sentence("chartBy", field))
      }
      parts.append(period(data))
      text = parts.filter { !$0.isEmpty }.joined(separator: wording.isChinese ? "，" : ", ")
      text = text.prefix(1).uppercased() + text.dropFirst()
    }
    let rule: String? =
      switch chart.form {
      case .waffle: wording["oneSquare"]
      case .icons where chart.symbolUnit > 1:
        wording.sentence("oneSymbol", resolver.numbers.digits(Double(chart.symbolUnit)))
      default: nil
      }
    guard let rule else { return text }
    return text.isEmpty ? rule : text + wording.clause + rule
  }

  private func period(_ data: ChartData) -> String {
    let isEnds = data.ids.isEmpty && data.series.count > 1
    let years = data.isOverTime ? data.categories : isEnds ? data.series.map(\.name) : []
    guard let first = years.first, let last = years.last else {
      let isStock = data.figures.first?.kind == .stock
      let day = CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) }
      return isStock
        ? wording.sentence("asOf", day ?? book.cutOff)
        : wording.sentence("inPeriod", book.period)
    }
    let years4 = first == last ? first : first + "–" + last
    return wording.isChinese ? years4 + "年" : years4
  }

  /// Where the values come from, what marks mean, and what the author adds.
  private mutating func source(
    _ outline: OutlineChart, _ data: ChartData, _ chart: Chart, _ place: Place
  ) -> [Inline] {
    let cutOff = ValueReference(
      name: "report.cut_off",
      text: CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) } ?? book.cutOff,
      machine: book.cutOff)
    var inlines = filled("chartSource", [cutOff])
    if chart.series.contains(where: { $0.values.contains(where: \.isProvisional) }) {
      inlines.append(.text(wording["chartProvisional"]))
    }
    let note = line(outline.note[language], place)
    if !note.isEmpty { inlines += [.text(wording.isChinese ? "" : " ")] + note }
    return inlines
  }

  /// The sentence that stands as a title where the outline has none.
  private mutating func finding(_ data: ChartData, _ outline: OutlineChart) -> [Inline] {
    guard let figure = data.figures.first else { return [] }
    let sentences = DataSentences(resolver: resolver)
    var sentence: [Inline]?
    if let breakdown = data.breakdown, data.series.count == 1 {
      sentence = sentences.rank(figure, breakdown)
    } else if data.isOverTime, data.series.count == 1 {
      sentence = sentences.change(figure, over: outline.years)
    }
    let names = data.figures.map {
      wording.typographic($0.names[language] ?? $0.id)
    }
    let inlines = sentence ?? [.text(wording.joined(names))]
    values += inlines.boundValues
    return inlines
  }

  /// The chart read aloud: its form, its title, what is measured, a sentence, and its values.
  func spoken(_ chart: Chart, title: String, sentence: String = "") -> String {
    let comma = wording.isChinese ? "，" : ", "
    let colon = wording.isChinese ? "：" : ": "
    let stop = wording.isChinese ? "。" : "."
    let space = wording.isChinese ? "" : " "
    let head = [wording["chart." + chart.form.rawValue], title, chart.subtitle]
      .filter { !$0.isEmpty }.joined(separator: comma)
    let series = chart.series.map { series in
      let data = zip(chart.categories, series.values).map {
        $0 + colon + $1.text + ($1.isProvisional ? "*" : "")
      }.joined(separator: wording.clause)
      return series.name.isEmpty ? data : series.name + colon + data
    }
    let notes =
      chart.breaks.map { wording.sentence("chartBreak", chart.categories[$0.before], $0.text) }
      + chart.annotations.map { chart.categories[$0.category] + colon + $0.text }
    let body = ([sentence].filter { !$0.isEmpty } + series + notes)
    if chart.series.count == 1, sentence.isEmpty, notes.isEmpty {
      return head + colon + body.joined() + stop
    }
    return ([head] + body).joined(separator: stop + space) + stop
  }
}

extension [Inline] {
  /// The values that stand in a line.
  var boundValues: [ValueReference] {
    compactMap { if case .value(let value) = $0 { value } else { nil } }
  }
}
