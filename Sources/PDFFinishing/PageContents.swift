import CQPDF
import DisplayList

/// Rewrites every page's content and the fonts' texts (steps b and c of the finishing pass).
struct PageContents {
  let document: QPDFDocument
  let pages: [Handle]
  let markers: [Markers]
  private var composites: [Int: Bool] = [:]
  private var fontHandles: [Int: Handle] = [:]

  init(_ document: QPDFDocument, pages: [Handle], markers: [Markers]) {
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
      let contents = document.get("/Contents", of: page)
      var walk = PageWalk(
        page: index, headers: markers[index].headers, fonts: fonts(of: page))
      try walk.walk(try document.streamData(contents, "reading page \(index + 1)"))
      document.release(contents)
      texts.note(walk)
      walks.append(walk)
    }
    texts.decide()
    for (page, walk) in zip(pages, walks) {
      let contents = document.get("/Contents", of: page)
      document.replaceData(of: contents, with: texts.content(of: walk))
      document.release(contents)
    }
    try document.check("rewriting the pages")
    try patchFonts(texts)
  }

  /// The fonts of a page's resources by the names that its content uses.
  private mutating func fonts(of page: Handle) -> [[UInt8]: PageFont] {
    let resources = document.get("/Resources", of: page)
    let table = document.get("/Font", of: resources)
    var fonts: [[UInt8]: PageFont] = [:]
    for key in document.keys(of: table) {
      let font = document.get(key, of: table)
      let object = Int(qpdf_oh_get_object_id(document.data, font))
      fonts[Array(key.utf8.dropFirst())] = PageFont(
        object: object, isComposite: isComposite(font, object))
      if fontHandles[object] == nil {
        fontHandles[object] = font
      } else {
        document.release(font)
      }
    }
    document.release(table)
    document.release(resources)
    return fonts
  }

  private mutating func isComposite(_ font: Handle, _ object: Int) -> Bool {
    if let known = composites[object] { return known }
    let subtype = document.get("/Subtype", of: font)
    let composite = document.isName(subtype, "/Type0")
    document.release(subtype)
    composites[object] = composite
    return composite
  }

  private func patchFonts(_ texts: GlyphTexts) throws(FinishingError) {
    var byFont: [Int: [Int: [UInt8]]] = [:]
    for (glyph, text) in texts.patches { byFont[glyph.font, default: [:]][glyph.code] = text }
    for (object, patches) in byFont.sorted(by: { $0.key < $1.key }) {
      guard let font = fontHandles[object] else { continue }
      let map = document.get("/ToUnicode", of: font)
      let old = try document.streamData(map, "reading a font's text map")
      document.replaceData(of: map, with: patchToUnicode(old, patches))
      document.release(map)
    }
  }
}
