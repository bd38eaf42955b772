import DocumentModel

/// What can be made only when the rest of the document is: lists of tables and figures, indexes, the
/// place of end notes.
extension Composer {
  /// The sections with their lists and indexes filled.
  mutating func finished(_ sections: [Section]) -> [Section] {
    guard !indexes.isEmpty || sections.allBlocks.contains(where: \.isList) else { return sections }
    var waiting = indexes.map { index(of: $0) }[...]
    let captions = Dictionary(
      uniqueKeysWithValues: CaptionList.Kind.allCases.map { ($0, sections.captions(of: $0)) })
    return sections.map { filled($0, captions, &waiting) }
  }

  private func filled(
    _ section: Section, _ captions: [CaptionList.Kind: [CaptionList.Entry]],
    _ indexes: inout ArraySlice<IndexBlock>
  ) -> Section {
    var section = section
    section.blocks = section.blocks.map { block in
      switch block {
      case .captionList(let list):
        let entries = captions[list.kind] ?? []
        return entries.isEmpty
          ? empty(section.title.plainText)
          : .captionList(CaptionList(kind: list.kind, entries: entries))
      case .index:
        let index = indexes.popFirst() ?? IndexBlock()
        return index.groups.isEmpty ? empty(section.title.plainText) : .index(index)
      default: return block
      }
    }
    section.subsections = section.subsections.map { filled($0, captions, &indexes) }
    return section
  }

  /// The lists that follow the contents; one that would be empty is left out.
  func frontLists(of sections: [Section]) -> [CaptionList] {
    outline.lists.uniqued().map { CaptionList(kind: $0, entries: sections.captions(of: $0)) }
      .filter { !$0.entries.isEmpty }
  }

  /// A section of end notes, without a number.
  func noteSection() -> Section {
    Section(
      anchor: "end-notes-\(sectionAnchor)", number: nil, title: [.text(wording.words.notes)],
      blocks: [.endNotes])
  }

  /// The sections with one of end notes behind the last chapter, where the report's notes stand
  /// behind its text and no block of the outline says where; annexes keep theirs.
  func withEndNotes(_ sections: [Section]) -> [Section] {
    guard outline.notePlacement == .end, !sections.allBlocks.contains(.endNotes) else {
      return sections
    }
    let first = sections.lastIndex { $0.role != .annex }.map { $0 + 1 } ?? 0
    var result = sections
    for index in first..<sections.count where sections[index].holdsEndNotes {
      result[index].subsections.append(
        Section(
          anchor: "end-notes-\(sections[index].anchor)", number: nil,
          title: [.text(wording.words.notes)], blocks: [.endNotes]))
    }
    guard sections[..<first].contains(where: \.holdsEndNotes) else { return result }
    result.insert(
      Section(
        anchor: "end-notes", number: nil, title: [.text(wording.words.notes)], role: .annex,
        blocks: [.endNotes]), at: first)
    return result
  }
}

extension Block {
  fileprivate var isList: Bool {
    if case .captionList = self { true } else { false }
  }
}

extension Section {
  /// Whether a note in it stands behind the text.
  fileprivate var holdsEndNotes: Bool {
    let texts = [title, lead] + blocks.flatMap(\.texts)
    return texts.contains(where: \.holdsEndNotes) || subsections.contains(where: \.holdsEndNotes)
  }
}

extension Block {
  /// The texts that may call notes.
  fileprivate var texts: [[Inline]] {
    switch self {
    case .paragraph(let text), .remark(let text): [text]
    case .list(let list): list.items.flatMap { $0.flatMap(\.texts) }
    case .quotation(let blocks): blocks.flatMap(\.texts)
    case .box(let box): [box.title] + box.blocks.flatMap(\.texts)
    case .story(let story):
      [story.kicker, story.title, story.standfirst] + story.blocks.flatMap(\.texts)
        + story.facts.flatMap { [$0.label, $0.value] }
    case .pullQuote(let quote): [quote.content, quote.source]
    case .table(let table):
      [table.caption, table.note] + (table.head + table.rows).flatMap { $0.cells.map(\.content) }
    case .illustration(let picture): [picture.caption, picture.credit]
    case .glance(let glance):
      [glance.sentence] + (glance.picture.map { [$0.caption, $0.credit] } ?? [])
    case .definitions(let entries): entries.flatMap { [$0.term] + $0.body.flatMap(\.texts) }
    default: []
    }
  }
}

extension [Inline] {
  fileprivate var holdsEndNotes: Bool {
    contains { inline in
      switch inline {
      case .note(let note): note.placement == .end
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner):
        inner.holdsEndNotes
      default: false
      }
    }
  }
}
