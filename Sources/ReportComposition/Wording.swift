import DocumentModel

/// Every fixed word that a report prints, in one language: the only place where wording lives.
struct Wording: Sendable {
  /// The BCP 47 tag of the document.
  var tag: String
  var words: Words
  var months: [String]
  var shortMonths: [String]
  var notReported: String
  var withheld: String
  var atLeast: String
  var atMost: String
  var about: String
  var yes: String
  var no: String
  var undated: String
  var listComma: String
  var listAnd: String
  var clause: String
  var pageForms: [String]
  var numberForms: [String]
  var titleForms: [String]
  var tableLabels: [String]
  var labels: [String: String]

  /// The codes of the languages that have wording.
  static let languages = ["en", "zh"]

  /// The wording of a language code.
  static func of(_ language: String) -> Wording? {
    switch language {
    case "en": english
    case "zh", "zh-Hans": chinese
    default: nil
    }
  }

  var isChinese: Bool { tag != "en" }

  /// Between the forms of a reference: "section 3, page 12" / “第3章，第12页”.
  var referenceComma: String { isChinese ? "，" : ", " }

  func since(_ date: String) -> String { isChinese ? "\(date)起" : "since \(date)" }

  func until(_ date: String) -> String { isChinese ? "至\(date)" : "until \(date)" }

  /// A record's text as it is set: typographic apostrophes in English, no typed space between
  /// Chinese characters and Latin letters, where setting leaves a gap of its own.
  func typographic(_ text: String) -> String {
    guard isChinese else { return text.utf8.contains(39) ? text.replacing("'", with: "’") : text }
    guard text.utf8.contains(32) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isInside = index > 0 && index + 1 < scalars.count
      let isGap =
        isInside && scalar == " "
        && (scalars[index - 1].value >= 0x2E80 || scalars[index + 1].value >= 0x2E80)
      if !isGap { result.append(scalar) }
    }
    return String(result)
  }

  /// Names joined as a sentence lists them.
  func joined(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: listComma) + listAnd + last
  }

  /// A fixed sentence or label by its key; the key itself where there is none, so that a gap shows.
  subscript(_ key: String) -> String { labels[key] ?? key }

  /// A fixed sentence with its blanks, `%1` and `%2`, filled.
  func sentence(_ key: String, _ first: String, _ second: String = "") -> String {
    var text = ""
    var isBlank = false
    for character in self[key] {
      if isBlank {
        text += character == "1" ? first : character == "2" ? second : "%\(character)"
        isBlank = false
      } else if character == "%" {
        isBlank = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
