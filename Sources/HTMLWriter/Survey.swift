import Charts
import DocumentModel

/// What an anchor names, for references to it.
struct AnchorPlace: Hashable {
  enum Kind: Hashable { case section, table, figure, other }
  let kind: Kind
  let number: String?
  let title: [Inline]
  /// A section's number with its word; empty for none.
  var spelled = ""
  /// How many anchors stand before it.
  var order = 0
}

/// A part of a report where a value is printed.
struct Mention: Hashable {
  /// The anchor of the nearest numbered table or section around it.
  let part: String
  /// The sections around it, the outermost first.
  let sections: [String]
}

/// What is known of a document before a line of it is written: its anchors, its pictures and that
/// everything it refers to is there. Writing after a survey cannot fail.
struct Survey {
  /// The document's language.
  let language: LanguageTag
  /// The anchors with what they name.
  private(set) var places: [String: AnchorPlace] = [:]
  /// The pictures, in reading order.
  private(set) var images: [PictureView] = []
  /// The parts of the report where each value is printed, by the value's name.
  private(set) var mentions: [String: [Mention]] = [:]
  /// The part being read, and the sections around it.
  private var part = ""
  private var path: [String] = []
  private let words: Words
  private var wanted: [String] = []
  /// The title of the section being read: the name of what has none of its own.
  private var surrounding: [Inline] = []

  /// The ids that the page itself uses.
  static let pageAnchors = [PageID.top, PageID.main, PageID.contents]

  /// Reads a document through; throws the first fault that would spoil its page.
  init(of document: ReportDocument) throws(HTMLWritingError) {
    guard let language = LanguageTag(document.language) else {
      throw .malformedLanguage(document.language)
    }
    self.language = language
    words = document.words
    for anchor in Self.pageAnchors { try add(anchor, AnchorPlace.Kind.other) }
    if let picture = document.cover.picture {
      try require(picture.alternative, of: PageID.cover)
      images.append(CoverView.view(of: picture))
    }
    if let field = document.cover.field {
      try require(field.alternative, of: PageID.cover)
    }
    for section in document.sections {
      try visit(section, depth: 0, isAnnex: section.role == .annex)
    }
    for entry in document.lists.flatMap(\.entries) { wanted.append(entry.anchor) }
    for anchor in wanted where places[anchor] == nil {
      throw .unknownAnchor(anchor, language: language.text)
    }
  }

