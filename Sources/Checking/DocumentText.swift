import DocumentModel

/// Every word that an edition prints, section by section.
struct DocumentText {
  private(set) var parts: [(section: String, text: String)] = []

  init(_ document: ReportDocument) {
    let (cover, data) = (document.cover, document.metadata)
    var head = [cover.title, cover.subtitle, cover.institution, data.title, data.subject]
    head += data.keywords
    head += [cover.field?.alternative ?? "", cover.field?.centre.name ?? ""]
    head += cover.field?.places.map(\.name) ?? []
    head += cover.picture.map { [$0.alternative, Self.text($0.credit)] } ?? []
    head += document.web.map { [$0.invitation, $0.alternative] } ?? []
    parts.append(("cover", head.joined(separator: "\n")))
    for section in document.sections { add(section) }
  }

  private mutating func add(_ section: Section) {
    var words = [Self.text(section.title), Self.text(section.lead)]
    words += section.sideFigures.flatMap { Self.words($0) }
    words += section.blocks.flatMap { Self.words($0) }
    parts.append((section.anchor, words.joined(separator: "\n")))
    for inner in section.subsections { add(inner) }
  }

  private static func words(_ figure: KeyFigure) -> [String] {
    var words = [
      figure.qualifier, figure.value.text, figure.unit, text(figure.label), text(figure.detail),
    ]
    if let picture = figure.picture { words += [picture.alternative, text(picture.note)] }
    return words
  }

  private static func words(_ glance: GlanceBlock) -> [String] {
    [text(glance.sentence)] + glance.figures.flatMap { words($0) }
      + (glance.picture.map { words($0) } ?? [])
  }

  private static func words(_ profile: ProfileBlock) -> [String] {
    var words = [text(profile.name), text(profile.line)] + profile.otherNames.map { text($0) }
    words += profile.figures.flatMap { Self.words($0) }
    words += profile.facts.flatMap { [text($0.term)] + $0.lines.map { text($0) } }
    if let picture = profile.picture {
      words += [picture.alternative, text(picture.caption), text(picture.credit)]
    }
    return words
  }

  private static func words(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let inlines), .remark(let inlines): [text(inlines)]
    case .list(let list): list.items.flatMap { $0.flatMap { words($0) } }
    case .table(let table):
      [text(table.caption), text(table.note)]
        + (table.head + table.rows).flatMap { $0.cells.map { text($0.content) } }
    case .keyFigures(let figures): figures.flatMap { words($0) }
    case .glance(let glance): words(glance)
    case .profile(let profile): words(profile)
    case .timeline(let timeline):
      timeline.events.flatMap { [$0.date.text, text($0.title), text($0.detail)] }
    case .illustration(let picture): words(picture)
    case .gallery(let gallery):
      [text(gallery.caption)]
        + gallery.pictures.flatMap { [$0.alternative, text($0.caption), text($0.credit)] }
    case .quotation(let blocks): blocks.flatMap { words($0) }
    case .captionList(let list): list.entries.map { text($0.title) }
    case .index(let index): index.groups.flatMap { $0.entries.map(\.name) }
    case .endNotes: []
    case .pullQuote(let quote): words(quote)
    case .history(let history):
      history.periods.flatMap { period in
        [period.label] + period.events.flatMap { [$0.date.text, text($0.title), text($0.detail)] }
      }
    case .story(let story): words(story)
    case .signature(let signature):
      [text(signature.statement), text(signature.check)]
        + signature.facts.flatMap { [text($0.label), text($0.value)] }
        + signature.signers.flatMap { [text($0.name), text($0.role), text($0.date)] }
    case .box(let box): [text(box.title)] + box.blocks.flatMap { words($0) }
    case .definitions(let entries):
      entries.flatMap { entry in [text(entry.term)] + entry.body.flatMap { words($0) } }
    case .nameList(let entries): entries.flatMap { [text($0.name), text($0.detail)] }
    }
  }

  private static func words(_ quote: PullQuote) -> [String] {
    [text(quote.content), text(quote.source), text(quote.role)]
      + (quote.portrait.map { [$0.alternative, text($0.credit)] } ?? [])
  }

  private static func words(_ story: StoryBlock) -> [String] {
    [text(story.kicker), text(story.title), text(story.standfirst)]
      + (story.picture.map { words($0) } ?? []) + story.blocks.flatMap { words($0) }
      + story.facts.flatMap { [text($0.label), text($0.value)] }
      + (story.quote.map { words($0) } ?? [])
  }

  private static func words(_ picture: Illustration) -> [String] {
    var words = [picture.alternative, text(picture.caption), text(picture.credit)]
    if case .chart(let chart) = picture.content {
      words += [chart.subtitle, chart.hub, text(chart.source)] + chart.categories
      words += chart.breaks.map(\.text) + chart.annotations.map(\.text)
      words += chart.series.flatMap { [$0.name] + $0.values.map(\.text) }
    }
    if case .map(let map) = picture.content {
      words += [map.subtitle, map.home?.name ?? "", text(map.source)] + map.heads
      words += map.insets.map(\.name) + map.steps.map(\.text)
      words += map.places.flatMap { [$0.name, $0.value?.text ?? ""] }
      words += map.remainder.flatMap { [$0.name, $0.value.text] }
    }
    return words
  }

  /// The text with its notes and addresses, which are printed as well.
  private static func text(_ inlines: [Inline]) -> String {
    inlines.reduce(into: "") { text, inline in
      switch inline {
      case .text(let string), .code(let string): text += string
      case .emphasis(let inner), .strong(let inner), .language(_, let inner):
        text += Self.text(inner)
      case .link(let target, let inner):
        text += Self.text(inner)
        if case .address(let url) = target { text += " \(url) " }
      case .value(let value): text += value.text
      case .note(let note): text += "\n\(Self.text(note.content))\n"
      case .reference: break
      case .lineBreak: text += "\n"
      }
    }
  }
}
