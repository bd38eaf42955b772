public import Records

extension Indicator {
  /// The indicators that ship with a vocabulary.
  ///
  /// - Throws: `LedgerProblems` with every problem of the file.
  public static func shipped(
    named name: String, vocabulary: Vocabulary
  ) throws(LedgerProblems) -> [Indicator] {
    let file = "\(name)-indicators.yaml"
    do {
      return try parse(try Vocabulary.shippedBytes(file), file: file, vocabulary: vocabulary)
    } catch let problems as LedgerProblems {
      throw problems
    } catch {
      throw LedgerProblems([Diagnostic(.error, code: "bad-indicator", "cannot read \(file)")])
    }
  }

  /// Reads indicators from YAML.
  ///
  /// - Throws: `LedgerProblems` with every problem of the file.
  public static func parse(
    _ bytes: [UInt8], file: String, vocabulary: Vocabulary
  ) throws(LedgerProblems) -> [Indicator] {
    var result: [Indicator] = []
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      let root = try YAMLReader.parse(bytes, file: file)
      guard let entries = root?["indicators"]?.entries else {
        throw Diagnostic(
          .error, code: "bad-indicator", "the file declares no indicators",
          at: root?.place ?? Place(file: file), hint: "begin with \"indicators:\"")
      }
      for entry in entries {
        do throws(Diagnostic) {
          result.append(try IndicatorDeclaration(entry: entry, vocabulary: vocabulary).indicator())
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(error)
    }
    guard problems.isEmpty else { throw LedgerProblems(problems) }
    return result
  }
}

/// One entry of an indicators file.
private struct IndicatorDeclaration {
  let entry: YAMLNode.Entry
  let vocabulary: Vocabulary

  private static let keys = [
    "names", "definitions", "units", "kind", "empty", "aggregate", "sql", "from", "where", "during",
    "count", "sum", "distinct",
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
      throw problem("empty is neither zero nor not-reported")
    }
    let (sql, aggregate) = try query()
    return Indicator(
      id: entry.key, names: node["names"]?.localized ?? [:],
      definitions: node["definitions"]?.localized ?? [:], units: node["units"]?.localized ?? [:],
      kind: kind, empty: empty, aggregate: aggregate, sql: sql, place: entry.place)
  }

  private func query() throws(Diagnostic) -> (String, Indicator.Aggregate) {
    let node = entry.value
    if let sql = node["sql"]?.text {
      // Rows that carry a number are to be added up, all others to be counted.
      let sums = sql.contains("AS number")
      let declared = Indicator.Aggregate(
        rawValue: node["aggregate"]?.text ?? (sums ? "sum" : "count"))
      guard let declared else { throw problem("aggregate is neither count nor sum") }
      return (trimmedEnd(sql), declared)
    }
    guard let from = node["from"]?.text else { throw problem("it has neither sql nor from") }
    guard let kind = vocabulary.kind(from) else {
      throw problem(
        "\"\(from)\" is not a kind of record", at: node["from"]?.place ?? entry.place,
        hint: Spelling.nearest(to: from, among: vocabulary.kinds.map(\.name))
          .map { "did you mean \"\($0)\"?" })
    }
    return try shortForm(of: kind)
  }

  private func shortForm(of kind: Vocabulary.Kind) throws(Diagnostic) -> (
    String, Indicator.Aggregate
  ) {
    let node = entry.value
    var columns = "id AS record_id"
    var conditions = node["where"]?.text.map { ["(\($0))"] } ?? []
    var aggregate = Indicator.Aggregate.count
    if let field = try field("sum", of: kind, base: .quantity) {
      columns += ", \(field) AS number, \(field)_precision AS precision, \(field)_upper AS upper"
      aggregate = .sum
    } else if let field = try field("distinct", of: kind, base: nil) {
      columns += ", \(field) AS key"
    } else if node["count"]?.text != "true" {
      throw problem(
        "it does not say what to count", hint: "add count: true, sum: FIELD or distinct: FIELD")
    }
    if let field = try field("during", of: kind, base: .date) {
      conditions.append("\(field)_first_year <= :last_year AND \(field)_last_year >= :first_year")
    }
    let filter = conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: "\n  AND ")
    return ("SELECT \(columns)\nFROM \(kind.name)\(filter)\nORDER BY position", aggregate)
  }

  private func field(
    _ key: String, of kind: Vocabulary.Kind, base: Vocabulary.FieldType.Base?
  ) throws(Diagnostic) -> String? {
    guard let node = entry.value[key], let name = node.text else { return nil }
    guard let type = kind.field(name) else {
      throw problem(
        "\(kind.name) has no field \"\(name)\"", at: node.place,
        hint: Spelling.nearest(to: name, among: kind.fields.map(\.name)).map {
          "did you mean \"\($0)\"?"
        })
    }
    guard !type.isList, base == nil || type.base == base else {
      throw problem("\"\(name)\" cannot be used for \(key)", at: node.place)
    }
    return name
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
