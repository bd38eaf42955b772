/// Characters that make a text look other than it is: controls and bidirectional overrides
/// (Unicode Technical Report 36, 2.6).
enum HiddenCharacter {
  /// The line of the first one, from 1; nil where there is none.
  static func line(in text: String) -> Int? {
    var line = 1
    // Bytes, because texts may be long: U+202A to U+202E are E2 80 AA to AE, U+2066 to U+2069 are
    // E2 81 A6 to A9.
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte == 10 { line += 1 }
      let isControl = (byte < 32 && byte != 9 && byte != 10 && byte != 13) || byte == 127
      let isOverride =
        (before == (0xE2, 0x80) && (0xAA...0xAE).contains(byte))
        || (before == (0xE2, 0x81) && (0xA6...0xA9).contains(byte))
      if isControl || isOverride { return line }
      before = (before.1, byte)
    }
    return nil
  }
}
