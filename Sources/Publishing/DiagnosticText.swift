public import Records

/// Writes diagnostics as people read them:
///
///     records/grants.csv:13:4: error: amount "12,5O" is not a number [bad-number]
///       2019,12,5O
///            ^
///       hint: the last character is the letter O
public struct DiagnosticText: Sendable {
  /// Whether words are coloured for a terminal.
  public enum Style: Sendable {
    case plain
    case coloured
  }
  /// Whether words are coloured.
  public var style: Style
  /// What is put before a place's file, so that an editor finds it from the current folder.
  public var prefix: String
  /// The lines of a file of the report; nil where it cannot be read.
  private let lines: @Sendable (String) -> [Substring]?

  /// A writer of diagnostics; `source` gives the text of a file of the report.
  public init(
    style: Style = .plain, prefix: String = "",
    source: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.style = style
    self.prefix = prefix
    lines = { source($0)?.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// One diagnostic, ending in a line end.
  public func text(of diagnostic: Diagnostic) -> String {
    var text = ""
    if let place = diagnostic.place { text += terminalSafe(words(of: place)) + ": " }
    text += severity(diagnostic.severity) + " "
    text += terminalSafe(diagnostic.message + " [\(diagnostic.code)]") + "\n"
    if let place = diagnostic.place { text += excerpt(at: place) }
    if let hint = diagnostic.hint { text += "  hint: " + terminalSafe(hint) + "\n" }
    return text
  }

  /// A place as an editor finds it; one in a file that ships with the program, which the report's
  /// folder does not hold, says so.
  private func words(of place: Place) -> String {
    let isShipped = lines(place.file) == nil && Vocabulary.ships(place.file)
    return (isShipped ? "shipped " : prefix) + place.description
  }

  /// All diagnostics and how many there are, "2 errors, 1 warning"; empty for none.
  public func text(of diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    return diagnostics.map { text(of: $0) }.joined() + Self.count(diagnostics) + "\n"
  }

  /// "2 errors, 1 warning".
  public static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.map { "\($0.0) \($0.1)" + ($0.0 == 1 ? "" : "s") }.joined(separator: ", ")
  }

  private func severity(_ severity: Diagnostic.Severity) -> String {
    let word = severity.rawValue + ":"
    switch style {
    case .plain: return word
    case .coloured:
      return (severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m") + word + "\u{1B}[0m"
    }
  }

  /// The source line and a caret under the column.
  private func excerpt(at place: Place) -> String {
    guard place.line > 0, let lines = lines(place.file), place.line <= lines.count else {
      return ""
    }
    let whole = Array(lines[place.line - 1].filter { $0 != "\r" })
    guard !whole.isEmpty else { return "" }
    let column = max(place.column, 1) - 1
    // A long line is shown from a little before the column, so that the caret stays in sight.
    let start = column > 60 ? min(column - 40, whole.count) : 0
    let shown = whole[start..<min(whole.count, start + 100)].map { $0 == "\t" ? " " : $0 }
    let line = "  " + (start > 0 ? "…" : "") + terminalSafe(String(shown)) + "\n"
    guard place.column > 0 else { return line }
    let before = shown.prefix(max(0, column - start)).reduce(0) {
      $0 + displayWidth(terminalSafe(String($1)))
    }
    return line + String(repeating: " ", count: 2 + (start > 0 ? 1 : 0) + before) + "^\n"
  }
}
