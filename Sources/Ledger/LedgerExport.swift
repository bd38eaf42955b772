public import Records

/// The ledger for others to read: figures and public records, the same bytes for the same book.
///
/// What is private or kept back is in none of the forms: no private field, no person without a
/// ground, no suppressed value, no record of a kind whose small counts are kept back.
public enum LedgerExport {
  /// The name of the form, which changes when a reader has to.
  static let format = "annals-ledger-2"

  /// Figures and public records with their places, as JSON.
  public static func json(_ book: LedgerBook, vocabulary: Vocabulary) -> [UInt8] {
    var bytes: [UInt8] = []
    json(book, vocabulary: vocabulary) { bytes += $0 }
    return bytes
  }

  /// The same, in pieces, so that nothing is held of what has been written.
  ///
  /// - Throws: What the function throws.
  public static func json<Failure: Error>(
    _ book: LedgerBook, vocabulary: Vocabulary, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let shown = PublicRecords(book, vocabulary: vocabulary)
    var list = JSONList([
      ("format", .string(format)), ("vocabulary", .string(vocabulary.name)),
      ("period", .string(book.period)), ("cutOff", .string(book.cutOff)),
      ("coverage", JSONText.coverage(book.coverage)),
    ])
    list.beginArray("figures")
    for figure in book.figures {
      list.add(JSONText.figure(figure, ids: shown.ids(behind: figure)))
      if let piece = list.piece() { try write(piece) }
    }
    list.endArray()
    list.beginArray("records")
    try shown.forEach { (record) throws(Failure) in
      list.add(JSONText.record(record))
      if let piece = list.piece() { try write(piece) }
    }
    list.endArray()
    try write(list.end())
  }

  /// Where a value comes from, as JSON.
  public static func json(_ explanation: Explanation) -> [UInt8] {
    JSONText.object([
      ("name", .string(explanation.name)),
      ("kind", .string(explanation.kind)),
      ("names", .texts(explanation.names)),
      ("definitions", .texts(explanation.definitions)),
      ("units", .texts(explanation.units)),
      ("value", explanation.value.map(JSONText.string) ?? .null),
      ("suppressed", .bool(explanation.isSuppressed)),
      ("itemised", explanation.itemised.map { .number(Double($0)) } ?? .null),
      ("target", .quantity(explanation.target)),
      ("series", .series(explanation.series)),
      ("breakdowns", .breakdowns(explanation.breakdowns)),
      ("evidence", explanation.evidence.map(JSONText.share) ?? .null),
      ("sql", explanation.sql.map(JSONText.string) ?? .null),
      ("period", .string(explanation.period)),
      ("cutOff", .string(explanation.cutOff)),
      ("place", .string(explanation.place.description)),
      ("recordCount", .number(Double(explanation.recordCount))),
      (
        "records",
        .array(
          explanation.records.map { source in
            .object([
              ("id", .string(source.id)), ("kind", .string(source.kind)),
              ("names", .texts(source.names)), ("place", .string(source.place.description)),
              ("evidence", .array(source.evidence.map(JSONText.string))),
            ])
          })
      ),
    ]).bytes()
  }
}

/// Writes an object of arrays piece by piece, as `JSONText` would write it whole.
private struct JSONList {
  private var bytes: [UInt8] = []
  private var isFirst = true

  init(_ entries: [(String, JSONText)]) {
    JSONText.object(entries).write(to: &bytes, depth: 0)
    // The object goes on.
    bytes.removeLast(2)
  }

  mutating func beginArray(_ name: String) {
    JSONText.startLine(isFirst: false, 1, &bytes)
    bytes += "\"\(name)\": [".utf8
    isFirst = true
  }

  mutating func add(_ item: JSONText) {
    JSONText.startLine(isFirst: isFirst, 2, &bytes)
    isFirst = false
    item.write(to: &bytes, depth: 2)
  }

  mutating func endArray() {
    if !isFirst { JSONText.indent(1, &bytes) }
    bytes.append(UInt8(ascii: "]"))
  }

  /// What has been written, once it is worth handing over.
  mutating func piece() -> [UInt8]? {
    guard bytes.count > 1 << 16 else { return nil }
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func end() -> [UInt8] { bytes + "\n}\n".utf8 }
}
