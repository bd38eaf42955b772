import Records

/// One entry of an indicators file.
struct IndicatorDeclaration {
  let entry: YAMLNode.Entry
  let vocabulary: Vocabulary

  private static let keys = [
    "names", "definitions", "units", "kind", "empty", "aggregate", "sql", "from", "where", "during",
    "as_of", "valid", "count", "sum", "distinct", "mean", "ratio", "breakdowns", "decimals", "good",
    "series",
  ]

  func indicator() throws(Diagnostic) -> Indicator {
    let node = entry.value
    for inner in node.entries ?? [] where !Self.keys.contains(inner.key) {
      throw problem(
        "unknown key \"\(inner.key)\"", at: inner.place,
        hint: Spelling.nearest(to: inner.key, among: Self.keys).map { "did you mean \"\($0)\"?" })
    }
    guard let kind = Figure.Kind(rawValue: node["kind"]?.text ?? "") else {
      throw problem("it is neither stock nor flow", hint: "add kind: stock or kind: flow")
    }
    guard let empty = Indicator.Empty(rawValue: node["empty"]?.text ?? "not-reported") else {
      throw problem("empty is neither zero nor not-reported", at: node["empty"]?.place)
    }
    var indicator = Indicator(
      id: entry.key, names: node["names"]?.localized ?? [:],
      definitions: node["definitions"]?.localized ?? [:], units: node["units"]?.localized ?? [:],
      kind: kind, empty: empty, sql: "", decimals: try decimals(), good: try good(),
      hasSeries: try flag("series") ?? true, place: entry.place)
    try addQuery(to: &indicator)
    indicator.splits = try splits(of: indicator)
    return indicator
  }

  // MARK: The query

  private func addQuery(to indicator: inout Indicator) throws(Diagnostic) {
    let node = entry.value
    if let ratio = node["ratio"] {
      try refuse(
        ["sql", "from", "where", "count", "sum", "distinct", "mean", "breakdowns"], beside: "ratio")
      indicator.ratio = try self.ratio(ratio)
      return
    }
    let kind = try node["from"].map { (from) throws(Diagnostic) in try self.kind(from) }
    if let sql = node["sql"]?.text {
      try refuse(
        ["where", "during", "as_of", "valid", "count", "sum", "distinct", "mean"], beside: "sql")
      // Rows that carry a number are to be added up, all others to be counted.
      let sums = sql.contains("AS number")
      let declared = Indicator.Aggregate(
        rawValue: node["aggregate"]?.text ?? (sums ? "sum" : "count"))
      guard let declared else {
        throw problem("aggregate is neither count, sum nor mean", at: node["aggregate"]?.place)
      }
      indicator.sql = trimmedEnd(sql)
      indicator.aggregate = declared
      indicator.recordKind = kind?.name
      return
    }
    guard let kind else { throw problem("it has neither sql, from nor ratio") }
    try addShortForm(of: kind, to: &indicator)
  }

  private func kind(_ node: YAMLNode) throws(Diagnostic) -> Vocabulary.Kind {
    let name = node.text ?? ""
    guard let kind = vocabulary.kind(name) else {
      throw problem(
        "\"\(name)\" is not a kind of record", at: node.place,
        hint: Spelling.nearest(to: name, among: vocabulary.kinds.map(\.name))
          .map { "did you mean \"\($0)\"?" })
    }
    return kind
  }

  private func refuse(_ keys: [String], beside key: String) throws(Diagnostic) {
    for other in keys {
      guard let node = entry.value[other] else { continue }
      throw problem("\(other) has no meaning beside \(key)", at: node.place, hint: "remove one")
    }
  }

  private func ratio(_ node: YAMLNode) throws(Diagnostic) -> Indicator.Ratio {
    for inner in node.entries ?? [] where !["of", "to", "percent"].contains(inner.key) {
      throw problem("unknown key \"\(inner.key)\" of a ratio", at: inner.place)
    }
    guard let of = node["of"]?.text, let to = node["to"]?.text else {
      throw problem(
        "a ratio needs two indicators", at: node.place, hint: "write ratio: {of: ID, to: ID}")
    }
    return Indicator.Ratio(of: of, to: to, isPercent: node["percent"]?.text == "true")
  }

