import Foundation
public import Records

/// The problems of a report as JSON: `{"problems": [...], "errors": 1, "warnings": 0}`.
public func problemsAsJSON(_ problems: [Diagnostic]) throws -> String {
  let errors = problems.count { $0.severity == .error }
  return try json(
    ProblemList(
      problems: problems.map(ProblemEntry.init), errors: errors,
      warnings: problems.count - errors))
}

/// Text of JSON with sorted keys, so that the same value gives the same bytes.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

private struct ProblemList: Encodable {
  var problems: [ProblemEntry]
  var errors: Int
  var warnings: Int
}

private struct ProblemEntry: Encodable {
  var severity: String
  var code: String
  var message: String
  var file: String?
  var line: Int?
  var column: Int?
  var hint: String?

  init(_ problem: Diagnostic) {
    severity = problem.severity.rawValue
    code = problem.code
    message = problem.message
    hint = problem.hint
    guard let place = problem.place else { return }
    file = place.file
    line = place.line > 0 ? place.line : nil
    column = place.column > 0 ? place.column : nil
  }
}

/// A place for machines.
struct PlaceEntry: Encodable {
  var file: String
  var line: Int
  var column: Int

  init(_ place: Place) {
    file = place.file
    line = place.line
    column = place.column
  }
}
