import DocumentModel

/// Every anchor of a document with what references print of it.
struct AnchorTable {
  struct Entry {
    var title: String
    /// "Table 2", "section 3.1"; empty for none.
    var number: String
  }
  private(set) var entries: [String: Entry] = [:]

  init(_ document: ReportDocument) throws(LayoutError) {
    for section in document.sections {
      try add(section, document.words, depth: 0, isAnnex: section.role == .annex)
    }
  }

  private mutating func add(
    _ section: Section, _ words: Words, depth: Int, isAnnex: Bool
  ) throws(LayoutError) {
    let number = words.references.number(of: section, depth: depth, isAnnex: isAnnex)
    try add(section.anchor, Entry(title: section.title.plainText, number: number))
    for block in section.blocks { try add(block, words) }
    for inner in section.subsections {
      try add(inner, words, depth: depth + 1, isAnnex: isAnnex)
    }
  }

  private mutating func add(_ block: Block, _ words: Words) throws(LayoutError) {
    func numbered(_ word: String, _ number: String?) -> String {
      number.map { "\(word)\u{A0}\($0)" } ?? ""
    }
    switch block {
    case .table(let table):
      try add(
        table.anchor,
        Entry(title: table.caption.plainText, number: numbered(words.table, table.number)))
    case .illustration(let picture):
      try add(
        picture.anchor,
        Entry(title: picture.caption.plainText, number: numbered(words.figure, picture.number)))
    case .gallery(let gallery):
      try add(
        gallery.anchor,
        Entry(title: gallery.caption.plainText, number: numbered(words.figure, gallery.number)))
    case .glance(let glance):
      if let picture = glance.picture { try add(.illustration(picture), words) }
    case .profile(let profile):
      try add(profile.anchor, Entry(title: profile.name.plainText, number: ""))
    case .timeline(let timeline): try add(timeline.anchor, Entry(title: timeline.year, number: ""))
    case .definitions(let definitions):
      for definition in definitions {
        guard let anchor = definition.anchor else { continue }
        try add(anchor, Entry(title: definition.term.plainText, number: ""))
      }
    case .list(let list):
      for item in list.items { for block in item { try add(block, words) } }
    case .quotation(let blocks): for block in blocks { try add(block, words) }
    case .box(let box): for block in box.blocks { try add(block, words) }
    case .history(let history): try add(history.anchor, Entry(title: history.name, number: ""))
    case .story(let story):
      try add(story.anchor, Entry(title: story.title.plainText, number: ""))
      if let picture = story.picture { try add(.illustration(picture), words) }
      for block in story.blocks { try add(block, words) }
    case .signature: break
    case .paragraph, .pullQuote, .keyFigures, .remark, .nameList, .captionList, .index, .endNotes:
      break
    }
  }

  private mutating func add(_ anchor: String, _ entry: Entry) throws(LayoutError) {
    guard entries.updateValue(entry, forKey: anchor) == nil else {
      throw .duplicateAnchor(anchor)
    }
  }
}
