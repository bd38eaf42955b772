import Foundation
import Publishing
import Records

/// Where the program's words go: results to standard output, everything else to standard error.
struct Terminal: Sendable {
  /// A stream.
  enum Stream {
    case output
    case error
  }

  /// Whether standard error is watched by a person.
  var isWatched: Bool
  /// Whether words are coloured.
  var style: DiagnosticText.Style
  /// Gives diagnostics their source lines.
  var text: DiagnosticText

  /// The terminal of this process, as its environment describes it.
  static var standard: Terminal { Terminal(report: nil, named: "") }

  /// The terminal, for the problems of a report that the user named so.
  init(report: ReportFolder?, named path: String) {
    let environment = ProcessInfo.processInfo.environment
    isWatched = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    style = isWatched && !noColour ? .coloured : .plain
    let prefix = report.map { Self.prefix(of: path, outline: $0.outlineFile) } ?? ""
    text = DiagnosticText(style: style, prefix: prefix) { report?.text(of: $0) }
  }

  /// The folder part of the path that the user typed, so that places can be opened from here.
  private static func prefix(of path: String, outline: String) -> String {
    var folder = path
    if folder.hasSuffix("/" + outline) || folder == outline { folder.removeLast(outline.count) }
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    return folder.isEmpty || folder == "." ? "" : folder == "/" ? "/" : folder + "/"
  }

  /// Prints problems and how many there are.
  func print(_ diagnostics: [Diagnostic]) {
    Self.write(text.text(of: diagnostics), to: .error)
  }

  /// Shows what is done now, on a line that the next one replaces; nothing in a pipe.
  func show(_ step: Step) {
    guard isWatched else { return }
    Self.write("\r\u{1B}[K\(step.name) \(terminalSafe(step.subject))", to: .error)
  }

  /// Takes the line of progress away.
  func endProgress() {
    if isWatched { Self.write("\r\u{1B}[K", to: .error) }
  }

  /// Writes all of a text; a closed pipe ends the process as it does any other.
  static func write(_ text: String, to stream: Stream) {
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    var bytes = ArraySlice(Array(text.utf8))
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// A size for people: "312 kB", "1.4 MB".
func readableSize(_ bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) B" }
  let tenths = (bytes + 50_000) / 100_000
  if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
  return "\(tenths / 10).\(tenths % 10) MB"
}
