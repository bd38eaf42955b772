public import Records

/// Computes every figure of a report by SQL over the store of its records.
public struct LedgerBuilder: Sendable {
  /// The kinds that the records are of.
  public var vocabulary: Vocabulary
  /// The languages of the report.
  public var languages: [String]
  /// The longest that one indicator's queries may take together, in seconds.
  public var timeLimit: Double
  /// What was to be reached in the period, by indicator.
  public var targets: [String: Quantity]
  /// What earlier reports published, by period and indicator.
  public var published: [String: [String: Quantity]]
  /// Which small counts are kept back; nil for none.
  public var suppression: SuppressionPolicy?

  /// A builder.
  public init(
    vocabulary: Vocabulary, languages: [String] = ["en", "zh"], timeLimit: Double = 10,
    targets: [String: Quantity] = [:], published: [String: [String: Quantity]] = [:],
    suppression: SuppressionPolicy? = nil
  ) {
    self.vocabulary = vocabulary
    self.languages = languages
    self.timeLimit = timeLimit
    self.targets = targets
    self.published = published
    self.suppression = suppression
  }

  /// A writer for the records of the report.
  ///
  /// - Throws: `LedgerProblems` where the vocabulary's names cannot all be tables and columns.
  public func makeWriter() throws(LedgerProblems) -> LedgerStoreWriter {
    try LedgerStoreWriter(vocabulary: vocabulary, languages: languages)
  }

  /// Computes the figures of a period.
  ///
  /// - Parameters:
  ///   - period: A year, or a span of years: `2019`, `2018/2019`.
  ///   - cutOff: The cut-off date, ISO 8601.
  /// - Throws: `LedgerProblems` with every problem found.
  public func build(
    store: LedgerStore, indicators: [Indicator], period: String, cutOff: String
  ) throws(LedgerProblems) -> LedgerBook {
    let years = try years(of: period)
    try checkCutOff(cutOff)
    let timeline = Timeline(
      years: years, cutOff: cutOff, name: period, since: firstYear(store, indicators))
    var work = FigureWork(
      builder: self, store: store, indicators: indicators, timeline: timeline)
    work.run()
    let errors = work.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw LedgerProblems(work.problems) }
    return LedgerBook(
      figures: work.figures, store: store, queries: work.queries, problems: work.problems,
      withheld: work.withheld, period: period, cutOff: cutOff)
  }

  /// Computes the figures of records at hand, without checking where their references lead.
  ///
  /// - Throws: `LedgerProblems` with every problem found.
  public func build(
    records: [Records.Record], indicators: [Indicator], period: String, cutOff: String
  ) throws(LedgerProblems) -> LedgerBook {
    var writer = try makeWriter()
    do throws(Diagnostic) {
      for record in records {
        guard let (row, origin) = RecordRow.row(of: record, vocabulary) else { continue }
        try writer.add(row, origins: [origin])
      }
    } catch {
      throw LedgerProblems([error])
    }
    let store = try writer.finish()
    let duplicates = store.problems.filter { $0.code == "duplicate-id" }
    guard duplicates.isEmpty else { throw LedgerProblems(duplicates) }
    return try build(store: store, indicators: indicators, period: period, cutOff: cutOff)
  }

  /// The earliest year of which the store tells something by the fields that indicators ask for time.
  private func firstYear(_ store: LedgerStore, _ indicators: [Indicator]) -> Int? {
    let names = published.keys.compactMap { Int($0.prefix(4)) }
    var fields: [[String]] = []
    for form in indicators.compactMap(\.shortForm) {
      guard case .during(let field) = form.time, !fields.contains([form.kind, field]) else {
        continue
      }
      fields.append([form.kind, field])
    }
    let stored = store.read { connection in
      fields.compactMap { field -> Int? in
        let column = identifier(field[1] + "_first_year")
        do throws(SQLiteProblem) {
          return try connection.integer(
            "SELECT min(\(column)) FROM \(identifier(field[0])) WHERE \(column) > 0")
        } catch {
          // A field that there is not is told where its indicator runs.
          return nil
        }
      }
    }
    return (names + stored).min()
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

extension RecordRow {
  /// A record as it would have streamed in; nil for a kind that the vocabulary does not have.
  static func row(
    of record: Records.Record, _ vocabulary: Vocabulary
  ) -> (RecordRow, RecordOrigin)? {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == record.kind }) else {
      return nil
    }
    let fields = vocabulary.kinds[kind].fields.map { record.fields[$0.name] }
    let start = Spot(record.place)
    let row = RecordRow(
      kind: kind, id: record.id, origin: 0, spot: start, values: fields.map { $0?.value },
      spots: fields.map { $0.map { Spot($0.place) } ?? start })
    return (row, RecordOrigin(file: record.place.file, sheet: record.place.sheet))
  }
}

extension Spot {
  fileprivate init(_ place: Place) {
    self.init(line: Int32(clamping: place.line), column: Int32(clamping: place.column))
  }
}
