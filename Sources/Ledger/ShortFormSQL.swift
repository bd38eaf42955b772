import Records

/// The SQL of a short form.
struct ShortFormSQL {
  let form: Indicator.ShortForm
  let kind: Vocabulary.Kind
  let aggregate: Indicator.Aggregate
  let vocabulary: Vocabulary

  /// The SELECT that an author would have written, with the parameters of one period.
  var select: String {
    var columns = "id AS record_id"
    if let path = form.path, aggregate != .count {
      let field = identifier(path[0])
      columns +=
        ", \(field) AS number, \(suffixed(path[0], "precision")) AS precision, "
        + "\(suffixed(path[0], "upper")) AS upper"
    }
    guard let path = form.path, aggregate == .count else {
      return
        "SELECT \(columns)\nFROM \(identifier(kind.name))\(filter(isSpread: false))\nORDER BY position"
    }
    guard kind.field(path[0])?.isList == true else {
      return "SELECT \(columns), \(key(path)) AS key\nFROM \(identifier(kind.name))"
        + "\(filter(isSpread: false))\nORDER BY position"
    }
    return """
      SELECT q.id AS record_id, \(step(from: "c.value", path)) AS key
      FROM (SELECT id, position FROM \(identifier(kind.name))\(filter(isSpread: false))) q
      CROSS JOIN \(identifier("\(kind.name)_\(path[0])")) c ON c.position = q.position
      ORDER BY q.position, c.item
      """
  }

  /// The value that records are counted by, once each.
  func key(_ path: [String]) -> String {
    step(from: Self.text(of: path[0], in: kind, vocabulary), path)
  }

  /// A step from a reference to a field of the record that it names.
  func step(from value: String, _ path: [String]) -> String {
    guard path.count > 1, let type = kind.field(path[0]) else { return value }
    if type.targets.contains("place"), PlaceColumns.properties.contains(path[1]) {
      return "(SELECT \(identifier(path[1])) FROM places t WHERE t.code = \(value))"
    }
    let targets = type.targets.compactMap { vocabulary.kind($0) }
    guard let target = targets.first(where: { $0.field(path[1]) != nil }) else { return value }
    let field = Self.text(of: path[1], in: target, vocabulary)
    return "(SELECT \(field) FROM \(identifier(target.name)) t WHERE t.id = \(value))"
  }

  /// A field as one text, for a key.
  static func text(
    of field: String, in kind: Vocabulary.Kind, _ vocabulary: Vocabulary
  ) -> String {
    guard kind.field(field)?.base == .localized else { return identifier(field) }
    return "coalesce(\(identifier(field + "_en")), \(identifier(field + "_zh")))"
  }

  /// The conditions, with the field's years or days where time counts.
  ///
  /// - Parameter isSpread: Whether the rows of all periods are wanted at once, so that whoever reads
  ///   them tells the periods apart.
  func filter(isSpread: Bool) -> String {
    // The lines keep a comment at the condition's end from swallowing what follows.
    var conditions = form.condition.map { ["(\n\($0)\n)"] } ?? []
    switch form.time {
    case .always: break
    case .during(let field):
      conditions.append(
        "\(suffixed(field, "first_year")) <= :last_year AND \(suffixed(field, "last_year")) >= :first_year"
      )
    case .asOf(let field): conditions += isSpread ? [] : [started(field)]
    case .valid(let from, let until):
      if !isSpread {
        conditions += from.map { [started($0)] } ?? []
        conditions += until.map { [goesOn($0)] } ?? []
      }
    }
    return conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: "\n  AND ")
  }

  private func started(_ field: String) -> String {
    "(\(suffixed(field, "earliest")) IS NULL OR \(suffixed(field, "earliest")) <= :cut_off)"
  }

  /// A day holds to its end; of a month or a year it is not known when in it the end came, so it
  /// is over from its first day. Without an end, or with an open one, a record goes on.
  private func goesOn(_ field: String) -> String {
    let (earliest, latest) = (suffixed(field, "earliest"), suffixed(field, "latest"))
    return "(\(latest) IS NULL OR coalesce(\(earliest), \(latest)) > :cut_off\n"
      + "    OR (\(earliest) = \(latest) AND \(latest) >= :cut_off))"
  }

  /// The day that a record's end is compared by as a number, with a 9 behind a day that counts.
  func ending(_ field: String) -> String {
    let (earliest, latest) = (suffixed(field, "earliest"), suffixed(field, "latest"))
    return "CASE WHEN \(latest) IS NULL THEN NULL WHEN \(earliest) = \(latest) "
      + "THEN \(latest) || '9' ELSE coalesce(\(earliest), \(latest)) END"
  }

  func suffixed(_ field: String, _ suffix: String) -> String { identifier("\(field)_\(suffix)") }
}
