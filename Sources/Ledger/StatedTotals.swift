import Records

/// What the institution states without itemising it, beside what the records itemise.
struct StatedTotals {
  /// One statement.
  struct Stated {
    var id: String
    var value: Quantity
    var place: Place
    /// The first day as of which it holds.
    var asOf: String
    var years: ClosedRange<Int>
  }
  private var byIndicator: [String: [Stated]] = [:]
  private(set) var problems: [Diagnostic] = []

  /// The statements among the records, in the order of their days.
  init(store: LedgerStore, indicators: [Indicator]) {
    let known = indicators.map(\.id)
    store.forEachRecord(kind: "stated_total") { record in
      guard let field = record.fields["indicator"], case .text(let id) = field.value,
        let valueField = record.fields["value"], case .quantity(let value) = valueField.value,
        case .date(let date)? = record.fields["as_of"]?.value
      else { return }
      guard known.contains(id) else {
        problems.append(
          Diagnostic(
            .error, code: "unknown-indicator", "there is no indicator \(quoted(id))",
            at: field.place,
            hint: Spelling.nearest(to: id, among: known).map { "did you mean \"\($0)\"?" }))
        return
      }
      guard let asOf = date.earliest ?? date.latest else { return }
      byIndicator[id, default: []].append(
        Stated(
          id: record.id, value: value, place: valueField.place, asOf: asOf,
          years: date.countingYears))
    }
  }

  /// How many statements there are of an indicator.
  func count(of indicator: String) -> Int { byIndicator[indicator]?.count ?? 0 }

  /// The statement that stands for a period: the latest up to its cut-off, for a flow of its years.
  func stated(_ indicator: Indicator, in window: Timeline.Window) -> Stated? {
    var found: Stated?
    for stated in byIndicator[indicator.id] ?? [] where stated.asOf <= window.cutOff {
      guard indicator.kind == .stock || stated.years.overlaps(window.years) else { continue }
      if let found, found.asOf >= stated.asOf { continue }
      found = stated
    }
    return found
  }

  /// A statement that is smaller than what the records count cannot be right.
  func contradiction(_ stated: Stated, itemised: Quantity?, _ indicator: Indicator) -> Diagnostic? {
    guard let itemised, indicator.aggregate != .mean,
      stated.value.precision == .exact || stated.value.precision == .atMost,
      itemised.precision == .exact || itemised.precision == .atLeast,
      itemised.value > stated.value.value
    else { return nil }
    return Diagnostic(
      .error, code: "stated-below-itemised",
      "\(stated.id) states \(stated.value.source), but the records count \(itemised.source)",
      at: stated.place, hint: "correct the statement, or the records of \(indicator.id)")
  }

  /// What a statement says beyond the parts that are itemised, so that they add up.
  static func remainder(of stated: Quantity, _ itemised: Quantity?) -> Quantity? {
    let rest = stated.value - (itemised?.value ?? 0)
    guard rest > 0 else { return nil }
    switch (stated.precision, itemised?.precision ?? .exact) {
    case (let precision, .exact) where precision != .range: return Quantity(rest, precision)
    default: return Quantity(rest, .about)
    }
  }
}
