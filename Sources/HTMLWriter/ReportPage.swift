import DocumentModel

extension ReportWriter {
  /// The whole page of one language.
  mutating func page(of edition: Edition) -> HTMLNode {
    let main = HTMLNode.element(
      .main, [.id(PageID.main), .set(.tabindex, -1)], chapters())
    let body = HTMLNode.element(
      .body, [.class("report")],
      [
        .element(.a, [.class("skip"), .href(.anchor(PageID.main))], [.text(words.skip)]),
        cover(of: edition),
        .element(.div, [.class("frame")], [contents(), main]),
        footer(of: edition),
      ])
    return .element(.html, [.lang(edition.language.text)], [head(of: edition), body])
  }

  private func head(of edition: Edition) -> HTMLNode {
    let metadata = document.metadata
    let alternates =
      editions.map { (language: $0.language.text, page: $0.page) }
      + [(language: "x-default", page: "../index.html")]
    return PageHead(
      title: metadata.title + " – " + metadata.institution, description: metadata.subject,
      siteName: metadata.institution, language: edition.language, root: "../",
      alternates: alternates,
      data: edition.structuredData(others: others, pdf: file(settings.pdfLinks[document.language]))
    ).node
  }

  /// A file given in the settings; they were checked before anything was written.
  func file(_ address: String?) -> WebAddress? { address.flatMap { WebAddress(relative: $0) } }

  /// Contents twice, one of them shown: beside the text on a wide screen, folded on a narrow one. The
  /// lists of tables and figures stand under them.
  private mutating func contents() -> HTMLNode {
    let list = contents(of: sections, depth: 2)
    let lists = foldedLists()
    let title = document.words.contents
    return .element(
      .div, [.id(PageID.contents), .class("contents")],
      [
        .element(
          .nav, [.class("contents-wide"), .set(.ariaLabel, title)],
          [.element(.p, [.class("contents-title")], [.text(title)]), list] + lists),
        .element(
          .nav, [.class("contents-folded"), .set(.ariaLabel, title)],
          [.element(.details, [], [.element(.summary, [], [.text(title)]), list])] + lists),
      ])
  }

  private mutating func contents(of sections: [Section], depth: Int) -> HTMLNode {
    var items: [HTMLNode] = []
    for section in sections {
      var text: [HTMLNode] = []
      if let number = section.number {
        text += [.element(.span, [.class("number")], [.text(number)]), " "]
      }
      text.append(.element(.span, [], inlines(section.title, .none)))
      var content = [HTMLNode.element(.a, [.href(.anchor(section.anchor))], text)]
      if depth > 1, !section.subsections.isEmpty {
        content.append(contents(of: section.subsections, depth: depth - 1))
      }
      items.append(.element(.li, [], content))
    }
    return .element(.ol, [], items)
  }

  private func footer(of edition: Edition) -> HTMLNode {
    let metadata = document.metadata
    let dates: [HTMLNode] = [
      .text(words.cutOff + " "), .element(.time, [], [.text(metadata.cutOff)]),
      .text(" · " + words.made + " "),
      .element(.time, [], [.text(String(metadata.created.prefix(10)))]),
    ]
    return .element(
      .footer, [.class("imprint")],
      [
        .element(.p, [.class("imprint-title")], [.text(metadata.title)]),
        .element(.p, [], [.text(metadata.institution)]),
        .element(.p, [.class("imprint-dates")], dates),
        .element(.p, [.class("imprint-links")], files() + languageLinks() + [topLink]),
      ])
  }

  private var topLink: HTMLNode {
    .element(.a, [.class("top"), .href(.anchor(PageID.top))], [.text(words.top)])
  }

  /// Links to the report's other forms.
  func files() -> [HTMLNode] {
    var links: [HTMLNode] = []
    if let pdf = file(settings.pdfLinks[document.language]) {
      links.append(
        .element(.a, [.href(pdf), .set(.type, "application/pdf")], [.text(words.pdf)]))
    }
    if let records = file(settings.recordsLink) {
      links.append(.element(.a, [.href(records)], [.text(words.records)]))
    }
    return links
  }

  /// Links to the other languages.
  func languageLinks() -> [HTMLNode] {
    others.map { edition in
      .element(
        .a,
        [
          .href(.file(edition.page)), .lang(edition.language.text),
          .set(.hreflang, edition.language.text),
        ], [.text(edition.name)])
    }
  }
}
