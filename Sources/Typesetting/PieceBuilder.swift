import CUnicode
import Fonts

/// Cuts a paragraph into pieces and shapes them; the arrays are used again for each paragraph.
final class PieceBuilder {
  private(set) var bytes = ContiguousArray<UInt8>()
  var pieces = ContiguousArray<Piece>()
  let faces: FaceTable
  let shaper: Shaper
  private var marks = ContiguousArray<UInt8>()
  /// The embedding level of every byte; empty where all text runs from left to right.
  private var levels = ContiguousArray<UInt8>()
  /// The paragraph's own level.
  private(set) var baseLevel: UInt8 = 0
  private var bidi: BidiLevels?
  private var spans: [(style: Int32, end: Int)] = []
  private var breakers: [Bool: LineBreaker] = [:]
  private var wordStart = -1
  private var wordFace: Int32 = -1
  private let handling: MissingGlyphHandling
  /// The characters that no font has, in the order in which they were met.
  private(set) var missing: [MissingGlyph] = []

  init(fonts: FontLibrary, handling: MissingGlyphHandling) {
    self.handling = handling
    shaper = Shaper(fonts)
    faces = FaceTable(fonts: fonts, shaper: shaper)
  }

  /// Whether the paragraph has text from right to left.
  var isMixed: Bool { !levels.isEmpty }

  /// Fills `bytes` and `pieces` from text; `chinese` says whose rules break its lines.
  func build(
    _ text: StyledText, chinese: Bool, base: BidiLevels.Base
  ) throws(TypesettingError) {
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
      try findLevels(text, base)
      try cut(text)
    }
    if isMixed {
      for index in pieces.indices { pieces[index].level = levels[Int(pieces[index].start)] }
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

  /// Whether a character begins what stays with the number before it: a counter, or a unit after a
  /// space.
  private func belongsToNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, after before: UInt32
  ) -> Bool {
    if ScalarClass.isCounter(c) { return true }
    return before == 0x20 && c < 0x7F && Units.stands(in: text, at: at)
  }

  private func findLevels(
    _ text: UnsafeBufferPointer<UInt8>, _ base: BidiLevels.Base
  ) throws(TypesettingError) {
    levels.removeAll(keepingCapacity: true)
    baseLevel = 0
    guard base == .rightToLeft || BidiLevels.isNeeded(text) else { return }
    let bidi: BidiLevels
    if let known = self.bidi { bidi = known } else { bidi = try BidiLevels() }
    self.bidi = bidi
    baseLevel = try bidi.find(text, base: base, into: &levels)
  }

  private func cut(_ text: UnsafeBufferPointer<UInt8>) throws(TypesettingError) {
    wordStart = -1
    let marks = marks
    let spans = spans
    let levels = levels
    let mixed = !levels.isEmpty
    var at = 0
    var span = 0
    var before: UInt32 = 0
    var ink: UInt32 = 0
    while at < text.count {
      while span + 1 < spans.count, at >= spans[span].end {
        flush(text, at)
        span += 1
      }
      if mixed, wordStart >= 0, levels[at] != levels[wordStart] { flush(text, at) }
      let (c, length) = decodeScalar(text, at)
      let split = ScalarClass.isDigit(ink) && belongsToNumber(text, at, c, after: before)
      if marks[at] != 0, at > 0, !split { allowBreak(text, at, between: before, and: c) }
      before = c
      // 万 and 亿 are part of the number: 30万元 is one.
      let isMultiple = split && (c == 0x4E07 || c == 0x4EBF)
      if !ScalarClass.isSpace(c), !isMultiple { ink = c }
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
        ink = before
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
    let apostrophe = c == 0x2019 && joinsLetters(text, at, length)
    let plain = apostrophe ? faces.styles[Int(style)].base : try faces.face(c, style: style)
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

  /// Throws a missing glyph or lists it, each code point once.
  private func report(_ glyph: MissingGlyph) throws(TypesettingError) {
    if handling == .thrown { throw glyph.error }
    if !missing.contains(where: { $0.codePoint == glyph.codePoint }) { missing.append(glyph) }
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
