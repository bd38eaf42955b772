import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// What stands on pages besides their text: running heads, folios, the contents.
extension Flow {
  /// The folio outside, the running head beside it: the report on a verso, the chapter on a recto.
  /// A chapter's opening carries the folio alone.
  mutating func furnish(
    _ pages: Range<Int>, chapter: String, hasHeads: Bool = true
  ) throws(LayoutError) {
    for page in pages where !bare.contains(page) {
      let isRecto = page.isMultiple(of: 2)
      let metadata = session.document.metadata
      let text = isRecto ? chapter : "\(metadata.institution) \u{2002}\(metadata.period)"
      let showsHead =
        page != pages.lowerBound && hasHeads && session.theme.apparatus == .full
        && session.theme.forms.heads != .folio
      try furnish(page, head: showsHead ? text : "", isRecto: isRecto)
    }
  }

  mutating func furnish(
    _ page: Int, head: String, isRecto: Bool
  ) throws(LayoutError) {
    let theme = theme(of: page)
    var folio = session.scale.style(.runningHead)
    folio.colour = theme.ink
    folio.weight = 600
    let alignment: ParagraphStyle.Alignment = isRecto ? .trailing : .leading
    let number = try session.set(
      StyledText([.init(String(page + 1), folio)]), session.style(theme.width, alignment))
    var fragments = [line(number, x: 0)]
    if !head.isEmpty {
      let indent = folio.size * 3
      let text = try session.set(
        StyledText([.init(head, session.scale.style(.runningHead))]),
        session.style(theme.width - indent, alignment))
      fragments.append(line(text, x: isRecto ? 0 : indent))
    }
    var y = theme.page.height - theme.bottom * 0.45
    if theme.forms.heads == .head {
      y = theme.top * 0.6
      // The rule of the head is left out where a chapter opens.
      if !head.isEmpty {
        fragments.append(
          Fragment(
            ruleAt: folio.size * 0.6, x: 0, width: theme.width, weight: theme.lines.rule,
            theme.palette.rule))
      }
    }
    placing.place(fragments, on: page, x: left(of: page), y: y, in: session)
  }

  private func line(_ paragraph: Int, x: Double) -> Fragment {
    Fragment(
      owner: .artifact(.pagination), x: x, y: 0, content: .line(paragraph: paragraph, line: 0))
  }
}

extension LayoutSession {
  /// The contents: chapters with their sections, each a link with its page number.
  func contentsItems(
    under node: Int, pageOf: (String) -> Int?
  ) throws(LayoutError) -> [GalleyItem] {
    context = document.words.contents
    let heading = try contentsHeading(under: node)
    let contents = tree.add(StructureNode(.contents), to: node)
    var items = [heading]
    for section in bodySections where !section.title.isEmpty {
      items.append(
        try entry(section, role: .contentsChapter, under: contents, page: pageOf(section.anchor)))
      for inner in section.subsections where !inner.title.isEmpty {
        items.append(
          try entry(inner, role: .contentsEntry, under: contents, page: pageOf(inner.anchor)))
      }
    }
    return items
  }

  /// The title of the contents.
  func contentsHeading(under node: Int) throws(LayoutError) -> GalleyItem {
    let element = tree.add(StructureNode(.heading2), to: node)
    let leading = scale.leading(of: .chapterTitle)
    let title = try set(
      StyledText([.init(document.words.contents, scale.style(.chapterTitle))]),
      style(theme.width))
    var heading = GalleyItem(height: leading, breakAfter: .forbidden)
    heading.fragments = [
      Fragment(
        owner: .node(element), x: theme.textX, y: leading * 0.8,
        content: .line(paragraph: title, line: 0))
    ]
    heading.anchors = ["contents"]
    heading.height += gridRest(leading) + scale.grid * 2
    return heading
  }

  func entry(
    _ section: Section, role: TextRole, under contents: Int, page: Int?
  ) throws(LayoutError) -> GalleyItem {
    let isChapter = role == .contentsChapter
    let item = tree.add(StructureNode(.contentsItem), to: contents)
    let reference = tree.add(StructureNode(.reference), to: item)
    let link = tree.addInline(StructureNode(.link), to: reference)
    var style = scale.style(role)
    style.tag = newTag(
      Tag(node: link, target: .anchor(section.anchor), description: section.title.plainText))
    let numberWidth = theme.columns == .sided ? theme.span(1) : scale.base * 2.6
    let x = theme.textX
    let air = isChapter ? scale.grid * 0.5 : 0
    var fragments: [Fragment] = []
    if isChapter {
      fragments.append(
        Fragment(ruleAt: air * 0.5, x: x, width: theme.textWidth, weight: 0.3, theme.hairline))
    }
    if let number = section.number {
      let text = try set(StyledText([.init(number, style)]), self.style(numberWidth))
      fragments.append(line(text, owner: reference, x: x, y: air + scale.drop))
    }
    var titleStyle = style
    titleStyle.tag = style.tag
    let title = try set(
      StyledText([.init(section.title.plainText, titleStyle)]),
      self.style(theme.textWidth - numberWidth - scale.base * 4))
    let lines = paragraphs[title].lines.count
    for index in 0..<lines {
      fragments.append(
        line(
          title, index, owner: reference, x: x + numberWidth,
          y: air + scale.drop + scale.grid * Double(index)))
    }
    var numeral = style
    numeral.features = ["lnum", "tnum"]
    numeral.colour = isChapter ? theme.accent : theme.quiet
    let number = try set(
      StyledText([.init(page.map { String($0 + 1) } ?? "00", numeral)]),
      self.style(theme.textWidth, .trailing))
    fragments.append(
      line(
        number, owner: reference, x: x,
        y: air + scale.drop + scale.grid * Double(lines - 1)))
    fragments += try leaders(
      after: title, to: number, numeral, x: x, numberWidth,
      y: air + scale.drop + scale.grid * Double(lines - 1))
    return GalleyItem(
      height: air + scale.grid * Double(lines), fragments: fragments,
      breakAfter: isChapter ? .forbidden : .allowed)
  }

  /// Dots from the end of a title to its folio, where the theme has them.
  func leaders(
    after title: Int, to folio: Int, _ style: TextStyle, x: Double, _ indent: Double, y: Double
  ) throws(LayoutError) -> [Fragment] {
    guard theme.forms.folios == .leaders else { return [] }
    func edges(_ paragraph: Int) -> (start: Double, end: Double) {
      let set = paragraphs[paragraph]
      let runs = (set.lines.last?.runs).map { set.runs[$0] } ?? []
      return (runs.map(\.x).min() ?? 0, runs.map { $0.x + $0.width }.max() ?? 0)
    }
    var dotted = scale.style(.contentsEntry)
    dotted.colour = theme.quiet
    let dots = try LeaderDots(self, style: dotted)
    let (start, end) = (indent + edges(title).end, edges(folio).start)
    guard let (first, count) = dots.span(from: start, to: end) else { return [] }
    let paragraph = try set(dots.text(count), self.style(theme.textWidth))
    return [
      Fragment(
        owner: .artifact(.layout), x: x + first, y: y,
        content: .line(paragraph: paragraph, line: 0))
    ]
  }

  func line(
    _ paragraph: Int, _ line: Int = 0, owner: Int, x: Double, y: Double
  ) -> Fragment {
    Fragment(owner: .node(owner), x: x, y: y, content: .line(paragraph: paragraph, line: line))
  }
}
