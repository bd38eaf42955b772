/// A place in a source, as a person would name it: path, line and column, each from 1; in a
/// workbook the sheet and the cell.
public struct Place: Hashable, Sendable, Comparable {
  /// The path, relative to the report's folder where the file lies in it.
  public var file: String
  /// The line, or the row of a sheet, from 1; 0 for the file or sheet as a whole.
  public var line: Int
  /// The column from 1, in characters, or the number of a sheet's column; 0 for the line as a whole.
  public var column: Int
  /// The sheet of a workbook; nil for anything else.
  public var sheet: String?
  /// A place.
  public init(file: String, line: Int = 0, column: Int = 0, sheet: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.sheet = sheet
  }
  /// `file:line:column` without what is not known; for a sheet `file, sheet, B12`.
  public var description: String {
    guard let sheet else {
      return line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
    let cell = line == 0 ? "" : column == 0 ? ", row \(line)" : ", \(Self.letters(column))\(line)"
    return "\(file), \(sheet)\(cell)"
  }
  /// The letters of a sheet's column: 1 is A, 27 is AA.
  public static func letters(_ column: Int) -> String {
    var (text, rest) = ("", column)
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))
      text = String(Character(letter)) + text
      rest = (rest - 1) / 26
    }
    return text
  }
  /// Earlier in the order of files, sheets and lines.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.sheet ?? "", a.line, a.column) < (b.file, b.sheet ?? "", b.line, b.column)
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
