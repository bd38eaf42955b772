import DocumentModel
import Ledger
import Records

/// A few things side by side: years, parts or indicators, as a table.
extension Composer {
  mutating func comparison(_ outline: OutlineComparison, _ place: Place) -> [Block] {
    let figures = outline.figures.compactMap { figure($0, place) }
    guard figures.count == outline.figures.count else { return [] }
    let corner: String
    var heads: [[Inline]]
    var rows: [[[Inline]]]
    switch outline.sides {
    case .years(let years):
      corner = wording["indicator"]
      heads = years.map { [.text($0)] }
      rows = figures.map { row(of: $0, years, outline, place) }
    case .parts(let keys, let fields):
      corner = wording["indicator"]
      heads = keys.map { [.text(partName($0, figures, fields))] }
      rows = figures.map { row(of: $0, parts: keys, fields: fields, outline, place) }
      guard !rows.contains(where: \.isEmpty) else { return [] }
    case .figures(_, let years):
      corner = wording["year"]
      heads = figures.map { [.text(comparedName($0, outline))] }
      rows = years.map { year in
        [[.text(year)]] + figures.map { yearValue($0, year, place) }
      }
    }
    let changes = self.changes(figures, outline)
    if case .figures = outline.sides {
      if !changes.isEmpty { rows.append([[.text(wording["change"])]] + changes) }
    } else if !changes.isEmpty {
      heads.append([.text(wording["change"])])
      for index in rows.indices { rows[index].append(changes[index]) }
    }
    return [table([[.text(corner)]] + heads, rows, outline, place)]
  }

  private mutating func table(
    _ heads: [[Inline]], _ rows: [[[Inline]]], _ outline: OutlineComparison, _ place: Place
  ) -> Block {
    claim(outline.anchor, place)
    let caption = line(outline.caption[language], place)
    // The names take two fifths; what is compared shares the rest in equal columns.
    let share = 1.5 / Double(max(1, heads.count - 1))
    return .table(
      TableBlock(
        anchor: outline.anchor, number: caption.isEmpty ? nil : nextTable(), caption: caption,
        columns: heads.indices.map {
          TableBlock.Column(alignment: $0 == 0 ? .leading : .trailing, share: $0 == 0 ? 1 : share)
        },
        head: [TableBlock.Row(cells: heads.map { TableBlock.Cell($0) })],
        rows: rows.map { TableBlock.Row(cells: $0.map { TableBlock.Cell($0) }) },
        note: line(outline.note[language], place), orientation: .upright, look: .comparison))
  }

  private func comparedName(_ figure: Figure, _ outline: OutlineComparison) -> String {
    let name = wording.typographic(
      outline.names[figure.id]?[language] ?? figure.names[language] ?? figure.id)
    let unit = resolver.unit(figure.units, Quantity(2))
    let isSaid = !wording.isChinese && name.lowercased().contains(unit.lowercased())
    guard !unit.isEmpty, !isSaid else { return name }
    return wording.isChinese ? "\(name)（\(unit)）" : "\(name) (\(unit))"
  }

  private mutating func row(
    of figure: Figure, _ years: [String], _ outline: OutlineComparison, _ place: Place
  ) -> [[Inline]] {
    [[.text(comparedName(figure, outline))]] + years.map { yearValue(figure, $0, place) }
  }

  private mutating func yearValue(_ figure: Figure, _ year: String, _ place: Place) -> [Inline] {
    value("\(figure.id).\(year)", place).map { [.value($0)] } ?? []
  }

  // MARK: Parts

  /// The parts of a figure; empty after reporting that it is not split so.
  private mutating func row(
    of figure: Figure, parts keys: [String], fields: [String], _ outline: OutlineComparison,
    _ place: Place
  ) -> [[Inline]] {
    let found = figure.breakdowns.first { fields.contains($0.field) }
    guard let breakdown = found ?? self.breakdown(fields.first ?? "", of: figure, place) else {
      return []
    }
    var cells: [[Inline]] = [[.text(comparedName(figure, outline))]]
    for key in keys {
      let isThere = breakdown.parts.contains { $0.key == key }
      if !isThere, breakdown.parts.contains(where: { $0.key == Breakdown.otherKey }) {
        report(
          "bad-comparison",
          "the ledger takes \"\(key)\" of \"\(figure.id)\" together with others", place,
          hint: "declare the breakdown with a larger `top`, or compare larger parts")
        return []
      }
      cells.append(
        value("\(figure.id).by.\(breakdown.field).\(key)", place).map { [.value($0)] } ?? [])
    }
    return cells
  }

  /// What a part is called: by the breakdowns, by its record, or as a place.
  private func partName(_ key: String, _ figures: [Figure], _ fields: [String]) -> String {
    let parts = figures.flatMap(\.breakdowns).filter { fields.contains($0.field) }.flatMap(\.parts)
    if let part = parts.first(where: { $0.key == key }) { return label(part) }
    if let record = book.record(key), let name = record.fields["name"]?.value,
      resolver.isPublic(record)
    {
      return resolver.text(name, kind: record.kind, field: "name")
    }
    return terms.places[key]?.names[language] ?? key
  }

  // MARK: Changes

  /// The change of each figure from the first of the years to the last; empty where the sides are
  /// parts, or where there are not two years.
  private mutating func changes(_ figures: [Figure], _ outline: OutlineComparison) -> [[Inline]] {
    let years: [String]
    switch outline.sides {
    case .years(let all), .figures(_, years: let all): years = all
    case .parts: return []
    }
    guard let first = years.first, let last = years.last, first != last else { return [] }
    return figures.map { figure in [printed(change(of: figure, from: first, to: last))] }
  }

  /// A change in whole per cent, from four times as much on as a difference; of what is itself in per
  /// cent in points. From zero it is new; what is not exact is not compared.
  private func change(of figure: Figure, from first: String, to last: String) -> ValueReference {
    func point(_ year: String) -> Quantity? {
      figure.series.first { $0.period == year && !$0.isSuppressed }?.value
    }
    func said(_ text: String) -> ValueReference { ValueReference(name: figure.id, text: text) }
    guard let before = point(first), let now = point(last) else { return said("–") }
    guard before.precision == .exact, now.precision == .exact else {
      return said(wording["notComparable"])
    }
    let difference = now.value - before.value
    guard difference != 0 else { return said(wording["unchanged"]) }
    guard before.value != 0 else { return said(wording["new"]) }
    let sign = difference > 0 ? "+" : "\u{2212}"
    let isShare = figure.units.values.contains { $0.hasPrefix("%") }
    if isShare || abs(now.value) > abs(before.value) * 4 {
      return said(sign + amount(of: figure, abs(difference)))
    }
    let percent = (abs(difference) / abs(before.value) * 100).rounded()
    guard percent >= 1 else { return said(wording["underOne"]) }
    return said(sign + resolver.numbers.digits(percent) + wording["percent"])
  }
}
