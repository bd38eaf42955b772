import CUnicode
import Fonts

/// Words as pieces: closed, measured, with what hangs at their ends.
extension PieceBuilder {
  func append(_ kind: Piece.Kind, _ face: Int32, _ start: Int, _ end: Int) {
    pieces.append(
      Piece(
        kind: kind, face: face, start: Int32(start), end: Int32(end), word: -1, width: 0))
  }

  /// Closes the word at hand.
  func flush(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    let start = wordStart
    guard start >= 0, start < end else { return }
    var piece = Piece(
      kind: .word, face: wordFace, start: Int32(start), end: Int32(end), word: -1, width: 0)
    if isCapitals(text, start, end) { piece.face = faces.spaced(wordFace) }
    let head = decodeScalar(text, start).value
    piece.startsAlphanumeric = isAlphanumeric(head)
    var last = end - 1
    while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
    let tail = decodeScalar(text, last).value
    piece.endsAlphanumeric = isAlphanumeric(tail)
    let face = faces.faces[Int(wordFace)]
    let thousandth = Float(face.size) / 1000
    piece.leftHang = Hanging.left(head, face.hanging) * thousandth
    piece.rightHang = Hanging.right(tail, face.hanging) * thousandth
    wordStart = -1
    shape(&piece, text)
    pieces.append(piece)
  }

  /// Whether a word is an abbreviation of capitals, three at least, in a style that spaces them.
  private func isCapitals(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard faces.spacesCapitals, faces.spacing(of: wordFace) > 0 else { return false }
    var capitals = 0
    for byte in text[start..<end] {
      if (0x41...0x5A).contains(byte) {
        capitals += 1
      } else if byte > 0x2F {
        return false
      }
    }
    return capitals > 2
  }

  private func isAlphanumeric(_ c: UInt32) -> Bool {
    if c < 0x80 {
      return (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || ScalarClass.isDigit(c) || c == 0x25
    }
    return annals_is_letter(c) != 0
  }

  /// Shapes a piece and measures it, with tracking.
  func shape(_ piece: inout Piece, _ text: UnsafeBufferPointer<UInt8>) {
    let face = faces.faces[Int(piece.face)]
    let word = shaper.word(
      face.key, UnsafeBufferPointer(rebasing: text[Int(piece.start)..<Int(piece.end)]))
    piece.word = Int32(word)
    piece.width = shaper.words[word].width * face.size
    if face.tracking != 0 {
      piece.width += face.tracking * Double(shaper.clusterCount(of: word))
    }
  }
}
