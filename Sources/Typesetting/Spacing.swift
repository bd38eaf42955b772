/// Puts the glue between pieces: word spaces, the blanks of Chinese punctuation, the gap between Han
/// and Latin (CLREQ).
struct Spacing {
  let faces: ContiguousArray<Face>
  let chinese: Bool
  /// What a font adds to a space before or after a character, in points.
  let spaceKern: (_ face: Int32, _ before: Piece?, _ after: Piece?) -> Double
  /// What a font adds between two words that stand together, in points.
  let pairKern: (_ before: Piece, _ after: Piece) -> Double

  func apply(to pieces: inout ContiguousArray<Piece>) {
    for index in pieces.indices {
      halve(&pieces[index])
      guard index + 1 < pieces.count else {
        if pieces[index].kind == .space { wordSpace(&pieces[index], nil, nil) }
        break
      }
      let previous = index > 0 ? pieces[index - 1] : nil
      if closesUp(&pieces, index) { continue }
      glue(&pieces[index], after: previous, before: pieces[index + 1])
    }
    if chinese { keepLastCharactersTogether(&pieces) }
  }

  /// Chinese marks are half their square; the other half is a blank in the glue beside them.
  private func halve(_ piece: inout Piece) {
    let size = faces[Int(piece.face)].size
    if piece.kind == .dash, piece.end - piece.start == 2 {
      // GB/T 15834 gives the middle dot half a square; fonts differ.
      piece.shift = (size / 2 - piece.width) / 2
      piece.width = size / 2
    }
    guard piece.width > size * 0.9 else { return }
    if piece.kind == .opening || piece.kind == .closing {
      piece.width -= size / 2
      if piece.kind == .opening { piece.shift = -size / 2 }
    }
  }

  private func wordSpace(_ piece: inout Piece, _ previous: Piece?, _ next: Piece?) {
    piece.glueKind = .space
    if piece.width > 0 {
      // A space of a fixed width is glue that gives nothing, and none where a line ends.
      piece.glue = piece.width
      piece.width = 0
      return
    }
    let face = faces[Int(piece.face)]
    piece.glue = face.space + face.tracking + spaceKern(piece.face, previous, next)
    piece.stretch = face.space / 2
    piece.shrink = face.space / 3
  }

  private func glue(_ piece: inout Piece, after previous: Piece?, before next: Piece) {
    if piece.kind == .space {
      if chinese, piece.width == 0, let previous, meets(previous, next) {
        // A space typed between Han and Latin stands for the gap.
        piece.kind = .fixedSpace
        piece.end = piece.start
        gap(&piece, em: hanSize(previous, next))
      } else {
        wordSpace(&piece, previous, next)
      }
      return
    }
    if next.kind == .space || next.kind == .forced { return }
    if piece.kind == .word, next.kind == .word { piece.glue = pairKern(piece, next) }
    if meets(piece, next) {
      gap(&piece, em: hanSize(piece, next))
    } else if needsBlank(piece, next) {
      let em = faces[Int(piece.kind == .closing ? piece.face : next.face)].size
      piece.glue = em / 2
      piece.shrink = em / 4
      piece.glueKind = .blank
    } else if piece.breakAfter == .allowed, faces[Int(piece.face)].isUnspaced,
      faces[Int(next.face)].isUnspaced
    {
      // Without spaces the words themselves come apart, by less than a reader notices.
      piece.stretch = faces[Int(piece.face)].size * 0.04
      piece.glueKind = .gap
    } else if isSquare(piece), isSquare(next) {
      piece.stretch = faces[Int(piece.face)].size * 0.04
      piece.glueKind = .han
    }
  }

  func isSquare(_ piece: Piece) -> Bool {
    switch piece.kind {
    case .han, .opening, .closing, .dash: true
    default: false
    }
  }

  /// Whether Han meets a Latin letter or a digit.
  private func meets(_ a: Piece, _ b: Piece) -> Bool {
    a.kind == .han && b.kind == .word && b.startsAlphanumeric
      || a.kind == .word && a.endsAlphanumeric && b.kind == .han
  }

  private func hanSize(_ a: Piece, _ b: Piece) -> Double {
    faces[Int(a.kind == .han ? a.face : b.face)].size
  }

  private func gap(_ piece: inout Piece, em: Double) {
    // From an eighth to three eighths: a half, which CLREQ allows, is seen as a hole.
    piece.glue = em / 4
    piece.stretch = em / 8
    piece.shrink = em / 8
    piece.glueKind = .gap
  }

  /// Between two marks one blank stays where a closing mark meets an opening one, else none.
  private func needsBlank(_ a: Piece, _ b: Piece) -> Bool {
    if a.kind == .closing { return b.kind != .closing }
    return b.kind == .opening && a.kind != .opening
  }

  /// The last line of a Chinese paragraph has two Han at least.
  private func keepLastCharactersTogether(_ pieces: inout ContiguousArray<Piece>) {
    let han = pieces.reduce(0) { $0 + ($1.kind == .han ? 1 : 0) }
    guard han > 4 else { return }
    var seen = 0
    var index = pieces.count - 1
    while index > 0, isSquare(pieces[index]) {
      if pieces[index].kind == .han { seen += 1 }
      if seen == 2 { return }
      if pieces[index - 1].breakAfter == .allowed { pieces[index - 1].breakAfter = .never }
      index -= 1
    }
  }
}
