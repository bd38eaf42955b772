import DisplayList

/// Rewrites every page's content and the fonts' texts (steps b and c of the finishing pass).
struct PageContents {
  let document: PDFDocument
  let pages: [Int]
  let markers: [Markers]
  private var composites: [Int: Bool] = [:]

  init(_ document: PDFDocument, pages: [Int], markers: [Markers]) {
    self.document = document
    self.pages = pages
    self.markers = markers
  }

  /// Walks each page once, then writes the contents and the patched ToUnicode maps.
  mutating func rewrite() throws(FinishingError) {
    var texts = GlyphTexts()
    var walks: [PageWalk] = []
    walks.reserveCapacity(pages.count)
    for (index, page) in pages.enumerated() {
      var walk = PageWalk(
        page: index, headers: markers[index].headers, fonts: fonts(of: page))
      let contents = try contents(of: page, index)
      try walk.walk(try document.data(contents, "the content of page \(index + 1)"))
      texts.note(walk)
      walks.append(walk)
    }
    texts.decide()
    for (index, page) in pages.enumerated() {
      document.replace(try contents(of: page, index), by: texts.content(of: walks[index]))
      walks[index].releaseOutput()
    }
    try patchFonts(texts)
  }

  private func contents(of page: Int, _ index: Int) throws(FinishingError) -> Int {
    guard let contents = document.object(document.painted.objects[page].dictionary["Contents"])
    else { throw .painted("page \(index + 1) has no content") }
    return contents
  }

  /// The fonts of a page's resources by the names that its content uses.
  private mutating func fonts(of page: Int) -> [[UInt8]: PageFont] {
    let resources = document.dictionary(document.painted.objects[page].dictionary["Resources"])
    var fonts: [[UInt8]: PageFont] = [:]
    for (key, value) in document.dictionary(resources["Font"]).entries {
      guard let object = document.object(value) else { continue }
      fonts[Array(key.utf8)] = PageFont(object: object, isComposite: isComposite(object))
    }
    return fonts
  }

  private mutating func isComposite(_ font: Int) -> Bool {
    if let known = composites[font] { return known }
    let isComposite = document.painted.objects[font].dictionary.isName("Subtype", "Type0")
    composites[font] = isComposite
    return isComposite
  }

  private func patchFonts(_ texts: GlyphTexts) throws(FinishingError) {
    var byFont: [Int: [Int: [UInt8]]] = [:]
    for (glyph, text) in texts.patches { byFont[glyph.font, default: [:]][glyph.code] = text }
    for (font, patches) in byFont.sorted(by: { $0.key < $1.key }) {
      let dictionary = document.painted.objects[font].dictionary
      guard let map = document.object(dictionary["ToUnicode"]) else { continue }
      let old = try document.data(map, "a font's text map")
      document.replace(map, by: patchToUnicode(old, patches))
    }
  }
}