  private func addShortForm(
    of kind: Vocabulary.Kind, to indicator: inout Indicator
  ) throws(Diagnostic) {
    let node = entry.value
    var form = Indicator.ShortForm(
      kind: kind.name, condition: node["where"]?.text, time: try time(of: kind, indicator.kind))
    let measures = ["count", "sum", "distinct", "mean"].filter { node[$0] != nil }
    guard let measure = measures.first, measures.count == 1 else {
      throw problem(
        measures.isEmpty
          ? "it does not say what to count" : "it says \(measures.joined(separator: " and "))",
        hint: "add count: true, sum: FIELD or distinct: FIELD")
    }
    switch measure {
    case "sum", "mean":
      form.path = [try field(measure, of: kind, base: .quantity) ?? ""]
      indicator.aggregate = measure == "sum" ? .sum : .mean
    case "distinct": form.path = try distinct(of: kind)
    default:
      guard node["count"]?.text == "true" else {
        throw problem(
          "it does not say what to count", at: node["count"]?.place,
          hint: "add count: true, sum: FIELD or distinct: FIELD")
      }
    }
    indicator.shortForm = form
    indicator.sql =
      ShortFormSQL(
        form: form, kind: kind, aggregate: indicator.aggregate, vocabulary: vocabulary
      ).select
  }

  /// A field, or a step through a reference: `partner`, `partner.place`.
  private func distinct(of kind: Vocabulary.Kind) throws(Diagnostic) -> [String] {
    guard let node = entry.value["distinct"], let text = node.text else {
      throw problem("distinct names no field", at: entry.value["distinct"]?.place)
    }
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count <= 2, let first = kind.field(path[0]) else {
      throw unknown(path[0], of: kind, at: node.place)
    }
    guard path.count == 2 else { return path }
    let fields = first.targets.flatMap { target in
      target == "place"
        ? PlaceColumns.properties
        : vocabulary.kind(target)?.fields.filter { !$0.isList }.map(\.name) ?? []
    }
    guard first.base == .reference, fields.contains(path[1]) else {
      throw problem(
        "\(first.name) names no record with a field \"\(path[1])\"", at: node.place,
        hint: Spelling.hint(for: path[1], among: fields))
    }
    return path
  }

  private func time(
    of kind: Vocabulary.Kind, _ figure: Figure.Kind
  ) throws(Diagnostic) -> Indicator.ShortForm.Time {
    let node = entry.value
    let given = ["during", "as_of", "valid"].filter { node[$0] != nil }
    guard given.count <= 1 else {
      throw problem("it says \(given.joined(separator: " and "))", hint: "keep one of them")
    }
    // A stock over years would be counted once for each, and a flow as of a day is none.
    if figure == .stock, let during = node["during"] {
      throw problem(
        "a stock is as of a day, and cannot be counted during years", at: during.place,
        hint: "write as_of: FIELD or valid: {from: FIELD, until: FIELD}, or kind: flow")
    }
    if figure == .flow, let other = given.first(where: { $0 != "during" }) {
      throw problem(
        "a flow is over years, and cannot be counted as of a day", at: node[other]?.place,
        hint: "write during: FIELD, or kind: stock")
    }
    if let field = try field("during", of: kind, base: .date) { return .during(field) }
    if let field = try field("as_of", of: kind, base: .date) { return .asOf(field) }
    guard let valid = node["valid"] else { return .always }
    for inner in valid.entries ?? [] where !["from", "until"].contains(inner.key) {
      throw problem(
        "unknown key \"\(inner.key)\" of valid", at: inner.place, hint: "use from and until")
    }
    let from = try valid["from"].map { (node) throws(Diagnostic) in
      try field(node, "valid", of: kind, base: .date)
    }
    let until = try valid["until"].map { (node) throws(Diagnostic) in
      try field(node, "valid", of: kind, base: .date)
    }
    guard from != nil || until != nil else {
      throw problem(
        "valid names no field", at: valid.place, hint: "write valid: {from: FIELD, until: FIELD}")
    }
    return .valid(from: from, until: until)
  }

