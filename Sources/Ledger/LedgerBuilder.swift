import GRDB
public import Records

/// Compiles records into an embedded SQLite store and computes every figure by SQL over it.
public struct LedgerBuilder: Sendable {
  /// The kinds that the records are of.
  public var vocabulary: Vocabulary
  /// The longest that one indicator's query may take, in seconds.
  public var timeLimit: Double

  /// A builder.
  public init(vocabulary: Vocabulary, timeLimit: Double = 10) {
    self.vocabulary = vocabulary
    self.timeLimit = timeLimit
  }

  /// Computes the figures of a period.
  ///
  /// - Parameters:
  ///   - period: A year, or a span of years: `2019`, `2018/2019`.
  ///   - cutOff: The cut-off date, ISO 8601.
  /// - Throws: `LedgerProblems` with every problem found.
  public func build(
    records: [Records.Record], indicators: [Indicator], period: String, cutOff: String
  ) throws(LedgerProblems) -> LedgerBook {
    let years = try years(of: period)
    try checkCutOff(cutOff)
    let queue = try store(records)
    let query = FigureQuery(queue: queue, years: years, cutOff: cutOff, timeLimit: timeLimit)
    let totals = StatedTotals(records: records, indicators: indicators, cutOff: cutOff)
    var problems = totals.problems
    var figures: [Figure] = []
    var idsBehind: [String: [String]] = [:]
    var seen: Set<String> = []
    for indicator in indicators {
      if !seen.insert(indicator.id).inserted {
        problems.append(
          Diagnostic(
            .error, code: "duplicate-indicator",
            "the indicator \"\(indicator.id)\" is declared twice",
            at: indicator.place, hint: "remove one"))
      }
      do throws(Diagnostic) {
        let result = try query.run(indicator)
        figures.append(totals.figure(indicator, result))
        idsBehind[indicator.id] = totals.ids(behind: indicator, result)
      } catch {
        problems.append(error)
      }
    }
    problems += figures.compactMap(totals.contradiction)
    guard problems.isEmpty else { throw LedgerProblems(problems) }
    return LedgerBook(
      figures: figures, records: records, idsBehind: idsBehind, period: period, cutOff: cutOff)
  }

  private func store(_ records: [Records.Record]) throws(LedgerProblems) -> DatabaseQueue {
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(configuration: configuration)
      try queue.write { database in
        try Schema(vocabulary: vocabulary, withPrivate: true).create(in: database)
        let filling = try Filling(database)
        for (index, record) in records.enumerated() { try filling.add(record, position: index + 1) }
      }
      return queue
    } catch {
      throw LedgerProblems([
        Diagnostic(
          .error, code: "ledger-store", "the ledger cannot be built: \(error)",
          hint: "check the vocabulary and the ids of the records")
      ])
    }
  }

  private func checkCutOff(_ text: String) throws(LedgerProblems) {
    let date = Result { try PartialDate.parse(text) }
    if case .success(let date) = date, date.start?.day != nil, date.start == date.end { return }
    throw LedgerProblems([
      Diagnostic(
        .error, code: "bad-cut-off", "the cut-off date \"\(text)\" is not a day",
        hint: "write it as 2019-12-31")
    ])
  }

  private func years(of period: String) throws(LedgerProblems) -> ClosedRange<Int> {
    do throws(ValueProblem) {
      let date = try PartialDate.parse(period)
      if let start = date.start?.year, let end = date.end?.year, start <= end { return start...end }
    } catch {
      throw LedgerProblems([
        Diagnostic(.error, code: "bad-period", "the period: \(error.message)", hint: error.hint)
      ])
    }
    throw LedgerProblems([
      Diagnostic(
        .error, code: "bad-period", "the period \"\(period)\" has no end",
        hint: "write 2019 or 2018/2019")
    ])
  }
}
