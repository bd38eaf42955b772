import Ledger
import Records

extension CheckContext {
  /// Whether an editor's note speaks of a figure, in every language of the report.
  func hasNote(on figure: String) -> Bool {
    guard let note = input.notes[figure] else { return false }
    return languages.allSatisfy { note[$0]?.isEmpty == false }
  }

  /// Breakdowns whose parts do not add up to their figure.
  func partsProblems() -> [Diagnostic] {
    book.figures.flatMap { figure -> [Diagnostic] in
      guard let value = figure.value, !hasNote(on: figure.id) else { return [] }
      return figure.breakdowns.compactMap { breakdown in
        // A statement that less exists than is itemised has been told.
        let isContradicted = figure.itemised.map { Double($0) > value.value } ?? false
        guard !breakdown.overlaps, !isContradicted, !breakdown.parts.isEmpty,
          breakdown.parts.allSatisfy({ !$0.isSuppressed })
        else { return nil }
        return difference(figure, value, breakdown)
      }
    }
  }

  private func difference(
    _ figure: Figure, _ value: Quantity, _ breakdown: Breakdown
  ) -> Diagnostic? {
    let sum = breakdown.parts.compactMap { $0.value?.value }.reduce(0, +)
    let isWhole = breakdown.parts.allSatisfy { $0.value?.precision == .exact }
    // A total that is stated may be itemised in part; a lower bound may be exceeded.
    let mayBeLess = figure.itemised != nil || !isWhole || value.precision == .atMost
    let mayBeMore = value.precision == .atLeast || value.precision == .about
    let slack = 1e-6 * max(1, abs(value.value))
    let upper = value.upper ?? value.value
    if sum > upper + slack, mayBeMore { return nil }
    if sum < value.value - slack, mayBeLess || value.precision == .about { return nil }
    if sum >= value.value - slack, sum <= upper + slack { return nil }
    return Diagnostic(
      .error, code: "parts-differ",
      "the parts of \(figure.id) by \(breakdown.field) add up to \(plain(sum)), not "
        + value.source, at: figure.place,
      hint: "correct the indicator or its records, or say under `notes:` why they differ")
  }

  /// Totals that are stated twice for one day, with two values.
  func statedTwiceProblems() -> [Diagnostic] {
    var first: [String: Record] = [:]
    return book.records(kind: "stated_total").compactMap { record in
      guard let id = record.fields["indicator"]?.value.text,
        let asOf = record.fields["as_of"]?.value.date?.source
      else { return nil }
      let key = "\(id) \(asOf)"
      guard let other = first[key] else {
        first[key] = record
        return nil
      }
      guard let field = record.fields["value"], field.value != other.fields["value"]?.value,
        let mine = field.value.quantity, let known = other.fields["value"]?.value.quantity
      else { return nil }
      return Diagnostic(
        .error, code: "stated-twice",
        "\(quoted(record.id)) states \(mine.source) for \(id) in \(asOf), but "
          + "\(quoted(other.id)) states \(known.source)", at: field.place,
        hint: "keep the right one; the other is at \(other.place.description)")
    }
  }

  /// Tables typed in texts, whose last row is not the sum of the rows above.
  func tableTotalProblems() -> [Diagnostic] {
    files.flatMap { file -> [Diagnostic] in
      var problems: [Diagnostic] = []
      var rows: [ProseUnit] = []
      for unit in file.units + [ProseUnit(kind: .paragraph, file: file.path)] {
        if unit.kind == .row {
          rows.append(unit)
        } else if !rows.isEmpty {
          problems += totals(rows)
          rows = []
        }
      }
      return problems
    }
  }

  private static let totalWords: Set<String> = ["total", "sum", "all", "合计", "总计", "共计", "总数"]

  private func totals(_ rows: [ProseUnit]) -> [Diagnostic] {
    guard rows.count > 2, let last = rows.last else { return [] }
    let cells = rows.map { Self.cells($0) }
    guard let foot = cells.last, let label = foot.first,
      Self.totalWords.contains(label.text.lowercased())
    else { return [] }
    return foot.indices.dropFirst().compactMap { column in
      let body = cells.dropFirst().dropLast().map { $0.count > column ? $0[column].text : "" }
      let numbers = body.compactMap { Double($0.replacing(",", with: "")) }
      guard numbers.count == body.count,
        let total = Double(foot[column].text.replacing(",", with: ""))
      else { return nil }
      let sum = numbers.reduce(0, +)
      guard abs(sum - total) > 1e-6 else { return nil }
      return Diagnostic(
        .error, code: "parts-differ",
        "the column adds up to \(plain(sum)), but its total says \(plain(total))",
        at: last.place(at: foot[column].offset),
        hint: "correct the total, or bind it to a figure")
    }
  }

  private static func cells(_ row: ProseUnit) -> [(text: String, offset: Int)] {
    var cells: [(text: String, offset: Int)] = []
    var start = 0
    for offset in row.scalars.indices
    where row.scalars[offset] == "|" || offset == row.scalars.count - 1 {
      let end = row.scalars[offset] == "|" ? offset : offset + 1
      var (first, last) = (start, end)
      while first < last, row.scalars[first].properties.isWhitespace { first += 1 }
      while last > first, row.scalars[last - 1].properties.isWhitespace { last -= 1 }
      if offset > 0 { cells.append((row.string(first..<last), first)) }
      start = offset + 1
    }
    return cells
  }

  /// Charts whose bars are counted in different units.
  func mixedUnitProblems() -> [Diagnostic] {
    files.flatMap { file in
      file.fences.filter { $0.info.hasPrefix("chart") }.compactMap { fence -> Diagnostic? in
        let text = fence.lines.joined(separator: " ")
        let names = text.split { !($0.isLetter || $0.isNumber || ".-_".contains($0)) }
        let figures = names.compactMap { book.figure(String($0)) }
        let language = file.language
        guard let first = figures.first, let unit = first.units[language],
          let other = figures.first(where: { $0.units[language] != unit })
        else { return nil }
        return Diagnostic(
          .error, code: "mixed-units",
          "the chart mixes units: \(first.id) is in \(quoted(unit)), \(other.id) in "
            + quoted(other.units[language] ?? ""), at: fence.place,
          hint: "draw one chart for each unit")
      }
    }
  }
}
