/// The problems of one file, up to a limit; the rest is counted.
struct CappedProblems {
  private(set) var kept: [Diagnostic] = []
  private var dropped = 0
  private var worst: Diagnostic.Severity = .warning
  private var last: Place?

  /// Whether something was found that must be mended.
  private(set) var hasErrors = false

  mutating func add(_ problem: Diagnostic) {
    if problem.severity == .error { hasErrors = true }
    guard kept.count >= RecordReader.problemLimit else { return kept.append(problem) }
    dropped += 1
    if problem.severity == .error { worst = .error }
    last = problem.place
  }

  mutating func add(_ problems: [Diagnostic]) {
    for problem in problems { add(problem) }
  }

  /// What is kept, and how many more there are.
  var limited: [Diagnostic] {
    guard dropped > 0 else { return kept }
    return kept + [
      Diagnostic(
        worst, code: "more-problems", "\(dropped) more problems in this file",
        at: last.map { Place(file: $0.file, line: $0.line, sheet: $0.sheet) })
    ]
  }
}
