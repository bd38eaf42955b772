/// One token of a content stream (ISO 32000-1, 7.8.2), as positions in its bytes.
enum ContentToken {
  /// A name, without its slash.
  case name(Range<Int>)
  /// A literal string, within its parentheses.
  case literal(Range<Int>)
  /// A hexadecimal string, within its brackets.
  case hexadecimal(Range<Int>)
  /// An operator, its letters packed into a number.
  case keyword(UInt32)
  /// A number, a dictionary bracket or an array bracket.
  case other
}

/// Splits a content stream into tokens, without copying.
struct ContentScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the last token began.
  private(set) var start = 0
  /// Where the next token may begin.
  var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token; `nil` at the end.
  mutating func next() -> ContentToken? {
    skipSpace()
    start = end
    guard end < bytes.count else { return nil }
    let byte = bytes[end]
    end += 1
    switch byte {
    case UInt8(ascii: "/"):
      skipRegular()
      return .name(start + 1..<end)
    case UInt8(ascii: "("): return literal()
    case UInt8(ascii: "<"): return bracket()
    case UInt8(ascii: ">"):
      if end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
      return .other
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ")"):
      return .other
    default:
      skipRegular()
      // Numbers begin with a digit, a sign or a point.
      if byte <= UInt8(ascii: "9"), byte >= UInt8(ascii: "+") { return .other }
      return .keyword(packed())
    }
  }

  private func packed() -> UInt32 {
    var word: UInt32 = 0
    for byte in bytes[start..<min(end, start + 4)] { word = word << 8 | UInt32(byte) }
    return word
  }

  private mutating func literal() -> ContentToken {
    var depth = 1
    while end < bytes.count {
      let byte = bytes[end]
      end += 1
      switch byte {
      case UInt8(ascii: "\\"): end = min(end + 1, bytes.count)
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .literal(start + 1..<end - 1) }
      default: break
      }
    }
    return .literal(start + 1..<end)
  }

  private mutating func bracket() -> ContentToken {
    if end < bytes.count, bytes[end] == UInt8(ascii: "<") {
      end += 1
      return .other
    }
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
    let range = start + 1..<end
    end = min(end + 1, bytes.count)
    return .hexadecimal(range)
  }

  private mutating func skipSpace() {
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "%") {
        while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      } else if byte > 32 {
        return
      } else {
        end += 1
      }
    }
  }

  private mutating func skipRegular() {
    while end < bytes.count {
      switch bytes[end] {
      case 0...32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"),
        UInt8(ascii: "{"), UInt8(ascii: "}"):
        return
      default: end += 1
      }
    }
  }
}

/// The operators that the walk must know, packed as `ContentToken.keyword` packs them.
enum ContentOperator {
  /// Packs an operator's letters.
  static func pack(_ text: StaticString) -> UInt32 {
    text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }
  static let beginMarked: UInt32 = 0x42_44_43  // BDC
  static let beginPlain: UInt32 = 0x42_4D_43  // BMC
  static let endMarked: UInt32 = 0x45_4D_43  // EMC
  static let font: UInt32 = 0x54_66  // Tf
  static let show: UInt32 = 0x54_6A  // Tj
  static let showSpaced: UInt32 = 0x54_4A  // TJ
  static let inlineImage: UInt32 = 0x42_49  // BI

  /// Whether an operator puts ink on the page: f F f* B B* b b* S s sh Do ' " Tj TJ.
  static func paints(_ word: UInt32) -> Bool {
    switch word {
    case show, showSpaced, 0x66, 0x46, 0x66_2A, 0x42, 0x42_2A, 0x62, 0x62_2A, 0x53, 0x73, 0x73_68,
      0x44_6F, 0x27, 0x22:
      true
    default: false
    }
  }
}
