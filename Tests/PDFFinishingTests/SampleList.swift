import DisplayList
import Fonts
import Geometry

/// Builds display lists for tests: text by charmap, one cluster a character.
struct SampleList {
  var list: DisplayList
  let fonts: [SampleFont]

  /// A list with one page, whose structure is a lone Document.
  init(_ names: [String], size: Size = .a4) throws {
    fonts = try names.map(SampleFont.init)
    list = DisplayList(
      pages: [Page(size: size, label: "1")], fonts: fonts.map(\.file),
      structure: [StructureNode(.document)])
  }

  /// Starts a page.
  mutating func newPage(_ label: String = "", size: Size = .a4) {
    list.pages.append(Page(size: size, label: label))
  }

  /// Adds an element below another.
  @discardableResult
  mutating func node(_ node: StructureNode, in parent: Int = 0) -> Int {
    list.structure.append(node)
    list.structure[parent].kids.append(.node(list.structure.count - 1))
    return list.structure.count - 1
  }

  /// Adds a run to the last page.
  mutating func run(_ owner: Owner, _ items: [Item]) {
    let page = list.pages.count - 1
    list.pages[page].runs.append(MarkedRun(owner: owner, items: items))
    if case .node(let node) = owner {
      let run = list.pages[page].runs.count - 1
      list.structure[node].kids.append(.content(page: page, run: run))
    }
  }

  /// Adds a run of text; the last x.
  @discardableResult
  mutating func text(
    _ string: String, _ owner: Owner, font: Int = 0, size: Double = 10, x: Double = 72, y: Double
  ) -> Double {
    let (item, end) = textItem(string, font: font, size: size, x: x, y: y)
    run(owner, [item])
    return end
  }

  /// Puts text on the last page; U+FB01 stands for the letters f and i.
  mutating func textItem(
    _ string: String, font: Int, size: Double, x: Double, y: Double
  ) -> (item: Item, end: Double) {
    let page = list.pages.count - 1
    let start = list.pages[page]
    var x = x
    for scalar in string.unicodeScalars {
      let glyph = fonts[font].glyph(scalar)
      let source = scalar == "\u{FB01}" ? Array("fi".utf8) : Array(String(scalar).utf8)
      list.pages[page].glyphs.append(PlacedGlyph(id: glyph.id, x: x, y: y))
      list.pages[page].clusters.append(Cluster(bytes: UInt16(source.count), glyphs: 1))
      list.pages[page].text.append(contentsOf: source)
      x += glyph.advance * size
    }
    let end = list.pages[page]
    let run = TextRun(
      font: FontID(font), size: size, colour: Colour(0x222222),
      glyphs: start.glyphs.count..<end.glyphs.count,
      clusters: start.clusters.count..<end.clusters.count, text: start.text.count..<end.text.count)
    return (.text(run), x)
  }
}
