import DocumentModel

extension Edition {
  /// The report as schema.org describes one, for catalogues and search.
  func structuredData(others: [Edition], pdf: WebAddress?) -> JSONValue {
    let metadata = document.metadata
    let institution = JSONValue.object([
      .init("@type", "Organization"), .init("name", .string(metadata.institution)),
    ])
    var members: [JSONValue.Member] = [
      .init("@context", "https://schema.org"),
      .init("@type", "Report"),
      .init("name", .string(metadata.title)),
      .init("description", .string(metadata.subject)),
      .init("inLanguage", .string(language.text)),
      .init("temporalCoverage", .string(metadata.period)),
      .init("datePublished", .string(metadata.created)),
      .init("author", institution),
      .init("publisher", institution),
    ]
    if !metadata.keywords.isEmpty {
      members.append(.init("keywords", .string(metadata.keywords.joined(separator: ", "))))
    }
    if let pdf {
      members.append(
        .init(
          "encoding",
          .object([
            .init("@type", "MediaObject"), .init("encodingFormat", "application/pdf"),
            .init("contentUrl", .string(pdf.text)),
          ])))
    }
    if !others.isEmpty {
      let translations = others.map { other in
        JSONValue.object([
          .init("@type", "CreativeWork"), .init("@id", .string(other.page)),
          .init("inLanguage", .string(other.language.text)),
        ])
      }
      members.append(.init("workTranslation", .array(translations)))
    }
    return .object(members)
  }
}
