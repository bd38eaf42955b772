import CUnicode
import Fonts

/// Finds the hyphenation points of shaped words and remembers them.
final class Hyphens {
  private(set) var points = ContiguousArray<HyphenPoint>()
  private var ranges = ContiguousArray<(first: Int32, count: Int32)>()
  private var hyphenators: [String: Hyphenator] = [:]
  // The letters of the word at hand, and where each starts; used again for each word.
  private var letters: [UInt32] = []
  private var starts: [Int] = []

  /// Gives the words of a paragraph their hyphenation points; the last word gets none.
  func mark(_ builder: PieceBuilder) throws(TypesettingError) {
    // The pieces are taken out while they are changed, so that the array is not copied.
    var pieces = ContiguousArray<Piece>()
    swap(&pieces, &builder.pieces)
    defer { swap(&pieces, &builder.pieces) }
    let faces = builder.faces.faces
    var last = pieces.count - 1
    while last >= 0, pieces[last].kind != .word { last -= 1 }
    guard last > 0 else { return }
    for index in 0..<last where pieces[index].kind == .word && pieces[index].width > 0 {
      if pieces[index].breakAfter == .hyphen { continue }
      if index > 0, isCompound(pieces[index - 1], builder) { continue }
      if index + 2 < pieces.count,
        isHeld(pieces[index + 1], before: pieces[index + 2], builder)
      {
        continue
      }
      let face = faces[Int(pieces[index].face)]
      if builder.faces.styles[Int(face.style)].isChinese, isName(pieces[index], builder) {
        continue
      }
      let word = Int(pieces[index].word)
      var range: (first: Int32, count: Int32) = word < ranges.count ? ranges[word] : (-1, 0)
      if range.first < 0 {
        guard let name = builder.faces.styles[Int(face.style)].patterns else { continue }
        range = try find(pieces[index], face, name, builder)
      }
      pieces[index].firstHyphen = range.first
      pieces[index].hyphenCount = range.count
    }
  }

  /// Whether the word after a piece is part of a compound or of an address.
  private func isCompound(_ previous: Piece, _ builder: PieceBuilder) -> Bool {
    if previous.breakAfter == .hyphen { return true }
    guard previous.kind == .word, previous.breakAfter == .allowed else { return false }
    return builder.bytes[Int(previous.end) - 1] < 0x80
  }

  /// Whether a no-break space holds a word and a number together, as in "section 4".
  private func isHeld(_ space: Piece, before next: Piece, _ builder: PieceBuilder) -> Bool {
    space.kind == .space && builder.bytes[Int(space.start)] == 0xC2 && next.kind == .word
      && ScalarClass.isDigit(UInt32(builder.bytes[Int(next.start)]))
  }

  /// Whether a word in Chinese text is a name, which starts with a capital and is not long: lines of
  /// Han have room to give elsewhere.
  private func isName(_ piece: Piece, _ builder: PieceBuilder) -> Bool {
    (65...90).contains(builder.bytes[Int(piece.start)]) && piece.end - piece.start <= 16
  }

  /// The name of the patterns of a language. Latin words in Chinese text are English or like it.
  static func patterns(for language: String) -> String? {
    if language == "en-GB" { return "en-gb" }
    if language == "en" || language.hasPrefix("en-") || isChinese(language) { return "en-us" }
    if language == "fr" || language.hasPrefix("fr-") { return "fr" }
    if language == "de" || language.hasPrefix("de-") { return "de-1996" }
    return nil
  }

  private func find(
    _ piece: Piece, _ face: Face, _ name: String, _ builder: PieceBuilder
  ) throws(TypesettingError) -> (first: Int32, count: Int32) {
    let word = Int(piece.word)
    while ranges.count <= word { ranges.append((-1, 0)) }
    let first = points.count
    let text = Array(builder.bytes[Int(piece.start)..<Int(piece.end)])
    for offset in offsets(text, try hyphenator(name)) {
      points.append(point(text, offset, word, face, builder))
    }
    ranges[word] = (Int32(first), Int32(points.count - first))
    return ranges[word]
  }

  /// A point with the widths of its two sides. Where the font allows, they come from the word as it
  /// is shaped, and only its last cluster is shaped with the hyphen.
  private func point(
    _ text: [UInt8], _ offset: Int, _ word: Int, _ face: Face, _ builder: PieceBuilder
  ) -> HyphenPoint {
    guard let cut = builder.shaper.cut(word: word, at: offset) else {
      return HyphenPoint(
        offset: Int32(offset), before: width(Array(text[..<offset]) + [0x2D], face, builder),
        after: width(Array(text[offset...]), face, builder))
    }
    let tail = Array(text[cut.last..<offset])
    let hyphen = width(tail + [0x2D], face, builder) - width(tail, face, builder)
    let advance = Double(cut.advance) / face.unitsPerEm
    let shaped = builder.shaper.words[word].width
    let tracking = face.tracking / face.size
    let rest = Double(builder.shaper.clusterCount(of: word) - cut.clusters)
    return HyphenPoint(
      offset: Int32(offset), before: advance + Double(cut.clusters) * tracking + hyphen,
      after: shaped - advance + rest * tracking)
  }

  private func width(_ text: [UInt8], _ face: Face, _ builder: PieceBuilder) -> Double {
    let word = text.withUnsafeBufferPointer { builder.shaper.word(face.key, $0) }
    let tracking = face.tracking * Double(builder.shaper.clusterCount(of: word)) / face.size
    return builder.shaper.words[word].width + tracking
  }

  private func hyphenator(_ name: String) throws(TypesettingError) -> Hyphenator {
    if let known = hyphenators[name] { return known }
    let made = try Hyphenator(named: name)
    hyphenators[name] = made
    return made
  }

  /// The byte offsets in a word where it may be hyphenated: none in an abbreviation, in an address or
  /// beside digits.
  func offsets(_ text: [UInt8], _ hyphenator: Hyphenator) -> [Int] {
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    guard text.withUnsafeBufferPointer(readLetters) else { return [] }
    return hyphenator.points(letters).map { starts[$0] }
  }

  /// Reads the letters of a word in lower case; false where it has no hyphenation.
  private func readLetters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var capitals = 0
    var closed = false
    var at = 0
    while at < text.count {
      let (c, length) = decodeScalar(text, at)
      if (0x61...0x7A).contains(c) || annals_is_letter(c) != 0 {
        if closed { return false }
        let isLower = (0x61...0x7A).contains(c)
        if !isLower, annals_is_upper(c) != 0 { capitals += 1 }
        letters.append(isLower ? c : annals_lower(c))
        starts.append(at)
      } else if ScalarClass.isDigit(c) || c == 0x2F || c == 0x40 || c == 0x5F {
        return false
      } else if !letters.isEmpty {
        closed = true
      }
      at += length
    }
    return capitals < 2
  }
}
