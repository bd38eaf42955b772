import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Quotations with the person who says it: a portrait where there is one, the words large, name and
/// role beneath.
extension LayoutSession {
  /// A lifted sentence in one piece; one that no page holds is a quotation like any other.
  func items(
    of quote: PullQuote, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let before = tree
    let item = try item(of: quote, under: parent, in: frame)
    guard item.height > theme.height else { return [item] }
    tree = before
    let said = [quote.source, quote.role].filter { !$0.isEmpty }.map { Block.paragraph($0) }
    return try items(
      of: [.quotation([.paragraph(quote.content)] + said)], under: parent, in: frame)
  }

  func personItem(
    of quote: PullQuote, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    let node = tree.add(StructureNode(.quotation), to: parent)
    let top = scale.grid * 0.75
    var fragments: [Fragment] = []
    var depth = top
    var x = frame.x
    let figure = quote.portrait.map {
      tree.add(StructureNode(.figure, alternative: $0.alternative), to: node)
    }
    if let portrait = quote.portrait, let figure {
      let width = min(theme.span(3), frame.width * 0.28)
      let height = heightOnGrid(width / PullQuote.Portrait.shape)
      fragments.append(
        Fragment(
          owner: .node(figure), x: x, y: top + capitalTop,
          content: .image(portrait.image, Size(width: width, height: height))))
      x += width + theme.gutter * 1.5
      depth = top + capitalTop + height
    }
    let width = frame.x + frame.width - x
    // Words that would fill a page at their size are set as a lead.
    let plain = quote.content.plainText
    let ems = Double(plain.unicodeScalars.count) * (scale.isChinese ? 1 : 0.5)
    let leading = scale.leading(of: .heading) + (scale.isChinese ? scale.grid / 2 : 0)
    let isLong = ems * scale.size(of: .heading) / width * leading > theme.height * 0.4
    var style = scale.style(isLong ? .lead : .heading)
    style.weight = isLong ? 400 : 300
    style.colour = isLong ? theme.ink : theme.accent
    var y = top
    func add(
      _ words: [Inline], _ style: TextStyle, _ leading: Double, gap: Double
    ) throws(LayoutError) {
      guard !words.isEmpty else { return }
      y += gap
      let owner = tree.add(StructureNode(.paragraph), to: node)
      let box = try textBox(
        words, style, leading: leading, owner: owner, x: x, y: y,
        self.style(width, .leading, balance: .balanced))
      fragments += box.fragments
      y += box.height
    }
    var name = scale.style(.tableHead)
    name.size = scale.base
    let small = scale.style(.small)
    let smallLeading = scale.leading(of: .small)
    try add(quote.content, style, isLong ? scale.leading(of: .lead) : leading, gap: 0)
    try add(quote.source, name, scale.grid, gap: scale.grid * 0.5)
    try add(quote.role, small, smallLeading, gap: 0)
    try add(quote.portrait?.credit ?? [], small, smallLeading, gap: smallLeading * 0.5)
    var item = GalleyItem(height: max(y, depth) + scale.grid * 0.75)
    item.height += gridRest(item.height)
    item.fragments =
      [0, item.height].map {
        Fragment(
          ruleAt: $0, x: frame.x, width: frame.width, weight: theme.lines.rule,
          theme.palette.rule)
      } + fragments
    return item
  }
}
