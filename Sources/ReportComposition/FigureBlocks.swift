import DocumentModel
import Ledger
import Records

/// Tables of figures: over the years, and split into parts.
extension Composer {
  /// Indicators over the years, each value bound to its year; what an earlier report published
  /// stands beside a value that has been restated since.
  mutating func figureTable(_ table: FigureTable, _ place: Place) -> [Block] {
    let figures = table.figures.compactMap { figure($0, place) }
    let all = Set(figures.flatMap { $0.series.map(\.period) }).sorted()
    let years = Array(all.suffix(table.years))
    guard !figures.isEmpty, !years.isEmpty else { return [] }
    let rows = figures.map { figure in
      let name = wording.typographic(figure.names[language] ?? figure.id)
      let unit = resolver.unit(figure.units, Quantity(2))
      let cells = years.map { yearCell(figure, $0, place) }
      return TableBlock.Row(
        cells: [TableBlock.Cell([.text(name)]), TableBlock.Cell([.text(unit)])] + cells)
    }
    let head = [wording["indicator"], wording["unit"]] + years
    return numberTable(
      head: head, rows: rows, leading: 2, anchor: table.anchor, caption: table.caption,
      note: table.note, place)
  }

  private mutating func yearCell(
    _ figure: Figure, _ year: String, _ place: Place
  ) -> TableBlock.Cell {
    guard let point = figure.series.first(where: { $0.period == year }) else {
      return TableBlock.Cell([.text("–")])
    }
    var parts: [Inline] = []
    if let value = value("\(figure.id).\(year)", place) { parts.append(.value(value)) }
    if let published = point.published {
      let then = resolver.value("\(figure.id).\(year)", published, units: [:], ValueForm())
      // The bound value is today's: a machine must not take what was published for it.
      let quoted = ValueReference(name: then.name, text: then.text)
      parts += [.text(wording.isChinese ? "" : " ")] + filled("publishedThen", [quoted])
    }
    return TableBlock.Cell(parts)
  }

  /// One indicator's parts, the largest first as the ledger orders them.
  mutating func breakdownTable(_ table: BreakdownTable, _ place: Place) -> [Block] {
    guard let figure = figure(table.figure, place) else { return [] }
    guard let breakdown = figure.breakdowns.first(where: { $0.field == table.field }) else {
      let known = figure.breakdowns.map(\.field)
      report(
        "unknown-breakdown", "\"\(figure.id)\" is not split by \"\(table.field)\"", place,
        hint: Spelling.nearest(to: table.field, among: known).map { "did you mean \"\($0)\"?" }
          ?? (known.isEmpty
            ? "add breakdowns to its declaration" : "one of \(known.joined(separator: ", "))"))
      return []
    }
    let parts = shown(breakdown, table.top)
    let rows = parts.map { part in
      let name = ValueReference(name: "\(figure.id).by.\(table.field)", text: label(part))
      return TableBlock.Row(cells: [
        TableBlock.Cell([.text(name.text)]), TableBlock.Cell([partValue(figure, table, part)]),
      ])
    }
    guard !rows.isEmpty else { return [] }
    let field = breakdown.names[language] ?? table.field
    let unit = resolver.unit(figure.units, Quantity(2))
    return numberTable(
      head: [field.prefix(1).uppercased() + field.dropFirst(), unit], rows: rows, leading: 1,
      anchor: table.anchor, caption: table.caption, note: table.note, place)
  }

  private func label(_ part: Breakdown.Part) -> String {
    guard let key = part.key else { return wording.notReported }
    return wording.typographic(part.names[language] ?? key)
  }

  private mutating func partValue(
    _ figure: Figure, _ table: BreakdownTable, _ part: Breakdown.Part
  ) -> Inline {
    let name = "\(figure.id).by.\(table.field).\(part.key ?? "")"
    return printed(resolver.partValue(name, part, of: figure))
  }

  /// The first parts, and the others as one where they can be added up.
  private func shown(_ breakdown: Breakdown, _ top: Int?) -> [Breakdown.Part] {
    guard let top, breakdown.parts.count > top + 1, !breakdown.overlaps else {
      return breakdown.parts
    }
    let rest = breakdown.parts.dropFirst(top)
    let values = rest.compactMap(\.value)
    let isHidden = rest.contains(where: \.isSuppressed)
    let sum = values.dropFirst().reduce(values.first) { total, next in total.map { $0 + next } }
    let others = wording.sentence("others", "\(rest.count)")
    return breakdown.parts.prefix(top) + [
      Breakdown.Part(
        key: "others", names: [language: others], value: isHidden ? nil : sum,
        isSuppressed: isHidden)
    ]
  }

  private mutating func figure(_ id: String, _ place: Place) -> Figure? {
    if let figure = resolver.figures[id] { return figure }
    _ = value(id, place)
    return nil
  }

  private mutating func numberTable(
    head: [String], rows: [TableBlock.Row], leading: Int, anchor: String,
    caption: [String: String], note: [String: String], _ place: Place
  ) -> [Block] {
    claim(anchor, place)
    let caption = line(caption[language], place)
    let columns = head.indices.map {
      TableBlock.Column(alignment: $0 < leading ? .leading : .trailing)
    }
    return [
      .table(
        TableBlock(
          anchor: anchor, number: caption.isEmpty ? nil : nextTable(), caption: caption,
          columns: columns,
          head: [TableBlock.Row(cells: head.map { TableBlock.Cell([.text($0)]) })], rows: rows,
          note: line(note[language], place)))
    ]
  }
}
