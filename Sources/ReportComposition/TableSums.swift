import DocumentModel
public import Records

/// A sum that a report prints under a table, and what was added up.
public struct PrintedSum: Hashable, Sendable {
  /// The name of the printed value: "sum.TABLE.FIELD", with the group's key after a dot.
  public var name: String
  /// The sum with the precision that its parts leave; nil where none was reported or it is kept back.
  public var value: Quantity?
  /// The names of the values that were added up.
  public var addends: [String]
  /// Where the table is declared.
  public var place: Place
}

/// A number in a cell that can be added up.
struct Addend {
  var name: String
  /// Nil where nothing was reported.
  var value: Quantity?
  var isSuppressed = false
}

/// Adds up a column.
struct ColumnSum {
  private var sum: Quantity?
  var isPartial = false
  private(set) var isSuppressed = false
  private(set) var addends: [String] = []

  mutating func add(_ addend: Addend, named: Bool = true) {
    if named { addends.append(addend.name) }
    isSuppressed = isSuppressed || addend.isSuppressed
    guard let value = addend.value else {
      isPartial = true
      return
    }
    guard let before = sum else { return sum = value }
    let after = before + value
    // A sum of decimals is no more exact than they are.
    sum = Quantity(
      Self.cleaned(after.value), after.precision, upper: after.upper.map(Self.cleaned))
  }

  /// What can be said of the sum: a lower bound where a part is not reported, nothing where one is
  /// kept back.
  var value: Quantity? {
    guard !isSuppressed else { return nil }
    return isPartial ? sum?.atLeast : sum
  }

  private static func cleaned(_ value: Double) -> Double {
    let scaled = (value * 1e6).rounded() / 1e6
    return scaled.isFinite ? scaled : value
  }
}

/// A row of a table before it is put into its group.
struct SourceRow {
  var cells: [TableBlock.Cell]
  /// What can be added up, by column.
  var addends: [Int: Addend] = [:]
  var group: GroupKey?
}

/// What the rows of a table become: groups with sums.
struct RowPlan {
  var form: TableForm
  var anchor: String
  var place: Place
  /// The names of the columns.
  var columns: [String]
  /// The columns that are added up.
  var summed: [Int]
  /// The decimals of the sums; nil for what they have.
  var decimals: Int?
  /// Whether the groups lack rows that the table takes together elsewhere.
  var isPartial = false

  var hasSums: Bool { form.sums != .none && !summed.isEmpty }
}

extension Composer {
  /// The rows in their groups, each with its heading and sums, and the total.
  ///
  /// - Parameter total: What stands as the total where the ledger knows it better than a sum would.
  mutating func rows(
    _ source: [SourceRow], _ plan: RowPlan, total: ValueReference? = nil
  ) -> [TableBlock.Row] {
    var result: [TableBlock.Row] = []
    var running = [Int: ColumnSum]()
    let groups: [(key: GroupKey?, rows: [Int])] =
      plan.form.groupBy.isEmpty
      ? [(nil, Array(source.indices))]
      : source.map { $0.group ?? GroupKey(id: "", name: "") }.groups.map { ($0.key, $0.rows) }
    for group in groups {
      if let key = group.key {
        let cell = TableBlock.Cell([.text(key.name)], span: plan.columns.count)
        result.append(TableBlock.Row(kind: .group, cells: [cell]))
      }
      for number in group.rows {
        var row = TableBlock.Row(
          cells: source[number].cells, breaking: plan.form.breakRows ? .anywhere : .whole)
        if plan.form.running { row.running = self.running(&running, source[number], plan) }
        result.append(row)
      }
      if plan.hasSums, let key = group.key, group.rows.count > 1 {
        let cells = sumCells(
          group.rows.map { source[$0] }, plan, label: wording["subtotal"], suffix: "." + key.id)
        result.append(TableBlock.Row(kind: .subtotal, cells: cells))
      }
    }
    if plan.hasSums {
      var cells = sumCells(source, plan, label: wording["total"], suffix: "")
      if let total, let last = cells.indices.last { cells[last] = .init([printed(total)]) }
      result.append(TableBlock.Row(kind: .total, cells: cells))
    }
    return result
  }

