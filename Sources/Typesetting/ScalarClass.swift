/// What a code point is to Chinese composition.
enum ScalarClass {
  /// Whether the code point is written with Chinese fonts in every language: ideographs, kana, and
  /// the punctuation and full-width forms that exist for them.
  static func isHan(_ c: UInt32) -> Bool {
    if c < 0x2E80 { return false }
    return c <= 0x9FFF || (0xF900...0xFAFF).contains(c) || (0xFE30...0xFE4F).contains(c)
      || (0xFF01...0xFF60).contains(c) || (0xFFE0...0xFFE6).contains(c)
      || (0x20000...0x3FFFF).contains(c)
  }

  /// Whether the code point comes from the Chinese font in Chinese text only.
  static func isHanInChinese(_ c: UInt32) -> Bool {
    switch c {
    case 0x00B7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2027, 0x2030, 0x203B,
      0x2103, 0x2116, 0x2E3A, 0x22EF:
      true
    default: false
    }
  }

  /// An opening mark whose ink is in the right half of its square.
  static func isOpening(_ c: UInt32) -> Bool {
    switch c {
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B,
      0xFF5B:
      true
    default: false
    }
  }

  /// A closing mark or a stop whose ink is in the left half of its square.
  static func isClosing(_ c: UInt32) -> Bool {
    switch c {
    case 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
      0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D:
      true
    default: false
    }
  }

  /// A mark that no line may start with (CLREQ, GB/T 15834).
  static func mayNotStart(_ c: UInt32) -> Bool {
    switch c {
    case 0x0025, 0x00B7, 0x2026, 0x2027, 0x2030, 0x2103, 0xFF05: true
    default: isClosing(c)
    }
  }

  /// A mark that no line may end with.
  static func mayNotEnd(_ c: UInt32) -> Bool {
    switch c {
    case 0x0024, 0x2116, 0xFFE5, 0x00A5, 0xFF04: true
    default: isOpening(c)
    }
  }

  /// A dash or ellipsis that is written doubled and never split.
  static func isDoubled(_ c: UInt32) -> Bool { c == 0x2014 || c == 0x2026 }

  /// 年, 月, 日, 个 and 名, which stay with the digits before them.
  static func isCounter(_ c: UInt32) -> Bool {
    c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x4E2A || c == 0x540D
  }

  /// ASCII and full-width digits.
  static func isDigit(_ c: UInt32) -> Bool {
    (0x30...0x39).contains(c) || (0xFF10...0xFF19).contains(c)
  }

  /// A white space that separates words and that a line may break after.
  static func isSpace(_ c: UInt32) -> Bool { c == 0x20 || c == 0x09 || c == 0x0D }

  /// A code point that has no glyph of its own: joiners, direction marks, byte-order mark.
  static func isInvisible(_ c: UInt32) -> Bool {
    (0x200B...0x200F).contains(c) || (0x2060...0x2064).contains(c) || c == 0xFEFF
      || (0xFE00...0xFE0F).contains(c) || (0x202A...0x202E).contains(c)
  }
}
