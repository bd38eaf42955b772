import Records

/// What the institution states without itemising it, beside what the records itemise.
struct StatedTotals {
  private struct Stated {
    var record: Record
    var value: Quantity
    var asOf: String
  }
  private var byIndicator: [String: Stated] = [:]
  private(set) var problems: [Diagnostic] = []

  /// The latest statement of each indicator up to the cut-off date.
  init(records: [Record], indicators: [Indicator], cutOff: String) {
    let known = indicators.map(\.id)
    for record in records where record.kind == "stated_total" {
      guard let field = record.fields["indicator"], case .text(let id) = field.value,
        case .quantity(let value)? = record.fields["value"]?.value,
        case .date(let date)? = record.fields["as_of"]?.value
      else { continue }
      guard known.contains(id) else {
        problems.append(
          Diagnostic(
            .error, code: "unknown-indicator", "there is no indicator \"\(id)\"", at: field.place,
            hint: Spelling.nearest(to: id, among: known).map { "did you mean \"\($0)\"?" }))
        continue
      }
      guard let asOf = date.earliest ?? date.latest, asOf <= cutOff else { continue }
      if let other = byIndicator[id], other.asOf >= asOf { continue }
      byIndicator[id] = Stated(record: record, value: value, asOf: asOf)
    }
  }

  func figure(_ indicator: Indicator, _ result: FigureQuery.Result) -> Figure {
    let stated = byIndicator[indicator.id]
    return Figure(
      id: indicator.id, names: indicator.names, definitions: indicator.definitions,
      units: indicator.units, kind: indicator.kind, value: stated?.value ?? result.value,
      recordCount: ids(behind: indicator, result).count,
      itemised: stated.map { _ in itemised(result) }, sql: indicator.sql, place: indicator.place)
  }

  func ids(behind indicator: Indicator, _ result: FigureQuery.Result) -> [String] {
    (byIndicator[indicator.id].map { [$0.record.id] } ?? []) + result.recordIDs
  }

  private func itemised(_ result: FigureQuery.Result) -> Int {
    result.value.flatMap { Int(exactly: $0.value) } ?? 0
  }

  /// A statement that is smaller than what the records count cannot be right.
  func contradiction(_ figure: Figure) -> Diagnostic? {
    guard let itemised = figure.itemised, let value = figure.value,
      let stated = byIndicator[figure.id],
      value.precision == .exact || value.precision == .atMost, Double(itemised) > value.value
    else { return nil }
    return Diagnostic(
      .error, code: "stated-below-itemised",
      "\(stated.record.id) states \(value.source), but the records count \(itemised)",
      at: stated.record.fields["value"]?.place ?? stated.record.place,
      hint: "correct the statement, or the records of \(figure.id)")
  }
}
