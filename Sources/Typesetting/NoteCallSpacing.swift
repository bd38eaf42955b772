/// The glue about the call of a note in Chinese: it stands close to what it follows, and the blank
/// half of a mark before it comes after it.
extension Spacing {
  /// Sets the glue of a piece that is a call, stands before one, or is a space beside one; false for
  /// all other pieces.
  func closesUp(_ pieces: inout ContiguousArray<Piece>, _ index: Int) -> Bool {
    let next = pieces[index + 1]
    if pieces[index].kind == .space {
      // A space typed beside a call is none in Chinese.
      let isAfterCall = index > 0 && isCall(pieces[index - 1]) && isSquare(next)
      let isBeforeCall = index > 0 && isSquare(pieces[index - 1]) && isCall(next)
      guard chinese, pieces[index].width == 0, isAfterCall || isBeforeCall else { return false }
      pieces[index].kind = .fixedSpace
      pieces[index].end = pieces[index].start
      if isBeforeCall { pieces[index].breakAfter = .never }
      if isAfterCall { addBlank(to: index, call: index - 1, before: next, &pieces) }
      return true
    }
    if isCall(next), isSquare(pieces[index]) {
      pieces[index].breakAfter = .never
      return true
    }
    guard isCall(pieces[index]), isSquare(next) else { return false }
    addBlank(to: index, call: index, before: next, &pieces)
    return true
  }

  private func isCall(_ piece: Piece) -> Bool {
    piece.kind == .word && faces[Int(piece.face)].isSuperior
  }

  private func addBlank(
    to index: Int, call: Int, before next: Piece, _ pieces: inout ContiguousArray<Piece>
  ) {
    var mark = call - 1
    if mark > 0, pieces[mark].kind == .fixedSpace, pieces[mark].start == pieces[mark].end {
      mark -= 1
    }
    let closes = mark >= 0 && pieces[mark].kind == .closing
    guard next.kind != .closing, closes || next.kind == .opening else { return }
    let em = faces[Int(closes ? pieces[mark].face : next.face)].size
    pieces[index].glue = em / 2
    pieces[index].shrink = em / 4
    pieces[index].glueKind = .blank
  }
}
