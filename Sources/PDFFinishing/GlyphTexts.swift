/// Decides which of Cairo's ActualText spans can go because the font itself can say the text.
///
/// Cairo prefers the character map's code for a glyph (U+FB01, a Kangxi radical, a private use
/// code) and wraps the glyph in a span with the true text. Some readers lose text in such spans.
/// Where a glyph has one text throughout, its ToUnicode line is patched instead.
struct GlyphTexts {
  private var counts: [GlyphCode: [[UInt8]: Int]] = [:]
  private var plain: Set<GlyphCode> = []
  /// The text of each glyph that is patched, in UTF-16BE.
  private(set) var patches: [GlyphCode: [UInt8]] = [:]

  /// Notes what a page's walk found.
  mutating func note(_ walk: PageWalk) {
    for span in walk.spans { counts[span.glyph, default: [:]][span.text, default: 0] += 1 }
    plain.formUnion(walk.plain)
  }

  /// Chooses each glyph's text: the most frequent one, unless the glyph also stands outside spans.
  mutating func decide() {
    for (glyph, texts) in counts where !plain.contains(glyph) {
      let best = texts.min {
        $0.value != $1.value
          ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
      }
      if let best { patches[glyph] = best.key }
    }
  }

  /// The content without the spans that are no longer needed.
  func content(of walk: PageWalk) -> [UInt8] {
    let dropped = walk.spans.filter(isNeedless)
    if dropped.isEmpty { return walk.output }
    var content: [UInt8] = []
    content.reserveCapacity(walk.output.count)
    var at = 0
    for span in dropped {
      content.append(contentsOf: walk.output[at..<span.opening.lowerBound])
      content.append(contentsOf: walk.output[span.opening.upperBound..<span.closing.lowerBound])
      at = span.closing.upperBound
    }
    content.append(contentsOf: walk.output[at...])
    return content
  }

  private func isNeedless(_ span: TextSpan) -> Bool {
    if patches[span.glyph] == span.text { return true }
    // A kind of space or hyphen whose glyph is the plain one reads as well as the plain one.
    return Self.looksPlain(span.text)
  }

  /// Whether a text is one of the spaces or hyphens that fonts draw with the plain glyph.
  private static func looksPlain(_ text: [UInt8]) -> Bool {
    guard text.count == 2 else { return false }
    switch Int(text[0]) << 8 | Int(text[1]) {
    case 0x20, 0xA0, 0x2002...0x200A, 0x202F, 0x2D, 0x2010, 0x2011: return true
    default: return false
    }
  }
}

/// A ToUnicode map with some codes' texts replaced. Cairo writes one `<code> <text>` a line.
func patchToUnicode(_ map: [UInt8], _ texts: [Int: [UInt8]]) -> [UInt8] {
  var patched: [UInt8] = []
  patched.reserveCapacity(map.count + texts.count * 8)
  for line in map.split(separator: 10, omittingEmptySubsequences: false) {
    if let code = codeOfLine(line), let text = texts[code] {
      patched.append(contentsOf: line.prefix { $0 != UInt8(ascii: ">") })
      patched.append(contentsOf: "> <".utf8)
      for byte in text { patched.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 15)]) }
      patched.append(UInt8(ascii: ">"))
    } else {
      patched.append(contentsOf: line)
    }
    patched.append(10)
  }
  patched.removeLast()
  return patched
}

/// The code of a line of the form `<code> <text>`; `nil` for ranges and all else.
private func codeOfLine(_ line: ArraySlice<UInt8>) -> Int? {
  guard line.first == UInt8(ascii: "<"), line.count(where: { $0 == UInt8(ascii: "<") }) == 2
  else { return nil }
  let digits = line.dropFirst().prefix { $0 != UInt8(ascii: ">") }
  return Int(String(decoding: digits, as: UTF8.self), radix: 16)
}
