/// What is wrong with a source that can be read on: the first problems in full, the rest counted.
struct ProblemList {
  private let origin: RecordOrigin
  private var first: [Diagnostic] = []
  private var more = 0
  private var worst = Diagnostic.Severity.warning

  init(origin: RecordOrigin) { self.origin = origin }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, line: Int, column: Int,
    hint: String?
  ) {
    guard first.count < RecordReader.problemLimit else {
      more += 1
      if severity == .error { worst = .error }
      return
    }
    let spot = Spot(line: Int32(clamping: line), column: Int32(clamping: column))
    first.append(Diagnostic(severity, code: code, message, at: origin.place(spot), hint: hint))
  }

  /// The problems, the last of them the number of those that are not told.
  var diagnostics: [Diagnostic] {
    guard more > 0 else { return first }
    return first + [
      Diagnostic(
        worst, code: "more-problems", "\(more) more problems in this table",
        at: origin.place(Spot()))
    ]
  }
}
