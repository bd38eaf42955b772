/// What a record of a kind must keep beyond its single values: the form of its id, the fields it
/// must have, and the order of its dates.
struct RecordRules {
  let kind: Vocabulary.Kind
  private let required: [Int]
  private let orders: [(later: Int, earlier: Int)]

  init(_ kind: Vocabulary.Kind) {
    self.kind = kind
    required = kind.fields.indices.filter { kind.fields[$0].isRequired }
    orders = kind.fields.indices.compactMap { later in
      guard let name = kind.fields[later].notBefore,
        let earlier = kind.fields.firstIndex(where: { $0.name == name })
      else { return nil }
      return (later, earlier)
    }
  }

  /// The problems of a row.
  ///
  /// - Parameter failed: The fields, by index, that are missing because their value was refused.
  func problems(of row: RecordRow, failed: [Bool], origin: RecordOrigin) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for field in required where row.values[field] == nil && !failed[field] {
      let name = kind.fields[field].name
      result.append(
        Diagnostic(
          .error, code: "missing-field", "\(quoted(row.id)) has no \(name)",
          at: origin.place(row.spot), hint: "add \(name)"))
    }
    for order in orders {
      guard case .date(let end)? = row.values[order.later],
        case .date(let start)? = row.values[order.earlier],
        let last = end.latestDay, let first = start.earliestDay, last.packed < first.packed
      else { continue }
      let (later, earlier) = (kind.fields[order.later].name, kind.fields[order.earlier].name)
      result.append(
        Diagnostic(
          .error, code: "end-before-start",
          "\(later) \(end.source) is before \(earlier) \(start.source)",
          at: origin.place(row.spots[order.later]), hint: "check both dates"))
    }
    return result
  }

  /// What is wrong with an id, if anything is.
  static func problem(ofId id: String, at place: @autoclosure () -> Place) -> Diagnostic? {
    let plain = id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        || byte == 0x5F
    }
    guard !plain || id.isEmpty || id.utf8.count > 80 else { return nil }
    return Diagnostic(
      .error, code: "bad-id", "\(quoted(id)) is not an id", at: place(),
      hint: "use the letters a to z, digits and hyphens")
  }

  /// The problem of a record without an id.
  static func missingId(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "missing-id", "the record has no id", at: place,
      hint: "add a short id such as plovdiv-centre")
  }
}
