import DisplayList
import Fonts
import Geometry

/// A booklet whose page n says "n" in one paragraph and has a page number "n" as an artifact;
/// page 1 links to the last page.
func booklet(pages count: Int) -> DisplayList {
  var list = DisplayList(fonts: [FontFile(path: "serif.otf", face: 0, name: "Serif")])
  list.structure = [StructureNode(.document)]
  for number in 1...count {
    var page = Page(size: .a5, label: "\(number)")
    let node = list.structure.count
    page.runs = [
      MarkedRun(owner: .artifact(.pagination), items: [text("\(number)", y: 560, &page)]),
      MarkedRun(owner: .node(node), items: [text("page \(number)", y: 100, &page)]),
    ]
    list.structure.append(
      StructureNode(.paragraph, kids: [.content(page: number - 1, run: 1)]))
    list.structure[0].kids.append(.node(node))
    list.outline.append(OutlineEntry(title: "\(number)", level: 1, page: number - 1, y: 90))
    list.pages.append(page)
  }
  list.pages[0].links = [
    Link(
      areas: [Rectangle(x: 50, y: 90, width: 40, height: 12)],
      target: .place(page: count - 1, y: 100), description: "To the last page")
  ]
  list.structure.append(StructureNode(.link, kids: [.link(page: 0, link: 0)]))
  list.structure[0].kids.append(.node(list.structure.count - 1))
  return list
}

private func text(_ string: String, y: Double, _ page: inout Page) -> Item {
  let start = (page.glyphs.count, page.clusters.count, page.text.count)
  for (index, byte) in string.utf8.enumerated() {
    page.glyphs.append(PlacedGlyph(id: UInt32(byte), x: 50 + 5 * Double(index), y: y))
    page.clusters.append(Cluster(bytes: 1, glyphs: 1))
    page.text.append(byte)
  }
  return .text(
    TextRun(
      font: FontID(0), size: 10, colour: .black, glyphs: start.0..<page.glyphs.count,
      clusters: start.1..<page.clusters.count, text: start.2..<page.text.count))
}

/// A piece of text where it stands on the sheet.
struct Seen: Equatable {
  var text: String
  var x: Double
  var y: Double
}

/// All text of a page in painting order, at its places after the transforms.
func seen(on page: Page) -> [Seen] {
  var found: [Seen] = []
  for run in page.runs {
    for case .text(let part) in run.items {
      let glyph = page.glyphs[part.glyphs.lowerBound]
      let place = run.transform.apply(Point(x: glyph.x, y: glyph.y))
      let text = String(decoding: page.text[part.text], as: UTF8.self)
      found.append(Seen(text: text, x: place.x, y: place.y))
    }
  }
  return found
}
