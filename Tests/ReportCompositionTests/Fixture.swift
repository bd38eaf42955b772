import DocumentModel
import Ledger
import Records

@testable import ReportComposition

/// An invented institution with a handful of invented records.
enum Fixture {
  static let place = Place(file: "records/made-up.yaml", line: 3, column: 1)

  static func record(_ kind: String, _ id: String, _ values: [String: Value]) -> Record {
    Record(
      kind: kind, id: id, fields: values.mapValues { Field($0, at: place) }, place: place)
  }

  static func figure(
    _ id: String, _ value: Quantity?, unit: String, zh: String, itemised: Int? = nil
  ) -> Figure {
    Figure(
      id: id, names: ["en": "Name of \(id)", "zh": "名称"],
      definitions: ["en": "What it counts.", "zh": "统计口径。"], units: ["en": unit, "zh": zh],
      kind: .stock, value: value, recordCount: 0, itemised: itemised, sql: "", place: place)
  }

  static let person = record(
    "person", "someone", ["name": .localized(["en": "Some One", "zh": "某人"])])

  static func book(camp participants: Double = 105) -> LedgerBook {
    LedgerBook(
      figures: [
        figure("centres.total", Quantity(5), unit: "centre|centres", zh: "个", itemised: 1),
        figure("learners.total", Quantity(50, .atLeast), unit: "learner|learners", zh: "人"),
        figure("hubs.total", Quantity(2), unit: "hub|hubs", zh: "个"),
        figure("visits.total", nil, unit: "visit|visits", zh: "次"),
      ],
      records: [
        record(
          "event", "camp",
          [
            "name": .localized(["en": "Summer camp", "zh": "夏令营"]),
            "date": .date(
              PartialDate(
                start: .init(year: 2031, month: 7), end: .init(year: 2031, month: 7),
                approximate: false, source: "2031-07")),
            "participants": .quantity(Quantity(participants)),
            "contact": .text("secret@example.org"), "speaker": .reference("someone"),
          ]), person,
      ], period: "2031", cutOff: "2031-12-31")
  }

  static let vocabulary = Vocabulary(
    name: "made-up",
    kinds: [
      Vocabulary.Kind(
        name: "event", plural: "events", names: ["en": "event", "zh": "活动"],
        fields: [
          .init(name: "name", base: .localized, names: ["en": "name", "zh": "名称"]),
          .init(name: "date", base: .date, names: ["en": "date", "zh": "时间"]),
          .init(name: "participants", base: .quantity, names: ["en": "participants", "zh": "人数"]),
          .init(name: "days", base: .quantity, names: ["en": "days", "zh": "天数"]),
          .init(name: "speaker", base: .reference, names: ["en": "speaker", "zh": "演讲人"]),
          .init(name: "contact", base: .text, isPrivate: true),
        ]),
      Vocabulary.Kind(
        name: "person", plural: "persons", names: ["en": "person", "zh": "人员"],
        publicIf: "ground", fields: [.init(name: "name", base: .localized)]),
    ])

  static func outline(_ sections: String, extra: String = "") -> ReportOutline? {
    let parsed = ReportOutline.parse(yaml(sections, extra: extra), file: "report.yaml")
    return parsed.problems.isEmpty ? parsed.outline : nil
  }

  static func yaml(_ sections: String, extra: String = "") -> String {
    """
    institution: {en: Example Institute, zh: 示例学院}
    title: {en: Report, zh: 报告}
    period: "2031"
    cut_off: "2031-12-31"
    created: "2032-01-31T12:00:00Z"
    languages: [en, zh]
    \(extra)
    sections:
    \(sections)
    """
  }

  static let proseSection = """
      - anchor: one
        title: {en: One, zh: 一}
        blocks:
          - prose: one
    """

  /// The composition of one text in one language.
  static func compose(
    _ text: String, language: String = "en", book: LedgerBook = book(), extra: String = ""
  ) -> Composition? {
    guard let outline = outline(proseSection, extra: extra) else { return nil }
    return ReportComposition.compose(
      outline: outline, language: language, book: book, vocabulary: vocabulary,
      files: ReportFiles(texts: ["text/one.\(language).md": text]))
  }

  /// The words of the first paragraph.
  static func words(_ text: String, language: String = "en") -> String? {
    guard
      case .paragraph(let inlines)? = compose(text, language: language)?.document.sections
        .first?.blocks.first
    else { return nil }
    return inlines.plainText
  }

  static func codes(_ text: String, extra: String = "") -> [String]? {
    compose(text, extra: extra)?.problems.map(\.code)
  }
}
