/// Turns records as written into typed rows, and keeps what is wrong with each.
struct RecordTyping {
  let vocabulary: Vocabulary
  let cutOff: String?
  let origin: RecordOrigin
  /// The index of the origin in the reading.
  let originIndex: Int
  /// Values that every record gets, by the name of their field.
  var constants: [String: Value] = [:]
  var problems: [Diagnostic] = []
  private var rules: [Int: RecordRules] = [:]

  init(vocabulary: Vocabulary, cutOff: String?, origin: RecordOrigin, originIndex: Int) {
    (self.vocabulary, self.cutOff) = (vocabulary, cutOff)
    (self.origin, self.originIndex) = (origin, originIndex)
  }

  mutating func row(_ raw: RawRecord) -> RecordRow? {
    guard let id = id(of: raw),
      let kind = vocabulary.kinds.firstIndex(where: { $0.name == raw.kind.name })
    else { return nil }
    let fields = raw.kind.fields
    let spot = Spot(raw.place)
    var row = RecordRow(
      kind: kind, id: id, origin: originIndex, spot: spot,
      values: fields.map { constants[$0.name] },
      spots: Array(repeating: spot, count: fields.count))
    var failed = Array(repeating: false, count: fields.count)
    for field in raw.fields where field.name != "id" {
      guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
        unknown(field, of: raw.kind)
        continue
      }
      var typing = FieldTyping(type: fields[index], cutOff: cutOff)
      if let typed = typing.field(field) {
        row.values[index] = typed.value
        row.spots[index] = Spot(typed.place)
      } else {
        failed[index] = true
      }
      problems += typing.problems
    }
    let rules = rules[kind] ?? RecordRules(raw.kind)
    self.rules[kind] = rules
    problems += rules.problems(of: row, failed: failed, origin: origin)
    return row
  }

  private mutating func id(of raw: RawRecord) -> String? {
    guard let field = raw.fields.first(where: { $0.name == "id" }),
      case .single(let id) = field.content
    else {
      problems.append(RecordRules.missingId(at: raw.place))
      return nil
    }
    if let problem = RecordRules.problem(ofId: id, at: field.place) {
      problems.append(problem)
      return nil
    }
    return id
  }

  private mutating func unknown(_ field: RawField, of kind: Vocabulary.Kind) {
    problems.append(
      Diagnostic.unknownField(field.name, of: kind, at: field.namePlace, hint: nil))
  }
}

extension Diagnostic {
  /// A field that a kind does not have; without a hint of its own, what may have been meant.
  static func unknownField(
    _ name: String, of kind: Vocabulary.Kind, at place: Place, hint: String?
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: ["id"] + kind.fields.map(\.name))
    return Diagnostic(
      .error, code: "unknown-field", "\(kind.name) has no field \(quoted(name))", at: place,
      hint: near.map { "did you mean \"\($0)\"?" } ?? hint)
  }
}

extension Spot {
  /// The spot of a place.
  init(_ place: Place) {
    self.init(line: Int32(clamping: place.line), column: Int32(clamping: place.column))
  }
}
