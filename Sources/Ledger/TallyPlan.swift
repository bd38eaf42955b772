import Records

/// The queries that give an indicator's rows, and what their columns mean.
struct TallyPlan {
  struct Query {
    var sql: String
    var columns: RowColumns
  }
  let indicator: Indicator
  private let vocabulary: Vocabulary
  private let form: ShortFormSQL?
  /// The ways of the splits, by their index; nil for a column of the author's own SQL.
  private let paths: [SplitPath?]

  init(_ indicator: Indicator, schema: StoreSchema) {
    self.indicator = indicator
    let vocabulary = schema.vocabulary
    self.vocabulary = vocabulary
    form = indicator.shortForm.flatMap { form in
      vocabulary.kind(form.kind).map {
        ShortFormSQL(
          form: form, kind: $0, aggregate: indicator.aggregate, vocabulary: vocabulary)
      }
    }
    paths = indicator.splits.map { SplitPath($0, of: indicator, vocabulary) }
  }

  /// Whether the author wrote the SELECT.
  var isSQL: Bool { form == nil }

  /// The part that the author wrote, as a query of its own.
  var authored: String {
    guard let form else { return indicator.sql }
    let condition = form.form.condition.map { " WHERE (\n\($0)\n)" } ?? ""
    return "SELECT id FROM \(identifier(form.kind.name))\(condition)"
  }

  /// Whether the short form says when a record counts.
  var isTimed: Bool { form.map { $0.form.time != .always } ?? false }

  /// Whether one query can give the rows of all periods.
  var canSpread: Bool { form != nil }

  /// The columns of the author's SQL that split the value, whatever they hold.
  var columnSplits: [String] {
    zip(paths, indicator.splits).compactMap { $0 == nil ? $1.name : nil }
  }

  /// The splits by a list, which need rows of their own.
  var listSplits: [Int] { paths.indices.filter { paths[$0]?.isList == true } }

  /// Whether a value of a record is counted, each once, not the record itself.
  private var countsKeys: Bool { indicator.aggregate == .count && form?.form.path != nil }

  // MARK: Short forms

  /// The rows of all periods at once.
  func spread() -> Query {
    guard let form else { return Query(sql: indicator.sql, columns: RowColumns(time: .window(0))) }
    var list = ColumnList()
    var columns = RowColumns(time: .window(0))
    switch form.form.time {
    case .always: columns.time = .window(0)
    case .during(let field):
      columns.time = .years(
        list.add(form.suffixed(field, "first_year")), list.add(form.suffixed(field, "last_year")))
    case .asOf(let field):
      columns.time = .days(from: list.add(start(field, form)), until: nil)
    case .valid(let from, let until):
      columns.time = .days(
        from: from.map { list.add(start($0, form)) }, until: until.map { list.add(form.ending($0)) }
      )
    }
    return query(&columns, &list, form, isSpread: true, withSplits: true)
  }

  /// A start that is open (`../2019`) is known to be long ago; one that is missing is not known.
  private func start(_ field: String, _ form: ShortFormSQL) -> String {
    "CASE WHEN \(identifier(field)) IS NULL THEN NULL "
      + "ELSE coalesce(\(form.suffixed(field, "earliest")), '0000-01-01') END"
  }

  private func query(
    _ columns: inout RowColumns, _ list: inout ColumnList, _ form: ShortFormSQL, isSpread: Bool,
    withSplits: Bool
  ) -> Query {
    if let path = form.form.path, indicator.aggregate != .count {
      columns.number = list.add(identifier(path[0]))
      columns.precision = list.add(form.suffixed(path[0], "precision"))
      columns.upper = list.add(form.suffixed(path[0], "upper"))
    }
    let spreadsKey = countsKeys && form.kind.field(form.form.path?[0] ?? "")?.isList == true
    if withSplits {
      for (index, path) in paths.enumerated() {
        guard let path, !path.isList else { continue }
        columns.splits.append((index, list.add(column(indicator.splits[index].path[0], form))))
      }
    }
    let filter = form.filter(isSpread: isSpread)
    guard let path = form.form.path, countsKeys else {
      let sql = "SELECT \(list.sql) FROM \(identifier(form.kind.name))\(filter)"
      return Query(sql: sql, columns: columns)
    }
    guard spreadsKey else {
      columns.key = list.add(form.key(path))
      return Query(
        sql: "SELECT \(list.sql) FROM \(identifier(form.kind.name))\(filter)", columns: columns)
    }
    columns.record = list.add("position")
    let inner = list.sql
    columns.key = list.add("")
    return Query(
      sql: """
        SELECT q.*, \(form.step(from: "c.value", path))
        FROM (SELECT \(inner) FROM \(identifier(form.kind.name))\(filter)) q
        LEFT JOIN \(identifier("\(form.kind.name)_\(path[0])")) c ON c.position = q.position
        """, columns: columns)
  }

