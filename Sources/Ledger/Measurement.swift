import CSQLite
import Records

/// Where a query's rows say what they are.
struct RowColumns {
  /// How rows tell the periods to which they belong.
  enum Time {
    /// All rows belong to one.
    case window(Int)
    /// By the first and the last year in which they count.
    case years(Int32, Int32)
    /// By the day from which and the day until which they hold.
    case days(from: Int32?, until: Int32?)
  }
  var time: Time
  var number: Int32?
  var precision: Int32?
  var upper: Int32?
  /// What is counted once; nil where rows are counted.
  var key: Int32?
  /// Where several rows may be of one record: what names it.
  var record: Int32?
  /// The columns of the splits, by their index.
  var splits: [(split: Int, column: Int32)] = []
}

/// A figure's tallies: of each period, and of each part of the own one.
struct Measurement {
  /// One split's tallies: that of rows without a value, then those of the values.
  struct Parts {
    var values = ByteInterner()
    var tallies = [Tally()]
    var pairs = PairSet()
  }
  /// At most 30 periods, so that a row's are bits of a number.
  let timeline: Timeline
  var tallies: [Tally]
  var parts: [Parts]
  /// How many records are behind the own period's value.
  var records = 0
  /// The kinds whose tables were read.
  var kinds: Set<String> = []
  private var pairs = PairSet()
  private var keys = ByteInterner()
  private var recordKeys = ByteInterner()
  private let cutOffs: [Int]
  /// The first year, and how many years a period has.
  private let (base, length): (Int, Int)

  init(_ timeline: Timeline, splits: Int) {
    self.timeline = timeline
    base = timeline.windows[0].first
    length = timeline.own.years.count
    tallies = timeline.windows.map { _ in Tally() }
    parts = Array(repeating: Parts(), count: splits)
    cutOffs = timeline.windows.map { dayNumber($0.cutOff) }
  }

  /// Why a row cannot be counted.
  enum Fault: Error {
    case noRecord, noNumber
    case sqlite(SQLiteProblem)
  }

  /// Adds every row of a query.
  ///
  /// - Parameter isWhole: Whether the rows count for the figure, not for its splits alone.
  mutating func add(
    _ rows: SQLiteStatement, _ columns: RowColumns, isWhole: Bool
  ) throws(Fault) {
    let own = tallies.count - 1
    while try Self.step(rows) {
      if let record = columns.record, rows.isNull(record) { throw .noRecord }
      let hits = hits(rows, columns.time)
      guard hits != 0 else { continue }
      let number = try Self.number(rows, columns)
      var key: Int32 = -1
      if let column = columns.key, let bytes = rows.bytes(column) {
        key = keys.number(of: bytes)
      }
      if isWhole {
        var rest = hits
        while rest != 0 {
          let hit = rest.trailingZeroBitCount
          rest &= rest - 1
          tallies[hit].add(number, columns, key: key, isNew: key >= 0 && pairs.insert(hit, key))
        }
      }
      guard hits & 1 << UInt32(own) != 0 else { continue }
      if isWhole { countRecord(rows, columns) }
      for (split, column) in columns.splits {
        parts[split].add(rows.bytes(column), number, columns, key: key)
      }
    }
  }

  private static func step(_ rows: SQLiteStatement) throws(Fault) -> Bool {
    switch sqlite3_step(rows.handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw .sqlite(rows.problem)
    }
  }

  private mutating func countRecord(_ rows: SQLiteStatement, _ columns: RowColumns) {
    guard let record = columns.record, let bytes = rows.bytes(record) else {
      records += 1
      return
    }
    _ = recordKeys.number(of: bytes)
    records = recordKeys.count
  }

