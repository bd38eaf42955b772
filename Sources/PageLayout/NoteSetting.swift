import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Notes beside the text and behind it; those at its foot are set where they are called.
extension LayoutSession {
  /// Where a note comes to stand: a side note has its place only beside running text.
  func placement(of note: Note) -> NotePlacement {
    note.placement == .side && !references.hangsNotes ? .foot : note.placement
  }

  /// Whether the side column is free beside text at an x.
  func hasRoomForNotes(beside x: Double) -> Bool {
    theme.columns == .sided && x > theme.textX - 0.01
  }

  /// The anchor of a note's call, to which the note leads back.
  func callAnchor(of note: Note) -> String { "ref-" + note.anchor }

  /// The style of a note's number, which leads back to its call.
  func backLink(from note: Note, _ style: TextStyle, under node: Int) -> TextStyle {
    link(
      .anchor(callAnchor(of: note)), description: document.words.references.back, style,
      under: node)
  }

  /// Sets a note for the side column, small; its element follows its call in logical order.
  func hang(_ note: Note, under node: Int) throws(LayoutError) {
    let index = references.sideNotes.count
    references.sideNotes.append(SideItem(height: 0, fragments: []))
    let element = tree.addInline(StructureNode(.note, identifier: local(note.anchor)), to: node)
    let label = tree.addInline(StructureNode(.label), to: element)
    let body = tree.addInline(StructureNode(.paragraph), to: element)
    let style = scale.style(.caption)
    let leading = scale.leading(of: .small)
    let hang = style.size * 1.4
    var number = style
    number.colour = theme.accent
    number.features = ["lnum"]
    let mark = try set(
      StyledText([.init(String(note.number), backLink(from: note, number, under: label))]),
      self.style(hang))
    let text = try set(
      styled(note.content, style, under: body),
      self.style(theme.textX - theme.gutter - hang))
    var fragments = [
      Fragment(
        owner: .node(label), x: 0, y: leading * 0.72, content: .line(paragraph: mark, line: 0))
    ]
    for line in paragraphs[text].lines.indices {
      fragments.append(
        Fragment(
          owner: .node(body), x: hang, y: leading * (Double(line) + 0.72),
          content: .line(paragraph: text, line: line)))
    }
    let height = leading * Double(paragraphs[text].lines.count)
    references.sideNotes[index] = SideItem(
      height: height, fragments: fragments, anchor: local(note.anchor))
  }

  /// The notes that hang beside a line, the first line of each level with it.
  func sideNotes(in paragraph: Int, line: Int, baseline: Double) -> [SideItem] {
    guard !references.sideNotes.isEmpty else { return [] }
    let set = paragraphs[paragraph]
    var found: [Int] = []
    for run in set.lines[line].runs {
      let tag = set.runs[run].tag
      if tag > 0, let note = tags[tag - 1].sideNote, !found.contains(note) { found.append(note) }
    }
    return found.map { note in
      var item = references.sideNotes[note].lowered(
        by: baseline - scale.leading(of: .small) * 0.72)
      item.height += scale.grid / 2
      return item
    }
  }

  /// The end notes called so far that have not been printed, each with its number hanging.
  func endNoteItems(under parent: Int, in frame: Frame) throws(LayoutError) -> [GalleyItem] {
    var items: [GalleyItem] = []
    // A note may call another, which then stands behind it.
    var number = 0
    while let notes = references.endNotes[suffix], number < notes.count {
      let note = notes[number]
      number += 1
      if !items.isEmpty { items.append(space(scale.grid * 0.25)) }
      items += try self.items(of: note, under: parent, in: frame)
    }
    references.endNotes[suffix] = nil
    return endingOnGrid(items)
  }

  private func items(
    of note: Note, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let element = tree.add(StructureNode(.note, identifier: local(note.anchor)), to: parent)
    let label = tree.add(StructureNode(.label), to: element)
    let body = tree.add(StructureNode(.paragraph), to: element)
    let style = scale.style(.note)
    let hang = style.size * 2.2
    var number = style
    number.colour = theme.accent
    number.features = ["lnum", "tnum"]
    let mark = try set(
      StyledText([.init(String(note.number), backLink(from: note, number, under: label))]),
      self.style(hang))
    let text = try set(
      styled(note.content, style, under: body), self.style(frame.width - hang, .justified))
    let leading = scale.leading(of: .note)
    var items = lineItems(text, owner: body, x: frame.x + hang, leading: leading)
    guard !items.isEmpty else { return [] }
    items[0].fragments.insert(
      Fragment(
        owner: .node(label), x: frame.x, y: leading * 0.72,
        content: .line(paragraph: mark, line: 0)), at: 0)
    items[0].anchors = [note.anchor]
    return items
  }
}

extension SideItem {
  /// The item further down, what is above it counted in.
  func lowered(by depth: Double) -> SideItem {
    SideItem(
      height: height + depth, fragments: fragments.map { $0.moved(y: depth) }, anchor: anchor)
  }
}
