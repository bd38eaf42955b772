/// A place in a source file, as a person would name it: path, line and column, each from 1.
public struct Place: Hashable, Sendable, Comparable {
  /// The path, relative to the report's folder where the file lies in it.
  public var file: String
  /// The line from 1; 0 for the file as a whole.
  public var line: Int
  /// The column from 1, in characters; 0 for the line as a whole.
  public var column: Int
  /// A place.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
  /// `file:line:column`, without what is not known.
  public var description: String {
    line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
  /// Earlier in the order of files and lines.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// One problem: a fact with its place, and the way out as a hint.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The report cannot be made.
    case error
    /// The report is made and is worse for it.
    case warning
  }
  /// How bad it is.
  public var severity: Severity
  /// A short stable code: `unknown-field`.
  public var code: String
  /// The fact: lower case, no full stop, the offender quoted.
  public var message: String
  /// Where; nil where the problem has no place in a file.
  public var place: Place?
  /// What to do about it; nil where there is nothing to say.
  public var hint: String?
  /// A problem.
  public init(
    _ severity: Severity, code: String, _ message: String, at place: Place? = nil,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
  }
}
