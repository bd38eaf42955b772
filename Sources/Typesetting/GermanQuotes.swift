extension PieceBuilder {
  /// Whether a mark that opens in Chinese closes a German quotation: „So ist es“. Only Latin text
  /// stands between the two.
  func closesGerman(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32) -> Bool {
    guard c == 0x201C || c == 0x2018 else { return false }
    let isDouble = c == 0x201C
    var place = at - 1
    while place >= 0, at - place < 2_000 {
      // Han and its marks begin with higher bytes; quotation marks are E2 80 98 to E2 80 9E.
      if text[place] >= 0xE3 { return false }
      if text[place] == 0xE2, place + 2 < at, text[place + 1] == 0x80 {
        switch text[place + 2] {
        case 0x9E where isDouble, 0x9A where !isDouble: return true
        case 0x9C where isDouble, 0x9D where isDouble, 0x98 where !isDouble: return false
        default: break
        }
      }
      place -= 1
    }
    return false
  }
}
