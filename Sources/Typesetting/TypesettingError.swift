public import Fonts

/// What can go wrong when text is set.
public enum TypesettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A font cannot be found or opened, or a feature has no such name.
  case font(FontError)
  /// No font of the library has the character; the context is the text around it.
  case missingGlyph(character: String, codePoint: UInt32, context: String)
  /// ICU has no line-breaking rules for the locale, or refuses the text.
  case lineBreaking(locale: String)
  /// ICU cannot find the directions of a paragraph.
  case bidirectionalText
  /// The hyphenation patterns of a language cannot be read.
  case unreadablePatterns(name: String)

  /// The problem with its place.
  public var description: String {
    switch self {
    case .font(let error): return error.description
    case .missingGlyph(let character, let codePoint, let context):
      let hex = String(codePoint, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      return "no font has the character \(character) (U+\(padded)) in \"\(context)\""
    case .lineBreaking(let locale): return "ICU cannot break lines for the locale \(locale)"
    case .bidirectionalText: return "ICU cannot find the directions of a paragraph"
    case .unreadablePatterns(let name): return "the hyphenation patterns \(name) cannot be read"
    }
  }
}
