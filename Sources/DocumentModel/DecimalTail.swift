extension [Inline] {
  /// What follows the whole part of the first number: ".5", " people", or nothing; nil where there is
  /// no number. Numbers one under the other are aligned where their tails begin, so that words such
  /// as "at least" before a number do not move it.
  public var decimalTail: String? {
    let text = [UInt8](plainText.utf8)
    guard var end = text.firstIndex(where: isDigit) else { return nil }
    while end < text.endIndex {
      if isDigit(text[end]) {
        end += 1
      } else if text[end] == UInt8(ascii: ","), end + 1 < text.endIndex, isDigit(text[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return String(decoding: text[end...], as: UTF8.self)
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}
