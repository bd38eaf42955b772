import DisplayList

/// A font of a page, as its content names it.
struct PageFont {
  /// The font object's number.
  var object: Int
  /// Whether its codes have two bytes.
  var isComposite: Bool
}

/// A span that only gives one glyph its text, by places in the rewritten content.
struct TextSpan {
  /// The `/Span … BDC`.
  var opening: Range<Int>
  /// The `EMC`.
  var closing: Range<Int>
  /// The glyph.
  var glyph: GlyphCode
  /// Its text in UTF-16BE.
  var text: [UInt8]
}

/// A code of a font.
struct GlyphCode: Hashable {
  /// The font object's number.
  var font: Int
  /// The code.
  var code: Int
}

/// The one walk over a page's content: gives Cairo's numbered markers their meaning, finds the
/// spans that Cairo puts around ligatures, and refuses ink outside a run.
struct PageWalk {
  private enum Mark {
    case run
    case span(opening: Range<Int>, text: [UInt8])
  }

  let page: Int
  let headers: [[UInt8]]
  let fonts: [[UInt8]: PageFont]
  /// The rewritten content.
  private(set) var output: [UInt8] = []
  /// The spans of a single glyph.
  private(set) var spans: [TextSpan] = []
  /// The glyphs shown outside such spans.
  private(set) var plain: Set<GlyphCode> = []

  private var marks: [Mark] = []
  private var found = 0
  private var copied = 0
  private var font: PageFont?
  private var firstName = 0..<0
  private var lastName = 0..<0
  private var strings: [ContentToken] = []
  private var shownInSpan: [GlyphCode] = []
  private var plainCodes: [Int: [Bool]] = [:]

  /// A walk with the header of each run in order.
  init(page: Int, headers: [[UInt8]], fonts: [[UInt8]: PageFont]) {
    self.page = page
    self.headers = headers
    self.fonts = fonts
  }

  /// Walks one page's content from end to end.
  mutating func walk(_ content: [UInt8]) throws(FinishingError) {
    output.reserveCapacity(content.count + content.count / 8)
    try content.withUnsafeBufferPointer { (bytes) throws(FinishingError) in
      try walk(ContentScanner(bytes))
    }
    for (font, codes) in plainCodes {
      for (code, isShown) in codes.enumerated() where isShown {
        plain.insert(GlyphCode(font: font, code: code))
      }
    }
    guard marks.isEmpty else { throw fault("a marked sequence does not end") }
    guard found == headers.count else {
      throw .markerCount(page: page, expected: headers.count, found: found)
    }
  }

  /// Lets go of the content, once it is written.
  mutating func releaseOutput() { output = [] }

  private mutating func walk(_ start: ContentScanner) throws(FinishingError) {
    var scanner = start
    var operands = 0
    var operandStart = 0
    while let token = scanner.next() {
      if operands == 0 { operandStart = scanner.start }
      operands += 1
      switch token {
      case .name(let range):
        if firstName.isEmpty { firstName = range }
        lastName = range
      case .literal, .hexadecimal: strings.append(token)
      case .other: break
      case .keyword(let word):
        try apply(word, scanner, from: operandStart)
        operands = 0
        firstName = 0..<0
        strings.removeAll(keepingCapacity: true)
      }
    }
    copy(scanner.bytes, to: scanner.bytes.count)
  }

  private mutating func apply(
    _ word: UInt32, _ scanner: ContentScanner, from operandStart: Int
  ) throws(FinishingError) {
    switch word {
    case ContentOperator.beginMarked: try begin(scanner, from: operandStart)
    case ContentOperator.endMarked: try end(scanner)
    case ContentOperator.font: font = fonts[Array(scanner.bytes[lastName])]
    case ContentOperator.beginPlain, ContentOperator.inlineImage:
      throw fault("an operator that the painter does not write")
    case let other where ContentOperator.paints(other):
      if marks.isEmpty { throw fault("ink outside a marked sequence") }
      if other == ContentOperator.show || other == ContentOperator.showSpaced {
        try show(scanner.bytes)
      }
    default: break
    }
  }

  private mutating func begin(
    _ scanner: ContentScanner, from operandStart: Int
  ) throws(FinishingError) {
    copy(scanner.bytes, to: operandStart)
    let tag = scanner.bytes[firstName]
    if tag.elementsEqual("Div".utf8), marks.isEmpty {
      guard found < headers.count else {
        throw .markerCount(page: page, expected: headers.count, found: found + 1)
      }
      output.append(contentsOf: headers[found])
      copied = scanner.end
      found += 1
      marks.append(.run)
    } else if tag.elementsEqual("Span".utf8), marks.count == 1,
      case .hexadecimal(let text)? = strings.last
    {
      let opening = output.count..<output.count + scanner.end - operandStart
      let units = decodeHexadecimal(scanner.bytes[text])
      marks.append(.span(opening: opening, text: Array(units.dropFirst(2))))
      shownInSpan.removeAll(keepingCapacity: true)
      copy(scanner.bytes, to: scanner.end)
    } else {
      throw fault("a marked sequence that the painter does not write")
    }
  }

  private mutating func end(_ scanner: ContentScanner) throws(FinishingError) {
    guard let mark = marks.popLast() else { throw fault("the end of no marked sequence") }
    guard case .span(let opening, let text) = mark else { return }
    copy(scanner.bytes, to: scanner.end)
    guard shownInSpan.count == 1, !text.isEmpty else { return }
    spans.append(
      TextSpan(
        opening: opening, closing: output.count - 3..<output.count, glyph: shownInSpan[0],
        text: text))
  }

  private mutating func show(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    guard let font else { throw fault("text without a font") }
    var isInSpan = false
    if case .span? = marks.last { isInSpan = true }
    var known: [Bool] = []
    // Taken out of the table, so that the codes are noted in place.
    if !isInSpan { known = plainCodes.removeValue(forKey: font.object) ?? [] }
    for string in strings {
      var codes: [UInt8] = []
      switch string {
      case .literal(let range):
        let source = UnsafeBufferPointer(rebasing: bytes[range])
        if !source.contains(UInt8(ascii: "\\")) {
          note(source, font, isInSpan: isInSpan, &known)
          continue
        }
        codes = decodeLiteral(bytes[range])
      case .hexadecimal(let range): codes = decodeHexadecimal(bytes[range])
      default: continue
      }
      codes.withUnsafeBufferPointer { note($0, font, isInSpan: isInSpan, &known) }
    }
    if !isInSpan { plainCodes[font.object] = known }
  }

  private mutating func note(
    _ codes: UnsafeBufferPointer<UInt8>, _ font: PageFont, isInSpan: Bool, _ known: inout [Bool]
  ) {
    let width = font.isComposite ? 2 : 1
    var at = 0
    while at + width <= codes.count {
      let code = width == 2 ? Int(codes[at]) << 8 | Int(codes[at + 1]) : Int(codes[at])
      at += width
      if isInSpan {
        shownInSpan.append(GlyphCode(font: font.object, code: code))
      } else {
        if code >= known.count {
          known.append(contentsOf: repeatElement(false, count: (code | 0xFF) + 1 - known.count))
        }
        known[code] = true
      }
    }
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) {
    if copied < end { output.append(contentsOf: bytes[copied..<end]) }
    copied = max(copied, end)
  }

  private func fault(_ reason: String) -> FinishingError { .content(page: page, reason: reason) }
}
