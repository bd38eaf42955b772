import DocumentModel
import Ledger
import Records

/// Finds what a name in prose stands for, and prints it in one language.
struct ValueResolver {
  /// Why a name could not be printed as asked.
  struct Problem: Error {
    var severity: Diagnostic.Severity = .error
    var code: String
    var message: String
    var hint: String?
  }
  /// A printed value, and what should be said about it.
  struct Answer {
    var value: ValueReference
    var warning: Problem?
  }

  let language: String
  let wording: Wording
  let figures: [String: Figure]
  let book: LedgerBook
  let terms: Terminology
  let report: [String: String]
  var numbers: NumberText { NumberText(isChinese: wording.isChinese) }
  var dates: DateText { DateText(wording: wording) }

  init(
    language: String, wording: Wording, outline: ReportOutline, book: LedgerBook, terms: Terminology
  ) {
    self.language = language
    self.wording = wording
    self.terms = terms
    figures = Dictionary(book.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.book = book
    report = [
      "report.period": outline.period, "report.cut_off": outline.cutOff,
      "report.created": outline.created,
      "report.institution": outline.institution[language] ?? "",
      "report.title": outline.title[language] ?? "",
    ]
  }

  /// Resolves `name|form|form`.
  func resolve(_ expression: String) throws(Problem) -> Answer {
    let parts = expression.split(separator: "|", omittingEmptySubsequences: false)
    let words = parts.map { String($0.drop(while: \.isWhitespace).trimmedEnd()) }
    let form = try ValueForm(Array(words.dropFirst()))
    let name = words.first ?? ""
    if let figure = figures[name] { return try answer(figure, form) }
    if let answer = try partAnswer(name, form) { return answer }
    if let text = report[name] { return Answer(value: reportValue(name, text, form)) }
    return try recordAnswer(name, form)
  }

  private func reportValue(_ name: String, _ text: String, _ form: ValueForm) -> ValueReference {
    guard let day = CalendarDay(iso: text) else {
      return ValueReference(name: name, text: text, machine: text)
    }
    return ValueReference(
      name: name, text: dates.text(day.partial), machine: String(text.prefix(10)))
  }

  private func recordAnswer(_ name: String, _ form: ValueForm) throws(Problem) -> Answer {
    guard let dot = name.lastIndex(of: "."), let record = book.record(String(name[..<dot])) else {
      throw unknown(name)
    }
    let field = String(name[name.index(after: dot)...])
    let kind = terms.kinds[record.kind]
    if kind?.privateFields.contains(field) == true {
      throw Problem(
        code: "private-field", message: "\"\(name)\" is private and is never printed",
        hint: "leave it out of the text")
    }
    guard isPublic(record) else {
      throw Problem(
        code: "person-without-ground",
        message: "\"\(record.id)\" may not be named: the record has no "
          + "\"\(kind?.publicIf ?? "ground")\"",
        hint: "record the consent or the public role, or leave the name out")
    }
    guard let value = record.fields[field]?.value else {
      if kind?.fields.contains(field) == true {
        return Answer(value: ValueReference(name: name, text: wording.notReported))
      }
      throw unknown(name)
    }
    return try answer(name, value, in: record, form)
  }

  private func unknown(_ name: String) -> Problem {
    var known = Array(figures.keys) + Array(report.keys)
    if let dot = name.lastIndex(of: "."), let record = book.record(String(name[..<dot])) {
      known = Set(record.fields.keys).union(terms.kinds[record.kind]?.fields ?? [])
        .map { "\(record.id).\($0)" }
    } else if let dot = name.lastIndex(of: ".") {
      known += book.records.map { $0.id + name[dot...] }
    }
    return Problem(
      code: "unknown-figure", message: "there is no figure \"\(name)\"",
      hint: Spelling.hint(for: name, among: known.sorted())
        ?? "`annals figures` lists every name")
  }

  /// Whether a record may be named at all.
  func isPublic(_ record: Record) -> Bool {
    guard let ground = terms.kinds[record.kind]?.publicIf else { return true }
    switch record.fields[ground]?.value {
    case .text(let text), .choice(let text): return !text.isEmpty
    case .flag(let isGiven): return isGiven
    case nil: return false
    default: return true
    }
  }
}

extension Substring {
  func trimmedEnd() -> Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
