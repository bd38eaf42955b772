import DocumentModel

/// The page at the root: what the report is, and the choice of a language. It leads nowhere by
/// itself, because a reader's language is the reader's to say.
struct LandingPage {
  let editions: [Edition]
  let first: Edition
  let pictures: PictureFiles
  let settings: WebSettings

  /// The page.
  var node: HTMLNode {
    let metadata = first.document.metadata
    let names = editions.map(\.name).joined(separator: " / ")
    let head = PageHead(
      title: metadata.title + " – " + names, description: metadata.subject,
      siteName: metadata.institution, language: first.language, root: "",
      alternates: editions.map { ($0.language.text, $0.folder + "/index.html") },
      data: nil)
    return .element(
      .html, [.lang(first.language.text)],
      [head.node, .element(.body, [.class("landing")], [main])])
  }

  private var main: HTMLNode {
    var content: [HTMLNode] = []
    if let picture = pictures.coverNode(first.document.cover, root: "") {
      content.append(picture)
    } else if let field = first.document.cover.field {
      content.append(.element(.div, [.class("cover-field")], [FieldPicture(field).node]))
    }
    var text = [HTMLNode.element(.p, [.class("period")], [.text(first.document.cover.period)])]
    text.append(.element(.h1, [], editions.map(title)))
    let label = editions.map { WebWords.of($0.language).language }.joined(separator: " / ")
    text.append(
      .element(
        .nav, [.class("choice"), .set(.ariaLabel, label)],
        [.element(.ul, [], editions.map(choice))]))
    content.append(.element(.div, [.class("cover-text")], text))
    return .element(.main, [], content)
  }

  private func title(_ edition: Edition) -> HTMLNode {
    .element(
      .span, [.class("title"), .lang(edition.language.text)],
      ReportWriter.titleLines(of: edition.document.cover.title) + [" "])
  }

  private func choice(_ edition: Edition) -> HTMLNode {
    let language = edition.language.text
    let read = HTMLNode.element(
      .a, [.href(.file(edition.folder + "/index.html")), .set(.hreflang, language)],
      [
        .element(.span, [.class("choice-name")], [.text(edition.name)]), " ",
        .element(
          .span, [.class("choice-institution")], [.text(edition.document.cover.institution)]),
      ])
    return .element(.li, [.lang(language)], [read])
  }
}
