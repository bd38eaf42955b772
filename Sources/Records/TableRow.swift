/// One row of a table, whatever it was read from: the text of every cell as UTF-8, one after the
/// other in one buffer, which is used again from row to row.
public struct TableRow: Sendable {
  /// The bytes of all cells, without separators.
  public private(set) var bytes: [UInt8] = []
  private var cells: [Cell] = []

  private struct Cell {
    var end: Int
    var line: Int32
    var column: Int32
  }

  /// An empty row.
  public init() {}

  /// The number of cells.
  public var count: Int { cells.count }

  /// Forgets the cells, and keeps the room that they took.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Adds a piece of the cell that is being read.
  public mutating func append(_ piece: some Sequence<UInt8>) { bytes.append(contentsOf: piece) }

  /// Adds a byte of the cell that is being read.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Ends the cell that is being read.
  ///
  /// - Parameters:
  ///   - line: The line, or the row of a sheet or of a query's answer, from 1.
  ///   - column: The column in characters, or the number of the column of a sheet or an answer, from 1.
  public mutating func endCell(line: Int, column: Int) {
    cells.append(
      Cell(end: bytes.count, line: Int32(clamping: line), column: Int32(clamping: column)))
  }

  /// Takes the apostrophe off the cell that is being read where it guards a text that a spreadsheet
  /// would run.
  mutating func unguardCell(from start: Int) {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    if CSVText.unguarded(text).utf8.count < text.utf8.count { bytes.remove(at: start) }
  }

  /// Ends the cell that is being read, which started at a spot.
  mutating func endCell(at spot: Spot) {
    cells.append(Cell(end: bytes.count, line: spot.line, column: spot.column))
  }

  /// The bytes of a cell.
  public func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : cells[index - 1].end)..<cells[index].end
  }

  /// The text of a cell; what is not UTF-8 is replaced, so readers decode before they append.
  public func text(_ index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// Where a cell starts, line and column.
  public func spot(_ index: Int) -> Spot {
    Spot(line: cells[index].line, column: cells[index].column)
  }
}

/// Where in its source a value stands, small enough to be kept for every value.
public struct Spot: Hashable, Sendable {
  /// The line or row from 1; 0 where it is not known.
  public var line: Int32
  /// The column from 1; 0 where it is not known.
  public var column: Int32
  /// A spot.
  public init(line: Int32 = 0, column: Int32 = 0) {
    self.line = line
    self.column = column
  }
}

/// A table that is read row by row: a CSV file, a sheet of a workbook, the answer of a query.
public protocol TableSource {
  /// What its rows are read from.
  var origin: RecordOrigin { get }
  /// What was found so far and did not stop the reading, such as an encoding that was guessed.
  var problems: [Diagnostic] { get }
  /// Whether a row may end before the head does, as rows of a sheet do.
  var allowsShortRows: Bool { get }
  /// Reads the next row, the head included; false at the end.
  ///
  /// - Throws: `Diagnostic` where reading cannot go on.
  mutating func next(into row: inout TableRow) throws(Diagnostic) -> Bool
}

extension TableSource {
  /// Nothing but what stops the reading.
  public var problems: [Diagnostic] { [] }
  /// Only text says where a row ends.
  public var allowsShortRows: Bool { true }
}
