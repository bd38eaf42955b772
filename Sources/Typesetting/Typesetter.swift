public import Fonts

/// Sets paragraphs: chooses fonts, shapes, breaks lines and justifies. One typesetter serves one
/// task, and every word that it has shaped is kept for the next paragraph.
public final class Typesetter {
  /// The library whose fonts the set glyphs name.
  public let fonts: FontLibrary
  /// How many lines in a row may end in a hyphen; tests against engines without a limit lift it.
  var ladder = TotalFit.Ladder.two
  private let store: ParagraphStore?
  private let fontsKey: Int
  private let builder: PieceBuilder
  private let hyphens = Hyphens()

  /// The characters that no font has, each once, in the order in which they were met; empty unless
  /// they are collected.
  public var missingGlyphs: [MissingGlyph] { builder.missing }

  /// The styles that no font has as they were asked for, in the order in which they were met.
  public var substitutions: [FontSubstitution] { builder.faces.substitutions }

  /// A typesetter over a library's fonts, which takes from a store what was set before.
  public init(
    fonts: FontLibrary, missingGlyphs: MissingGlyphHandling = .thrown,
    reusing store: ParagraphStore? = nil
  ) {
    self.fonts = fonts
    self.store = store
    fontsKey = store == nil ? 0 : fonts.files.hashValue
    builder = PieceBuilder(fonts: fonts, handling: missingGlyphs)
  }

  /// Sets text in lines of the style's measure; no line is wider unless one character is.
  /// Throws when a font is missing, or where missing glyphs are thrown and no font has a character.
  public func set(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> SetParagraph {
    try stored(text, paragraph, variants: false).first ?? SetParagraph()
  }

  /// Sets text in all the numbers of lines that a page builder may choose from: first as `set` does,
  /// then one line shorter and one line longer, where there are breaks whose lines are no worse than
  /// the worst of the first or than a glue ratio of 1.5 (Knuth & Plass 1981, looseness).
  ///
  /// What each costs is its `demerits`.
  public func variants(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> [SetParagraph] {
    try stored(text, paragraph, variants: true)
  }

  /// The same in up to two lines less and more: for a long paragraph that stands in columns.
  public func looseVariants(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> [SetParagraph] {
    guard let task = try begin(text, paragraph) else { return [SetParagraph()] }
    let (list, found) = breakLines(task)
    let others = search(task).variants(of: found, in: list, reach: 2)
    return ([found] + others).map { lines($0, of: list, task) }
  }

  private func stored(
    _ text: StyledText, _ style: ParagraphStyle, variants: Bool
  ) throws(TypesettingError) -> [SetParagraph] {
    guard let store else { return try lines(text, style, variants: variants) }
    let ranks = TagRanks(text)
    let key = ParagraphStore.Key(text: ranks.text, style: style, fonts: fontsKey)
    if let known = store.lines(key, variants: variants) {
      // What the styles lack is recorded for every document.
      for span in text.spans { _ = try builder.faces.style(span.style) }
      return known.map(ranks.tagged)
    }
    let made = try lines(ranks.text, style, variants: variants)
    // A paragraph taken from the store would not report what it lacks.
    if missingGlyphs.isEmpty, !builder.faces.substitutesGuests {
      store.keep(made, for: key, hasVariants: variants)
    }
    return made.map(ranks.tagged)
  }

  private func lines(
    _ text: StyledText, _ paragraph: ParagraphStyle, variants: Bool
  ) throws(TypesettingError) -> [SetParagraph] {
    guard let task = try begin(text, paragraph) else { return [SetParagraph()] }
    let (list, found) = breakLines(task)
    let others = variants ? search(task).variants(of: found, in: list) : []
    return ([found] + others).map { lines($0, of: list, task) }
  }

  /// A paragraph that is cut into pieces and waits for its breaks.
  private struct Task {
    var style: ParagraphStyle
    var chinese: Bool
    var flexibility: Double
  }

  private func begin(
    _ text: StyledText, _ paragraph: ParagraphStyle
  ) throws(TypesettingError) -> Task? {
    var style = paragraph
    style.measure = LineShape(style).measure
    let chinese = isChinese(style.language)
    try builder.build(text, chinese: chinese, base: style.base)
    // Which mark hangs at which side is known for lines from left to right only.
    if builder.isMixed { style.protrusion = .none }
    guard !builder.pieces.isEmpty else { return nil }
    if style.hyphenation == .automatic { try hyphens.mark(builder) }
    return Task(style: style, chinese: chinese, flexibility: flexibility(style, chinese: chinese))
  }

  private func search(_ task: Task) -> BreakSearch {
    BreakSearch(
      builder: builder, hyphens: hyphens.points, style: task.style,
      shape: LineShape(task.style), flexibility: task.flexibility, ladder: ladder)
  }

  private func lines(
    _ found: BrokenLines, of list: ContiguousArray<Breakpoint>, _ task: Task
  ) -> SetParagraph {
    var setter = LineSetter(
      builder: builder, hyphens: hyphens.points, style: task.style, chinese: task.chinese,
      flexibility: task.flexibility, letterspaces: found.pass.map { $0.letterspacing > 0 } ?? false)
    setter.set(found.breaks, of: list)
    setter.result.demerits = found.demerits
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
  private func breakLines(_ task: Task) -> (ContiguousArray<Breakpoint>, BrokenLines) {
    let search = search(task)
    var list = breakpoints(task.style)
    if let found = search.passes(list) { return (list, found) }
    builder.splitLongPieces(search.shape.narrowest)
    list = breakpoints(task.style)
    if let found = search.passes(list) { return (list, found) }
    for index in builder.pieces.indices where builder.pieces[index].breakAfter == .never {
      builder.pieces[index].breakAfter = .emergency
    }
    list = breakpoints(task.style)
    if let found = search.passes(list) ?? search.lastResort(list) { return (list, found) }
    let breaks = firstFit(list, search.shape)
    return (list, BrokenLines(breaks: breaks, demerits: BrokenLines.unfit, pass: nil))
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
}
