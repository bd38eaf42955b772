import CUnicode
import Fonts

/// Cuts a paragraph into pieces and shapes them; the arrays are used again for each paragraph.
final class PieceBuilder {
  private(set) var bytes = ContiguousArray<UInt8>()
  var pieces = ContiguousArray<Piece>()
  let faces: FaceTable
  let shaper: Shaper
  private var marks = ContiguousArray<UInt8>()
  private var spans: [(style: Int32, end: Int)] = []
  private var breakers: [Bool: LineBreaker] = [:]
  private var wordStart = -1
  private var wordFace: Int32 = -1

  init(fonts: FontLibrary) {
    shaper = Shaper(fonts)
    faces = FaceTable(fonts: fonts, shaper: shaper)
  }

  /// Fills `bytes` and `pieces` from text; `chinese` says whose rules break its lines.
  func build(_ text: StyledText, chinese: Bool) throws(TypesettingError) {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    for span in text.spans {
      bytes.append(contentsOf: span.text.utf8)
      spans.append((try faces.style(span.style), bytes.count))
    }
    guard !bytes.isEmpty else { return }
    let breaker = try breaker(chinese: chinese)
    let source = bytes
    try source.withUnsafeBufferPointer { text throws(TypesettingError) in
      try breaker.marks(text, into: &marks)
      try cut(text)
    }
    let kerning = SpaceKerning(bytes: bytes, faces: faces, shaper: shaper)
    Spacing(faces: faces.faces, chinese: chinese, spaceKern: kerning.width).apply(to: &pieces)
  }

  private func breaker(chinese: Bool) throws(TypesettingError) -> LineBreaker {
    if let known = breakers[chinese] { return known }
    let made = try LineBreaker(locale: chinese ? "zh@lb=strict" : "en")
    breakers[chinese] = made
    return made
  }

  private func cut(_ text: UnsafeBufferPointer<UInt8>) throws(TypesettingError) {
    wordStart = -1
    let marks = marks
    let spans = spans
    var at = 0
    var span = 0
    var before: UInt32 = 0
    var ink: UInt32 = 0
    while at < text.count {
      while span + 1 < spans.count, at >= spans[span].end {
        flush(text, at)
        span += 1
      }
      let (c, length) = decodeScalar(text, at)
      let split = ScalarClass.isDigit(ink) && ScalarClass.isCounter(c)
      if marks[at] != 0, at > 0, !split { allowBreak(text, at, between: before, and: c) }
      before = c
      if !ScalarClass.isSpace(c) { ink = c }
      let style = spans[span].style
      if c > 0x20, c < 0x7F {
        let base = faces.styles[Int(style)].base
        if wordStart < 0 || wordFace != base { startWord(text, at, base) }
        // The rest of an ASCII word up to the next break needs no more looking at.
        let end = spans[span].end
        at += 1
        while at < end, text[at] > 0x20, text[at] < 0x7F, marks[at] == 0 { at += 1 }
        before = UInt32(text[at - 1])
        ink = before
      } else if try cutSpecial(text, at, c, length, style) {
        at += length
      } else {
        at = try cutOther(text, at, c, length, style)
      }
    }
    flush(text, text.count)
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
    case 0xAD:
      flush(text, at)
      if let last = pieces.indices.last { pieces[last].breakAfter = .softHyphen }
    default:
      if ScalarClass.isSpace(c) {
        appendSpace(text, at, base)
      } else if ScalarClass.isInvisible(c) {
        flush(text, at)
      } else {
        return false
      }
    }
    return true
  }

  private func appendSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ base: Int32) {
    flush(text, at)
    if let last = pieces.indices.last, pieces[last].kind == .space,
      text[Int(pieces[last].start)] < 0x80
    {
      pieces[last].end = Int32(at + 1)
    } else {
      append(.space, base, at, at + 1)
    }
  }

  /// Cuts a character that is not ASCII; returns where the next one starts.
  private func cutOther(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, _ length: Int, _ style: Int32
  ) throws(TypesettingError) -> Int {
    if wordStart >= 0, (0x300...0x36F).contains(c) { return at + length }
    let apostrophe = c == 0x2019 && joinsLetters(text, at, length)
    let face = apostrophe ? faces.styles[Int(style)].base : try faces.face(c, style: style)
    guard face >= 0 else { throw missing(c, text, at, length) }
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
    pieces.append(piece)
    return end
  }

  /// Whether ASCII letters stand on both sides: an apostrophe, not a closing quotation mark.
  private func joinsLetters(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> Bool {
    guard at > 0, at + length < text.count else { return false }
    return isLetter(text[at - 1]) && isLetter(text[at + length])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func missing(
    _ c: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> TypesettingError {
    var start = max(0, at - 24)
    var end = min(text.count, at + length + 24)
    while start < at, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > at + length, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return .missingGlyph(
      character: String(decoding: text[at..<at + length], as: UTF8.self), codePoint: c,
      context: String(decoding: text[start..<end], as: UTF8.self))
  }

  private func append(_ kind: Piece.Kind, _ face: Int32, _ start: Int, _ end: Int) {
    pieces.append(
      Piece(
        kind: kind, face: face, start: Int32(start), end: Int32(end), word: -1, width: 0))
  }

  private func flush(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    let start = wordStart
    guard start >= 0, start < end else { return }
    var piece = Piece(
      kind: .word, face: wordFace, start: Int32(start), end: Int32(end), word: -1, width: 0)
    piece.startsAlphanumeric = isAlphanumeric(decodeScalar(text, start).value)
    var last = end - 1
    while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
    piece.endsAlphanumeric = isAlphanumeric(decodeScalar(text, last).value)
    wordStart = -1
    shape(&piece, text)
    pieces.append(piece)
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
