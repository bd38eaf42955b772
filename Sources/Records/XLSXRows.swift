/// The rows of a sheet that are parsed and not yet handed on, in buffers that are used again.
struct XLSXRows {
  private var bytes: [UInt8] = []
  private var cells: [Range<Int32>] = []
  private var lines: [Int32] = []
  private var taken = 0
  private var start = 0
  private var width = 0
  private var isOpen = false
  private var hasContent = false

  /// Begins a row of so many cells; the number is the same for all rows.
  mutating func begin(width: Int) {
    self.width = width
    start = bytes.count
    hasContent = false
    isOpen = true
    cells.append(contentsOf: repeatElement(0..<0, count: width))
  }

  /// Makes what a closure writes the cell of a slot; nothing where it gives false.
  mutating func set(_ slot: Int, _ write: (inout [UInt8]) -> Bool) {
    let begin = bytes.count
    guard write(&bytes) else {
      bytes.removeSubrange(begin...)
      return
    }
    cells[cells.count - width + slot] = Int32(clamping: begin)..<Int32(clamping: bytes.count)
    hasContent = hasContent || bytes[begin...].contains { $0 > 0x20 }
  }

  /// Whether a slot of the open row has its cell.
  func isSet(_ slot: Int) -> Bool { !cells[cells.count - width + slot].isEmpty }

  /// Ends the row; false where it is blank and left out.
  mutating func end(line: Int) -> Bool {
    isOpen = false
    guard hasContent else {
      cells.removeLast(width)
      bytes.removeSubrange(start...)
      return false
    }
    lines.append(Int32(clamping: line))
    return true
  }

  /// Hands on the next row; false where none is left.
  mutating func pop(into row: inout TableRow, columns: [Int]) -> Bool {
    guard taken < lines.count else {
      if taken > 0 { forget() }
      return false
    }
    row.removeAll()
    let line = Int(lines[taken])
    let base = taken * width
    for (index, column) in columns.enumerated() {
      let cell = cells[base + index]
      if !cell.isEmpty { row.append(bytes[Int(cell.lowerBound)..<Int(cell.upperBound)]) }
      row.endCell(line: line, column: column)
    }
    taken += 1
    return true
  }

  /// Forgets the rows that were handed on, and keeps the one that is open.
  private mutating func forget() {
    lines.removeAll(keepingCapacity: true)
    cells.removeFirst(taken * width)
    taken = 0
    guard isOpen else { return bytes.removeAll(keepingCapacity: true) }
    bytes.removeFirst(start)
    let shift = Int32(clamping: start)
    for index in cells.indices where !cells[index].isEmpty {
      cells[index] = (cells[index].lowerBound - shift)..<(cells[index].upperBound - shift)
    }
    start = 0
  }
}
