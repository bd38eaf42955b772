/// The state machine over the bytes of a piece. Text between two marks is found by one loop and
/// copied at once.
extension CSVSource {
  /// Reads to the end of the row or of the piece; whether it was the row's end.
  mutating func scan(into row: inout TableRow) throws(Diagnostic) -> Bool {
    let (bytes, limit) = (input.bytes, input.limit)
    var at = input.position
    while at < limit {
      if state == .quoted {
        takeQuoted(&at, into: &row)
        continue
      }
      if state == .closed, !isMark(bytes[at]) { throw textAfterQuote(at: at) }
      let end = textEnd(bytes, from: at, to: limit)
      if end > at {
        takePlain(bytes + at, count: end - at, into: &row)
        at = end
        continue
      }
      let byte = bytes[at]
      at += 1
      switch byte {
      case delimiter:
        try endCell(&row)
        cell = spot(at: at)
        sawReturn = false
      case 0x22: try takeQuote(at: at - 1, into: &row)
      default:
        // A line feed after a carriage return only belongs to it.
        let isSecond = byte == 0x0A && sawReturn
        let isBlank = row.count == 0 && state == .start
        if !isSecond, !isBlank { try endCell(&row) }
        endLine(at: at, counts: !isSecond)
        sawReturn = byte == 0x0D
        cell = spot(at: at)
        if !isSecond, !isBlank {
          input.position = at
          return true
        }
      }
    }
    input.position = at
    return false
  }

  /// The end of the text that begins here, and counts its bytes that begin no character.
  private mutating func textEnd(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    let (delimiter, highest) = (delimiter, max(delimiter, 0x22))
    var (at, inner) = (start, 0)
    while at < limit {
      let byte = bytes[at]
      if byte <= highest, byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D {
        break
      }
      inner &+= Int((byte >> 7) & ~(byte >> 6) & 1)
      at &+= 1
    }
    continuations += inner
    return at
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D
  }

  private mutating func takePlain(
    _ bytes: UnsafePointer<UInt8>, count: Int, into row: inout TableRow
  ) {
    state = .plain
    sawReturn = false
    row.append(UnsafeBufferPointer(start: bytes, count: count))
  }

  private mutating func takeQuote(at position: Int, into row: inout TableRow) throws(Diagnostic) {
    sawReturn = false
    switch state {
    case .start: state = .quoted
    case .closed:
      row.append(0x22)
      state = .quoted
    default:
      throw Diagnostic(
        .error, code: "csv-quote", "a quotation mark inside a cell that is not quoted",
        at: place(spot(at: position)),
        hint: "quote the whole cell and write \"\" for each mark inside it")
    }
  }

  private mutating func takeQuoted(_ at: inout Int, into row: inout TableRow) {
    let (bytes, start, limit) = (input.bytes, at, input.limit)
    var inner = 0
    while at < limit {
      let byte = bytes[at]
      if byte <= 0x22, byte == 0x22 || byte == 0x0A || byte == 0x0D { break }
      inner &+= Int((byte >> 7) & ~(byte >> 6) & 1)
      at &+= 1
    }
    continuations += inner
    if at > start {
      sawReturn = false
      row.append(UnsafeBufferPointer(start: bytes + start, count: at - start))
    }
    guard at < limit else { return }
    let byte = bytes[at]
    at += 1
    guard byte != 0x22 else {
      sawReturn = false
      return state = .closed
    }
    let isSecond = byte == 0x0A && sawReturn
    if !isSecond { row.append(0x0A) }
    endLine(at: at, counts: !isSecond)
    sawReturn = byte == 0x0D
  }

  private mutating func endLine(at position: Int, counts: Bool) {
    if counts { line += 1 }
    (lineStart, continuations) = (input.base + position, 0)
  }

  mutating func endCell(_ row: inout TableRow) throws(Diagnostic) {
    if cellStart < row.bytes.count, row.bytes[cellStart] == 0x27 {
      row.unguardCell(from: cellStart)
    }
    row.endCell(at: cell)
    state = .start
    let end = row.bytes.count
    guard end - cellStart <= Self.cellLimit, end <= Self.rowLimit, row.count <= Self.columnLimit
    else { throw tooLong(row) }
    cellStart = end
  }

  /// The problem of a row that is over one of the limits.
  func tooLong(_ row: TableRow) -> Diagnostic {
    let place = place(cell)
    if row.bytes.count - cellStart > Self.cellLimit {
      return Diagnostic(
        .error, code: "cell-too-long", "the cell is longer than \(Self.cellLimit >> 20) MiB",
        at: place, hint: "is a quotation mark before it never closed?")
    }
    if row.bytes.count > Self.rowLimit {
      return Diagnostic(
        .error, code: "row-too-long", "the row is longer than \(Self.rowLimit >> 20) MiB",
        at: place, hint: "shorten its cells")
    }
    return Diagnostic(
      .error, code: "csv-columns", "more than \(Self.columnLimit) columns", at: place)
  }

  private func textAfterQuote(at position: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "csv-quote", "text after the closing quotation mark",
      at: place(spot(at: position)), hint: "write \"\" for a quotation mark inside a cell")
  }
}
