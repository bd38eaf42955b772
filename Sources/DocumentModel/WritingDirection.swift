extension [Inline] {
  /// Whether a paragraph of this text runs from right to left: its first strong character is of a
  /// script that does (UAX 9, P2 and P3).
  public var runsFromRightToLeft: Bool {
    for scalar in plainText.unicodeScalars where scalar.isStrong {
      return scalar.isFromRightToLeft
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a sign that is read as one; marks on letters and digits are none.
  fileprivate var isStrong: Bool {
    if isASCII { return (0x61...0x7A).contains(value | 0x20) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  fileprivate var isFromRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
