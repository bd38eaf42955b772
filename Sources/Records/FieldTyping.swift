/// Turns a field as written into a typed value, or into problems with places.
struct FieldTyping {
  let type: Vocabulary.FieldType
  let cutOff: String?
  var problems: [Diagnostic] = []

  mutating func field(_ raw: RawField) -> Field? {
    switch raw.content {
    case .single(let text):
      guard type.base != .localized else {
        return refuse(raw, "a single text", hint: languagesHint)
      }
      guard let value = value(text, at: raw.place) else { return nil }
      return Field(type.isList ? .list([value]) : value, at: raw.place)
    case .list(let items):
      guard type.isList else { return refuse(raw, "a list", hint: "write a single value") }
      let values = items.compactMap { value($0.text, at: $0.place) }
      return values.count == items.count ? Field(.list(values), at: raw.place) : nil
    case .languages(let texts):
      guard type.base == .localized else {
        return refuse(raw, "a mapping", hint: "write a single value")
      }
      return localized(texts, at: raw.place)
    case .other(let what): return refuse(raw, what, hint: nil)
    }
  }

  private var languagesHint: String {
    "write it by language: {en: …, zh: …}; in CSV, \(type.name).en"
  }

  private mutating func localized(
    _ texts: [(language: String, text: String, place: Place)], at place: Place
  ) -> Field? {
    var result: [String: String] = [:]
    for (language, text, place) in texts {
      guard Self.isLanguage(language) else {
        report(
          "bad-language", "\(quoted(language)) is not a language code", at: place,
          hint: "write en, zh or the like")
        return nil
      }
      guard isClean(text, at: place) else { return nil }
      result[language] = trimmed(text)
    }
    return Field(.localized(result), at: place)
  }

  /// Whether a text has the form of a language code (BCP 47): `en`, `zh-Hant`.
  static func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    let plain = parts.allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return plain && (2...3).contains(parts.first?.utf8.count ?? 0)
  }

  /// The value of one text; nil after reporting why it is none.
  mutating func value(_ source: String, at place: Place) -> Value? {
    guard isClean(source, at: place) else { return nil }
    let text = trimmed(source)
    do {
      switch type.base {
      case .text, .localized: return .text(text)
      case .reference: return .reference(text)
      case .quantity: return .quantity(try quantity(text))
      case .date: return .date(try date(text))
      case .flag: return .flag(try flag(text))
      case .choice: return .choice(try choice(text))
      }
    } catch {
      report(error.code, "\(type.name): \(error.message)", at: place, hint: error.hint)
      return nil
    }
  }

  private func quantity(_ text: String) throws(ValueProblem) -> Quantity {
    let quantity = try Quantity.parse(text)
    guard quantity.value >= 0 || type.isSigned else {
      throw ValueProblem(
        "negative-number", "\(quoted(text)) is negative", hint: "counts begin at 0")
    }
    return quantity
  }

  private func date(_ text: String) throws(ValueProblem) -> PartialDate {
    let date = try PartialDate.parse(text)
    if type.isPast, let cutOff, let first = date.earliest, first > cutOff {
      throw ValueProblem(
        "future-date", "\(quoted(text)) is after the cut-off date \(cutOff)",
        hint: "it belongs to a later report")
    }
    return date
  }

  private func flag(_ text: String) throws(ValueProblem) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "是": return true
    case "false", "no", "否": return false
    default:
      throw ValueProblem(
        "bad-flag", "\(quoted(text)) is neither yes nor no", hint: "write true or false")
    }
  }

  private func choice(_ text: String) throws(ValueProblem) -> String {
    let words = type.choices.map(\.word)
    guard words.contains(text) else {
      throw ValueProblem(
        "unknown-choice", "\(quoted(text)) is not possible here",
        hint: Spelling.hint(for: text, among: words))
    }
    return text
  }

  private mutating func isClean(_ text: String, at place: Place) -> Bool {
    guard let bad = text.unicodeScalars.first(where: isRefused) else { return true }
    report(
      "control-character",
      "\(type.name): the text contains the control character U+\(String(bad.value, radix: 16, uppercase: true))",
      at: place, hint: "delete it; it does not show, and changes what is printed")
    return false
  }

  private mutating func refuse(_ raw: RawField, _ what: String, hint: String?) -> Field? {
    report("wrong-type", "\(type.name) is \(what)", at: raw.place, hint: hint)
    return nil
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
