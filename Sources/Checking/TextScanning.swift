extension Unicode.Scalar {
  /// Whether it is a letter, told without a table for the scripts that texts are mostly in.
  var isLetter: Bool {
    switch value {
    case 0..<0x80: (0x61...0x7A).contains(value | 0x20)
    case 0x4E00...0x9FA5: true
    default: properties.isAlphabetic
    }
  }

  /// Whether it is a letter or a numeral.
  var isLetterOrNumeral: Bool {
    if value < 0x80 { return isLetter || (0x30...0x39).contains(value) }
    return isLetter || properties.numericType != nil
  }

  /// Whether it is white space.
  var isSpace: Bool {
    value < 0x80 ? value == 32 || (9...13).contains(value) : properties.isWhitespace
  }

  /// Whether it is a capital letter.
  var isCapital: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  /// The small letter of an ASCII capital; anything else as it is.
  var lowered: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}

extension Array where Element == Unicode.Scalar {
  /// Whether a part of the text is an ASCII word, which is given in small letters.
  func says(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount, range.upperBound <= count else { return false }
    return word.withUTF8Buffer { bytes in
      for (index, byte) in zip(range, bytes) where self[index].lowered.value != UInt32(byte) {
        return false
      }
      return true
    }
  }
}

extension String {
  /// The lines of a text with their numbers from 1, an end of line being any that Unicode knows.
  func forEachLine(_ body: (Substring, Int) -> Void) {
    let bytes = utf8
    var number = 0
    var (start, index) = (bytes.startIndex, bytes.startIndex)
    while index < bytes.endIndex {
      let length = lengthOfLineEnd(at: index)
      guard length > 0 else {
        index = bytes.index(after: index)
        continue
      }
      number += 1
      body(self[start..<index], number)
      index = bytes.index(index, offsetBy: length)
      start = index
    }
    body(self[start...], number + 1)
  }

  /// How many bytes end a line at an index; 0 where none do (Unicode Standard Annex 14, BK, CR, LF
  /// and NL).
  private func lengthOfLineEnd(at index: Index) -> Int {
    switch utf8[index] {
    case 0x0A...0x0C: 1
    case 0x0D: byte(1, after: index) == 0x0A ? 2 : 1
    case 0xC2: byte(1, after: index) == 0x85 ? 2 : 0
    case 0xE2:
      byte(1, after: index) == 0x80 && (byte(2, after: index) ?? 0) | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  private func byte(_ distance: Int, after index: Index) -> UInt8? {
    utf8.index(index, offsetBy: distance, limitedBy: utf8.endIndex).flatMap {
      $0 < utf8.endIndex ? utf8[$0] : nil
    }
  }
}
