public import Fonts

/// Sets paragraphs: chooses fonts, shapes, breaks lines and justifies. One typesetter serves one
/// task, and every word that it has shaped is kept for the next paragraph.
public final class Typesetter {
  /// The library whose fonts the set glyphs name.
  public let fonts: FontLibrary
  private let builder: PieceBuilder
  private let hyphens = Hyphens()

  /// A typesetter over a library's fonts.
  public init(fonts: FontLibrary) {
    self.fonts = fonts
    builder = PieceBuilder(fonts: fonts)
  }

  /// Sets text in lines of the style's measure; no line is wider unless one character is.
  /// Throws when a font is missing or no font has a character.
  public func set(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> SetParagraph {
    var style = paragraph
    style.measure = style.measure.isNaN ? 1 : min(max(style.measure, 1), 1e6)
    style.firstIndent = style.firstIndent.isNaN ? 0 : min(max(style.firstIndent, -1e6), 1e6)
    let chinese = isChinese(style.language)
    try builder.build(text, chinese: chinese)
    guard !builder.pieces.isEmpty else { return SetParagraph() }
    if style.hyphenation == .automatic { try hyphens.mark(builder) }
    var list = breakpoints()
    var found = passes(list, style)
    if found == nil {
      splitLongPieces(style.measure - max(0, style.firstIndent))
      list = breakpoints()
      found = passes(list, style)
    }
    if found == nil {
      for index in builder.pieces.indices where builder.pieces[index].breakAfter == .never {
        builder.pieces[index].breakAfter = .emergency
      }
      list = breakpoints()
      found = passes(list, style) ?? lastResort(list, style)
    }
    var setter = LineSetter(
      builder: builder, hyphens: hyphens.points, style: style, chinese: chinese)
    setter.set(
      found ?? firstFit(list, measure: style.measure, indent: style.firstIndent), of: list)
    return setter.result
  }

  /// The width of text on one line, in points.
  public func width(of text: StyledText) throws(TypesettingError) -> Double {
    let chinese = text.spans.first.map { isChinese($0.style.language) } ?? false
    try builder.build(text, chinese: chinese)
    return builder.pieces.reduce(0) { $0 + $1.width + $1.glue }
  }

  private func breakpoints() -> ContiguousArray<Breakpoint> {
    let builder = builder
    return BreakpointList(
      pieces: builder.pieces, hyphens: hyphens.points, faces: builder.faces.faces,
      hyphenWidth: { face in
        let face = builder.faces.faces[Int(face)]
        let word = [UInt8(0x2D)].withUnsafeBufferPointer { builder.shaper.word(face.key, $0) }
        return builder.shaper.words[word].width * face.size
      }
    ).make()
  }

  private func passes(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle
  ) -> [Int]? {
    if style.alignment != .justified { return ragged(list, style) }
    var fit = TotalFit(
      measure: style.measure, indent: style.firstIndent, tolerance: 2000, extraStretch: 0,
      justified: true, acceptsOverfull: false)
    if let found = fit.breaks(list) { return found }
    // Worse lines are taken before an emergency stretch, which hides how bad each line is.
    fit.tolerance = 10_000
    if let found = fit.breaks(list) { return found }
    fit.extraStretch = style.measure / 20
    if let found = fit.breaks(list) { return found }
    fit.tolerance = .infinity
    fit.extraStretch = style.measure / 3
    return fit.breaks(list)
  }

  private func ragged(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle
  ) -> [Int]? {
    var measure = style.measure
    if style.balance == .balanced { measure = balancedMeasure(list, style) }
    let fit = TotalFit(
      measure: measure, indent: style.firstIndent, tolerance: .infinity,
      extraStretch: measure * 0.15, justified: false, extraHyphenPenalty: 150,
      acceptsOverfull: false)
    return fit.breaks(list)
  }

  /// The least measure that needs no more lines than the whole one.
  private func balancedMeasure(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle
  ) -> Double {
    func lines(_ measure: Double) -> Int {
      firstFit(list, measure: measure, indent: style.firstIndent).count
    }
    let most = lines(style.measure)
    var low = style.measure / 2
    var high = style.measure
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if lines(middle) <= most { high = middle } else { low = middle }
    }
    return high
  }

  private func lastResort(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle
  ) -> [Int]? {
    TotalFit(
      measure: style.measure, indent: style.firstIndent, tolerance: .infinity,
      extraStretch: style.measure, justified: style.alignment == .justified,
      acceptsOverfull: true
    ).breaks(list)
  }

  /// Lets a word that is wider than the measure break between any two letters.
  private func splitLongPieces(_ room: Double) {
    let source = builder.bytes
    let old = builder.pieces
    builder.pieces.removeAll(keepingCapacity: true)
    source.withUnsafeBufferPointer { text in
      for piece in old {
        guard piece.kind == .word, piece.width > room else {
          builder.pieces.append(piece)
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
      builder.shape(&part, text)
      builder.pieces.append(part)
      at = next
    }
  }
}
