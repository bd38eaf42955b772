/// A table of text, split into cells as it is read: CSV as RFC 4180 has it and as spreadsheets
/// write it.
///
/// - Lines end in LF, CRLF or CR, mixed at will; a line break inside quotes is LF in the cell.
/// - Cells are split by commas, semicolons or tabs: what is stated, or Excel's line `sep=;`, or
///   what the head has outside quotes. Where the head has several, the most frequent counts, and a
///   warning says so.
/// - Text is UTF-8, UTF-16 with a mark, or what `encoding` states. Other bytes are taken for
///   GB18030 or Windows-1252, and a warning says so.
/// - An apostrophe before `=`, `+`, `-` or `@` at the start of a cell is the guard of `CSVText`, and is
///   taken off, so that a table that was written is read back as it was.
/// - Nothing else is guessed or repaired.
public struct CSVSource: TableSource {
  /// The most columns that a row may have.
  public static let columnLimit = 1000
  /// The longest cell, in bytes; a quotation mark that is never closed would make one.
  public static let cellLimit = 1 << 20
  /// The longest row, in bytes.
  public static let rowLimit = 8 << 20

  /// What it is read from.
  public let origin: RecordOrigin
  /// What was guessed so far: warnings.
  public private(set) var problems: [Diagnostic] = []
  /// A row of text has as many cells as the head.
  public var allowsShortRows: Bool { false }

  enum State { case start, plain, quoted, closed }

  let input: TextInput
  var delimiter: UInt8
  private var isStarted: Bool
  private var isDone = false
  var state = State.start
  var line = 1
  /// The offset of the line's first byte in the text, and the bytes since that begin no character.
  var lineStart = 0
  var continuations = 0
  /// Where the cell starts in the row's bytes and in the file.
  var cellStart = 0
  var cell = Spot(line: 1, column: 1)
  /// Whether the last byte was a carriage return, whose line feed is still to come.
  var sawReturn = false

  /// The table of bytes.
  ///
  /// - Parameters:
  ///   - encoding: The encoding if it is known; a byte order mark takes precedence.
  ///   - delimiter: What splits cells if it is known.
  public init(
    bytes: [UInt8], file: String, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) {
    self.init(
      TextInput(bytes: bytes, name: file, encoding: encoding), file: file, delimiter: delimiter)
  }

  /// The table of a file, which is read piece by piece.
  init(file: OpenFile, encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
    self.init(
      TextInput(file: file, encoding: encoding), file: file.name, delimiter: delimiter)
  }

  private init(_ input: TextInput, file: String, delimiter: UInt8?) {
    self.input = input
    origin = RecordOrigin(file: file)
    self.delimiter = delimiter ?? UInt8(ascii: ",")
    isStarted = delimiter != nil
  }

  /// Reads the next row that is not blank; false at the end.
  ///
  /// - Throws: `Diagnostic` with the code `csv-quote`, `csv-columns`, `cell-too-long`,
  ///   `row-too-long`, `wrong-encoding` or `nul-character`.
  public mutating func next(into row: inout TableRow) throws(Diagnostic) -> Bool {
    row.removeAll()
    guard !isDone else { return false }
    cellStart = 0
    do throws(Diagnostic) {
      while true {
        if input.position >= input.limit {
          // A cell without end is told long before it is read.
          if row.bytes.count - cellStart > Self.cellLimit { throw tooLong(row) }
          guard try refill() else {
            isDone = true
            return try finish(&row)
          }
        }
        if try scan(into: &row) { return true }
      }
    } catch {
      isDone = true
      throw error
    }
  }

  private mutating func refill() throws(Diagnostic) -> Bool {
    let isMore = try input.refill()
    if let encoding = input.guessed {
      input.guessed = nil
      problems.append(
        Diagnostic(
          .warning, code: "converted-encoding",
          "the text is not UTF-8, and was read as \(encoding.rawValue)", at: place(here),
          hint: "save the file as UTF-8, or state \"encoding: \(encoding.rawValue)\""))
    }
    guard isMore else {
      if let fault = input.fault { throw problem(fault) }
      return false
    }
    if !isStarted { chooseDelimiter() }
    return true
  }

  private mutating func chooseDelimiter() {
    isStarted = true
    // No encoding uses the bytes of the marks for anything else, so all at hand can be looked at.
    let head = CSVHead(input.bytes + input.position, count: input.filled - input.position)
    delimiter = head.delimiter
    if head.stated > 0 {
      input.position += head.stated
      (line, lineStart) = (2, head.stated)
      cell = Spot(line: 2, column: 1)
    } else if head.isAmbiguous {
      problems.append(
        Diagnostic(
          .warning, code: "csv-delimiter", "the head is split at \(head.name), and has others",
          at: place(Spot(line: 1, column: 1)),
          hint: "quote a head that contains a comma, a semicolon or a tab"))
    }
  }

  private mutating func finish(_ row: inout TableRow) throws(Diagnostic) -> Bool {
    if state == .quoted {
      throw Diagnostic(
        .error, code: "csv-quote", "a quoted cell is never closed", at: place(cell),
        hint: "add the missing quotation mark")
    }
    if row.count == 0, state == .start { return false }
    try endCell(&row)
    return true
  }

  private func problem(_ fault: TextInput.Fault) -> Diagnostic {
    switch fault {
    case .nul:
      Diagnostic(
        .error, code: "nul-character", "the file contains a NUL character", at: place(here),
        hint: "is this a text file?")
    case .invalid:
      Diagnostic(
        .error, code: "wrong-encoding", "the text is not valid in its encoding", at: place(here),
        hint: "save the file as UTF-8, or state its encoding")
    case .cut:
      Diagnostic(
        .error, code: "wrong-encoding", "the file ends within a character", at: place(here),
        hint: "the file is cut off, or not UTF-8")
    }
  }

  /// Where the next byte stands.
  var here: Spot { spot(at: input.position) }

  func spot(at position: Int) -> Spot {
    Spot(
      line: Int32(clamping: line),
      column: Int32(clamping: input.base + position - lineStart - continuations + 1))
  }

  func place(_ spot: Spot) -> Place { origin.place(spot) }
}
