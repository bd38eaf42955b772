/// How the text of a server's value is written in the records.
struct PostgresValue {
  /// Why a value has no text.
  struct Problem: Error {
    var code: String
    var message: String
    var hint: String?
  }

  /// The number of the value's type in the server's catalogue.
  let type: UInt32

  /// Arrays of truth values, numbers, texts, days and identifiers.
  private static let arrays: Set<UInt32> = [
    1000, 1002, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022, 1182, 1231, 2951,
  ]

  func append(_ bytes: UnsafeRawBufferPointer, to row: inout TableRow) throws(Problem) {
    switch type {
    case 16: row.append(bytes.first == UInt8(ascii: "t") ? "true".utf8 : "false".utf8)
    case 17:
      throw Problem(
        code: "database-blob", message: "the value is bytes, not text",
        hint: "leave the column out of the query")
    case 700, 701: appendNumber(bytes, to: &row)
    case 1114, 1184: appendMoment(bytes, to: &row)
    case _ where Self.arrays.contains(type): try appendArray(bytes, to: &row)
    default:
      guard isUTF8(bytes) else {
        throw Problem(
          code: "wrong-encoding", message: "the text is not valid UTF-8",
          hint: "correct the text in the database")
      }
      row.append(bytes)
    }
  }

  private func appendNumber(_ bytes: UnsafeRawBufferPointer, to row: inout TableRow) {
    var text: [UInt8] = []
    if NumberText.append(bytes, to: &text) { row.append(text) } else { row.append(bytes) }
  }

  /// A day with its time, which is left out at midnight.
  private func appendMoment(_ bytes: UnsafeRawBufferPointer, to row: inout TableRow) {
    guard let blank = bytes.firstIndex(of: 0x20) else { return row.append(bytes) }
    let time = bytes[(blank + 1)...].prefix { $0 != 0x2B && $0 != 0x2D }
    row.append(bytes[..<blank])
    guard !time.starts(with: "00:00:00".utf8) || time.count > 8 else { return }
    row.append(UInt8(ascii: "T"))
    row.append(time.prefix(8))
  }

  /// `{a,"b c",NULL}` as `a;b c`.
  private func appendArray(
    _ bytes: UnsafeRawBufferPointer, to row: inout TableRow
  ) throws(Problem) {
    guard bytes.first == UInt8(ascii: "{") else {
      throw Problem(
        code: "database-array", message: "the array does not begin at 1", hint: "unnest it")
    }
    var items: [[UInt8]] = []
    var item: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var isEscaped = false
    for byte in bytes.dropFirst() {
      if isEscaped {
        item.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        (isQuoted, wasQuoted) = (!isQuoted, true)
      } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") {
        if wasQuoted || (!item.isEmpty && item != Array("NULL".utf8)) { items.append(item) }
        (item, wasQuoted) = ([], false)
      } else if !isQuoted, byte == UInt8(ascii: "{") {
        throw Problem(
          code: "database-array", message: "the value is an array of arrays",
          hint: "ask for one level: unnest it in the query")
      } else {
        item.append(byte)
      }
    }
    guard !items.contains(where: { $0.contains(UInt8(ascii: ";")) }) else {
      throw Problem(
        code: "database-array", message: "a value of the array contains a semicolon",
        hint: "semicolons part the values of a list")
    }
    row.append(items.joined(separator: [UInt8(ascii: ";")]))
  }
}
