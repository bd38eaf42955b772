import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Contents over two facing pages: the numbers of the sections large, a figure or a sentence beside
/// each; annexes in a list beneath.
extension LayoutSession {
  /// A report of fewer sections has a list, which shows them at one glance too.
  private static let fewestSections = 6

  /// The pages of the contents and of the lists after them.
  func frontPages(
    under node: Int, pageOf: (String) -> Int?
  ) throws(LayoutError) -> (pages: [[GalleyItem]], isSpread: Bool) {
    if let spread = try contentsSpread(under: node, pageOf: pageOf) {
      let lists = try listItems(under: node, pageOf: pageOf)
      let more = breaking.pages(of: lists, notes: []).map { Array(lists[$0]) }
      return (spread + more, true)
    }
    let items = try frontItems(under: node, pageOf: pageOf)
    return (breaking.pages(of: items, notes: []).map { Array(items[$0]) }, false)
  }

  /// The two pages; nil where the report does not ask for them, is short, or does not fit.
  private func contentsSpread(
    under node: Int, pageOf: (String) -> Int?
  ) throws(LayoutError) -> [[GalleyItem]]? {
    let sections = bodySections.filter { !$0.title.isEmpty }
    let chapters = sections.filter { $0.role != .annex }
    guard document.contents == .spread, companion == nil, theme.page.width >= 500,
      chapters.count >= Self.fewestSections
    else { return nil }
    // What does not fit leaves nothing behind.
    let before = (tree, paragraphs.count, tags.count)
    context = document.words.contents
    let heading = try contentsHeading(under: node)
    let contents = tree.add(StructureNode(.contents), to: node)
    var rows: [GalleyItem] = []
    for section in chapters {
      rows.append(try spreadRow(of: section, under: contents, page: pageOf(section.anchor)))
    }
    var annexes: [GalleyItem] = []
    for section in sections where section.role == .annex {
      annexes.append(
        try entry(section, role: .contentsEntry, under: contents, page: pageOf(section.anchor)))
    }
    if !annexes.isEmpty {
      annexes[0].fragments = annexes[0].fragments.map { $0.moved(y: scale.grid * 2) }
      annexes[0].fragments.append(
        Fragment(
          ruleAt: scale.grid * 1.5, x: 0, width: theme.width, weight: theme.lines.rule,
          theme.palette.rule))
      annexes[0].height += scale.grid * 2
    }
    let room = theme.height - heading.height
    let tail = annexes.reduce(0) { $0 + $1.height }
    // Rows of one height stand in line with those of the page that faces.
    let highest = rows.reduce(0) { max($0, $1.height) }
    let heights = [Double](repeating: highest, count: rows.count)
    if divide(heights, tail, room) != nil {
      for index in rows.indices { rows[index].height = highest }
    }
    guard let cut = divide(rows.map(\.height), tail, room) else {
      tree = before.0
      paragraphs.removeLast(paragraphs.count - before.1)
      tags.removeLast(tags.count - before.2)
      return nil
    }
    for index in rows.indices { rows[index].height += cut.air }
    let blank = GalleyItem(height: heading.height, breakAfter: .forbidden)
    return [[heading] + rows[..<cut.left], [blank] + rows[cut.left...] + annexes]
  }

  /// How many rows stand on the left page so that both are as full as each other, and the white that
  /// each row gets; nil where they do not fit.
  private func divide(
    _ rows: [Double], _ tail: Double, _ room: Double
  ) -> (left: Int, air: Double)? {
    let total = rows.reduce(0, +)
    var best: (left: Int, fullest: Double, used: (Double, Double))?
    var left = 0.0
    for count in 1..<rows.count {
      left += rows[count - 1]
      let right = total - left + tail
      if max(left, right) < best?.fullest ?? .infinity {
        best = (count, max(left, right), (left, right))
      }
    }
    guard let best, best.fullest <= room else { return nil }
    let share = min(
      (room - best.used.0) / Double(best.left),
      (room - best.used.1) / Double(rows.count - best.left))
    let steps = min((share / scale.grid).rounded(.down), 6)
    return (best.left, max(0, steps) * scale.grid)
  }

