/// Why a text is not a value of its type; the reader adds the place.
public struct ValueProblem: Error, Hashable, Sendable {
  /// A short stable code: `bad-date`.
  public var code: String
  /// The fact, with the offender quoted.
  public var message: String
  /// The way out, if there is one to name.
  public var hint: String?
  /// A problem with a value.
  public init(_ code: String, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// Text as it may stand in a message: short, and without characters that act on a terminal.
func quoted(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(60) {
    if isRefused(scalar) || scalar == "\n" || scalar == "\t" {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return "\"\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")\""
}

/// Whether a character may not stand in any text: controls, line separators and marks that
/// override the direction of writing (Unicode Technical Report 36), which hide what is printed.
func isRefused(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
  default: false
  }
}
