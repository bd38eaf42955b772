import DisplayList
import Geometry

/// A report of every kind of element, two pages in two languages.
func reportSample() throws -> DisplayList {
  var sample = try SampleList([
    "SourceSansPro-Regular.otf", "SourceSansPro-Semibold.otf", "AnnalsSansSC-Regular.otf",
  ])
  sample.text("Annual report", .artifact(.pagination), size: 8, y: 40)
  let h1 = sample.node(StructureNode(.heading1))
  sample.text("International cooperation", .node(h1), font: 1, size: 20, y: 90)
  addParagraphs(&sample)
  addList(&sample)
  addTable(&sample)
  let figure = sample.node(
    StructureNode(.figure, alternative: "A circle in a square (\u{5706})"))
  let frame = Rectangle(x: 72, y: 420, width: 100, height: 100)
  sample.list.structure[figure].attributes.boundingBox = frame
  sample.run(
    .node(figure),
    [
      .fill(.rectangle(frame), Colour(0x3366CC)),
      .stroke(
        .circle(centre: Point(x: 122, y: 470), radius: 40), Stroke(width: 2, colour: .white)),
    ])
  let caption = sample.node(StructureNode(.caption), in: figure)
  sample.text("Figure 1. A figure", .node(caption), size: 8, y: 535)
  sample.newPage("2", size: Size(width: 419.5276, height: 595.2756))
  addChinese(&sample)
  sample.list.outline = [
    OutlineEntry(title: "International cooperation", level: 1, page: 0, y: 70),
    OutlineEntry(title: "List (parens) \\ \u{4E00}", level: 2, page: 0, y: 200),
    OutlineEntry(title: "\u{4E2D}\u{6587}", level: 1, page: 1, y: 50),
  ]
  return sample.list
}

private func addParagraphs(_ sample: inout SampleList) {
  let p = sample.node(StructureNode(.paragraph))
  let end = sample.text("See the \u{FB01}gures and of\u{FB01}ces at ", .node(p), y: 120)
  let link = sample.node(StructureNode(.link), in: p)
  let after = sample.text("the web site", .node(link), x: end, y: 120)
  addLink(
    &sample, link,
    Link(
      areas: [Rectangle(x: end, y: 111, width: after - end, height: 12)],
      target: .address("https://example.org/a?b=(c)&d=%E4%B8%80"), description: "The web site"))
  let next = sample.text(" and on ", .node(p), x: after, y: 120)
  let inner = sample.node(StructureNode(.link), in: p)
  let last = sample.text("page 2", .node(inner), x: next, y: 120)
  addLink(
    &sample, inner,
    Link(
      areas: [
        Rectangle(x: next, y: 111, width: last - next, height: 12),
        Rectangle(x: 72, y: 125, width: 20, height: 12),
      ], target: .place(page: 1, y: 50), description: "Page 2"))
  let note = sample.node(StructureNode(.note, identifier: "note-1"), in: p)
  sample.text("1 A note\u{A0}with a no-break space.", .node(note), size: 8, y: 780)
}

private func addLink(_ sample: inout SampleList, _ node: Int, _ link: Link) {
  let page = sample.list.pages.count - 1
  sample.list.pages[page].links.append(link)
  let index = sample.list.pages[page].links.count - 1
  sample.list.structure[node].kids.append(.link(page: page, link: index))
}

private func addList(_ sample: inout SampleList) {
  let list = sample.node(StructureNode(.list))
  sample.list.structure[list].attributes.numbering = .disc
  for (index, word) in ["First", "Second"].enumerated() {
    let item = sample.node(StructureNode(.listItem), in: list)
    let label = sample.node(StructureNode(.label), in: item)
    sample.text("\u{2022}", .node(label), y: 200 + Double(index) * 14)
    let body = sample.node(StructureNode(.listBody), in: item)
    sample.text(word, .node(body), x: 84, y: 200 + Double(index) * 14)
  }
}

private func addTable(_ sample: inout SampleList) {
  let table = sample.node(StructureNode(.table))
  let rule = Path.line(Point(x: 72, y: 305), Point(x: 272, y: 305))
  sample.run(.artifact(.layout), [.stroke(rule, Stroke(width: 0.5, colour: .black))])
  for row in 0..<3 {
    let line = sample.node(StructureNode(.tableRow), in: table)
    for column in 0..<2 {
      let isHead = row == 0
      let cell = sample.node(StructureNode(isHead ? .headerCell : .dataCell), in: line)
      if isHead { sample.list.structure[cell].attributes.scope = .column }
      let place = (x: 72 + Double(column) * 100, y: 300 + Double(row) * 16)
      sample.text(
        "Cell \(row)\(column)", .node(cell), font: isHead ? 1 : 0, x: place.x, y: place.y)
    }
  }
  let total = sample.node(StructureNode(.tableRow), in: table)
  let wide = sample.node(StructureNode(.dataCell), in: total)
  sample.list.structure[wide].attributes.columnSpan = 2
  sample.text("A wide cell", .node(wide), y: 348)
}

private func addChinese(_ sample: inout SampleList) {
  let part = sample.node(StructureNode(.section, language: "zh-Hans"))
  let heading = sample.node(StructureNode(.heading2), in: part)
  sample.text("\u{4E2D}\u{6587}\u{6807}\u{9898}", .node(heading), font: 2, size: 14, y: 60)
  let p = sample.node(StructureNode(.paragraph), in: part)
  sample.text("\u{4E00}\u{4EBA}\u{5927}\u{529B}\u{6C34}\u{706B}", .node(p), font: 2, y: 90)
  sample.text("2", .artifact(.pagination), size: 8, y: 580)
}
