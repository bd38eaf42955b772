import CSQLite
import Records

/// Runs one indicator's SQL, read-only and within limits, and adds up its rows.
struct FigureQuery {
  let connection: SQLiteConnection
  let schema: StoreSchema
  let timeline: Timeline
  /// The longest that an indicator may take, in seconds.
  var timeLimit = 10.0

  /// What an indicator finds in each period.
  func measure(_ indicator: Indicator) throws(Diagnostic) -> Measurement {
    let plan = TallyPlan(indicator, schema: schema)
    let sandbox = QuerySandbox(connection, schema: schema, timeLimit: timeLimit)
    defer { sandbox.close() }
    do throws(Measurement.Fault) {
      let authored = try authored(plan)
      let time = authored.parameters
      try refuseMixedTime(indicator, time)
      let isTimed = plan.isTimed || !time.isEmpty
      let timeline = indicator.hasSeries && isTimed ? timeline : timeline.last
      var result = Measurement(timeline, splits: indicator.splits.count)
      // Where a condition asks for the period itself, each period is a query of its own.
      if plan.canSpread && time.isEmpty {
        try run(plan.spread(), from: timeline.windows[0], to: timeline.own, &result, isWhole: true)
      } else {
        try runEach(plan, authored, &result)
      }
      for split in plan.listSplits {
        let query = plan.list(
          split, window: timeline.windows.count - 1, columns: authored.columns)
        try run(query, from: timeline.own, to: timeline.own, &result, isWhole: false)
      }
      if !plan.columnSplits.isEmpty, let column = sandbox.readPrivate.min() {
        throw .sqlite(
          SQLiteProblem(
            code: SQLITE_ERROR,
            message: "reads the private field \(column), and may not be split"))
      }
      result.kinds = Set(sandbox.read.compactMap(schema.kind(ofTable:)))
      return result
    } catch {
      throw diagnostic(error, indicator, sandbox)
    }
  }

  private func runEach(
    _ plan: TallyPlan, _ authored: Authored, _ result: inout Measurement
  ) throws(Measurement.Fault) {
    for (index, window) in result.timeline.windows.enumerated() {
      let isOwn = index == result.timeline.windows.count - 1
      let query = plan.single(window: index, columns: authored.columns, withSplits: isOwn)
      try run(query, as: authored, from: window, to: window, &result, isWhole: true)
    }
  }

  /// - Parameter known: A statement that serves where the query is no other.
  private func run(
    _ query: TallyPlan.Query, as known: Authored? = nil, from first: Timeline.Window,
    to last: Timeline.Window, _ result: inout Measurement, isWhole: Bool
  ) throws(Measurement.Fault) {
    let rows: SQLiteStatement
    if let known, known.sql == query.sql {
      rows = known.statement
      rows.reset()
    } else {
      rows = try prepare(query.sql)
    }
    Timeline.Window(first: first.first, last: last.last, cutOff: last.cutOff).bind(to: rows)
    try result.add(rows, query.columns, isWhole: isWhole)
  }

  /// The ids that an indicator counts in a period, each once, in the query's order.
  ///
  /// - Parameter limit: The most ids; nil for all.
  func recordIDs(_ indicator: Indicator, limit: Int?) throws(Diagnostic) -> [String] {
    let sandbox = QuerySandbox(connection, schema: schema, timeLimit: timeLimit)
    defer { sandbox.close() }
    do throws(Measurement.Fault) {
      let rows = try prepare(indicator.sql)
      guard let column = rows.columnNames.firstIndex(of: "record_id") else { return [] }
      timeline.own.bind(to: rows)
      var seen = ByteInterner()
      var ids: [String] = []
      while ids.count < limit ?? .max, try step(rows) {
        guard let bytes = rows.bytes(Int32(column)) else { continue }
        if Int(seen.number(of: bytes)) == ids.count {
          ids.append(String(decoding: bytes, as: UTF8.self))
        }
      }
      return ids
    } catch {
      throw diagnostic(error, indicator, sandbox)
    }
  }

  private func step(_ rows: SQLiteStatement) throws(Measurement.Fault) -> Bool {
    do throws(SQLiteProblem) { return try rows.step() } catch { throw .sqlite(error) }
  }

  private func prepare(_ sql: String) throws(Measurement.Fault) -> SQLiteStatement {
    do throws(SQLiteProblem) {
      let statement = try connection.prepare(sql)
      guard statement.isReadOnly else {
        throw SQLiteProblem(code: SQLITE_AUTH, message: "writes")
      }
      return statement
    } catch {
      throw .sqlite(error)
    }
  }

  // MARK: What the SQL may say

