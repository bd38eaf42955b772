import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Where a block is set: an x from the left margin and a width, both in points.
struct Frame {
  var x: Double
  var width: Double
  func inset(_ by: Double) -> Frame { Frame(x: x + by, width: width - by) }
}

/// Blocks to galley items. Each case is set in a file of its own.
extension LayoutSession {
  var textFrame: Frame { Frame(x: theme.textX, width: theme.textWidth) }
  var fullFrame: Frame { Frame(x: 0, width: theme.width) }

  func items(
    of blocks: [Block], under node: Int, in frame: Frame, afterHeading: Bool = true,
    isRunning: Bool = true
  ) throws(LayoutError) -> [GalleyItem] {
    var items: [GalleyItem] = []
    var opens = afterHeading
    let indentsAll = isRunning && indentsAll
    var skipped = 0
    for (index, block) in blocks.enumerated() where index >= skipped {
      let start = items.count
      defer { if index > 0 { keep(blocks[index - 1], at: start, with: block, in: &items) } }
      if case .table(let table) = block, try isLandscape(table) {
        try addPlate(table, under: node, to: &items)
        continue
      }
      let placement = placement(of: block)
      if placement.float != .here {
        let set = try floating(block, under: node, in: self.frame(placement, in: frame))
        float(set, placement, from: &items)
        continue
      }
      if let set = try wrapped(block, before: blocks[(index + 1)...], under: node, in: frame) {
        if !items.isEmpty { items.append(space(before(block), stretch: 1)) }
        items += set.items
        skipped = index + 1 + set.taken
        opens = false
        continue
      }
      let isWide = partsBand(block, in: frame)
      if !items.isEmpty, !isRunOn(block, opens: opens) {
        let white = [space(before(block), stretch: 1)]
        // What stands in columns ends above it; white there belongs to the whole page.
        items += isWide || items.last?.columns == nil ? white : banded(white)
      }
      if isWide {
        items += try set(
          block, under: node, in: fullFrame, indented: indentsAll || !opens)
        partBand()
      } else {
        items += banded(
          try set(
            block, under: node, in: self.frame(placement, in: frame),
            indented: indentsAll || !opens))
      }
      if case .paragraph = block { opens = false } else { opens = true }
    }
    return items
  }

  /// Keeps a paragraph that ends in a colon with what it leads to, the white between them too; items
  /// from `start` on are those of the block after it.
  private func keep(
    _ lead: Block, at start: Int, with block: Block, in items: inout [GalleyItem]
  ) {
    guard start > 0, case .paragraph(let words) = lead, placement(of: block).float == .here else {
      return
    }
    if case .paragraph = block { return }
    guard let first = items[start...].firstIndex(where: { !$0.isSpace }),
      let last = words.plainText.last, last == ":" || last == "\u{FF1A}"
    else { return }
    for index in start - 1..<first { items[index].breakAfter = .forbidden }
  }

  /// A table across the paper follows the page on which the text before it ends; the text goes on
  /// without a gap.
  private func addPlate(
    _ table: TableBlock, under node: Int, to items: inout [GalleyItem]
  ) throws(LayoutError) {
    let frame = Frame(x: 0, width: landscape.width)
    var plate = try self.items(of: table, under: node, in: frame)
    for index in plate.indices { plate[index].isWide = false }
    plates.append(plate)
    // White at the top of a page is dropped, and would take the table with it.
    let place = items.lastIndex { !$0.isSpace } ?? items.count
    if place == items.count { items.append(GalleyItem(height: 0)) }
    items[place].plates.append(plates.count - 1)
  }

  /// Whether every paragraph of running text is indented, and not those alone that go on from another.
  var indentsAll: Bool { scale.isChinese && theme.type.indentsAllChinese }

  /// Paragraphs after paragraphs are set apart by an indent alone.
  private func isRunOn(_ block: Block, opens: Bool) -> Bool {
    if case .paragraph = block { return !opens }
    return false
  }

  private func before(_ block: Block) -> Double {
    switch block {
    case .paragraph, .remark, .list: scale.grid
    case .glance, .profile: scale.grid
    case .table, .keyFigures, .timeline, .illustration, .gallery, .nameList: scale.grid
    case .history, .signature: scale.grid
    case .story: scale.grid * 2
    case .quotation, .definitions, .pullQuote, .box, .captionList, .index, .endNotes: scale.grid
    }
  }

