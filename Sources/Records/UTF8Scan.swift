/// Finds where bytes stop being text in UTF-8, as the Unicode Standard's table 3-7 defines it.
enum UTF8Scan {
  /// What stands at a place.
  enum Piece: Equatable {
    /// A character of so many bytes.
    case character(Int)
    /// The beginning of a character that the bytes end in.
    case cut
    /// No character at all.
    case invalid
  }

  /// The index of the first byte that is neither part of a whole character nor NUL.
  static func textEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while true {
      at = asciiEnd(bytes, from: at, to: end)
      guard at < end, bytes[at] >= 0x80, case .character(let length) = piece(bytes, at, end) else {
        return at
      }
      at += length
    }
  }

  /// The index of the first byte that is not ASCII, or is NUL; eight bytes at a time.
  static func asciiEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    let raw = UnsafeRawPointer(bytes)
    while at + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let zeroes = (word &- 0x0101_0101_0101_0101) & ~word
      guard (word | zeroes) & 0x8080_8080_8080_8080 == 0 else { break }
      at += 8
    }
    while at < end, bytes[at] < 0x80, bytes[at] != 0 { at += 1 }
    return at
  }

  /// What a byte that is not ASCII begins.
  static func piece(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Piece {
    let lead = bytes[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .invalid
    }
    guard at + 1 < end else { return .cut }
    guard second.contains(bytes[at + 1]) else { return .invalid }
    var next = at + 2
    while next < at + length {
      guard next < end else { return .cut }
      guard bytes[next] & 0xC0 == 0x80 else { return .invalid }
      next += 1
    }
    return .character(length)
  }
}