  /// The author's own SQL, prepared.
  private struct Authored {
    var sql: String
    var statement: SQLiteStatement
    /// The parameters that it names.
    var parameters: Set<String>
    /// Its columns; none for a short form.
    var columns: [String]
  }

  /// The author's own SQL, checked.
  private func authored(_ plan: TallyPlan) throws(Measurement.Fault) -> Authored {
    let sql = plan.authored
    let statement = try prepare(sql)
    let columns = statement.columnNames
    if plan.isSQL, !columns.contains("record_id") {
      throw .sqlite(
        SQLiteProblem(
          code: SQLITE_ERROR,
          message: "returns no record_id: select the id of each record as record_id"))
    }
    if plan.isSQL, plan.indicator.aggregate != .count, !columns.contains("number") {
      throw .sqlite(SQLiteProblem(code: SQLITE_ERROR, message: "returns no number to add up"))
    }
    if let column = plan.columnSplits.first(where: { !columns.contains($0) }) {
      throw .sqlite(
        SQLiteProblem(
          code: SQLITE_ERROR,
          message: "returns no column \(quoted(column)) to split by: select it, or add from: KIND"))
    }
    let known = [":first_year", ":last_year", ":cut_off"]
    for name in statement.parameters where !known.contains(name ?? "") {
      throw .sqlite(
        SQLiteProblem(
          code: SQLITE_ERROR,
          message:
            "has the parameter \(quoted(name ?? "?")), and there are \(known.joined(separator: ", "))"
        ))
    }
    return Authored(
      sql: sql, statement: statement, parameters: Set(statement.parameters.compactMap(\.self)),
      columns: plan.isSQL ? columns : [])
  }

  /// A stock is as of a day, and a flow is over years; a query that mixes them prints a wrong figure.
  private func refuseMixedTime(
    _ indicator: Indicator, _ parameters: Set<String>
  ) throws(Measurement.Fault) {
    if indicator.kind == .stock, parameters.contains(":first_year") {
      throw .sqlite(
        SQLiteProblem(
          code: SQLITE_ERROR,
          message: "is a stock and counts over years: compare with :cut_off, or make it a flow"))
    }
    if indicator.kind == .flow, parameters == [":cut_off"] {
      throw .sqlite(
        SQLiteProblem(
          code: SQLITE_ERROR,
          message:
            "is a flow and counts as of a day: compare with :first_year and :last_year, or make it a stock"
        ))
    }
  }

  // MARK: Problems

  private func diagnostic(
    _ fault: Measurement.Fault, _ indicator: Indicator, _ sandbox: QuerySandbox
  ) -> Diagnostic {
    func problem(_ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(
        .error, code: "bad-indicator", "indicator \(quoted(indicator.id)) \(message)",
        at: indicator.place, hint: hint)
    }
    switch (fault, sandbox.stop) {
    case (_, .time):
      return problem("takes longer than \(Int(timeLimit)) seconds", "simplify its SQL")
    case (_, .memory): return problem("needs too much memory", "simplify its SQL")
    case (.noRecord, _):
      return problem("returns a row without record_id", "leave out rows that are of no record")
    case (.noNumber, _):
      return problem(
        "returns a number or precision that is none",
        "return number, precision and upper as the store holds them")
    case (.sqlite(let error), _):
      if let what = sandbox.refused {
        return problem("tries to \(what)", "an indicator may only read the records")
      }
      return problem("cannot be computed: \(error.message)", hint(error, indicator))
    }
  }

  private func hint(_ error: SQLiteProblem, _ indicator: Indicator) -> String? {
    if error.message.hasPrefix("no such column"),
      let name = error.message.split(separator: " ").last,
      indicator.sql.contains("\"\(name)\"")
    {
      return "write a text in single quotes: '\(name)'"
    }
    if error.message.hasPrefix("no such table"),
      let name = error.message.split(separator: " ").last,
      let near = Spelling.nearest(to: String(name), among: schema.readable.sorted())
    {
      return "did you mean \"\(near)\"?"
    }
    guard let offset = error.offset, !indicator.sql.isEmpty, indicator.shortForm == nil else {
      return nil
    }
    let line = indicator.sql.utf8.prefix(offset).count { $0 == 0x0A } + 1
    return line > 1 ? "look at line \(line) of its SQL" : nil
  }
}

extension Timeline.Window {
  /// Gives a query's parameters their values.
  func bind(to statement: SQLiteStatement) {
    for (index, name) in statement.parameters.enumerated() {
      switch name {
      case ":first_year": statement.bind(first, at: Int32(index + 1))
      case ":last_year": statement.bind(last, at: Int32(index + 1))
      case ":cut_off": statement.bind(cutOff, at: Int32(index + 1))
      default: break
      }
    }
  }
}
