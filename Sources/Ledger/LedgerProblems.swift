public import Records

/// Every problem that kept a ledger from being built or written.
public struct LedgerProblems: Error, Hashable, Sendable {
  /// The problems, at least one.
  public var problems: [Diagnostic]
  /// Problems.
  public init(_ problems: [Diagnostic]) { self.problems = problems }
}
