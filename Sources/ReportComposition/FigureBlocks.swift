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
    let units = figures.map { resolver.unit($0.units, Quantity(2)) }
    // A unit that all rows share stands once, over the years.
    let isShared = years.count > 1 && Set(units).count == 1 && table.form.heads == nil
    let shared = units.first.flatMap { isShared && !$0.isEmpty ? $0 : nil }
    let leading = shared == nil ? 2 : 1
    var names = [wording["indicator"]] + years
    if shared == nil { names.insert(wording["unit"], at: 1) }
    let numbers = Array(leading..<names.count)
    if Set(units).count > 1, table.form.sums != .none {
      report(
        "no-sum", "figures of several units cannot be added up", place,
        hint: "take \"total\" out, or show figures of one unit")
    }
    let summed = summed(table.form, columns: names, numbers: numbers, place)
    let rows = zip(figures, units).map { figure, unit in
      let name = wording.typographic(figure.names[language] ?? figure.id)
      var row = SourceRow(cells: [TableBlock.Cell([.text(name)])])
      if shared == nil { row.cells.append(TableBlock.Cell([.text(unit)])) }
      row.cells += years.map { yearCell(figure, $0, place) }
      for column in summed {
        let point = figure.series.first { $0.period == names[column] }
        row.addends[column] = Addend(
          name: "\(figure.id).\(names[column])", value: point?.value,
          isSuppressed: point?.isSuppressed ?? false)
      }
      return row
    }
    let common = shared.map {
      [
        TableForm.Head(
          title: [language: capitalised(wording.sentence("unitHead", $0))], over: years)
      ]
    }
    let plan = RowPlan(
      form: table.form, anchor: table.anchor, place: place, columns: names, summed: summed,
      decimals: figures.compactMap(\.decimals).max())
    return numberTable(
      plan, self.rows(rows, plan), heads: table.form.heads ?? common ?? [], leading: leading,
      // Decimal signs of different units have nothing to do with each other.
      alignment: Set(figures.map { $0.decimals ?? 0 }).count > 1 ? .trailing : .decimal,
      caption: table.caption, note: table.note)
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
      notes += 1
      let (number, period) = (notes, ValueReference(name: then.name, text: year))
      let content = filled("publishedNote", [quoted, period])
      parts.append(.note(Note(anchor: "note-\(number)", number: number, content: content)))
    }
    return TableBlock.Cell(parts)
  }

  /// One indicator's parts, the largest first as the ledger orders them.
  mutating func breakdownTable(_ table: BreakdownTable, _ place: Place) -> [Block] {
    guard let figure = figure(table.figure, place) else { return [] }
    guard let breakdown = breakdown(table.field, of: figure, place) else { return [] }
    let isGrouped = checkGroups(of: table, breakdown, place)
    let field = breakdown.names[language] ?? table.field
    let columns = [table.field, figure.id]
    if breakdown.overlaps, table.form.sums != .none {
      report(
        "no-sum", "the parts of \"\(figure.id)\" by \"\(table.field)\" overlap", place,
        hint: "take \"total\" out: one record may stand in several parts")
    }
    let summed = summed(table.form, columns: columns, numbers: [1], place)
    let rows = shown(breakdown, isGrouped ? nil : table.top).map { part in
      let value = partValue(figure, table, part)
      var row = SourceRow(cells: [.init([.text(label(part))]), .init([value])])
      if !summed.isEmpty {
        row.addends[1] = Addend(
          name: "\(figure.id).by.\(table.field).\(part.key ?? "")", value: part.value,
          isSuppressed: part.isSuppressed)
      }
      if isGrouped { row.group = group(of: part, table.form.groupBy.first ?? "") }
      return row
    }
    guard !rows.isEmpty else { return [] }
    let unit = resolver.unit(figure.units, Quantity(2))
    var plan = RowPlan(
      form: table.form, anchor: table.anchor, place: place, columns: columns, summed: summed,
      decimals: figure.decimals)
    if !isGrouped { plan.form.groupBy = [] }
    plan.isPartial = breakdown.parts.contains { $0.key == Breakdown.otherKey }
    let total = plan.hasSums ? value(figure.id, place) : nil
    return numberTable(
      plan, self.rows(rows, plan, total: total), labels: [capitalised(field), head(of: unit)],
      heads: table.form.heads ?? [], leading: 1, caption: table.caption, note: table.note)
  }

  /// The head of a column of parts: what is counted. A Chinese counter alone says nothing.
  private func head(of unit: String) -> String {
    let isCounter = wording.isChinese && unit.unicodeScalars.contains { $0.value >= 0x4E00 }
    return isCounter ? wording.sentence("quantityIn", unit) : capitalised(unit)
  }

  /// Whether parts are put into groups: only places have something to be grouped by.
  private mutating func checkGroups(
    of table: BreakdownTable, _ breakdown: Breakdown, _ place: Place
  ) -> Bool {
    guard let property = table.form.groupBy.first else { return false }
    let isPlaces = breakdown.parts.contains { terms.places[$0.key ?? ""] != nil }
    if table.form.groupBy.count == 1, ["region", "subregion"].contains(property), isPlaces {
      return true
    }
    report(
      "bad-group",
      "the parts by \"\(table.field)\" cannot be grouped by "
        + "\"\(table.form.groupBy.joined(separator: "."))\"",
      place, hint: "parts that are places can be grouped by region or subregion")
    return false
  }

  private func group(of part: Breakdown.Part, _ property: String) -> GroupKey {
    guard let key = part.key else {
      return GroupKey(id: "", name: wording.notReported, rank: GroupKey.missing)
    }
    return regionKey(ofPlace: key, property)
      ?? GroupKey(id: key, name: label(part), rank: GroupKey.several)
  }

  /// A figure's parts by a field, or nil after reporting that it has none.
  mutating func breakdown(
    _ field: String, of figure: Figure, _ place: Place
  ) -> Breakdown? {
    if let breakdown = figure.breakdowns.first(where: { $0.field == field }) { return breakdown }
    let known = figure.breakdowns.map(\.field)
    report(
      "unknown-breakdown", "\"\(figure.id)\" is not split by \"\(field)\"", place,
      hint: Spelling.nearest(to: field, among: known).map { "did you mean \"\($0)\"?" }
        ?? (known.isEmpty
          ? "add breakdowns to its declaration" : "one of \(known.joined(separator: ", "))"))
    return nil
  }

  func label(_ part: Breakdown.Part) -> String {
    guard let key = part.key else { return wording.notReported }
    return capitalised(wording.typographic(part.names[language] ?? key))
  }

  private mutating func partValue(
    _ figure: Figure, _ table: BreakdownTable, _ part: Breakdown.Part
  ) -> Inline {
    let name = "\(figure.id).by.\(table.field).\(part.key ?? "")"
    return printed(resolver.partValue(name, part, of: figure))
  }

  /// The first parts, and the others as one where they can be added up.
  func shown(_ breakdown: Breakdown, _ top: Int?) -> [Breakdown.Part] {
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

  mutating func figure(_ id: String, _ place: Place) -> Figure? {
    if let figure = resolver.figures[id] { return figure }
    _ = value(id, place)
    return nil
  }

  private mutating func numberTable(
    _ plan: RowPlan, _ rows: [TableBlock.Row], labels: [String]? = nil, heads: [TableForm.Head],
    leading: Int, alignment: TableBlock.Alignment = .decimal, caption: [String: String],
    note: [String: String]
  ) -> [Block] {
    claim(plan.anchor, plan.place)
    let caption = line(caption[language], plan.place)
    let labels = (labels ?? plan.columns).map { [Inline.text($0)] }
    return [
      .table(
        TableBlock(
          anchor: plan.anchor, number: caption.isEmpty ? nil : nextTable(), caption: caption,
          columns: plan.columns.indices.map {
            TableBlock.Column(alignment: $0 < leading ? .leading : alignment)
          },
          head: headRows(labels, names: plan.columns, heads, plan.place), rows: rows,
          note: line(note[language], plan.place), orientation: plan.form.orientation.onPaper))
    ]
  }
}
