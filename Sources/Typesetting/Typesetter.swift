public import Fonts

/// Sets paragraphs: chooses fonts, shapes, breaks lines and justifies. One typesetter serves one
/// task, and every word that it has shaped is kept for the next paragraph.
public final class Typesetter {
  /// The library whose fonts the set glyphs name.
  public let fonts: FontLibrary
  /// How many lines in a row may end in a hyphen; tests against engines without a limit lift it.
  var ladder = TotalFit.Ladder.two
  private let builder: PieceBuilder
  private let hyphens = Hyphens()

  /// The characters that no font has, each once, in the order in which they were met; empty unless
  /// they are collected.
  public var missingGlyphs: [MissingGlyph] { builder.missing }

  /// A typesetter over a library's fonts.
  public init(fonts: FontLibrary, missingGlyphs: MissingGlyphHandling = .thrown) {
    self.fonts = fonts
    builder = PieceBuilder(fonts: fonts, handling: missingGlyphs)
  }

  /// Sets text in lines of the style's measure; no line is wider unless one character is.
  /// Throws when a font is missing, or where missing glyphs are thrown and no font has a character.
  public func set(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> SetParagraph {
    var style = paragraph
    style.measure = style.measure.isNaN ? 1 : min(max(style.measure, 1), 1e6)
    style.firstIndent = style.firstIndent.isNaN ? 0 : min(max(style.firstIndent, -1e6), 1e6)
    let chinese = isChinese(style.language)
    try builder.build(text, chinese: chinese, base: style.base)
    // Which mark hangs at which side is known for lines from left to right only.
    if builder.isMixed { style.protrusion = .none }
    guard !builder.pieces.isEmpty else { return SetParagraph() }
    if style.hyphenation == .automatic { try hyphens.mark(builder) }
    let list: ContiguousArray<Breakpoint>
    let breaks: [Int]
    (list, breaks) = breakLines(style, flexibility: flexibility(style, chinese: chinese))
    var setter = LineSetter(
      builder: builder, hyphens: hyphens.points, style: style, chinese: chinese,
      flexibility: flexibility(style, chinese: chinese))
    setter.set(breaks, of: list)
    return setter.result
  }

  /// The width of text on one line, in points.
  public func width(of text: StyledText) throws(TypesettingError) -> Double {
    let language = text.spans.first?.style.language ?? ""
    try builder.build(
      text, chinese: isChinese(language), base: BidiLevels.Base(language: language))
    return builder.pieces.reduce(0) { $0 + $1.width + $1.glue }
  }

  /// By which part glyphs may be widened: Chinese and ragged lines do without.
  private func flexibility(_ style: ParagraphStyle, chinese: Bool) -> Double {
    style.alignment == .justified && style.expansion == .automatic && !chinese
      ? GlueSetting.limit : 0
  }

  /// Finds the breaks; where there is no way, words break between letters.
  private func breakLines(
    _ style: ParagraphStyle, flexibility: Double
  ) -> (ContiguousArray<Breakpoint>, [Int]) {
    var list = breakpoints(style)
    if let found = passes(list, style, flexibility) { return (list, found) }
    splitLongPieces(style.measure - max(0, style.firstIndent))
    list = breakpoints(style)
    if let found = passes(list, style, flexibility) { return (list, found) }
    for index in builder.pieces.indices where builder.pieces[index].breakAfter == .never {
      builder.pieces[index].breakAfter = .emergency
    }
    list = breakpoints(style)
    let found = passes(list, style, flexibility) ?? lastResort(list, style)
    return (list, found ?? firstFit(list, measure: style.measure, indent: style.firstIndent))
  }

  private func breakpoints(_ style: ParagraphStyle) -> ContiguousArray<Breakpoint> {
    let builder = builder
    return BreakpointList(
      pieces: builder.pieces, hyphens: hyphens.points, faces: builder.faces.faces,
      protrusion: style.alignment == .justified ? style.protrusion : .none,
      hyphenWidth: { face in
        let face = builder.faces.faces[Int(face)]
        let word = [UInt8(0x2D)].withUnsafeBufferPointer { builder.shaper.word(face.key, $0) }
        return builder.shaper.words[word].width * face.size
      }
    ).make()
  }

  /// The breaks of the first pass that finds any: from even lines to lines of any looseness.
  private func passes(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle, _ flexibility: Double
  ) -> [Int]? {
    if style.alignment != .justified { return ragged(list, style) }
    var fit = TotalFit(
      measure: style.measure, indent: style.firstIndent, tolerance: 2000, extraStretch: 0,
      justified: true, flexibility: flexibility, ladder: ladder, acceptsOverfull: false)
    if style.firstIndent == 0, let first = builder.pieces.first {
      fit.firstHang = style.protrusion.left(first)
    }
    if let found = fit.solve(list) { return withoutRivers(found, list, fit) }
    // Worse lines are taken before an emergency stretch, which hides how bad each line is.
    fit.tolerance = 10_000
    if let found = fit.solve(list) { return withoutRivers(found, list, fit) }
    fit.extraStretch = style.measure / 20
    if let found = fit.solve(list) { return found.breaks }
    fit.tolerance = .infinity
    fit.extraStretch = style.measure / 3
    if let found = fit.solve(list) { return found.breaks }
    fit.ladder = .any
    return fit.solve(list)?.breaks
  }

  /// Tries other breaks where word spaces form a river, and takes them if they cost less than it.
  private func withoutRivers(
    _ found: TotalFit.Solution, _ list: ContiguousArray<Breakpoint>, _ fit: TotalFit
  ) -> [Int] {
    guard found.breaks.count > Rivers.tolerated else { return found.breaks }
    let rivers = Rivers(
      pieces: builder.pieces, hyphens: hyphens.points, faces: builder.faces.faces,
      measure: fit.measure, indent: fit.indent, flexibility: fit.flexibility)
    let course = rivers.course(of: found.breaks, in: list)
    guard course.excess > 0 else { return found.breaks }
    var best = found.breaks
    var least = found.demerits + Cost.river * Double(course.excess)
    for line in [course.end - 2, course.end - 1] where line >= 0 {
      var other = list
      other[found.breaks[line]].penalty = 10_000
      guard let way = fit.solve(other), way.demerits < least else { continue }
      let cost =
        way.demerits + Cost.river * Double(rivers.course(of: way.breaks, in: list).excess)
      guard cost < least else { continue }
      best = way.breaks
      least = cost
    }
    return best
  }

  private func ragged(
    _ list: ContiguousArray<Breakpoint>, _ style: ParagraphStyle
  ) -> [Int]? {
    var measure = style.measure
    if style.balance == .balanced { measure = balancedMeasure(list, style) }
    let fit = TotalFit(
      measure: measure, indent: style.firstIndent, tolerance: .infinity,
      extraStretch: measure * 0.15, justified: false, extraHyphenPenalty: 150,
      ladder: .any, acceptsOverfull: false)
    return fit.solve(list)?.breaks
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
      ladder: .any, acceptsOverfull: true
    ).solve(list)?.breaks
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
