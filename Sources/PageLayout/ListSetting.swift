import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Lists and definitions.
extension LayoutSession {
  func items(
    of list: ListBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var attributes = StructureNode.Attributes()
    attributes.numbering = list.marker == .number ? .decimal : .disc
    let node = tree.add(StructureNode(.list, attributes: attributes), to: parent)
    // Chinese items hang by whole characters, so that their lines are full.
    let isNumbered = list.marker == .number
    let hang = scale.base * (scale.isChinese ? (isNumbered ? 2 : 1) : isNumbered ? 1.8 : 1.2)
    var result: [GalleyItem] = []
    for (offset, blocks) in list.items.enumerated() {
      let item = tree.add(StructureNode(.listItem), to: node)
      let label = tree.add(StructureNode(.label), to: item)
      let body = tree.add(StructureNode(.listBody), to: item)
      let mark = list.marker == .number ? "\(list.start + offset)." : "\u{2013}"
      var style = scale.style(.body)
      style.colour = theme.accent
      style.features = ["lnum"]
      let paragraph = try set(StyledText([.init(mark, style)]), self.style(hang))
      // Chinese items are set flush like Latin ones: the hanging mark does the indent's work.
      var items = try self.flushItems(of: blocks, under: body, in: frame.inset(hang))
      if items.isEmpty { items = [GalleyItem(height: scale.grid)] }
      items[0].fragments.insert(
        Fragment(
          owner: .node(label), x: frame.x, y: scale.drop,
          content: .line(paragraph: paragraph, line: 0)), at: 0)
      result += items
    }
    return result
  }

  /// Blocks whose paragraphs all start flush.
  private func flushItems(
    of blocks: [Block], under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var result: [GalleyItem] = []
    for block in blocks {
      if case .paragraph(let inlines) = block {
        result += try prose(inlines, under: node, x: frame.x, width: frame.width)
      } else {
        result += try items(of: [block], under: node, in: frame)
      }
    }
    return result
  }

  /// Terms with their explanations: the term in the side column where there is one, else above.
  func items(
    of definitions: [Definition], under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var result: [GalleyItem] = []
    for definition in definitions {
      if !result.isEmpty { result.append(space(scale.grid / 2)) }
      let term = tree.add(StructureNode(.paragraph), to: parent)
      result +=
        hasSideColumn
        ? try hanging(definition, term: term, under: parent, in: frame)
        : try stacked(definition, term: term, under: parent, in: frame)
    }
    return result
  }

  private func stacked(
    _ definition: Definition, term: Int, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var style = scale.style(.tableHead)
    style.size = scale.base
    let paragraph = try set(
      styled(definition.term, style, under: term), self.style(frame.width))
    var items = lineItems(
      paragraph, owner: term, x: frame.x, leading: scale.grid, keepTogether: true)
    items[items.count - 1].breakAfter = .forbidden
    if let anchor = definition.anchor { items[0].anchors = [anchor] }
    return items + (try smallBlocks(definition.body, under: parent, in: frame))
  }

  private func hanging(
    _ definition: Definition, term: Int, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let leading = scale.leading(of: .small)
    var style = scale.style(.tableHead)
    style.features = ["lnum"]
    let box = try textBox(
      definition.term, style, leading: scale.grid, owner: term, x: 0,
      y: (leading - scale.grid) * 0.72, self.style(theme.textX - theme.gutter))
    var items = try smallBlocks(definition.body, under: parent, in: frame)
    if items.isEmpty { items = [GalleyItem(height: leading)] }
    let rule = Fragment(
      ruleAt: -scale.grid * 0.2, x: 0, width: theme.width, weight: 0.25, theme.hairline)
    items[0].fragments = [rule] + box.fragments + items[0].fragments
    items[0].isWide = true
    if let anchor = definition.anchor { items[0].anchors = [anchor] }
    let height = items.reduce(0) { $0 + $1.height }
    if height < box.height { items.append(GalleyItem(height: box.height - height)) }
    for index in items.indices.dropLast() { items[index].breakAfter = .forbidden }
    return items
  }

  /// Blocks in small type: the explanations of an annex.
  private func smallBlocks(
    _ blocks: [Block], under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    var result: [GalleyItem] = []
    for block in blocks {
      guard case .paragraph(let inlines) = block else {
        result += try items(of: [block], under: node, in: frame)
        continue
      }
      let paragraph = tree.add(StructureNode(.paragraph), to: node)
      let text = try set(
        styled(inlines, scale.style(.small), under: paragraph), style(frame.width))
      result += lineItems(
        text, owner: paragraph, x: frame.x, leading: scale.leading(of: .small))
    }
    return result
  }
}
