import DocumentModel

extension ReportWriter {
  /// The sections in the order of the web: what stands behind a cover or on a back cover in print
  /// comes after the report, where a reader of a screen looks for an imprint.
  var sections: [Section] {
    document.sections.filter { $0.pageStyle == .body }
      + document.sections.filter { $0.pageStyle != .body }
  }

  /// The chapters, each with its notes at its end.
  mutating func chapters() -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for section in sections { nodes.append(chapter(section)) }
    return nodes
  }

  private mutating func chapter(_ section: Section) -> HTMLNode {
    notes = []
    var content = [opener(section)]
    content += blocks(section.blocks)
    for subsection in section.subsections { content.append(inner(subsection, level: 3)) }
    content += noteList(\.notes)
    return .element(.section, [.id(section.anchor), .class(style(of: section))], content)
  }

  private func style(of section: Section) -> String {
    guard section.pageStyle == .body else { return "chapter cover-page" }
    return section.role == .annex ? "chapter annex" : "chapter"
  }

  /// The opening of a chapter: heading and lead, its own figures beside them.
  private mutating func opener(_ section: Section) -> HTMLNode {
    var main = [heading(section, level: 2)]
    if !section.lead.isEmpty {
      main.append(.element(.p, [.class("lead")], inlines(section.lead)))
    }
    main += elsewhere(section.anchor)
    var content = [HTMLNode.element(.div, [.class("opener-main")], main)]
    if !section.sideFigures.isEmpty {
      content.append(keyFigures(section.sideFigures, style: "figures side-figures"))
    }
    return .element(.div, [.class("opener")], content)
  }

  private mutating func inner(_ section: Section, level: Int) -> HTMLNode {
    var content = [heading(section, level: level)]
    if !section.lead.isEmpty {
      content.append(.element(.p, [.class("lead")], inlines(section.lead)))
    }
    if !section.sideFigures.isEmpty { content.append(keyFigures(section.sideFigures)) }
    content += blocks(section.blocks)
    for subsection in section.subsections {
      content.append(inner(subsection, level: level + 1))
    }
    return .element(.section, [.id(section.anchor), .class("inner")], content)
  }

  private mutating func heading(_ section: Section, level: Int) -> HTMLNode {
    var content: [HTMLNode] = []
    if let number = section.number {
      content += [.element(.span, [.class("number")], [.text(number)]), " "]
    }
    content.append(.element(.span, [.class("heading-text")], inlines(section.title)))
    return .element(.heading(level), [], content)
  }

  /// Links to the same chapter in the other languages, so that a switch keeps the place.
  private func elsewhere(_ anchor: String) -> [HTMLNode] {
    let links = others.filter { $0.survey.places[anchor] != nil }.map { edition in
      HTMLNode.element(
        .a,
        [
          .href(.anchor(anchor, of: edition.page)), .lang(edition.language.text),
          .set(.hreflang, edition.language.text),
        ],
        [.text(edition.name)])
    }
    return links.isEmpty ? [] : [.element(.p, [.class("elsewhere")], links)]
  }

  /// The notes of the chapter; a note may itself hold notes, which follow.
  mutating func noteList(_ list: WritableKeyPath<ReportWriter, [Note]>) -> [HTMLNode] {
    var items: [HTMLNode] = []
    var index = 0
    while index < self[keyPath: list].count {
      items.append(item(of: self[keyPath: list][index]))
      index += 1
    }
    self[keyPath: list] = []
    guard !items.isEmpty else { return [] }
    let title = document.words.notes
    return [
      .element(
        .div, [.class("notes"), .set(.role, "doc-endnotes"), .set(.ariaLabel, title)],
        [
          .element(.p, [.class("notes-title"), .set(.ariaHidden, "true")], [.text(title)]),
          .element(.ol, [], items),
        ])
    ]
  }

  private mutating func item(of note: Note) -> HTMLNode {
    let back = HTMLNode.element(
      .a,
      [
        .class("back"), .href(.anchor(PageID.reference(to: note.anchor))),
        .set(.role, "doc-backlink"),
        .set(.ariaLabel, "\(words.backToText) (\(note.number))"),
      ],
      ["↩\u{FE0E}"])
    return .element(
      .li, [.id(note.anchor), .set(.value, note.number)], inlines(note.content) + [" ", back])
  }
}
