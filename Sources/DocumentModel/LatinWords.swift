extension [Inline] {
  /// Whether this is Latin words alone, which have an italic; Han has none.
  public var isLatin: Bool {
    var hasLetters = false
    for scalar in plainText.unicodeScalars {
      if scalar.value >= 0x2E80 { return false }
      if scalar.isASCII, (0x61...0x7A).contains(scalar.value | 0x20) { hasLetters = true }
    }
    return hasLetters
  }
}
