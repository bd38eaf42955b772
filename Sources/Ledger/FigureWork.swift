import Records

/// Makes the figures of a period, one indicator after the other, and collects what is wrong.
struct FigureWork {
  let builder: LedgerBuilder
  let store: LedgerStore
  let indicators: [Indicator]
  let timeline: Timeline
  private(set) var figures: [Figure] = []
  private(set) var problems: [Diagnostic] = []
  /// How the records behind each figure are found again.
  private(set) var queries: [String: RecordsQuery] = [:]
  /// The kinds of which no record leaves the ledger.
  private(set) var withheld: Set<String> = []
  private let totals: StatedTotals
  /// The kinds that each indicator reads.
  private var kinds: [String: Set<String>] = [:]
  /// How many records are behind the small values of means.
  private var counts: [String: [Int]] = [:]

  init(
    builder: LedgerBuilder, store: LedgerStore, indicators: [Indicator], timeline: Timeline
  ) {
    self.builder = builder
    self.store = store
    self.indicators = indicators
    self.timeline = timeline
    totals = StatedTotals(store: store, indicators: indicators)
  }

  mutating func run() {
    problems += totals.problems
    checkNames()
    var seen: Set<String> = []
    for indicator in indicators where seen.insert(indicator.id).inserted {
      if indicator.ratio == nil { measure(indicator) }
    }
    addRatios()
    guard problems.allSatisfy({ $0.severity == .warning }) else { return }
    let order = Dictionary(
      indicators.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    figures.sort { order[$0.id] ?? 0 < order[$1.id] ?? 0 }
    if let policy = builder.suppression {
      let suppression = Suppression(policy: policy, kinds: kinds, indicators: indicators)
      figures = suppression.applied(to: figures, counts: counts)
      withheld = suppression.withheld
    }
  }

  // MARK: Names

  private mutating func checkNames() {
    let known = indicators.map(\.id)
    var seen: Set<String> = []
    for indicator in indicators where !seen.insert(indicator.id).inserted {
      problems.append(
        Diagnostic(
          .error, code: "duplicate-indicator",
          "the indicator \(quoted(indicator.id)) is declared twice", at: indicator.place,
          hint: "remove one"))
    }
    let named =
      builder.targets.keys.sorted().map { ($0, "a target") }
      + Set(builder.published.values.flatMap(\.keys)).sorted().map { ($0, "a published value") }
      + (builder.suppression?.indicators ?? []).map { ($0, "a rule of suppression") }
    for (id, what) in named where !seen.contains(id) {
      problems.append(
        Diagnostic(
          .error, code: "unknown-indicator", "\(what) names \(quoted(id)), which is no indicator",
          hint: Spelling.nearest(to: id, among: known).map { "did you mean \"\($0)\"?" }))
    }
    for kind in builder.suppression?.kinds ?? [] where builder.vocabulary.kind(kind) == nil {
      problems.append(
        Diagnostic(
          .error, code: "unknown-kind", "a rule of suppression names the kind \(quoted(kind))",
          hint: Spelling.nearest(to: kind, among: builder.vocabulary.kinds.map(\.name)).map {
            "did you mean \"\($0)\"?"
          }))
    }
  }

  // MARK: Records to figures

  private mutating func measure(_ indicator: Indicator) {
    do throws(Diagnostic) {
      let made = try store.read { (connection) throws(Diagnostic) in
        let query = FigureQuery(
          connection: connection, schema: store.schema, timeline: timeline,
          timeLimit: builder.timeLimit)
        let measured = try query.measure(indicator)
        return (measured, try breakdowns(indicator, measured, connection))
      }
      figures.append(figure(indicator, made.0, made.1))
    } catch {
      problems.append(error)
    }
  }

  private func breakdowns(
    _ indicator: Indicator, _ measured: Measurement, _ connection: SQLiteConnection
  ) throws(Diagnostic) -> [Breakdown] {
    let builder = BreakdownBuilder(connection: connection, schema: store.schema)
    let total = value(of: measured.tallies.count - 1, measured, indicator)
    do throws(SQLiteProblem) {
      var result: [Breakdown] = []
      for index in indicator.splits.indices {
        result.append(try builder.breakdown(indicator, index, measured, total: total))
      }
      return result
    } catch {
      throw Diagnostic(
        .error, code: "bad-indicator",
        "indicator \(quoted(indicator.id)) cannot be split: \(error.message)", at: indicator.place)
    }
  }

  private func value(of window: Int, _ measured: Measurement, _ indicator: Indicator) -> Quantity? {
    let value = measured.tallies[window].value(
      indicator.aggregate, countsKeys: indicator.countsKeys, empty: indicator.empty)
    guard indicator.aggregate == .mean else { return value }
    return value?.rounded(to: indicator.decimals ?? 1)
  }

  private mutating func figure(
    _ indicator: Indicator, _ measured: Measurement, _ breakdowns: [Breakdown]
  ) -> Figure {
    let windows = windows(of: indicator, measured)
    let unmeasured = windows.count - measured.tallies.count
    var points: [SeriesPoint] = []
    var statement: StatedTotals.Stated?
    var itemised: Quantity?
    for (index, window) in windows.enumerated() {
      itemised = index < unmeasured ? nil : value(of: index - unmeasured, measured, indicator)
      statement = totals.stated(indicator, in: window)
      if let statement,
        let problem = totals.contradiction(statement, itemised: itemised, indicator),
        !problems.contains(problem)
      {
        problems.append(problem)
      }
      points.append(point(window, statement?.value ?? itemised, indicator))
    }
    let value = points.last?.value
    kinds[indicator.id] = measured.kinds
    counts[indicator.id] = measured.tallies.map(\.rows)
    queries[indicator.id] = RecordsQuery(
      indicators: [indicator], stated: statement.map { [$0.id] } ?? [], timeline: timeline.last,
      timeLimit: builder.timeLimit)
    let parts = breakdowns.map { breakdown in
      statement.map { Self.completed(breakdown, stated: $0.value, itemised) } ?? breakdown
    }
    return Figure(
      id: indicator.id, names: indicator.names, definitions: indicator.definitions,
      units: indicator.units, kind: indicator.kind, value: value,
      recordCount: measured.records + (statement == nil ? 0 : 1),
      itemised: statement.map { _ in itemised.flatMap { Int(exactly: $0.value) } ?? 0 },
      decimals: indicator.decimals ?? (indicator.aggregate == .mean ? 1 : nil),
      good: indicator.good, target: builder.targets[indicator.id],
      series: indicator.hasSeries && windows.count > 1 ? points : [], breakdowns: parts,
      sql: indicator.sql, place: indicator.place)
  }

  /// The periods that were measured, and those before of which something is stated.
  private func windows(of indicator: Indicator, _ measured: Measurement) -> [Timeline.Window] {
    let measuredWindows = measured.timeline.windows
    guard indicator.hasSeries, measuredWindows.count == 1 else { return measuredWindows }
    let isStated = timeline.windows.dropLast().contains { window in
      totals.stated(indicator, in: window) != nil
    }
    return isStated ? timeline.windows : measuredWindows
  }

  private func point(
    _ window: Timeline.Window, _ value: Quantity?, _ indicator: Indicator
  ) -> SeriesPoint {
    let published = builder.published[window.name]?[indicator.id]
    return SeriesPoint(
      period: window.name, value: value, published: published == value ? nil : published)
  }

  /// A split of a stated total, with a part for what is stated and not itemised.
  private static func completed(
    _ breakdown: Breakdown, stated: Quantity, _ itemised: Quantity?
  ) -> Breakdown {
    guard !breakdown.overlaps, let rest = StatedTotals.remainder(of: stated, itemised) else {
      return breakdown
    }
    var result = breakdown
    if let last = result.parts.indices.last, result.parts[last].key == nil {
      result.parts[last].value = result.parts[last].value.map { $0 + rest } ?? rest
    } else {
      result.parts.append(
        Breakdown.Part(key: nil, names: BreakdownBuilder.notReported, value: rest))
    }
    return result
  }

  // MARK: Ratios

  private mutating func addRatios() {
    var waiting = indicators.filter { $0.ratio != nil }
    while !waiting.isEmpty {
      let known = Set(figures.map(\.id))
      let ready = waiting.filter { indicator in
        indicator.ratio.map { known.contains($0.of) && known.contains($0.to) } ?? false
      }
      guard !ready.isEmpty else { break }
      for indicator in ready where !figures.contains(where: { $0.id == indicator.id }) {
        if let ratio = indicator.ratio { add(indicator, ratio) }
      }
      let ids = Set(ready.map(\.id))
      waiting.removeAll { ids.contains($0.id) }
    }
    for indicator in waiting { problems += missingPart(of: indicator) }
  }

  private func missingPart(of indicator: Indicator) -> [Diagnostic] {
    let known = indicators.map(\.id)
    let named = indicator.ratio.map { [$0.of, $0.to] } ?? []
    let unknown = named.filter { !known.contains($0) }
    // What could not be computed itself has been told.
    let failed = named.contains { name in
      known.contains(name) && indicators.contains { $0.id == name && $0.ratio == nil }
        && !figures.contains { $0.id == name }
    }
    guard !unknown.isEmpty || !failed else { return [] }
    return [
      Diagnostic(
        .error, code: "bad-indicator",
        unknown.isEmpty
          ? "indicator \(quoted(indicator.id)) is divided by itself in the end"
          : "indicator \(quoted(indicator.id)): there is no indicator \(quoted(unknown[0]))",
        at: indicator.place,
        hint: unknown.first.flatMap { Spelling.nearest(to: $0, among: known) }.map {
          "did you mean \"\($0)\"?"
        })
    ]
  }

  private mutating func add(_ indicator: Indicator, _ ratio: Indicator.Ratio) {
    guard let of = figures.first(where: { $0.id == ratio.of }),
      let to = figures.first(where: { $0.id == ratio.to })
    else { return }
    if ratio.isPercent, of.units != to.units {
      problems.append(
        Diagnostic(
          .warning, code: "units-mixed",
          "\(quoted(indicator.id)) is a share in per cent, but \(of.id) and \(to.id) have different units",
          at: indicator.place,
          hint: "divide what is counted alike, or leave out percent and name the unit"))
    }
    let decimals = indicator.decimals ?? 1
    func quotient(_ a: Quantity?, _ b: Quantity?) -> Quantity? {
      guard let a, let b else { return nil }
      return a.divided(by: b, times: ratio.isPercent ? 100 : 1)?.rounded(to: decimals)
    }
    let divisors = Dictionary(
      to.series.map { ($0.period, $0.value) }, uniquingKeysWith: { first, _ in first })
    let value = quotient(of.value, to.value)
    var points = of.series.map { point -> SeriesPoint in
      let window = timeline.windows.first { $0.name == point.period } ?? timeline.own
      return self.point(window, quotient(point.value, divisors[point.period] ?? nil), indicator)
    }
    if to.series.isEmpty || !indicator.hasSeries { points = [] }
    kinds[indicator.id] = (kinds[ratio.of] ?? []).union(kinds[ratio.to] ?? [])
    let queries = [queries[ratio.of], queries[ratio.to]].compactMap(\.self)
    self.queries[indicator.id] = RecordsQuery(
      indicators: queries.flatMap(\.indicators), stated: queries.flatMap(\.stated),
      timeline: timeline.last, timeLimit: builder.timeLimit)
    figures.append(
      Figure(
        id: indicator.id, names: indicator.names, definitions: indicator.definitions,
        units: indicator.units, kind: indicator.kind, value: value,
        recordCount: of.recordCount + to.recordCount, decimals: decimals, good: indicator.good,
        target: builder.targets[indicator.id], series: points, sql: indicator.sql,
        place: indicator.place))
  }
}
