import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Paragraphs as galley items, and the small moves that all blocks share.
extension LayoutSession {
  /// White space that a page's top swallows.
  func space(_ height: Double, stretch: Int = 0) -> GalleyItem {
    var item = GalleyItem(height: height, isSpace: true)
    item.stretch = stretch
    return item
  }

  /// What is missing to the next whole step of the grid, in points.
  func gridRest(_ height: Double) -> Double {
    let steps = (height / scale.grid - 0.01).rounded(.up)
    return max(0, steps * scale.grid - height)
  }

  /// A height rounded up to half a step of the grid, in points.
  func toHalfStep(_ height: Double) -> Double {
    let half = scale.grid / 2
    return (height / half - 0.01).rounded(.up) * half
  }

  /// Rows off the grid, the last of which takes the text after them back to it.
  func endingOnGrid(_ items: [GalleyItem]) -> [GalleyItem] {
    guard !items.isEmpty else { return items }
    var items = items
    items[items.count - 1].snaps = true
    return items
  }

  /// The lines of a set paragraph as items, one a line, with the rules against widows and orphans.
  func lineItems(
    _ paragraph: Int, owner: Int, x: Double, leading: Double, keepTogether: Bool = false
  ) -> [GalleyItem] {
    let lines = paragraphs[paragraph].lines
    let baseline = leading < scale.grid ? leading * 0.72 : leading - (scale.grid - scale.drop)
    return lines.indices.map { index in
      var item = GalleyItem(height: leading)
      item.fragments = [
        Fragment(
          owner: .node(owner), x: x, y: baseline,
          content: .line(paragraph: paragraph, line: index))
      ]
      item.notes = calls(in: paragraph, line: index)
      item.side = sideNotes(in: paragraph, line: index, baseline: baseline)
      let isLast = index == lines.count - 1
      let orphan = index == 0 && lines.count > 1
      let widow = index == lines.count - 2
      if !isLast && (orphan || widow || keepTogether) {
        item.breakAfter = .forbidden
      } else if lines[index].hyphenated {
        item.breakAfter = .discouraged
      }
      return item
    }
  }

  private func calls(in paragraph: Int, line: Int) -> [Int] {
    guard !notes.isEmpty else { return [] }
    let set = paragraphs[paragraph]
    var calls: [Int] = []
    for run in set.lines[line].runs {
      let tag = set.runs[run].tag
      if tag > 0, let note = tags[tag - 1].note, !calls.contains(note) { calls.append(note) }
    }
    return calls
  }

  /// Prose in the text column.
  func prose(
    _ inlines: [Inline], role: TextRole = .body, under parent: Int, x: Double, width: Double,
    indented: Bool = false, shape: [LineInsets] = []
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let outer = references.hangsNotes
    references.hangsNotes = hasRoomForNotes(beside: x)
    defer { references.hangsNotes = outer }
    let base = scale.style(role)
    let indent = indented ? (scale.isChinese ? 2 * base.size : 1.2 * base.size) : 0
    // A Chinese measure is a whole number of characters, so that full lines need no stretching.
    let measure = scale.isChinese ? scale.squares(width, of: base.size) : width
    let text = try styled(inlines, base, under: node)
    var setting = style(measure, .justified, indent: indent)
    setting.shape = shape
    if inlines.runsFromRightToLeft {
      setting.direction = .rightToLeft
      setting.shape = shape.map { LineInsets(leading: $0.trailing, trailing: $0.leading) }
    }
    let paragraph = try set(text, setting)
    var items = lineItems(paragraph, owner: node, x: x, leading: scale.leading(of: role))
    if role == .body, items.count > 2, shape.isEmpty, options.search == .optimal {
      proses.append(
        Prose(
          text: text, style: setting, owner: node, x: x, leading: scale.leading(of: role),
          paragraph: paragraph))
      items[items.count - 1].lastLineOf = (proses.count - 1, items.count)
    }
    return items
  }

  /// A heading: its lines kept together and with what follows, padded to the grid.
  func heading(
    _ section: Section, role: TextRole, level: Int, under parent: Int, x: Double, width: Double
  ) throws(LayoutError) -> [GalleyItem] {
    let node = tree.add(StructureNode(Role.heading(level)), to: parent)
    var inlines = section.title
    if let number = section.number { inlines.insert(.text(number + "\u{2002}"), at: 0) }
    let paragraph = try set(
      styled(inlines, scale.style(role), under: node), style(width, .leading, balance: .balanced))
    var items = lineItems(
      paragraph, owner: node, x: x, leading: scale.leading(of: role), keepTogether: true)
    if items.isEmpty { items = [GalleyItem(height: scale.leading(of: role))] }
    let height = items.reduce(0) { $0 + $1.height }
    items[items.startIndex].anchors = [section.anchor]
    items[items.startIndex].bookmarks = [(bookmark(of: section), level - 1)]
    items[items.endIndex - 1].breakAfter = .forbidden
    items.append(GalleyItem(height: gridRest(height), breakAfter: .forbidden))
    return items
  }

  func bookmark(of section: Section) -> String {
    [section.number, section.title.plainText].compactMap { $0 }.joined(separator: " ")
  }

  /// Lines of text at a place, for cells and captions: their fragments and their height.
  func textBox(
    _ inlines: [Inline], _ style: TextStyle, leading: Double, owner node: Int, x: Double,
    y: Double, _ paragraphStyle: ParagraphStyle
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    guard !inlines.isEmpty else { return ([], 0) }
    let text = try styled(inlines, style, under: node)
    return try textBox(text, leading: leading, owner: node, x: x, y: y, paragraphStyle)
  }

  /// Lines of styled text at a place: their fragments and their height.
  func textBox(
    _ text: StyledText, leading: Double, owner node: Int, x: Double, y: Double,
    _ paragraphStyle: ParagraphStyle
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let paragraph = try set(text, paragraphStyle)
    let fragments = paragraphs[paragraph].lines.indices.map { line in
      Fragment(
        owner: .node(node), x: x, y: y + leading * (Double(line) + 0.72),
        content: .line(paragraph: paragraph, line: line))
    }
    return (fragments, leading * Double(paragraphs[paragraph].lines.count))
  }
}

extension Role {
  /// H1 to H6.
  static func heading(_ level: Int) -> Role {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }
}

extension Fragment {
  func moved(x: Double = 0, y: Double = 0) -> Fragment {
    var fragment = self
    fragment.x += x
    fragment.y += y
    return fragment
  }
}
