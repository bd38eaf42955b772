import Records

/// How a value is to be printed: the words after `|`.
struct ValueForm: Sendable {
  var isWords = false
  var hasUnit = false
  var isBare = false
  var isItemised = false
  var isCapital = false
  var isYear = false
  var isMonth = false

  static let known = [
    "words", "digits", "unit", "bare", "itemised", "capital", "date", "long", "year", "month",
  ]

  init() {}

  init(_ forms: [String]) throws(ValueResolver.Problem) {
    for form in forms {
      switch form {
      case "words": isWords = true
      case "unit": hasUnit = true
      case "bare": isBare = true
      case "itemised": isItemised = true
      case "capital": isCapital = true
      case "year": isYear = true
      case "month": isMonth = true
      case "digits", "date", "long": break
      default:
        throw ValueResolver.Problem(
          code: "unknown-form", message: "there is no form \"\(form)\"",
          hint: Spelling.hint(for: form, among: Self.known)
            ?? "one of \(Self.known.joined(separator: ", "))")
      }
    }
  }

  func finished(_ text: String) -> String {
    guard isCapital, let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
