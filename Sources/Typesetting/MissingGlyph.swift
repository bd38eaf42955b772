/// A character that no font of the library has.
public struct MissingGlyph: Hashable, Sendable {
  /// The character.
  public var character: String
  /// Its code point.
  public var codePoint: UInt32
  /// The text around the place where it was first met.
  public var context: String

  /// The error that reports this character alone.
  public var error: TypesettingError {
    .missingGlyph(character: character, codePoint: codePoint, context: context)
  }

  /// The character at a byte of some text.
  init(_ c: UInt32, in text: UnsafeBufferPointer<UInt8>, at: Int, length: Int) {
    var start = max(0, at - 24)
    var end = min(text.count, at + length + 24)
    while start < at, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > at + length, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    character = String(decoding: text[at..<at + length], as: UTF8.self)
    codePoint = c
    context = String(decoding: text[start..<end], as: UTF8.self)
  }
}

/// What happens when no font has a character.
public enum MissingGlyphHandling: Sendable {
  /// Setting throws at the first one.
  case thrown
  /// The font's mark for missing glyphs is set, and all are listed in `Typesetter.missingGlyphs`: the
  /// caller reports them together.
  case collected
}
