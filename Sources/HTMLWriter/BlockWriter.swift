import DocumentModel

extension ReportWriter {
  /// Blocks as nodes.
  mutating func blocks(_ blocks: [Block]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for block in blocks { nodes.append(node(of: block)) }
    return nodes
  }

  private mutating func node(of block: Block) -> HTMLNode {
    switch block {
    case .paragraph(let content): .element(.p, direction(of: content), inlines(content))
    case .list(let list): node(of: list)
    case .table(let table): node(of: table)
    case .keyFigures(let figures): keyFigures(figures)
    case .glance(let glance): node(of: glance)
    case .profile(let profile): node(of: profile)
    case .timeline(let timeline): node(of: timeline)
    case .history(let history): node(of: history)
    case .illustration(let illustration): node(of: illustration)
    case .gallery(let gallery): node(of: gallery)
    case .quotation(let content): quotation(content)
    case .pullQuote(let quote): node(of: quote)
    case .box(let box): node(of: box)
    case .story(let story): node(of: story)
    case .signature(let signature): node(of: signature)
    case .captionList(let list): captionList(list)
    case .index(let index): node(of: index)
    case .endNotes: .element(.div, [.class("end-notes")], noteList(\.endNotes))
    case .remark(let content):
      .element(.p, [.class("remark"), .set(.role, "note")], inlines(content))
    case .definitions(let definitions): node(of: definitions)
    case .nameList(let names): node(of: names)
    }
  }

  /// Which way a paragraph runs, where it is not from left to right as the page does.
  func direction(of content: [Inline]) -> [HTMLAttribute] {
    content.runsFromRightToLeft ? [.set(.dir, "rtl")] : []
  }

  private mutating func quotation(_ content: [Block]) -> HTMLNode {
    let first: [Inline] = if case .paragraph(let text)? = content.first { text } else { [] }
    return .element(.blockquote, direction(of: first), blocks(content))
  }

  private mutating func node(of box: BoxBlock) -> HTMLNode {
    var content: [HTMLNode] = []
    if !box.title.isEmpty {
      content.append(.element(.p, [.class("box-title")], inlines(box.title)))
    }
    return .element(.div, [.class("box"), .set(.role, "note")], content + blocks(box.blocks))
  }

  private mutating func node(of list: ListBlock) -> HTMLNode {
    var items: [HTMLNode] = []
    for item in list.items { items.append(.element(.li, [], blocks(item))) }
    switch list.marker {
    case .bullet: return .element(.ul, [.class("plain")], items)
    case .number:
      let start: [HTMLAttribute] = list.start == 1 ? [] : [.set(.start, list.start)]
      return .element(.ol, [.class("plain")] + start, items)
    }
  }

  private mutating func node(of definitions: [Definition]) -> HTMLNode {
    var groups: [HTMLNode] = []
    for definition in definitions {
      let id: [HTMLAttribute] = definition.anchor.map { [.id($0)] } ?? []
      groups.append(
        .element(
          .div, id,
          [
            .element(.dt, [], inlines(definition.term)),
            .element(.dd, [], blocks(definition.body)),
          ]))
    }
    return .element(.dl, [.class("definitions")], groups)
  }

  private mutating func node(of names: [NameEntry]) -> HTMLNode {
    var items: [HTMLNode] = []
    for entry in names {
      var content = [HTMLNode.element(.span, [.class("name")], inlines(entry.name))]
      if !entry.detail.isEmpty {
        content += [" ", .element(.span, [.class("detail")], inlines(entry.detail))]
      }
      items.append(.element(.li, [], content))
    }
    return .element(.ul, [.class("names wide")], items)
  }

  /// Large figures: precision, number and unit, then what is counted, then small print and what is
  /// drawn beside them.
  mutating func keyFigures(
    _ figures: [KeyFigure], style: String? = nil, _ use: LinkUse = .all
  ) -> HTMLNode {
    // Beside an opening and on the cover figures stand as the theme has them, without drawings.
    let form = style == nil ? figures.first?.form : nil
    var items: [HTMLNode] = []
    for figure in figures {
      var number: [HTMLNode] = []
      if !figure.qualifier.isEmpty {
        number += [.element(.span, [.class("qualifier")], [.text(figure.qualifier)]), " "]
      }
      number.append(node(of: figure.value, use))
      if !figure.unit.isEmpty {
        number += [" ", .element(.span, [.class("unit")], [.text(figure.unit)])]
      }
      var content: [HTMLNode] = [
        .element(.p, [.class("figure-value")], number),
        .element(.p, [.class("figure-label")], inlines(figure.label, use)),
      ]
      if !figure.detail.isEmpty {
        content.append(.element(.p, [.class("figure-detail")], inlines(figure.detail, use)))
      }
      if style == nil, let picture = figure.picture { content += nodes(of: picture) }
      items.append(.element(.li, [], content))
    }
    let classes = style ?? "figures wide" + (form.map { " as-" + $0.rawValue } ?? "")
    return .element(.ul, [.class(classes)], items)
  }
}
