import Fonts

/// Words that are wider than the room of a line.
extension PieceBuilder {
  /// Lets a word that is wider than the room break between any two letters.
  func splitLongPieces(_ room: Double) {
    let source = bytes
    let old = pieces
    pieces.removeAll(keepingCapacity: true)
    source.withUnsafeBufferPointer { text in
      for piece in old {
        guard piece.kind == .word, piece.width > room else {
          pieces.append(piece)
          continue
        }
        split(piece, text)
      }
    }
  }

  private func split(_ piece: Piece, _ text: UnsafeBufferPointer<UInt8>) {
    var at = Int(piece.start)
    while at < Int(piece.end) {
      var next = at + decodeScalar(text, at).length
      while next < Int(piece.end), (0x300...0x36F).contains(decodeScalar(text, next).value) {
        next += 2
      }
      var part = piece
      part.start = Int32(at)
      part.end = Int32(min(next, Int(piece.end)))
      part.hyphenCount = 0
      if next < Int(piece.end) {
        part.glue = 0
        part.stretch = 0
        part.shrink = 0
        part.breakAfter = .emergency
      }
      shape(&part, text)
      pieces.append(part)
      at = next
    }
  }
}