  /// The periods to which a row belongs, a bit for each.
  private mutating func hits(_ rows: SQLiteStatement, _ time: RowColumns.Time) -> UInt32 {
    switch time {
    case .window(let window): return 1 << UInt32(window)
    case .years(let first, let last):
      let (first, last) = (rows.integer(first) - base, rows.integer(last) - base)
      guard last >= 0, first <= last else { return 0 }
      let from = max(0, first) / length
      guard from < tallies.count else { return 0 }
      let until = min(tallies.count - 1, last / length)
      return (2 << UInt32(until)) - (1 << UInt32(from))
    case .days(let from, let until):
      let start = from.flatMap { rows.bytes($0).map { dayNumber($0) } }
      let end = until.flatMap { rows.bytes($0).map { dayNumber($0) } }
      var hits: UInt32 = 0
      for index in cutOffs.indices {
        let cutOff = cutOffs[index]
        guard end.map({ $0 > cutOff }) ?? true else { continue }
        if let start {
          if start <= cutOff { hits |= 1 << UInt32(index) }
        } else if from == nil || index == cutOffs.count - 1 {
          hits |= 1 << UInt32(index)
        } else {
          // When it began is not known, so it may or may not have held in earlier years.
          tallies[index].isOpen = true
        }
      }
      return hits
    }
  }

  struct Number {
    var value: Double
    var precision: Quantity.Precision
    var upper: Double?
  }

  /// The number of a row; nil where it reports none.
  private static func number(
    _ rows: SQLiteStatement, _ columns: RowColumns
  ) throws(Fault) -> Number? {
    guard let column = columns.number, !rows.isNull(column) else { return nil }
    let type = sqlite3_column_type(rows.handle, column)
    let value = rows.double(column)
    guard type == SQLITE_INTEGER || type == SQLITE_FLOAT, value.isFinite else { throw .noNumber }
    var precision = Quantity.Precision.exact
    if let column = columns.precision, let bytes = rows.bytes(column) {
      guard let known = Quantity.Precision(bytes) else { throw .noNumber }
      precision = known
    }
    let upper = columns.upper.flatMap { rows.isNull($0) ? nil : rows.double($0) }
    return Number(value: value, precision: precision, upper: upper)
  }
}

extension SQLiteStatement {
  /// What went wrong last.
  fileprivate var problem: SQLiteProblem {
    SQLiteProblem(
      code: sqlite3_errcode(sqlite3_db_handle(handle)),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
  }
}

extension Tally {
  fileprivate mutating func add(
    _ number: Measurement.Number?, _ columns: RowColumns, key: Int32, isNew: Bool
  ) {
    rows += 1
    if isNew { keys += 1 }
    guard columns.number != nil else { return }
    if let number {
      add(number.value, number.precision, upper: number.upper)
    } else {
      missing += 1
    }
  }
}

extension Measurement.Parts {
  fileprivate mutating func add(
    _ value: UnsafeBufferPointer<UInt8>?, _ number: Measurement.Number?, _ columns: RowColumns,
    key: Int32
  ) {
    let part = value.map { Int(values.number(of: $0)) + 1 } ?? 0
    if part == tallies.count { tallies.append(Tally()) }
    tallies[part].add(number, columns, key: key, isNew: key >= 0 && pairs.insert(part, key))
  }

  /// The same tallies under other values: those of parts that come to one are added up.
  func mapped(_ name: (String) -> String?) -> Measurement.Parts {
    var result = Measurement.Parts()
    result.tallies[0] = tallies[0]
    var targets = [0]
    for number in 0..<values.count {
      let target = name(values.text(number)).map { Int(result.values.number(of: $0)) + 1 } ?? 0
      if target == result.tallies.count { result.tallies.append(Tally()) }
      result.tallies[target].add(tallies[number + 1])
      targets.append(target)
    }
    for index in result.tallies.indices { result.tallies[index].keys = 0 }
    for (part, key) in pairs.pairs where result.pairs.insert(targets[part], key) {
      result.tallies[targets[part]].keys += 1
    }
    return result
  }
}

extension Quantity.Precision {
  /// The word in the store, without making a `String` of it.
  fileprivate init?(_ word: UnsafeBufferPointer<UInt8>) {
    switch (word.count, word.first) {
    case (5, 0x65): self = .exact
    case (5, 0x61): self = .about
    case (5, 0x72): self = .range
    case (7, 0x61): self = .atLeast
    case (6, 0x61): self = .atMost
    default: return nil
    }
    guard word.elementsEqual(rawValue.utf8) else { return nil }
  }
}