  // MARK: Fields

  private func field(
    _ key: String, of kind: Vocabulary.Kind, base: Vocabulary.FieldType.Base
  ) throws(Diagnostic) -> String? {
    try entry.value[key].map { (node) throws(Diagnostic) in
      try field(node, key, of: kind, base: base)
    }
  }

  private func field(
    _ node: YAMLNode, _ key: String, of kind: Vocabulary.Kind, base: Vocabulary.FieldType.Base
  ) throws(Diagnostic) -> String {
    let name = node.text ?? ""
    guard let type = kind.field(name) else { throw unknown(name, of: kind, at: node.place) }
    guard !type.isList, type.base == base else {
      throw problem("\"\(name)\" cannot be used for \(key)", at: node.place)
    }
    return name
  }

  private func unknown(_ name: String, of kind: Vocabulary.Kind, at place: Place) -> Diagnostic {
    problem(
      "\(kind.name) has no field \"\(name)\"", at: place,
      hint: Spelling.nearest(to: name, among: kind.fields.map(\.name)).map {
        "did you mean \"\($0)\"?"
      })
  }

  // MARK: Splits

  private func splits(of indicator: Indicator) throws(Diagnostic) -> [Indicator.Split] {
    guard let node = entry.value["breakdowns"] else { return [] }
    guard let items = node.items, items.count <= 20 else {
      throw problem(
        "breakdowns is no list of fields", at: node.place, hint: "write breakdowns: [place, kind]")
    }
    var splits: [Indicator.Split] = []
    for item in items {
      let name = item.text ?? item["field"]?.text ?? ""
      let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      var split = Indicator.Split(path: path, place: item.place)
      if let top = item["top"] {
        guard let number = top.text.flatMap({ Int($0) }), number > 0 else {
          throw problem("top is not a number of parts", at: top.place, hint: "write top: 10")
        }
        split.top = number
      }
      for inner in item.entries ?? [] where !["field", "top"].contains(inner.key) {
        throw problem("unknown key \"\(inner.key)\" of a breakdown", at: inner.place)
      }
      try check(split, of: indicator)
      guard !splits.contains(where: { $0.path == path }) else {
        throw problem("it is split by \"\(name)\" twice", at: item.place)
      }
      splits.append(split)
    }
    return splits
  }

  private func check(_ split: Indicator.Split, of indicator: Indicator) throws(Diagnostic) {
    guard let name = indicator.shortForm?.kind ?? indicator.recordKind,
      let kind = vocabulary.kind(name)
    else {
      // The column of an author's own SQL, which is looked for when it runs.
      guard split.path.count == 1, !split.name.isEmpty else {
        throw problem(
          "\"\(split.name)\" is no column of its SQL", at: split.place,
          hint: "add from: KIND to split by a field of the records")
      }
      return
    }
    do throws(ValueProblem) {
      _ = try SplitPath(split.path, from: kind, vocabulary)
    } catch {
      throw problem("it cannot be split: \(error.message)", at: split.place, hint: error.hint)
    }
  }

  // MARK: Small keys

  private func decimals() throws(Diagnostic) -> Int? {
    guard let node = entry.value["decimals"] else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), (0...6).contains(number) else {
      throw problem("decimals is not a number from 0 to 6", at: node.place)
    }
    return number
  }

  private func good() throws(Diagnostic) -> Figure.Good? {
    guard let node = entry.value["good"] else { return nil }
    guard let good = node.text.flatMap(Figure.Good.init) else {
      throw problem("good is neither up nor down", at: node.place)
    }
    return good
  }

  private func flag(_ key: String) throws(Diagnostic) -> Bool? {
    guard let node = entry.value[key] else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default: throw problem("\(key) is neither true nor false", at: node.place)
    }
  }

  private func problem(_ message: String, at place: Place? = nil, hint: String? = nil) -> Diagnostic
  {
    Diagnostic(
      .error, code: "bad-indicator", "indicator \"\(entry.key)\": \(message)",
      at: place ?? entry.place, hint: hint)
  }

  private func trimmedEnd(_ text: String) -> String {
    var part = Substring(text)
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
