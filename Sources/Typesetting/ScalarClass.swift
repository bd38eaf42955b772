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

  /// Whether a line may end before a wide opening mark, also after a per cent sign: UAX 14 thinks of
  /// narrow brackets, in which a number goes on.
  static func mayBreak(before c: UInt32, after last: UInt32) -> Bool {
    c >= 0x3000 && isOpening(c) && last > 0x20 && last != 0xA0 && last != 0x202F
      && !isInvisible(last)
  }

  /// A dash or ellipsis that is written doubled and never split.
  static func isDoubled(_ c: UInt32) -> Bool { c == 0x2014 || c == 0x2026 }

  /// A counter or measure word, which stays with the digits before it: 年, 月, 日, 个, 名, 所, 人 and
  /// others that reports count with.
  static func isCounter(_ c: UInt32) -> Bool {
    switch c {
    case 0x5E74, 0x6708, 0x65E5, 0x4E2A, 0x540D, 0x4EBA, 0x6240, 0x6B21, 0x9879, 0x95E8, 0x4F4D,
      0x5BB6, 0x7BC7, 0x5C4A, 0x671F, 0x5468, 0x5929, 0x5C81, 0x5143, 0x4E07, 0x4EBF, 0x53F7,
      0x4EF6, 0x573A, 0x65F6, 0x5206, 0x79D2, 0x7C73, 0x5428, 0x5EA6, 0x500D, 0x7EA7, 0x79CD,
      0x8F86, 0x53F0, 0x672C, 0x518C, 0x5F20, 0x5957, 0x4EFD:
      true
    default: false
    }
  }

  /// ASCII and full-width digits.
  static func isDigit(_ c: UInt32) -> Bool {
    (0x30...0x39).contains(c) || (0xFF10...0xFF19).contains(c)
  }

  /// A joiner or non-joiner, which shapes the letters beside it.
  static func isJoiner(_ c: UInt32) -> Bool { c == 0x200C || c == 0x200D }

  /// A white space that separates words and that a line may break after.
  static func isSpace(_ c: UInt32) -> Bool { c == 0x20 || c == 0x09 || c == 0x0D }

  /// A code point that has no glyph of its own: joiners, direction marks, byte-order mark.
  static func isInvisible(_ c: UInt32) -> Bool {
    (0x200B...0x200F).contains(c) || (0x2060...0x2069).contains(c) || c == 0xFEFF
      || (0xFE00...0xFE0F).contains(c) || (0x202A...0x202E).contains(c) || c == 0x61C
  }
}
