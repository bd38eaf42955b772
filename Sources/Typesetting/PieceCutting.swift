import CUnicode
import Fonts

/// Text on its way to pieces: what each character becomes.
extension PieceBuilder {
  /// Goes through the text character by character: each becomes a piece or part of a word.
  func cut(_ text: UnsafeBufferPointer<UInt8>) throws(TypesettingError) {
    wordStart = -1
    let marks = marks
    let spans = spans
    let levels = levels
    let mixed = !levels.isEmpty
    var at = 0
    var span = 0
    var before: UInt32 = 0
    var numbers = NumberKeeping()
    while at < text.count {
      while span + 1 < spans.count, at >= spans[span].end {
        flush(text, at)
        span += 1
      }
      if mixed, wordStart >= 0, levels[at] != levels[wordStart] { flush(text, at) }
      let (c, length) = decodeScalar(text, at)
      let isKept = numbers.keeps(text, at, c, after: before)
      if at > 0, !isKept, marks[at] != 0 || ScalarClass.mayBreak(before: c, after: before) {
        allowBreak(text, at, between: before, and: c)
      }
      before = c
      let style = spans[span].style
      if c > 0x20, c < 0x7F {
        let base = try directed(faces.styles[Int(style)].base, at)
        if wordStart < 0 || wordFace != base { startWord(text, at, base) }
        // The rest of an ASCII word up to the next break needs no more looking at.
        let end = spans[span].end
        at += 1
        while at < end, text[at] > 0x20, text[at] < 0x7F, marks[at] == 0,
          !mixed || levels[at] == levels[at - 1]
        {
          at += 1
        }
        before = UInt32(text[at - 1])
        numbers.last = before
      } else if try cutSpecial(text, at, c, length, style) {
        at += length
      } else {
        at = try cutOther(text, at, c, length, style)
      }
    }
    flush(text, text.count)
  }

  /// The face for the direction of a byte.
  private func directed(_ face: Int32, _ at: Int) throws(TypesettingError) -> Int32 {
    levels.isEmpty ? face : try faces.directed(face, level: levels[at])
  }

  private func startWord(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ face: Int32) {
    flush(text, at)
    wordStart = at
    wordFace = face
  }

  private func allowBreak(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, between a: UInt32, and b: UInt32
  ) {
    if ScalarClass.mayNotStart(b) || ScalarClass.mayNotEnd(a) { return }
    if a == b, ScalarClass.isDoubled(a) { return }
    flush(text, at)
    guard let last = pieces.indices.last, pieces[last].breakAfter == .never else { return }
    pieces[last].breakAfter = a == 0x2D || a == 0x2010 ? .hyphen : .allowed
  }

  /// Cuts what is no glyph of its own: spaces, forced breaks, soft hyphens, joiners.
  private func cutSpecial(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, _ length: Int, _ style: Int32
  ) throws(TypesettingError) -> Bool {
    let base = faces.styles[Int(style)].base
    switch c {
    case 0x0A, 0x0B, 0x0C, 0x2028, 0x2029:
      flush(text, at)
      append(.forced, base, at, at + length)
      pieces[pieces.count - 1].breakAfter = .forced
    case 0xA0:
      flush(text, at)
      append(.space, base, at, at + length)
    case 0x202F, 0x2009:
      flush(text, at)
      append(.fixedSpace, base, at, at + length)
      pieces[pieces.count - 1].width = faces.faces[Int(base)].size / 5
    case 0x2000...0x2006, 0x200A:
      // The project's fonts lack most wide spaces, which are no shapes but widths.
      flush(text, at)
      append(.space, spaceFace(at, base), at, at + length)
      pieces[pieces.count - 1].width = faces.faces[Int(base)].size * Self.quad(c)
    case 0xAD:
      flush(text, at)
      if let last = pieces.indices.last { pieces[last].breakAfter = .softHyphen }
    default:
      if ScalarClass.isSpace(c) {
        appendSpace(text, at, base)
      } else if ScalarClass.isInvisible(c) {
        // A joiner shapes the word that it stands in, where letters join.
        if ScalarClass.isJoiner(c), wordStart >= 0, faces.faces[Int(wordFace)].isRightToLeft {
          return true
        }
        flush(text, at)
      } else {
        return false
      }
    }
    return true
  }

