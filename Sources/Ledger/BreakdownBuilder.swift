import Records

/// Names and orders the parts of a figure.
struct BreakdownBuilder {
  let connection: SQLiteConnection
  let schema: StoreSchema

  private var vocabulary: Vocabulary { schema.vocabulary }

  func breakdown(
    _ indicator: Indicator, _ index: Int, _ measured: Measurement, total: Quantity?
  ) throws(SQLiteProblem) -> Breakdown {
    let split = indicator.splits[index]
    let path = SplitPath(split, of: indicator, vocabulary)
    let end = path?.end ?? column(split.name)
    var parts = measured.parts[index]
    // The step from a list was taken by its query, where a record counts once in each part.
    for step in path?.steps ?? [] where path?.isList == false {
      parts = try follow(step, parts)
    }
    let countsKeys =
      indicator.countsKeys || (indicator.aggregate == .count && path?.isList == true)
    func value(_ tally: Tally) -> Quantity? {
      tally.value(indicator.aggregate, countsKeys: countsKeys, empty: .notReported)
    }
    if path == nil { try refusePersons(parts) }
    var order = self.order(of: parts, end, value)
    let rest = split.top.map { Array(order.dropFirst(max(0, $0))) } ?? []
    order = split.top.map { Array(order.prefix(max(0, $0))) } ?? order
    var result: [Breakdown.Part] = []
    for number in order {
      let key = parts.values.text(number)
      result.append(
        Breakdown.Part(
          key: key, names: try names(of: key, end), value: value(parts.tallies[number + 1])))
    }
    if !rest.isEmpty {
      let names = Set(rest.map { parts.values.text($0) })
      let merged = parts.mapped { names.contains($0) ? Breakdown.otherKey : nil }
      result.append(
        Breakdown.Part(
          key: Breakdown.otherKey, names: ["en": "others", "zh": "其他"],
          value: merged.tallies.dropFirst().first.flatMap(value)))
    }
    if parts.tallies[0].rows > 0 {
      result.append(
        Breakdown.Part(key: nil, names: Self.notReported, value: value(parts.tallies[0])))
    }
    let sum = result.reduce(0) { $0 + ($1.value?.value ?? 0) }
    let overlaps =
      indicator.aggregate == .mean || path?.isList == true
      || (countsKeys && total.map { sum > $0.value } ?? false)
    return Breakdown(
      field: split.name, names: path?.names ?? fieldNames(end), overlaps: overlaps, parts: result)
  }

  /// What the part of records without the field is called.
  static let notReported = ["en": "not reported", "zh": "未报告"]

  /// Parts named after records that need a ground to be named would publish them.
  private func refusePersons(_ parts: Measurement.Parts) throws(SQLiteProblem) {
    let find = try connection.prepare("SELECT kind FROM records WHERE id = ?")
    for number in 0..<parts.values.count {
      find.bind(parts.values.text(number), at: 1)
      if try find.step(), let kind = find.text(0).flatMap({ vocabulary.kind($0) }),
        kind.publicIf != nil
      {
        throw SQLiteProblem(code: 0, message: "its parts may name a \(kind.name)")
      }
      find.reset()
    }
  }

  // MARK: Steps

  private func follow(
    _ step: (kind: String, field: String), _ parts: Measurement.Parts
  ) throws(SQLiteProblem) -> Measurement.Parts {
    if step.kind == "place" {
      return parts.mapped { code in
        vocabulary.places[code].flatMap { PlaceColumns.value(step.field, of: $0) }
      }
    }
    guard let kind = vocabulary.kind(step.kind) else { return parts }
    let field = kind.field(step.field)
    let column =
      field?.base == .date
      ? identifier(step.field + "_first_year")
      : ShortFormSQL.text(of: step.field, in: kind, vocabulary)
    let find = try connection.prepare(
      "SELECT \(column) FROM \(identifier(step.kind)) WHERE id = ?")
    var found: [String: String] = [:]
    for number in 0..<parts.values.count {
      let id = parts.values.text(number)
      find.bind(id, at: 1)
      if try find.step(), let value = find.text(0) { found[id] = value }
      find.reset()
    }
    return parts.mapped { found[$0] }
  }

