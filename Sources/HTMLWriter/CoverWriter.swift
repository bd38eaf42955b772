import DocumentModel

extension ReportWriter {
  /// The first screen: institution, title, year, three figures, the way in.
  mutating func cover(of edition: Edition) -> HTMLNode {
    let cover = document.cover
    var text: [HTMLNode] = [
      .element(.p, [.class("institution")], [.text(cover.institution)]),
      .element(.h1, [], Self.titleLines(of: cover.title)),
    ]
    if !cover.subtitle.isEmpty {
      text.append(.element(.p, [.class("subtitle")], [.text(cover.subtitle)]))
    }
    text.append(.element(.p, [.class("period")], [.text(cover.period)]))
    text += wayIn()
    if let credit = cover.picture?.credit, !credit.isEmpty {
      text.append(.element(.p, [.class("cover-credit")], inlines(credit)))
    }
    var content = [bar(edition), HTMLNode.element(.div, [.class("cover-text")], text)]
    let picture = pictures.coverNode(cover, root: "../")
    if let picture {
      content.append(picture)
    } else if let field = cover.field {
      content.append(.element(.div, [.class("cover-field")], [FieldPicture(field).node]))
    }
    let figures = leadingFigures.prefix(3).map { figure in
      var figure = figure
      figure.detail = []
      return figure
    }
    if !figures.isEmpty {
      content.append(keyFigures(figures, style: "figures cover-figures", .none))
    }
    let kind = picture == nil ? "cover" : "cover has-picture"
    return .element(.header, [.id(PageID.top), .class(kind)], content)
  }

  /// The languages and the report's other forms.
  private func bar(_ edition: Edition) -> HTMLNode {
    let current = HTMLNode.element(
      .span, [.set(.ariaCurrent, "true")], [.text(edition.name)])
    return .element(
      .nav, [.class("editions"), .set(.ariaLabel, words.language)],
      [.element(.ul, [], ([current] + languageLinks() + files()).map { .element(.li, [], [$0]) })])
  }

  private func wayIn() -> [HTMLNode] {
    guard let first = sections.first else { return [] }
    return [
      .element(
        .p, [.class("way-in")],
        [.element(.a, [.href(.anchor(first.anchor))], [.text(words.read)])])
    ]
  }

  /// The first figures of the report, wherever they stand.
  private var leadingFigures: [KeyFigure] {
    for section in document.sections {
      for case .keyFigures(let figures) in section.blocks where !figures.isEmpty { return figures }
    }
    return document.sections.lazy.map(\.sideFigures).first { !$0.isEmpty } ?? []
  }

  /// The lines of a title as its author broke them.
  static func titleLines(of title: String) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for line in title.split(separator: "\n") {
      if !nodes.isEmpty { nodes += [" ", .element(.br, [], [])] }
      nodes.append(.text(String(line)))
    }
    return nodes
  }
}
