/// What the first line of a table of text says about the marks that split its cells.
struct CSVHead {
  /// What splits the cells.
  private(set) var delimiter = UInt8(ascii: ",")
  /// Whether the head has several marks that could.
  private(set) var isAmbiguous = false
  /// The length of a line `sep=;`, with which Excel states it, with the line's end; 0 without one.
  private(set) var stated = 0

  /// The mark in words.
  var name: String {
    switch delimiter {
    case UInt8(ascii: ","): "commas"
    case UInt8(ascii: ";"): "semicolons"
    case 0x09: "tabs"
    default: "\"\(Character(UnicodeScalar(delimiter)))\""
    }
  }

  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    if let (mark, length) = Self.statement(bytes, count) {
      (delimiter, stated) = (mark, length)
      return
    }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    var sawText = false
    for at in 0..<count {
      let byte = bytes[at]
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A || byte == 0x0D, !isQuoted {
        if sawText { break }
        continue
      }
      sawText = true
      if !isQuoted, let index = marks.firstIndex(of: byte) { counts[index] += 1 }
    }
    // The first of equals, so a comma before a semicolon before a tab.
    let most = counts.max() ?? 0
    if most > 0, let index = counts.firstIndex(of: most) { delimiter = marks[index] }
    isAmbiguous = counts.filter { $0 > 0 }.count > 1
  }

  private static func statement(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (mark: UInt8, length: Int)? {
    let key = Array("sep=".utf8)
    guard count > key.count + 1, (0..<key.count).allSatisfy({ bytes[$0] | 0x20 == key[$0] | 0x20 })
    else { return nil }
    let mark = bytes[key.count]
    guard mark == 0x09 || (0x21..<0x7F).contains(mark), mark != 0x22, !isWord(mark) else {
      return nil
    }
    let end = key.count + 1
    if bytes[end] == 0x0A { return (mark, end + 1) }
    guard bytes[end] == 0x0D else { return nil }
    return (mark, end + 1 < count && bytes[end + 1] == 0x0A ? end + 2 : end + 1)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