  /// A hairline; the number large, the title with its folio, and beneath it a figure or a sentence.
  private func spreadRow(
    of section: Section, under contents: Int, page: Int?
  ) throws(LayoutError) -> GalleyItem {
    let item = tree.add(StructureNode(.contentsItem), to: contents)
    let reference = tree.add(StructureNode(.reference), to: item)
    let link = tree.addInline(StructureNode(.link), to: reference)
    let tag = newTag(
      Tag(node: link, target: .anchor(section.anchor), description: section.title.plainText))
    let x = theme.columns == .sided ? theme.textX : theme.width * 0.2
    let width = theme.width - x
    let leading = scale.leading(of: .heading)
    let top = scale.grid * 0.5
    var fragments = [
      Fragment(
        ruleAt: 0, x: 0, width: theme.width, weight: theme.lines.hairline, theme.hairline)
    ]
    var number = scale.style(.chapterNumber)
    number.size = min(number.size, scale.size(5))
    number.tag = tag
    let baseline = top + leading * 0.8
    if let text = section.number {
      let set = try set(StyledText([.init(text, number)]), style(x - theme.gutter))
      // Figures are as high as capitals: their heads stand in line with those of the title.
      let drop = (number.size - scale.size(of: .heading)) * 0.65
      fragments.append(line(set, owner: reference, x: 0, y: baseline + drop))
    }
    var titleStyle = scale.style(.heading)
    titleStyle.tag = tag
    let title = try set(
      StyledText([.init(section.title.plainText, titleStyle)]),
      style(width - scale.base * 4, .leading, balance: .balanced))
    let lines = paragraphs[title].lines.count
    for index in 0..<lines {
      fragments.append(
        line(title, index, owner: reference, x: x, y: baseline + leading * Double(index)))
    }
    var folio = scale.style(.contentsChapter)
    folio.features = ["lnum", "tnum"]
    folio.colour = theme.accent
    folio.tag = tag
    let set = try set(
      StyledText([.init(page.map { String($0 + 1) } ?? "00", folio)]), style(width, .trailing))
    let last = baseline + leading * Double(max(0, lines - 1))
    fragments.append(line(set, owner: reference, x: x, y: last))
    fragments += try leaders(after: title, to: set, folio, x: x, 0, y: last)
    var y = top + leading * Double(max(1, lines))
    let about = try spreadText(of: section, under: item, x: x, y: y, width - scale.base * 4)
    fragments += about.fragments
    y += about.height
    y = max(y, top + number.size * 1.1)
    return GalleyItem(
      height: y + gridRest(y + scale.grid * 0.5) + scale.grid * 0.5, fragments: fragments)
  }

  /// The section's first figure, else its lead.
  private func spreadText(
    of section: Section, under item: Int, x: Double, y: Double, _ width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    var quiet = scale.style(.contentsEntry)
    quiet.colour = theme.quiet
    // Text in an entry of contents is a part of its reference.
    let node = tree.add(StructureNode(.reference), to: item)
    guard let figure = section.sideFigures.first,
      figure.value.text.contains(where: \.isNumber)
    else {
      guard !section.lead.isEmpty else { return ([], 0) }
      return try textBox(
        StyledText([.init(section.lead.plainText, quiet)]), leading: scale.grid, owner: node, x: x,
        y: y, style(width))
    }
    var large = scale.style(.bigNumber)
    large.size = scale.size(of: .heading)
    let gap = scale.isChinese ? "\u{2009}" : "\u{2002}"
    var spans: [StyledText.Span] = []
    if !figure.qualifier.isEmpty { spans.append(.init(figure.qualifier + gap, quiet)) }
    spans.append(.init(figure.value.text, large))
    let label = figure.label.plainText
    spans.append(.init(gap + (label.isEmpty ? figure.unit : label), quiet))
    return try textBox(
      StyledText(spans), leading: scale.grid * 1.25, owner: node, x: x, y: y, style(width))
  }
}
