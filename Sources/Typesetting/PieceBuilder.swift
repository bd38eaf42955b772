import CUnicode
import Fonts

/// Cuts a paragraph into pieces and shapes them; the arrays are used again for each paragraph.
///
/// The stages are files of their own: here the styles, directions and possible breaks are found, then
/// the text is cut, words are closed and shaped, and spacing puts the glue between the pieces.
final class PieceBuilder {
  private(set) var bytes = ContiguousArray<UInt8>()
  var pieces = ContiguousArray<Piece>()
  let faces: FaceTable
  let shaper: Shaper
  private(set) var marks = ContiguousArray<UInt8>()
  /// The embedding level of every byte; empty where all text runs from left to right.
  private(set) var levels = ContiguousArray<UInt8>()
  /// The paragraph's own level.
  private(set) var baseLevel: UInt8 = 0
  private var bidi: BidiLevels?
  private(set) var spans: [(style: Int32, end: Int)] = []
  private var breakers: [Bool: LineBreaker] = [:]
  /// Where the word at hand starts, -1 outside of a word, and its face.
  var wordStart = -1
  var wordFace: Int32 = -1
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
    Spacing(
      faces: faces.faces, chinese: chinese, spaceKern: kerning.width,
      pairKern: kerning.width(between:and:)
    ).apply(to: &pieces)
  }

  private func breaker(chinese: Bool) throws(TypesettingError) -> LineBreaker {
    if let known = breakers[chinese] { return known }
    let made = try LineBreaker(locale: chinese ? "zh@lb=strict" : "en")
    breakers[chinese] = made
    return made
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

  /// Throws a missing glyph or lists it, each code point once.
  func report(_ glyph: MissingGlyph) throws(TypesettingError) {
    if handling == .thrown { throw glyph.error }
    if !missing.contains(where: { $0.codePoint == glyph.codePoint }) { missing.append(glyph) }
  }
}
