import Glibc

/// A cell while it is read, and the text that it stands for.
struct XLSXCell {
  enum Kind { case number, shared, text, flag, error, date }

  var column = 0
  var kind = Kind.number
  var style = 0
  var hasFormula = false
  /// Whether a value stands in the cell, an empty one included.
  var hasValue = false

  /// The kind that the `t` of a cell gives; nil for one that is not known.
  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch bytes.count == 1 ? bytes[0] : 0 {
    case UInt8(ascii: "s"): return .shared
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "b"): return .flag
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default: break
    }
    let name: StaticString = bytes.count == 3 ? "str" : "inlineStr"
    guard let start = bytes.baseAddress, bytes.count == name.utf8CodeUnitCount,
      memcmp(start, name.utf8Start, bytes.count) == 0
    else { return nil }
    return .text
  }
}

/// What the cells of a workbook need to become text.
struct XLSXCellReading {
  var strings: XLSXStrings
  var formats: [XLSXFormat]
  var startsIn1904: Bool
  var asksForCalculation: Bool

  /// Why a cell has no text.
  struct Problem: Error {
    var code: String
    var message: String
    var hint: String?
  }

  /// Appends the text of a cell.
  func append(
    _ cell: XLSXCell, source: inout [UInt8], to bytes: inout [UInt8]
  ) throws(Problem) {
    try checkFormula(cell, source)
    guard !source.isEmpty else { return }
    switch cell.kind {
    case .text:
      XLSXText.decode(&source, from: 0)
      bytes.append(contentsOf: source)
    case .shared: try appendShared(source, to: &bytes)
    case .number: try appendNumber(cell, source, to: &bytes)
    case .flag:
      bytes.append(contentsOf: source == [0x31] ? "true".utf8 : "false".utf8)
    case .error:
      throw Problem(
        code: "xlsx-error-value",
        message: "the cell holds the error \(quoted(String(decoding: source, as: UTF8.self)))",
        hint: "correct the formula, or empty the cell")
    case .date: bytes.append(contentsOf: Self.withoutMidnight(source))
    }
  }

  private func checkFormula(_ cell: XLSXCell, _ source: [UInt8]) throws(Problem) {
    guard cell.hasFormula else { return }
    let isEmptyText = cell.kind == .text && cell.hasValue
    // Programs that cannot calculate write 0 and leave the rest to the one that opens the file.
    let isStandIn = asksForCalculation && cell.kind == .number && source == [0x30]
    guard (source.isEmpty && !isEmptyText) || isStandIn else { return }
    throw Problem(
      code: "xlsx-formula", message: "the formula was never calculated",
      hint: "open the workbook in the spreadsheet program and save it once")
  }

  private func appendShared(_ source: [UInt8], to bytes: inout [UInt8]) throws(Problem) {
    var index = 0
    for byte in source {
      guard (0x30...0x39).contains(byte), index < 100_000_000 else {
        index = .max
        break
      }
      index = index * 10 + Int(byte - 0x30)
    }
    guard index < strings.count else {
      throw Problem(
        code: "xlsx-missing-string",
        message: "the cell refers to text \(quoted(String(decoding: source, as: UTF8.self))), "
          + "and the workbook has \(strings.count)",
        hint: XLSXFormatCheck.saveAgain)
    }
    bytes.append(contentsOf: strings.bytes[strings.range(of: index)])
  }

  private func appendNumber(
    _ cell: XLSXCell, _ source: [UInt8], to bytes: inout [UInt8]
  ) throws(Problem) {
    let format = formats.indices.contains(cell.style) ? formats[cell.style] : .number
    if format == .number {
      guard !NumberText.append(source, to: &bytes) else { return }
      throw Problem(
        code: "xlsx-number",
        message: "\(quoted(String(decoding: source, as: UTF8.self))) is not a number",
        hint: "type the value again")
    }
    guard
      !XLSXDates.append(source, as: format, in1904: startsIn1904, to: &bytes)
    else { return }
    throw Problem(
      code: "xlsx-date",
      message: "the cell shows \(quoted(String(decoding: source, as: UTF8.self))) as a date, "
        + "and there is no such day",
      hint: "type the date again, or format the cell as a number")
  }

  /// A day without the time that stands for none.
  private static func withoutMidnight(_ source: [UInt8]) -> ArraySlice<UInt8> {
    guard let mark = source.firstIndex(of: UInt8(ascii: "T")) else { return source[...] }
    let isMidnight = source[mark...].allSatisfy { !(0x31...0x39).contains($0) }
    return isMidnight ? source[..<mark] : source[...]
  }
}