  /// The column of a field by which is split: for a date, its year.
  private func column(_ field: String, _ form: ShortFormSQL) -> String {
    form.kind.field(field)?.base == .date
      ? form.suffixed(field, "first_year") : ShortFormSQL.text(of: field, in: form.kind, vocabulary)
  }

  // MARK: One period

  /// The rows of one period.
  ///
  /// - Parameter names: The columns of the author's SQL; none for a short form.
  func single(window: Int, columns names: [String], withSplits: Bool) -> Query {
    var columns = RowColumns(time: .window(window))
    if let form {
      var list = ColumnList()
      return query(&columns, &list, form, isSpread: false, withSplits: withSplits)
    }
    set(&columns, names)
    var joined: [(split: Int, field: String)] = []
    if withSplits {
      for (index, split) in indicator.splits.enumerated() {
        if let path = paths[index] {
          if !path.isList { joined.append((index, split.path[0])) }
        } else if let column = names.firstIndex(of: split.name) {
          columns.splits.append((index, Int32(column)))
        }
      }
    }
    guard !joined.isEmpty, let kind = indicator.recordKind.flatMap({ vocabulary.kind($0) }) else {
      return Query(sql: indicator.sql, columns: columns)
    }
    for (offset, split) in joined.enumerated() {
      columns.splits.append((split.split, Int32(names.count + offset)))
    }
    let fields = joined.map { split in
      let suffix =
        switch kind.field(split.field)?.base {
        case .date: "_first_year"
        case .localized: "_en"
        default: ""
        }
      return "k." + identifier(split.field + suffix)
    }
    return Query(
      sql: """
        SELECT q.*, \(fields.joined(separator: ", "))
        FROM (\n\(inner)\n) q LEFT JOIN \(identifier(kind.name)) k ON k.id = q.record_id
        """, columns: columns)
  }

  /// The author's SELECT as a part of another.
  private var inner: String {
    var text = Substring(indicator.sql)
    while let last = text.last, last.isWhitespace || last == ";" { text = text.dropLast() }
    return String(text)
  }

  private func set(_ columns: inout RowColumns, _ names: [String]) {
    func column(_ name: String) -> Int32? { names.firstIndex(of: name).map { Int32($0) } }
    columns.record = column("record_id")
    if indicator.aggregate == .count {
      columns.key = column("key") ?? columns.record
    } else {
      columns.number = column("number") ?? -1
      columns.precision = column("precision")
      columns.upper = column("upper")
    }
  }

  // MARK: Splits by lists

  /// The rows of the own period once more, one for each value of a list.
  ///
  /// - Parameter authored: The columns of the author's SQL; none for a short form.
  func list(_ split: Int, window: Int, columns authored: [String]) -> Query {
    let path = indicator.splits[split].path
    var columns = RowColumns(time: .window(window))
    guard let kind = (form?.kind.name ?? indicator.recordKind).flatMap({ vocabulary.kind($0) })
    else {
      return Query(sql: indicator.sql, columns: columns)
    }
    let items = identifier("\(kind.name)_\(path[0])")
    let select = form.map { $0.select } ?? inner
    let names = selected(authored)
    set(&columns, names)
    columns.splits = [(split, Int32(names.count))]
    let step = ShortFormSQL(
      form: Indicator.ShortForm(kind: kind.name), kind: kind, aggregate: .count,
      vocabulary: vocabulary)
    let outer = names.map { "q.\(identifier($0))" }.joined(separator: ", ")
    return Query(
      sql: """
        SELECT DISTINCT \(outer), \(step.step(from: "c.value", path))
        FROM (\n\(select)\n) q JOIN \(identifier(kind.name)) k ON k.id = q.record_id
        LEFT JOIN \(items) c ON c.position = k.position
        """, columns: columns)
  }

  /// The columns that count, of those that there are.
  private func selected(_ authored: [String]) -> [String] {
    let wanted = ["record_id", "number", "precision", "upper", "key"]
    guard form != nil else { return wanted.filter(authored.contains) }
    guard indicator.aggregate == .count else { return Array(wanted.dropLast()) }
    return countsKeys ? ["record_id", "key"] : ["record_id"]
  }
}

/// The columns of a SELECT that is being written.
private struct ColumnList {
  private var columns: [String] = []

  /// Adds a column, and gives its number.
  mutating func add(_ column: String) -> Int32 {
    columns.append(column)
    return Int32(columns.count - 1)
  }

  /// A SELECT needs a column, also where rows are only counted.
  var sql: String { columns.isEmpty ? "1" : columns.joined(separator: ", ") }
}

extension SplitPath {
  /// The way of a split from the records of an indicator; nil for a column of its own SQL.
  init?(_ split: Indicator.Split, of indicator: Indicator, _ vocabulary: Vocabulary) {
    guard let name = indicator.shortForm?.kind ?? indicator.recordKind,
      let kind = vocabulary.kind(name)
    else { return nil }
    do throws(ValueProblem) {
      try self.init(split.path, from: kind, vocabulary)
    } catch {
      return nil
    }
  }
}
