public import Records

/// Why a command could not do what it was asked: its problems, and whose turn it is.
public struct PublishingFailure: Error, Sendable {
  /// Whose turn it is; decides the exit code.
  public enum Cause: Sendable {
    /// The report, or the archive, has problems.
    case content
    /// The command was asked for what cannot be: a wrong name, a folder that cannot be written.
    case use
    /// Annals is at fault.
    case fault
  }
  /// Whose turn it is.
  public var cause: Cause
  /// The problems, at least one of them an error.
  public var diagnostics: [Diagnostic]

  /// A failure.
  public init(_ cause: Cause, _ diagnostics: [Diagnostic]) {
    self.cause = cause
    self.diagnostics = diagnostics
  }

  /// A failure of wrong use.
  static func use(_ code: String, _ message: String, hint: String?) -> PublishingFailure {
    PublishingFailure(.use, [Diagnostic(.error, code: code, message, hint: hint)])
  }

  /// A fault of Annals, which no input should cause.
  static func fault(_ stage: String, _ error: any Error) -> PublishingFailure {
    let problem = Diagnostic(
      .error, code: "internal", "\(stage) failed: \(error)",
      hint: "this is a fault of Annals; please report it together with the report's folder")
    return PublishingFailure(.fault, [problem])
  }
}

extension [Diagnostic] {
  /// Whether one of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of files, lines and columns, problems without a place last, doubles left out.
  func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let last = Place(file: "\u{10FFFF}")
    return filter { seen.insert($0).inserted }.enumerated()
      .sorted { a, b in
        let (x, y) = (a.element.place ?? last, b.element.place ?? last)
        return x == y ? a.offset < b.offset : x < y
      }
      .map(\.element)
  }
}