  /// What a column of an author's own SQL is: a field of that name, wherever there is one.
  private func column(_ name: String) -> SplitPath.End {
    for kind in vocabulary.kinds {
      if let type = kind.field(name), !type.isPrivate { return .field(type, kind: kind.name) }
    }
    return .field(Vocabulary.FieldType(name: name, base: .text), kind: "")
  }

  private func fieldNames(_ end: SplitPath.End) -> [String: String] {
    if case .field(let type, _) = end { type.names } else { [:] }
  }

  // MARK: Order and names

  private func order(
    of parts: Measurement.Parts, _ end: SplitPath.End, _ value: (Tally) -> Quantity?
  ) -> [Int] {
    let numbers = Array(0..<parts.values.count)
    let texts = numbers.map { parts.values.text($0) }
    if case .field(let type, _) = end {
      switch type.base {
      case .choice:
        let words = type.choices.map(\.word)
        let ranks = texts.map { words.firstIndex(of: $0) ?? words.count }
        return numbers.sorted { (ranks[$0], texts[$0]) < (ranks[$1], texts[$1]) }
      case .flag: return numbers.sorted { texts[$0] > texts[$1] }
      case .date: return numbers.sorted { texts[$0] < texts[$1] }
      default: break
      }
    }
    let sizes = numbers.map { value(parts.tallies[$0 + 1])?.value ?? -1 }
    return numbers.sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : texts[$0] < texts[$1]
    }
  }

  private func names(
    of key: String, _ end: SplitPath.End
  ) throws(SQLiteProblem) -> [String: String] {
    switch end {
    case .property(let property):
      return PlaceColumns.names(of: property, value: key, vocabulary)
    case .field(let type, let kind):
      switch type.base {
      case .choice: return type.choices.first { $0.word == key }?.names ?? [:]
      case .flag: return key == "1" ? ["en": "yes", "zh": "是"] : ["en": "no", "zh": "否"]
      case .reference:
        if let place = vocabulary.places[key], type.targets.contains("place") { return place.names }
        return try names(ofRecord: key)
      case .localized: return try names(of: key, field: type.name, kind: kind)
      case .text, .quantity, .date: return [:]
      }
    }
  }

  /// The public name of a record.
  private func names(ofRecord id: String) throws(SQLiteProblem) -> [String: String] {
    let row = try connection.prepare("SELECT kind FROM records WHERE id = ?")
    row.bind(id, at: 1)
    guard try row.step(), let kind = row.text(0).flatMap({ vocabulary.kind($0) }),
      kind.publicIf == nil, let name = kind.field("name"), name.base == .localized, !name.isPrivate
    else { return [:] }
    return try names(of: id, field: "name", kind: kind.name, where: "id")
  }

  /// The languages of a localized field, found by its own text or by the record.
  private func names(
    of key: String, field: String, kind: String, where column: String? = nil
  ) throws(SQLiteProblem) -> [String: String] {
    guard let type = vocabulary.kind(kind) else { return [:] }
    let columns = schema.languages.map { identifier(KindLayout.column(field, in: $0)) }
    let condition = column.map(identifier) ?? ShortFormSQL.text(of: field, in: type, vocabulary)
    let row = try connection.prepare(
      """
      SELECT \(columns.joined(separator: ", ")) FROM \(identifier(kind)) WHERE \(condition) = ?
      ORDER BY position LIMIT 1
      """)
    row.bind(key, at: 1)
    guard try row.step() else { return [:] }
    var names: [String: String] = [:]
    for (index, language) in schema.languages.enumerated() {
      if let text = row.text(Int32(index)) { names[language] = text }
    }
    return names
  }
}

extension Indicator {
  /// Whether keys are counted, each once, and not rows.
  var countsKeys: Bool { aggregate == .count && (shortForm == nil || shortForm?.path != nil) }
}