  private func set(
    _ block: Block, under node: Int, in frame: Frame, indented: Bool
  ) throws(LayoutError) -> [GalleyItem] {
    switch block {
    case .paragraph(let inlines):
      try prose(inlines, under: node, x: frame.x, width: frame.width, indented: indented)
    case .list(let list): try items(of: list, under: node, in: frame)
    case .table(let table): try items(of: table, under: node, in: try wide(frame, for: table))
    case .keyFigures(let figures): try items(of: figures, under: node)
    case .glance(let glance): try items(of: glance, under: node)
    case .profile(let profile): try items(of: profile, under: node, in: frame)
    case .timeline(let timeline): try items(of: timeline, under: node)
    case .history(let history): try items(of: history, under: node)
    case .illustration(let picture): try items(of: picture, under: node, in: frame)
    case .gallery(let gallery): try items(of: gallery, under: node)
    case .quotation(let blocks): try quotation(blocks, under: node, in: frame)
    case .pullQuote(let quote): try items(of: quote, under: node, in: frame)
    case .box(let box): try items(of: box, under: node, in: frame)
    case .story(let story): try items(of: story, under: node)
    case .signature(let signature): try items(of: signature, under: node, in: frame)
    case .captionList(let list): try items(of: list, under: node, in: frame)
    case .index(let index): try items(of: index, under: node)
    case .endNotes: try endNoteItems(under: node, in: frame)
    case .remark(let inlines): try remark(inlines, under: node, in: frame)
    case .definitions(let definitions): try items(of: definitions, under: node, in: frame)
    case .nameList(let names): try items(of: names, under: node)
    }
  }

  /// A table of many columns takes the whole width, one of four only where it needs it, one of three
  /// where no cell of it is broken then.
  func wide(_ frame: Frame, for table: TableBlock) throws(LayoutError) -> Frame {
    guard table.columns.count > 2, band == nil else { return frame }
    // Measuring all cells twice is dear in a long table, which gains by width anyway.
    let isLong = table.rows.count > 40
    if table.columns.count == 3 {
      guard !isLong, theme.columns == .sided, table.look != .comparison,
        try !fitsWhole(table, in: frame)
      else { return frame }
      return try fitsWhole(table, in: fullFrame) ? fullFrame : frame
    }
    guard table.columns.count == 4, !isLong else { return fullFrame }
    return try fitsWhole(table, in: frame) ? frame : fullFrame
  }

  private func quotation(
    _ blocks: [Block], under node: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let quote = tree.add(StructureNode(.quotation), to: node)
    var inner = frame.inset(scale.base * 2)
    // What begins at the right is indented there.
    if case .paragraph(let content)? = blocks.first, content.runsFromRightToLeft {
      inner.x = frame.x
    }
    return try items(of: blocks, under: quote, in: inner, isRunning: false)
  }

  /// A remark: in the side column where there is one, else small under its paragraph.
  private func remark(
    _ inlines: [Inline], under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let leading = scale.leading(of: .small)
    let rule = 1.2
    let x = hasSideColumn ? 0 : frame.x
    let width = hasSideColumn ? theme.sideWidth : frame.width
    let box = try textBox(
      inlines, scale.style(.small), leading: leading, owner: node, x: x + 9, y: 0,
      style(width - 9))
    var bar = Rectangle(x: x, y: leading * 0.2, width: rule, height: box.height - leading * 0.2)
    if hasSideColumn {
      let shift = scale.drop - leading * 0.72
      bar.y += shift
      let fragments =
        [Fragment(rectangle: bar, theme.accent)] + box.fragments.map { $0.moved(y: shift) }
      var hook = GalleyItem(height: 0, breakAfter: .allowed)
      hook.side = [SideItem(height: box.height + shift + scale.grid / 2, fragments: fragments)]
      return [hook]
    }
    var item = GalleyItem(height: box.height + gridRest(box.height))
    item.fragments = [Fragment(rectangle: bar, theme.accent)] + box.fragments
    return [item]
  }
}

extension Fragment {
  /// A filled rectangle that is decoration.
  init(rectangle: Rectangle, _ colour: Colour) {
    self.init(
      owner: .artifact(.layout), x: 0, y: 0, content: .fill(.rectangle(rectangle), colour))
  }

  /// A horizontal hairline that is decoration.
  init(ruleAt y: Double, x: Double, width: Double, weight: Double, _ colour: Colour) {
    self.init(
      rectangle: Rectangle(x: x, y: y - weight / 2, width: width, height: weight), colour)
  }
}
