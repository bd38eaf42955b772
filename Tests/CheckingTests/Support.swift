import DocumentModel
import Foundation
import Ledger
import Records
import ReportComposition
import Testing

@testable import Checking

/// Invented records of institutions that do not exist.
enum Made {
  static let file = "records/made-up.yaml"
  static let place = Place(file: file, line: 1, column: 1)

  /// A record on a line; its fields stand on the same line, in the order of their names.
  static func record(
    _ kind: String, _ id: String, line: Int = 1, _ values: [String: Value]
  ) -> Record {
    var fields: [String: Field] = [:]
    for (index, name) in values.keys.sorted().enumerated() {
      fields[name] = values[name].map {
        Field($0, at: Place(file: file, line: line, column: 10 * (index + 1)))
      }
    }
    return Record(
      kind: kind, id: id, fields: fields, place: Place(file: file, line: line, column: 1))
  }

  static func partner(
    _ id: String, line: Int = 1, _ en: String, _ zh: String = "", in place: String = "XA",
    aliases: [String] = [], ror: String? = nil
  ) -> Record {
    var names = ["en": en]
    if !zh.isEmpty { names["zh"] = zh }
    var values: [String: Value] = ["name": .localized(names)]
    if !place.isEmpty { values["place"] = .reference(place) }
    if !aliases.isEmpty { values["aliases"] = .list(aliases.map { .text($0) }) }
    if let ror { values["ror"] = .text(ror) }
    return record("partner", id, line: line, values)
  }

  static func date(_ text: String) -> Value {
    do { return .date(try PartialDate.parse(text)) } catch {
      Issue.record("\(text) is not a date")
      return .text(text)
    }
  }

  static func figure(
    _ id: String, _ value: Quantity?, en: String = "Training centres", zh: String = "培训中心",
    unit: String = "centre|centres", measure: String = "个", kind: Figure.Kind = .stock,
    series: [SeriesPoint] = [], breakdowns: [Breakdown] = [], isSuppressed: Bool = false
  ) -> Figure {
    Figure(
      id: id, names: ["en": en, "zh": zh], definitions: ["en": "Made up.", "zh": "虚构。"],
      units: ["en": unit, "zh": measure], kind: kind, value: value, recordCount: 0,
      series: series, breakdowns: breakdowns, isSuppressed: isSuppressed, sql: "",
      place: Place(file: "indicators.yaml", line: 7, column: 3))
  }

  static let centres = figure("centres.total", Quantity(5))
  static let learners = figure(
    "learners.total", Quantity(50, .atLeast), en: "Learners", zh: "培训学员",
    unit: "learner|learners", measure: "人", kind: .flow)

  static func outline(
    languages: [String] = ["en", "zh"], _ sections: String = "", extra: String = ""
  ) throws -> ReportOutline {
    let text = """
      institution: {en: Example Institute, zh: 示例学院}
      title: {en: Report, zh: 报告}
      period: "2031"
      cut_off: "2031-12-31"
      created: "2032-01-31T12:00:00Z"
      languages: [\(languages.joined(separator: ", "))]
      \(extra)
      sections:
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - prose: one
      \(sections)
      """
    return try #require(ReportOutline.parse(text, file: "report.yaml").outline)
  }

  static let vocabulary: Vocabulary = {
    do {
      var vocabulary = try Vocabulary.shipped(named: "cooperation")
      vocabulary.places["XA"] = .init(
        code: "XA", names: ["en": "Nowhereland", "zh": "乌有国"], latitude: 0, longitude: 0)
      return vocabulary
    } catch {
      Issue.record("the vocabulary cannot be read")
      return Vocabulary(name: "none", kinds: [])
    }
  }()

  static func input(
    records: [Record] = [], figures: [Figure] = [], texts: [String: String] = [:],
    languages: [String] = ["en", "zh"], composed: Bool = false
  ) throws -> CheckInput {
    let outline = try outline(languages: languages)
    let book = LedgerBook(
      figures: figures, records: records, period: "2031", cutOff: "2031-12-31")
    var input = CheckInput(
      outline: outline, vocabulary: vocabulary, book: book, texts: texts, compositions: [:])
    for language in languages where composed {
      input.compositions[language] = compose(
        outline: outline, language: language, book: book, vocabulary: vocabulary,
        files: ReportFiles(texts: texts))
    }
    return input
  }

  /// The problems of one code.
  static func found(
    _ code: String, records: [Record] = [], figures: [Figure] = [],
    texts: [String: String] = [:], languages: [String] = ["en", "zh"], composed: Bool = false
  ) throws -> [Diagnostic] {
    let input = try input(
      records: records, figures: figures, texts: texts, languages: languages, composed: composed)
    return checks(input).filter { $0.code == code }
  }

  /// The problems of one code in an English text.
  static func english(_ code: String, _ text: String, figures: [Figure] = [centres, learners])
    throws -> [Diagnostic]
  {
    try found(code, figures: figures, texts: ["text/one.en.md": text], languages: ["en"])
  }

  /// The problems of one code in a Chinese text.
  static func chinese(_ code: String, _ text: String, figures: [Figure] = [centres, learners])
    throws -> [Diagnostic]
  {
    try found(code, figures: figures, texts: ["text/one.zh.md": text], languages: ["zh"])
  }
}

/// The places of problems, as a person reads them.
func places(_ problems: [Diagnostic]) -> [String?] { problems.map { $0.place?.description } }

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
