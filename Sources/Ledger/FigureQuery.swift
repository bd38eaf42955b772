import Dispatch
import Foundation
import GRDB
import Records

/// Runs one indicator's SQL, read-only and within a time limit, and makes its rows a figure.
struct FigureQuery {
  let queue: DatabaseQueue
  let years: ClosedRange<Int>
  let cutOff: String
  /// The longest that a query may take, in seconds.
  var timeLimit = 10.0

  /// What a query found.
  struct Result {
    var value: Quantity?
    var recordIDs: [String]
  }

  func run(_ indicator: Indicator) throws(Diagnostic) -> Result {
    let words = indicator.sql.split(whereSeparator: \.isWhitespace)
    guard let verb = words.first?.uppercased(), verb == "SELECT" || verb == "WITH" else {
      throw problem(indicator, "is not a SELECT", hint: "begin the query with SELECT or WITH")
    }
    let timer = DispatchWorkItem { [queue] in queue.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit, execute: timer)
    defer { timer.cancel() }
    do {
      let rows = try queue.read { database in try fetch(indicator, in: database) }
      return try result(of: rows, indicator)
    } catch let error as Diagnostic {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      throw problem(
        indicator, "takes longer than \(Int(timeLimit)) seconds", hint: "simplify its SQL")
    } catch let error as DatabaseError {
      throw problem(indicator, error.message ?? "cannot be computed", hint: nil)
    } catch {
      throw problem(indicator, "cannot be computed", hint: nil)
    }
  }

  private func fetch(_ indicator: Indicator, in database: Database) throws -> [Row] {
    let statement = try database.makeStatement(sql: indicator.sql)
    guard statement.isReadonly else { throw problem(indicator, "writes", hint: "only read in it") }
    let values: [String: (any DatabaseValueConvertible)?] = [
      "first_year": years.lowerBound, "last_year": years.upperBound, "cut_off": cutOff,
    ]
    let used = values.filter { statement.sql.contains(":\($0.key)") }
    guard statement.columnNames.contains("record_id") else {
      throw problem(
        indicator, "returns no record_id", hint: "select the id of each record as record_id")
    }
    return try Row.fetchAll(statement, arguments: StatementArguments(used))
  }

  private func result(of rows: [Row], _ indicator: Indicator) throws(Diagnostic) -> Result {
    var ids: [String] = []
    var seen: Set<String> = []
    for row in rows {
      guard let id = String.fromDatabaseValue(row["record_id"]) else {
        throw problem(indicator, "returns a row without record_id", hint: nil)
      }
      if seen.insert(id).inserted { ids.append(id) }
    }
    let none: Quantity? = indicator.empty == .zero ? Quantity(0) : nil
    guard !rows.isEmpty else { return Result(value: none, recordIDs: []) }
    switch indicator.aggregate {
    case .count: return Result(value: Quantity(Double(count(rows, ids: ids))), recordIDs: ids)
    case .sum: return Result(value: try sum(rows, indicator), recordIDs: ids)
    }
  }

  private func count(_ rows: [Row], ids: [String]) -> Int {
    guard rows.first?.hasColumn("key") == true else { return ids.count }
    return Set(rows.map { row -> DatabaseValue in row["key"] }.filter { !$0.isNull }).count
  }

  /// The sum of what is reported: at least that, where some rows report nothing, and nil where none does.
  private func sum(_ rows: [Row], _ indicator: Indicator) throws(Diagnostic) -> Quantity? {
    var total: Quantity?
    var isPartial = false
    for row in rows {
      guard let number = Double.fromDatabaseValue(row["number"]) else {
        isPartial = true
        continue
      }
      let word = row.hasColumn("precision") ? String.fromDatabaseValue(row["precision"]) : nil
      guard let precision = Quantity.Precision(rawValue: word ?? "exact"), number.isFinite else {
        throw problem(indicator, "returns a number or precision that is none", hint: nil)
      }
      let upper = row.hasColumn("upper") ? Double.fromDatabaseValue(row["upper"]) : nil
      let quantity = Quantity(number, precision, upper: upper)
      total = total.map { $0 + quantity } ?? quantity
    }
    return isPartial ? total?.atLeast : total
  }

  private func problem(_ indicator: Indicator, _ message: String, hint: String?) -> Diagnostic {
    Diagnostic(
      .error, code: "bad-indicator", "indicator \"\(indicator.id)\" \(message)",
      at: indicator.place, hint: hint)
  }
}
