extension String {
  /// The text cut into Latin words, with the spaces between them, and what is none of them.
  public var latinParts: [(text: Substring, isLatin: Bool)] {
    var parts: [(text: Substring, isLatin: Bool)] = []
    var rest = Substring(self)
    while let first = rest.unicodeScalars.firstIndex(where: \.isLatinLetter) {
      let word = rest[first...]
      let stop = word.unicodeScalars.firstIndex { !$0.isLatinLetter && !$0.joinsLatinWords }
      let scalars = word.unicodeScalars[..<(stop ?? word.endIndex)]
      let last = scalars.lastIndex(where: \.isLatinLetter) ?? first
      let end = word.unicodeScalars.index(after: last)
      if first > rest.startIndex { parts.append((rest[..<first], false)) }
      parts.append((word[..<end], true))
      rest = word[end...]
    }
    if !rest.isEmpty { parts.append((rest, false)) }
    return parts
  }
}

extension [Inline] {
  /// Whether this is Latin words alone, which have an italic; Han has none.
  public var isLatin: Bool {
    var hasLetters = false
    for scalar in plainText.unicodeScalars {
      if scalar.value >= 0x2E80 { return false }
      if scalar.isASCII, scalar.isLatinLetter { hasLetters = true }
    }
    return hasLetters
  }

  /// Whether any Latin letter stands in it.
  public var hasLatinLetters: Bool {
    plainText.unicodeScalars.contains(where: \.isLatinLetter)
  }
}

extension Unicode.Scalar {
  /// A letter of Basic Latin, Latin-1 or Latin Extended-A and B, with the marks that combine with it.
  fileprivate var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xD7, 0xF7: false
    case 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// What may stand between two letters of Latin words.
  fileprivate var joinsLatinWords: Bool {
    switch value {
    case 0x20, 0x27, 0x2D, 0x2E, 0x30...0x39, 0xA0, 0x2019: true
    default: false
    }
  }
}
