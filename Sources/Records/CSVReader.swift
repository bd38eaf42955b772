/// A table of text from a CSV file (RFC 4180), with the place of every cell.
public struct CSVTable: Hashable, Sendable {
  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// The text, without its quotes.
    public var text: String
    /// Where it starts.
    public var place: Place
  }
  /// One row; its first cell's place is the row's.
  public typealias Row = [Cell]
  /// The rows in order, the head first; blank lines are left out.
  public var rows: [Row]
}

/// Splits CSV into cells over UTF-8; it guesses nothing and repairs nothing.
public enum CSVReader {
  /// The most columns that a row may have.
  public static let columnLimit = 1000

  /// Splits a file's bytes.
  ///
  /// - Throws: `Diagnostic` with the code `csv-quote` or `csv-columns`, or one of the decoding.
  public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> CSVTable {
    var splitter = Splitter(file: file)
    for scalar in try decoded(bytes, file: file).unicodeScalars { try splitter.take(scalar) }
    try splitter.finish()
    return CSVTable(rows: splitter.rows)
  }

  private struct Splitter {
    enum State { case start, plain, quoted, closed }
    let file: String
    var rows: [CSVTable.Row] = []
    var row: CSVTable.Row = []
    var text = ""
    var state = State.start
    var line = 1
    var column = 1
    var cell: Place
    var sawReturn = false

    init(file: String) {
      self.file = file
      cell = Place(file: file, line: 1, column: 1)
    }

    mutating func take(_ scalar: Unicode.Scalar) throws(Diagnostic) {
      defer { advance(scalar) }
      if state == .quoted { return takeQuoted(scalar) }
      switch scalar {
      case ",": try endCell()
      case "\n":
        if sawReturn { sawReturn = false } else { try endRow() }
        return
      case "\r":
        try endRow()
        sawReturn = true
        return
      case "\"": try takeQuote()
      default: try takePlain(scalar)
      }
      sawReturn = false
    }

    private mutating func takeQuoted(_ scalar: Unicode.Scalar) {
      if scalar == "\"" { state = .closed } else { text.unicodeScalars.append(scalar) }
    }

    private mutating func takeQuote() throws(Diagnostic) {
      switch state {
      case .start: state = .quoted
      case .closed:
        text += "\""
        state = .quoted
      default:
        throw problem(
          "a quotation mark inside a cell that is not quoted",
          hint: "quote the whole cell and write \"\" for each mark inside it")
      }
    }

    private mutating func takePlain(_ scalar: Unicode.Scalar) throws(Diagnostic) {
      guard state != .closed else {
        throw problem(
          "text after the closing quotation mark",
          hint: "write \"\" for a quotation mark inside a cell")
      }
      state = .plain
      text.unicodeScalars.append(scalar)
    }

    private mutating func advance(_ scalar: Unicode.Scalar) {
      // A carriage return ends a line, so the line feed after it does not end another.
      let ends = scalar == "\r" || (scalar == "\n" && !endedByReturn)
      endedByReturn = scalar == "\r"
      if ends { line += 1 }
      column = ends || (scalar == "\n") ? 1 : column + 1
      if state == .start { cell = Place(file: file, line: line, column: column) }
    }
    private var endedByReturn = false

    private mutating func endCell() throws(Diagnostic) {
      row.append(CSVTable.Cell(text: text, place: cell))
      guard row.count <= CSVReader.columnLimit else {
        throw Diagnostic(
          .error, code: "csv-columns", "more than \(CSVReader.columnLimit) columns",
          at: Place(file: file, line: line, column: column))
      }
      text = ""
      state = .start
    }

    private mutating func endRow() throws(Diagnostic) {
      if row.isEmpty, text.isEmpty, state == .start { return }
      try endCell()
      rows.append(row)
      row = []
    }

    mutating func finish() throws(Diagnostic) {
      if state == .quoted {
        throw Diagnostic(
          .error, code: "csv-quote", "a quoted cell is never closed", at: cell,
          hint: "add the missing quotation mark")
      }
      try endRow()
    }

    private func problem(_ message: String, hint: String) -> Diagnostic {
      Diagnostic(
        .error, code: "csv-quote", message, at: Place(file: file, line: line, column: column),
        hint: hint)
    }
  }
}
