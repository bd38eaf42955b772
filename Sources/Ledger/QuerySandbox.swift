import CSQLite
import Records

/// Keeps a foreign SELECT from doing more than read the store, and from running or growing without
/// end.
///
/// While it stands, SQLite asks it before every action of a statement that is prepared, and now
/// and then while one runs.
final class QuerySandbox {
  /// What stopped a statement.
  enum Stop {
    case time, memory
  }
  private let connection: SQLiteConnection
  private let tables: Set<String>
  private let deadline: ContinuousClock.Instant
  private let memory: Int64
  private var limits: [(Int32, Int32)] = []
  private var calls = 0
  private(set) var stop: Stop?
  /// What a statement wanted and did not get, in words.
  private(set) var refused: String?
  /// The tables that statements read of their own accord, not through a view.
  private(set) var read: Set<String> = []
  /// The private fields that statements read, as `kind.field`.
  private(set) var readPrivate: Set<String> = []
  private let privateFields: [String: Set<String>]

  /// The most that one query may allocate beside the store, in bytes.
  private static let memoryLimit: Int64 = 256 << 20

  init(_ connection: SQLiteConnection, schema: StoreSchema, timeLimit: Double) {
    self.connection = connection
    tables = schema.readable
    privateFields = schema.privateColumns
    deadline = .now + .seconds(timeLimit)
    memory = sqlite3_memory_used()
    let (handle, context) = (connection.handle, Unmanaged.passUnretained(self).toOpaque())
    for (limit, value) in Self.limits {
      limits.append((limit, sqlite3_limit(handle, limit, value)))
    }
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, view in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<QuerySandbox>.fromOpaque(context).takeUnretainedValue()
          .authorize(action, first, second, view)
      }, context)
    sqlite3_progress_handler(
      handle, 5_000,
      { context in
        guard let context else { return 1 }
        return Unmanaged<QuerySandbox>.fromOpaque(context).takeUnretainedValue().mayGoOn() ? 0 : 1
      }, context)
  }

  /// Takes the sandbox away again; every sandbox must be closed.
  func close() {
    sqlite3_set_authorizer(connection.handle, nil, nil)
    sqlite3_progress_handler(connection.handle, 0, nil, nil)
    for (limit, value) in limits { sqlite3_limit(connection.handle, limit, value) }
  }

  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 32 << 20), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_VDBE_OP, 100_000),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_VARIABLE_NUMBER, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
  ]

  private func mayGoOn() -> Bool {
    calls += 1
    if ContinuousClock.now > deadline { stop = stop ?? .time }
    if sqlite3_memory_used() - memory > Self.memoryLimit { stop = stop ?? .memory }
    return stop == nil
  }

  private func authorize(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
    _ view: UnsafePointer<CChar>?
  ) -> Int32 {
    let name = first.map { String(cString: $0) } ?? ""
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      guard tables.contains(name) else { return refuse("read the table \(quoted(name))") }
      if view == nil { read.insert(name) }
      if let columns = privateFields[name] {
        let column = second.map { String(cString: $0) } ?? ""
        if columns.contains(column) || columns.contains("*") {
          readPrivate.insert("\(name).\(column)")
        }
      }
      return SQLITE_OK
    case SQLITE_FUNCTION:
      let function = second.map { String(cString: $0) } ?? ""
      return Self.functions.contains(function.lowercased())
        ? SQLITE_OK : refuse("call the function \(quoted(function))")
    case SQLITE_PRAGMA: return refuse("run a PRAGMA")
    case SQLITE_ATTACH, SQLITE_DETACH: return refuse("attach a database")
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return refuse("begin or end a transaction")
    default: return refuse("write")
    }
  }

  private func refuse(_ what: String) -> Int32 {
    refused = refused ?? what
    return SQLITE_DENY
  }

  /// Functions that give the same for the same records: no clock, no chance, no file.
  private static let functions: Set<String> = [
    "abs", "acos", "asin", "atan", "atan2", "avg", "ceil", "ceiling", "char", "coalesce", "concat",
    "cos", "count", "cume_dist", "date", "datetime", "degrees", "dense_rank", "exp", "first_value",
    "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "json_array_length",
    "json_each", "json_extract", "julianday", "lag", "last_value", "lead", "length", "like",
    "likelihood", "likely", "ln", "log", "log10", "log2", "lower", "ltrim", "max", "min", "mod",
    "nth_value", "ntile", "nullif", "percent_rank", "pi", "pow", "power", "printf", "quote",
    "radians", "rank", "replace", "round", "row_number", "rtrim", "sign", "sin", "sqrt", "strftime",
    "string_agg", "substr", "substring", "sum", "tan", "time", "total", "trim", "trunc", "typeof",
    "unicode", "unixepoch", "unlikely", "upper",
  ]
}

extension StoreSchema {
  /// The tables that an indicator may read.
  static func readable(of layouts: [KindLayout]) -> Set<String> {
    var names: Set<String> = [
      "records", "places", "texts", "origins", "record_places", "regions", "place_lists",
    ]
    for layout in layouts {
      names.insert(layout.kind.name)
      names.formUnion(layout.fields.compactMap(\.items))
    }
    return names
  }

  /// The columns of private fields by table; "*" for a table that holds nothing else.
  static func privateColumns(of layouts: [KindLayout]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for layout in layouts {
      for (index, field) in layout.fields.enumerated() where field.type.isPrivate {
        if let items = field.items { result[items] = ["*"] }
        let later = layout.fields[(index + 1)...] + layout.fields[..<index]
        let end = later.map(\.column).filter { $0 > field.column }.min() ?? layout.origin
        let columns = layout.columns[Int(field.column)..<Int(end)]
        result[layout.kind.name, default: []].formUnion(columns.map(\.name))
      }
    }
    return result
  }

  /// The kind whose table, or whose table of items, has a name.
  func kind(ofTable name: String) -> String? {
    layouts.first { layout in
      layout.kind.name == name || layout.fields.contains { $0.items == name }
    }?.kind.name
  }
}
