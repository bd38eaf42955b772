import DisplayList
import Fonts
import Geometry

/// A page of one heading, one paragraph in two lines, a figure, a link and a page number.
func sample() -> DisplayList {
  var page = Page(size: .a5, label: "i")
  page.runs = [
    MarkedRun(owner: .node(1), items: [page.append("Café", font: 0, size: 14, x: 30, y: 40)]),
    MarkedRun(
      owner: .node(2),
      items: [
        page.append("first ", font: 0, size: 10, x: 30, y: 60),
        page.append("second", font: 0, size: 10, x: 30, y: 74.126),
      ]),
    MarkedRun(
      owner: .node(3),
      items: [
        .fill(.rectangle(Rectangle(x: 30, y: 90, width: 10, height: 5)), Colour(0xAA2200)),
        .stroke(
          .line(Point(x: 0, y: 0), Point(x: 1, y: 2)), Stroke(width: 0.5, colour: .black)),
        .image(
          Image(
            path: "/some/where/gate.jpg", format: .jpeg, pixels: Size(width: 640, height: 480),
            frame: Rectangle(x: 30, y: 100, width: 64, height: 48))),
      ]),
    MarkedRun(
      owner: .artifact(.pagination), items: [page.append("1", font: 0, size: 8, x: 200, y: 580)]),
  ]
  page.links = [
    Link(
      areas: [Rectangle(x: 30, y: 50, width: 20, height: 10)], target: .place(page: 0, y: 40),
      description: "To the heading")
  ]
  var figure = StructureNode(.figure, kids: [.content(page: 0, run: 2)], alternative: "The gate")
  figure.attributes.boundingBox = Rectangle(x: 30, y: 90, width: 64, height: 58)
  return DisplayList(
    pages: [page], fonts: [FontFile(path: "/some/where/serif.otf", face: 0, name: "Serif")],
    structure: [
      StructureNode(.document, kids: [.node(1), .node(2), .node(3), .node(4)], language: "en"),
      StructureNode(.heading1, kids: [.content(page: 0, run: 0)]),
      StructureNode(.paragraph, kids: [.content(page: 0, run: 1)]),
      figure,
      StructureNode(.link, kids: [.link(page: 0, link: 0)]),
    ],
    outline: [OutlineEntry(title: "Café", level: 1, page: 0, y: 40)])
}

extension Page {
  /// A run of one glyph a character, 5 points apart.
  mutating func append(
    _ string: String, font: Int, size: Double, x: Double, y: Double
  ) -> Item {
    let start = (glyphs.count, clusters.count, text.count)
    for (index, scalar) in string.unicodeScalars.enumerated() {
      glyphs.append(PlacedGlyph(id: scalar.value, x: x + 5 * Double(index), y: y))
      clusters.append(Cluster(bytes: UInt16(String(scalar).utf8.count), glyphs: 1))
    }
    text += Array(string.utf8)
    return .text(
      TextRun(
        font: FontID(font), size: size, colour: .black, glyphs: start.0..<glyphs.count,
        clusters: start.1..<clusters.count, text: start.2..<text.count))
  }
}