  private mutating func add(
    _ anchor: String, _ kind: AnchorPlace.Kind, number: String? = nil, title: [Inline] = [],
    spelled: String = ""
  ) throws(HTMLWritingError) {
    let isClean = anchor.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.value > 0x20
    }
    guard !anchor.isEmpty, isClean else {
      throw .malformedAnchor(anchor, language: language.text)
    }
    let place = AnchorPlace(
      kind: kind, number: number, title: title.isEmpty ? surrounding : title, spelled: spelled,
      order: places.count)
    guard places.updateValue(place, forKey: anchor) == nil else {
      throw .duplicateAnchor(anchor, language: language.text)
    }
  }

  private mutating func visit(
    _ section: Section, depth: Int, isAnnex: Bool
  ) throws(HTMLWritingError) {
    surrounding = section.title
    try add(
      section.anchor, .section, number: section.number, title: section.title,
      spelled: words.references.number(of: section, depth: depth, isAnnex: isAnnex))
    let outer = part
    part = section.anchor
    path.append(section.anchor)
    defer {
      part = outer
      path.removeLast()
    }
    try visit(section.title)
    try visit(section.lead)
    try visit(section.sideFigures)
    try visit(section.blocks)
    for subsection in section.subsections {
      try visit(subsection, depth: depth + 1, isAnnex: isAnnex)
    }
  }

  private mutating func visit(_ blocks: [Block]) throws(HTMLWritingError) {
    for block in blocks { try visit(block) }
  }

  private mutating func visit(_ block: Block) throws(HTMLWritingError) {
    switch block {
    case .paragraph(let content), .remark(let content): try visit(content)
    case .list(let list): for item in list.items { try visit(item) }
    case .table(let table): try visit(table)
    case .keyFigures(let figures): try visit(figures)
    case .glance(let glance):
      try visit(glance.sentence)
      try visit(glance.figures)
      if let picture = glance.picture { try visit(picture) }
    case .profile(let profile): try visit(profile)
    case .timeline(let timeline): try visit(timeline)
    case .illustration(let illustration): try visit(illustration)
    case .history(let history): try visit(history)
    case .story(let story): try visit(story)
    case .signature(let signature):
      for fact in signature.facts { try visit(fact.label + fact.value) }
      try visit(signature.statement + signature.check)
      for signer in signature.signers { try visit(signer.name + signer.role + signer.date) }
    case .pullQuote(let quote): try visit(quote)
    case .box(let box):
      try visit(box.title)
      try visit(box.blocks)
    case .gallery(let gallery): try visit(gallery)
    case .quotation(let blocks): try visit(blocks)
    case .captionList(let list): wanted += list.entries.map(\.anchor)
    case .index, .endNotes: break
    case .definitions(let definitions):
      for definition in definitions {
        if let anchor = definition.anchor { try add(anchor, .other, title: definition.term) }
        try visit(definition.term)
        try visit(definition.body)
      }
    case .nameList(let names):
      for entry in names {
        try visit(entry.name)
        try visit(entry.detail)
      }
    }
  }

  private mutating func visit(_ table: TableBlock) throws(HTMLWritingError) {
    try add(table.anchor, .table, number: table.number, title: table.caption)
    let outer = part
    if table.number != nil { part = table.anchor }
    defer { part = outer }
    try visit(table.caption)
    var reaching: [(rows: Int, span: Int)] = []
    for (index, row) in (table.head + table.rows).enumerated() {
      // Cells that reach down from the rows above fill columns of this one.
      let width = row.cells.reduce(reaching.reduce(0) { $0 + $1.span }) { $0 + $1.span }
      guard width == table.columns.count else {
        throw .unevenRow(index + 1, table: table.anchor, language: language.text)
      }
      reaching = (reaching + row.cells.map { ($0.rows, $0.span) }).compactMap {
        $0.rows > 1 ? ($0.rows - 1, $0.span) : nil
      }
      for cell in row.cells { try visit(cell.content) }
    }
    try visit(table.note)
  }

  private mutating func visit(_ figures: [KeyFigure]) throws(HTMLWritingError) {
    for figure in figures {
      try visit(figure.label)
      try visit(figure.detail)
      guard let picture = figure.picture else { continue }
      try require(picture.alternative, of: figure.value.name)
      try visit(picture.note)
    }
  }

  private mutating func visit(_ profile: ProfileBlock) throws(HTMLWritingError) {
    try add(profile.anchor, .other, title: profile.name)
    try visit(profile.name)
    for name in profile.otherNames { try visit(name) }
    try visit(profile.line)
    try visit(profile.figures)
    for fact in profile.facts {
      try visit(fact.term)
      for line in fact.lines { try visit(line) }
    }
    guard let picture = profile.picture else { return }
    try require(picture.alternative, of: profile.anchor)
    guard picture.image.width > 0, picture.image.height > 0 else {
      throw .emptyImage(path: picture.image.path)
    }
    images.append(PictureView(picture.image, shape: picture.image.shownRatio, columns: 5))
    try visit(picture.caption)
    try visit(picture.credit)
  }

  private mutating func visit(_ timeline: TimelineBlock) throws(HTMLWritingError) {
    try add(timeline.anchor, .other)
    for event in timeline.events {
      try visit(event.title)
      try visit(event.detail)
    }
  }

  private mutating func visit(_ quote: PullQuote) throws(HTMLWritingError) {
    try visit(quote.content)
    try visit(quote.source)
    try visit(quote.role)
    guard let portrait = quote.portrait else { return }
    try require(portrait.alternative, of: "a portrait")
    guard portrait.image.width > 0, portrait.image.height > 0 else {
      throw .emptyImage(path: portrait.image.path)
    }
    images.append(PictureView(portrait.image, shape: PullQuote.Portrait.shape, columns: 3))
    try visit(portrait.credit)
  }

  private mutating func visit(_ story: StoryBlock) throws(HTMLWritingError) {
    try add(story.anchor, .other, title: story.title)
    for text in [story.kicker, story.title, story.standfirst] { try visit(text) }
    if let picture = story.picture { try visit(picture) }
    try visit(story.blocks)
    for fact in story.facts { try visit(fact.label + fact.value) }
    if let quote = story.quote { try visit(quote) }
  }

  private mutating func visit(_ history: HistoryBlock) throws(HTMLWritingError) {
    try add(history.anchor, .other)
    for event in history.periods.flatMap(\.events) {
      try visit(event.title)
      try visit(event.detail)
    }
  }

  private mutating func visit(_ illustration: Illustration) throws(HTMLWritingError) {
    let anchor = illustration.anchor
    try add(anchor, .figure, number: illustration.number, title: illustration.caption)
    try require(illustration.alternative, of: anchor)
    switch illustration.content {
    case .image(let image):
      guard image.width > 0, image.height > 0 else { throw .emptyImage(path: image.path) }
      images.append(PictureView(image, shape: image.shownRatio, columns: illustration.columns))
    case .chart(let chart):
      if let fault = chart.fault {
        throw .refusedChart(fault.description, illustration: anchor, language: language.text)
      }
      try visit(chart.source)
    case .map(let map):
      do throws(GeographyError) {
        try Geography.load()
      } catch { throw .unreadableAsset(error.file) }
      try visit(map.source)
    }
    try visit(illustration.caption)
    try visit(illustration.credit)
  }

  private mutating func visit(_ gallery: GalleryBlock) throws(HTMLWritingError) {
    try add(gallery.anchor, .figure, number: gallery.number, title: gallery.caption)
    try visit(gallery.caption)
    for row in gallery.rows {
      for (index, picture) in gallery.pictures[row.first..<row.end].enumerated() {
        try require(picture.alternative, of: gallery.anchor)
        guard picture.image.width > 0, picture.image.height > 0 else {
          throw .emptyImage(path: picture.image.path)
        }
        images.append(
          PictureView(picture.image, shape: row.shapes[index], columns: row.spans[index]))
        try visit(picture.caption)
        try visit(picture.credit)
      }
    }
  }

  private mutating func mention(_ value: ValueReference) {
    let mention = Mention(part: part, sections: path)
    if mentions[value.name]?.last != mention {
      mentions[value.name, default: []].append(mention)
    }
  }

  private func require(_ alternative: String, of picture: String) throws(HTMLWritingError) {
    guard alternative.contains(where: { !$0.isWhitespace }) else {
      throw .missingAlternative(illustration: picture, language: language.text)
    }
  }

  private mutating func visit(_ content: [Inline]) throws(HTMLWritingError) {
    for inline in content {
      switch inline {
      case .text, .code, .lineBreak: break
      case .value(let value): mention(value)
      case .emphasis(let inner), .strong(let inner): try visit(inner)
      case .language(let tag, let inner):
        guard LanguageTag(tag) != nil else { throw .malformedLanguage(tag) }
        try visit(inner)
      case .link(.anchor(let anchor), let inner):
        wanted.append(anchor)
        try visit(inner)
      case .link(.address(let address), let inner):
        guard WebAddress(absolute: address) != nil else {
          throw .refusedAddress(address, language: language.text)
        }
        try visit(inner)
      case .reference(let anchor, _): wanted.append(anchor)
      case .note(let note):
        try add(note.anchor, .other)
        try add(PageID.reference(to: note.anchor), .other)
        try visit(note.content)
      }
    }
  }
}

/// The ids that the writer itself gives.
enum PageID {
  static let top = "page-top"
  static let main = "page-main"
  static let contents = "page-contents"
  /// What an error calls the cover's picture; no id.
  static let cover = "cover"
  /// The place in the text that a note belongs to.
  static func reference(to note: String) -> String { "ref-" + note }
}
