public import Records

/// The ledger for others to read: figures and public records, the same bytes for the same book.
public enum LedgerExport {
  /// Figures and public records with their places, as JSON.
  public static func json(_ book: LedgerBook, vocabulary: Vocabulary) -> [UInt8] {
    let shown = PublicRecords(book, vocabulary: vocabulary)
    return JSONText.object([
      ("format", .string("annals-ledger-1")),
      ("vocabulary", .string(vocabulary.name)),
      ("period", .string(book.period)),
      ("cutOff", .string(book.cutOff)),
      ("figures", .array(book.figures.map { json($0, ids: shown.ids(behind: $0)) })),
      ("records", .array(shown.records.map(json))),
    ]).bytes()
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
      ("itemised", explanation.itemised.map { .number(Double($0)) } ?? .null),
      ("sql", explanation.sql.map(JSONText.string) ?? .null),
      ("period", .string(explanation.period)),
      ("cutOff", .string(explanation.cutOff)),
      ("place", .string(explanation.place.description)),
      (
        "records",
        .array(
          explanation.records.map { source in
            .object([
              ("id", .string(source.id)), ("kind", .string(source.kind)),
              ("names", .texts(source.names)), ("place", .string(source.place.description)),
            ])
          })
      ),
    ]).bytes()
  }

  private static func json(_ figure: Figure, ids: [String]) -> JSONText {
    .object([
      ("id", .string(figure.id)),
      ("names", .texts(figure.names)),
      ("definitions", .texts(figure.definitions)),
      ("units", .texts(figure.units)),
      ("kind", .string(figure.kind.rawValue)),
      ("value", .quantity(figure.value)),
      ("itemised", figure.itemised.map { .number(Double($0)) } ?? .null),
      ("records", .array(ids.map(JSONText.string))),
      ("sql", .string(figure.sql)),
      ("place", .string(figure.place.description)),
    ])
  }

  private static func json(_ record: Record) -> JSONText {
    .object([
      ("id", .string(record.id)),
      ("kind", .string(record.kind)),
      ("place", .string(record.place.description)),
      (
        "fields",
        .object(
          record.fields.sorted { $0.key < $1.key }.map { name, field in
            (
              name,
              .object([
                ("value", json(field.value)), ("place", .string(field.place.description)),
              ])
            )
          })
      ),
    ])
  }

  private static func json(_ value: Value) -> JSONText {
    switch value {
    case .text(let text), .choice(let text), .reference(let text): .string(text)
    case .localized(let texts): .texts(texts)
    case .quantity(let quantity): .quantity(quantity)
    case .date(let date): .string(date.source)
    case .flag(let flag): .bool(flag)
    case .list(let values): .array(values.map(json))
    }
  }
}
