import DocumentModel
import Records

extension Composer {
  /// A section of the outline with everything in it.
  mutating func section(_ outline: OutlineSection) -> Section {
    claim(outline.anchor, outline.place)
    let outer = (sectionAnchor, sectionParts, notePlacement)
    (sectionAnchor, sectionParts) = (outline.anchor, 0)
    notePlacement = outline.notes ?? outer.2
    let notesBefore = endNotes
    let valuesBefore = values.count
    defer {
      sectionValues[outline.anchor] = valuesBefore..<values.count
      (sectionAnchor, sectionParts, notePlacement) = outer
    }
    var section = Section(
      anchor: outline.anchor, number: outline.numbered ? "" : nil,
      title: line(outline.title[language], outline.place), role: role(outline.role),
      lead: line(outline.lead[language], outline.place),
      sideFigures: outline.sideFigures.compactMap { keyFigure($0, outline.place) },
      opens: outline.pages.opens, pageStyle: outline.pages.style, columns: outline.pages.columns)
    for block in outline.blocks { add(block, to: &section, title: outline.title[language] ?? "") }
    section.subsections += outline.sections.map { self.section($0) }
    if outline.notes == .end, endNotes > max(notesBefore, printedEndNotes) {
      section.subsections.append(noteSection())
      printedEndNotes = endNotes
    }
    if section.blocks.isEmpty, section.subsections.isEmpty {
      section.blocks = [empty(outline.title[language] ?? "")]
    }
    return section
  }

  private func role(_ role: OutlineSection.Role) -> Section.Role {
    switch role {
    case .chapter: .chapter
    case .inner: .inner
    case .annex: .annex
    }
  }

  /// Content that follows the subsections of a text belongs to the last of them.
  private mutating func add(_ block: OutlineBlock, to section: inout Section, title: String) {
    let content = self.content(block, title: title)
    if section.subsections.isEmpty {
      section.blocks += content.blocks
      section.subsections += content.subsections
    } else {
      section.subsections[section.subsections.count - 1].blocks += content.blocks
      section.subsections += content.subsections
    }
  }

  private mutating func content(_ block: OutlineBlock, title: String) -> ProseContent {
    switch block.content {
    case .prose(let stem): return prose(stem, block.place, title: title)
    default:
      let blocks = self.blocks(block).map { $0.placed(block.placement) }
      return ProseContent(blocks: blocks.isEmpty ? [empty(title)] : blocks)
    }
  }

  mutating func blocks(_ block: OutlineBlock) -> [Block] {
    switch block.content {
    case .prose: return []
    case .keyFigures(let outline):
      let tiles = keyFigures(outline, block.place)
      return tiles.isEmpty ? [] : [.keyFigures(tiles)]
    case .glance(let glance): return self.glance(glance, block.place)
    case .comparison(let comparison): return self.comparison(comparison, block.place)
    case .profile(let profile): return self.profile(profile, block.place)
    case .table(let table): return recordTable(table, block.place)
    case .figureTable(let table):
      return chart(before: table.chart, block.place) + figureTable(table, block.place)
    case .breakdown(let table):
      return chart(before: table.chart, block.place) + breakdownTable(table, block.place)
    case .chart(let chart): return chartBlock(chart, block.place)
    case .map(let map): return mapBlocks(map, block.place)
    case .sentences(let sentences): return paragraph(of: sentences, block.place)
    case .timeline(let query): return timeline(query, block.place)
    case .history(let history): return self.history(history, block.place)
    case .list(let query): return recordList(query, block.place)
    case .names(let list): return nameList(list, block.place)
    case .places: return placeList()
    case .captionList(let kind): return [.captionList(CaptionList(kind: kind))]
    case .index(let index): return indexBlock(index, block.place)
    case .endNotes:
      printedEndNotes = endNotes
      return [.endNotes]
    case .image(let image): return illustration(image, block.place)
    case .gallery(let images): return gallery(images, block.place)
    case .definitions: return indicatorDefinitions(block.place)
    case .sources(let kinds): return sourceDefinitions(kinds, block.place)
    case .remark(let texts): return [.remark(line(texts[language], block.place))]
    case .pullQuote(let quote): return pullQuote(quote, block.place)
    case .box(let box): return self.box(box, block.place)
    case .story(let story): return self.story(story, block.place)
    case .signature(let signature): return self.signature(signature, block.place)
    case .colophon: return colophon()
    }
  }

  /// What a section says where there is nothing to say.
  func empty(_ title: String) -> Block {
    .remark([.text(wording.sentence("empty", title))])
  }

  /// The numbers of chapters, of their sections and of annexes; a brochure has none.
  func numbered(_ sections: [Section]) -> [Section] {
    guard outline.format == .report else { return sections.map { unnumbered($0) } }
    var chapters = 0
    var annexes = 0
    return sections.map { section in
      guard section.number != nil else { return unnumbered(section) }
      if section.role == .annex {
        annexes += 1
        return numbered(section, as: letter(annexes))
      }
      chapters += 1
      return numbered(section, as: "\(chapters)")
    }
  }

  private func letter(_ number: Int) -> String {
    guard (1...26).contains(number) else { return "A\(number)" }
    return String(Unicode.Scalar(UInt8(64 + number)))
  }

  private func numbered(_ section: Section, as number: String) -> Section {
    var copy = section
    copy.number = number
    var count = 0
    copy.subsections = section.subsections.map { inner in
      guard inner.number != nil else { return unnumbered(inner) }
      count += 1
      return numbered(inner, as: "\(number).\(count)")
    }
    return copy
  }

  private func unnumbered(_ section: Section) -> Section {
    var copy = section
    copy.number = nil
    copy.subsections = section.subsections.map { unnumbered($0) }
    return copy
  }
}
