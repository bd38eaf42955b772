/// Turns records as written into typed ones, and keeps what is wrong with each.
struct RecordTyping {
  let cutOff: String?
  var problems: [Diagnostic] = []

  mutating func record(_ raw: RawRecord) -> Record? {
    guard let id = id(of: raw) else { return nil }
    var fields: [String: Field] = [:]
    var failed: Set<String> = []
    for field in raw.fields where field.name != "id" {
      guard let type = raw.kind.field(field.name) else {
        report(
          "unknown-field", "\(raw.kind.name) has no field \(quoted(field.name))",
          at: field.namePlace,
          hint: Spelling.nearest(to: field.name, among: ["id"] + raw.kind.fields.map(\.name))
            .map { "did you mean \"\($0)\"?" })
        continue
      }
      var typing = FieldTyping(type: type, cutOff: cutOff)
      if let value = typing.field(field) {
        fields[field.name] = value
      } else {
        failed.insert(field.name)
      }
      problems += typing.problems
    }
    for type in raw.kind.fields where type.isRequired && fields[type.name] == nil {
      guard !failed.contains(type.name) else { continue }
      report(
        "missing-field", "\(quoted(id)) has no \(type.name)", at: raw.place,
        hint: "add \(type.name)")
    }
    checkOrder(of: fields, kind: raw.kind)
    return Record(kind: raw.kind.name, id: id, fields: fields, place: raw.place)
  }

  private mutating func id(of raw: RawRecord) -> String? {
    guard let field = raw.fields.first(where: { $0.name == "id" }),
      case .single(let id) = field.content
    else {
      report(
        "missing-id", "the record has no id", at: raw.place,
        hint: "add a short id such as plovdiv-centre")
      return nil
    }
    let plain = id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        || byte == 0x5F
    }
    guard plain, !id.isEmpty, id.utf8.count <= 80 else {
      report(
        "bad-id", "\(quoted(id)) is not an id", at: field.place,
        hint: "use the letters a to z, digits and hyphens")
      return nil
    }
    return id
  }

  private mutating func checkOrder(of fields: [String: Field], kind: Vocabulary.Kind) {
    for type in kind.fields {
      guard let earlier = type.notBefore, let later = fields[type.name],
        case .date(let end) = later.value, case .date(let start)? = fields[earlier]?.value,
        let last = end.latest, let first = start.earliest, last < first
      else { continue }
      report(
        "end-before-start", "\(type.name) \(end.source) is before \(earlier) \(start.source)",
        at: later.place, hint: "check both dates")
    }
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
