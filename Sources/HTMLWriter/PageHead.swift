/// The head of a page.
struct PageHead {
  let title: String
  let description: String
  let siteName: String
  let language: LanguageTag
  /// The way from the page to the root: empty, or "../".
  let root: String
  /// The language editions, by their addresses from this page.
  let alternates: [(language: String, page: String)]
  let data: JSONValue?

  /// Nothing runs, nothing is asked of another origin, nothing frames or sends.
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// The element.
  var node: HTMLNode {
    var children: [HTMLNode] = [
      .element(.meta, [.set(.charset, "utf-8")], []),
      .element(
        .meta, [.set(.httpEquiv, "Content-Security-Policy"), .set(.content, Self.policy)], []),
      meta("viewport", "width=device-width, initial-scale=1"),
      .element(.title, [], [.text(title)]),
      meta("description", description),
      meta("color-scheme", "light dark"),
      meta("generator", "Annals"),
      property("og:title", title),
      property("og:type", "article"),
      property("og:description", description),
      property("og:site_name", siteName),
      property("og:locale", language.text.split(separator: "-").joined(separator: "_")),
      link("stylesheet", root + "assets/annals.css"),
      .element(
        .link,
        [
          .set(.rel, "icon"), .href(.file(root + "assets/icon.svg")),
          .set(.type, "image/svg+xml"),
        ], []),
    ]
    children += alternates.map { alternate in
      .element(
        .link,
        [
          .set(.rel, "alternate"), .set(.hreflang, alternate.language),
          .href(.file(alternate.page)),
        ], [])
    }
    if let data { children.append(.json(data)) }
    return .element(.head, [], children)
  }

  private func meta(_ name: String, _ content: String) -> HTMLNode {
    .element(.meta, [.set(.name, name), .set(.content, content)], [])
  }
  private func property(_ name: String, _ content: String) -> HTMLNode {
    .element(.meta, [.set(.property, name), .set(.content, content)], [])
  }
  private func link(_ relation: String, _ path: String) -> HTMLNode {
    .element(.link, [.set(.rel, relation), .href(.file(path))], [])
  }
}