  /// The sums over all rows up to one, a column each; each is told as it is printed.
  private func running(
    _ sums: inout [Int: ColumnSum], _ row: SourceRow, _ plan: RowPlan
  ) -> [[Inline]] {
    for column in plan.summed {
      guard let addend = row.addends[column] else { continue }
      sums[column, default: ColumnSum()].add(addend, named: false)
    }
    return plan.columns.indices.map { column in
      guard plan.summed.contains(column), let sum = sums[column] else { return [] }
      return [.text(text(of: sum, "", plan).text)]
    }
  }

  private mutating func sumCells(
    _ rows: [SourceRow], _ plan: RowPlan, label: String, suffix: String
  ) -> [TableBlock.Cell] {
    let first = plan.summed.first ?? 1
    var cells = first > 0 ? [TableBlock.Cell([.text(label)], span: first)] : []
    for column in first..<plan.columns.count {
      guard plan.summed.contains(column) else {
        cells.append(TableBlock.Cell([]))
        continue
      }
      var sum = ColumnSum()
      sum.isPartial = plan.isPartial && !suffix.isEmpty
      for row in rows { if let addend = row.addends[column] { sum.add(addend) } }
      let name = "sum.\(plan.anchor).\(plan.columns[column])\(suffix)"
      sums.append(
        PrintedSum(name: name, value: sum.value, addends: sum.addends, place: plan.place))
      cells.append(TableBlock.Cell([printed(text(of: sum, name, plan))]))
    }
    return cells
  }

  private func text(of sum: ColumnSum, _ name: String, _ plan: RowPlan) -> ValueReference {
    if sum.isSuppressed { return resolver.suppressed(name) }
    guard let value = sum.value else {
      return ValueReference(name: name, text: wording.notReported)
    }
    return resolver.value(name, value, units: [:], ValueForm(), decimals: plan.decimals)
  }

  /// The columns that a table adds up; what cannot be added up is a problem.
  mutating func summed(
    _ form: TableForm, columns: [String], numbers: [Int], _ place: Place
  ) -> [Int] {
    if form.sums == .none, !form.running { return [] }
    guard case .columns(let names) = form.sums else {
      if numbers.isEmpty {
        report(
          "no-sum", "the table has no column of numbers to add up", place,
          hint: "take \"total\" and \"running\" out, or show a field that is a number")
      }
      return numbers
    }
    for name in names where !numbers.contains(where: { columns[$0] == name }) {
      report(
        "no-sum", "the column \"\(name)\" cannot be added up", place,
        hint: Spelling.hint(for: name, among: numbers.map { columns[$0] })
          ?? "name columns of numbers")
    }
    return numbers.filter { names.contains(columns[$0]) }
  }

  /// The head of a table: one row, or two where headings stand over columns.
  mutating func headRows(
    _ labels: [[Inline]], names: [String], _ heads: [TableForm.Head], _ place: Place
  ) -> [TableBlock.Row] {
    var spanners: [Int: (title: [Inline], count: Int)] = [:]
    var isCovered = [Bool](repeating: false, count: names.count)
    for head in heads {
      let places = head.over.compactMap { names.firstIndex(of: $0) }.sorted()
      guard let first = places.first, places.count == head.over.count,
        places == Array(first..<first + places.count), !places.contains(where: { isCovered[$0] })
      else {
        report(
          "bad-heads", "a heading stands over \(head.over.joined(separator: ", "))", place,
          hint: "name neighbouring columns of the table, each under one heading: "
            + names.joined(separator: ", "))
        continue
      }
      spanners[first] = (line(head.title[language], place), places.count)
      for column in places { isCovered[column] = true }
    }
    guard !spanners.isEmpty else { return [TableBlock.Row(cells: labels.map { .init($0) })] }
    let upper = names.indices.compactMap { column -> TableBlock.Cell? in
      if let spanner = spanners[column] { return .init(spanner.title, span: spanner.count) }
      return isCovered[column] ? nil : .init(labels[column], rows: 2)
    }
    let lower = names.indices.filter { isCovered[$0] }.map { TableBlock.Cell(labels[$0]) }
    return [TableBlock.Row(cells: upper), TableBlock.Row(cells: lower)]
  }
}

extension TableForm.Orientation {
  /// What the document calls it.
  var onPaper: TableBlock.Orientation {
    switch self {
    case .automatic: .automatic
    case .upright: .upright
    case .across: .landscape
    }
  }
}