  /// The width of a fixed space in em (Unicode 6.2, table 6-2).
  private static func quad(_ c: UInt32) -> Double {
    switch c {
    case 0x2001, 0x2003: 1
    case 0x2000, 0x2002: 1 / 2
    case 0x2004: 1 / 3
    case 0x2005: 1 / 4
    case 0x2006: 1 / 6
    default: 1 / 10
    }
  }

  /// The face of a space: in text from right to left that of a word of its style before it, so that a
  /// line of one script is one run.
  private func spaceFace(_ at: Int, _ base: Int32) -> Int32 {
    guard !levels.isEmpty, levels[at] & 1 == 1 else { return base }
    let style = faces.faces[Int(base)].style
    for piece in pieces.reversed().prefix(8) {
      let face = faces.faces[Int(piece.face)]
      if face.isRightToLeft, face.style == style { return piece.face }
    }
    return base
  }

  private func appendSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ base: Int32) {
    flush(text, at)
    if let last = pieces.indices.last, pieces[last].kind == .space,
      text[Int(pieces[last].start)] < 0x80
    {
      pieces[last].end = Int32(at + 1)
    } else {
      append(.space, spaceFace(at, base), at, at + 1)
    }
  }

  /// Cuts a character that is not ASCII; returns where the next one starts.
  private func cutOther(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, _ length: Int, _ style: Int32
  ) throws(TypesettingError) -> Int {
    if wordStart >= 0, try joinsWord(c) { return at + length }
    let isLatin = c == 0x2019 && joinsLetters(text, at, length) || closesGerman(text, at, c)
    let plain = isLatin ? faces.styles[Int(style)].base : try faces.face(c, style: style)
    let face = plain < 0 ? plain : try directed(plain, at)
    guard face >= 0 else {
      try report(MissingGlyph(c, in: text, at: at, length: length))
      let base = try directed(faces.styles[Int(style)].base, at)
      if wordStart < 0 || wordFace != base { startWord(text, at, base) }
      return at + length
    }
    guard faces.faces[Int(face)].isHan else {
      if wordStart < 0 || wordFace != face { startWord(text, at, face) }
      return at + length
    }
    flush(text, at)
    var end = at + length
    var kind = Piece.Kind.han
    if ScalarClass.isOpening(c) {
      kind = .opening
    } else if ScalarClass.isClosing(c) {
      kind = .closing
    } else if ScalarClass.isDoubled(c) {
      kind = .dash
      if end < text.count, decodeScalar(text, end).value == c { end += length }
    } else if c == 0xB7 || c == 0x2027 {
      kind = .dash
    }
    var piece = Piece(
      kind: kind, face: face, start: Int32(at), end: Int32(end), word: -1, width: 0)
    shape(&piece, text)
    if Hanging.isStop(c) { piece.rightHang = Float(faces.faces[Int(face)].size) / 2 }
    pieces.append(piece)
    return end
  }

  /// Whether a character belongs to the word before it: a combining mark that its font has.
  private func joinsWord(_ c: UInt32) throws(TypesettingError) -> Bool {
    if c < 0x300 { return false }
    if c < 0x370 { return true }
    guard annals_is_mark(c) != 0 else { return false }
    do { return try faces.has(c, face: wordFace) } catch { throw .font(error) }
  }

  /// Whether ASCII letters stand on both sides: an apostrophe, not a closing quotation mark.
  private func joinsLetters(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> Bool {
    guard at > 0, at + length < text.count else { return false }
    return isLetter(text[at - 1]) && isLetter(text[at + length])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
