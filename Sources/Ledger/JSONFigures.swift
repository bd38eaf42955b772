import Records

extension JSONText {
  static func figure(_ figure: Figure, ids: [String]) -> JSONText {
    .object([
      ("id", .string(figure.id)),
      ("names", .texts(figure.names)),
      ("definitions", .texts(figure.definitions)),
      ("units", .texts(figure.units)),
      ("kind", .string(figure.kind.rawValue)),
      ("value", .quantity(figure.value)),
      ("suppressed", .bool(figure.isSuppressed)),
      ("itemised", figure.itemised.map { .number(Double($0)) } ?? .null),
      ("decimals", figure.decimals.map { .number(Double($0)) } ?? .null),
      ("good", figure.good.map { .string($0.rawValue) } ?? .null),
      ("target", .quantity(figure.target)),
      ("series", .series(figure.series)),
      ("breakdowns", .breakdowns(figure.breakdowns)),
      ("records", .array(ids.map(JSONText.string))),
      ("sql", figure.sql.isEmpty ? .null : .string(figure.sql)),
      ("place", .string(figure.place.description)),
    ])
  }

  static func series(_ points: [SeriesPoint]) -> JSONText {
    .array(
      points.map { point in
        .object([
          ("period", .string(point.period)), ("value", .quantity(point.value)),
          ("published", .quantity(point.published)), ("suppressed", .bool(point.isSuppressed)),
        ])
      })
  }

  static func breakdowns(_ breakdowns: [Breakdown]) -> JSONText {
    .array(
      breakdowns.map { breakdown in
        .object([
          ("field", .string(breakdown.field)), ("names", .texts(breakdown.names)),
          ("overlaps", .bool(breakdown.overlaps)),
          (
            "parts",
            .array(
              breakdown.parts.map { part in
                .object([
                  ("key", part.key.map(JSONText.string) ?? .null), ("names", .texts(part.names)),
                  ("value", .quantity(part.value)), ("suppressed", .bool(part.isSuppressed)),
                ])
              })
          ),
        ])
      })
  }

  static func share(_ share: Coverage.Share) -> JSONText {
    .object([("part", .number(Double(share.part))), ("total", .number(Double(share.total)))])
  }

  static func coverage(_ coverage: Coverage) -> JSONText {
    .object([
      ("claims", .share(coverage.claims)), ("records", .share(coverage.records)),
      ("statedTotals", .share(coverage.statedTotals)),
      (
        "figures",
        .array(
          coverage.figures.map { figure in
            .object([
              ("id", .string(figure.id)), ("evidence", .share(figure.evidence)),
              ("itemised", figure.itemised.map(JSONText.share) ?? .null),
            ])
          })
      ),
    ])
  }

  static func record(_ record: Record) -> JSONText {
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
                ("value", .value(field.value)), ("place", .string(field.place.description)),
              ])
            )
          })
      ),
    ])
  }

  private static func value(_ value: Value) -> JSONText {
    switch value {
    case .text(let text), .choice(let text), .reference(let text): .string(text)
    case .localized(let texts): .texts(texts)
    case .quantity(let quantity): .quantity(quantity)
    case .date(let date): .string(date.source)
    case .flag(let flag): .bool(flag)
    case .list(let values): .array(values.map { .value($0) })
    }
  }
}
