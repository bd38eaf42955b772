import CQPDF

/// The document's metadata, once checked: the same values go to Info and to XMP.
struct Metadata {
  let title: String
  let author: String
  let subject: String
  let keywords: String
  let language: String
  let created: Timestamp
  let part: Int

  /// The program that made the document.
  static let creator = "Annals"
  /// The libraries that wrote the file.
  static let producer = "Annals with cairo and qpdf"

  /// Takes a plan's values; control characters become spaces.
  init(_ plan: FinishingPlan) throws(FinishingError) {
    guard let created = Timestamp(plan.created) else {
      throw .metadata(field: "creation date", value: plan.created)
    }
    title = cleaned(plan.title)
    author = cleaned(plan.author)
    subject = cleaned(plan.subject)
    keywords = plan.keywords.map(cleaned).joined(separator: ", ")
    language = plan.language
    part = plan.conformance.part
    self.created = created
    if title.allSatisfy(\.isWhitespace) { throw .metadata(field: "title", value: plan.title) }
    let isTag = language.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
    }
    guard isTag, !language.isEmpty else {
      throw .metadata(field: "language", value: plan.language)
    }
  }

  /// Writes Info, XMP and the catalog's entries that speak of the document.
  func write(to document: QPDFDocument) throws(FinishingError) {
    let info = document.indirectDictionary()
    let texts = [
      ("/Title", title), ("/Author", author), ("/Subject", subject), ("/Keywords", keywords),
      ("/Creator", Self.creator), ("/Producer", Self.producer), ("/CreationDate", created.pdf),
      ("/ModDate", created.pdf),
    ]
    for (key, value) in texts where !value.isEmpty {
      document.set(key, of: info, to: document.text(value))
    }
    let trailer = qpdf_get_trailer(document.data)
    document.set("/Info", of: trailer, to: info)
    document.release(trailer)
    let catalog = document.catalog
    document.set(
      "/Metadata", of: catalog,
      to: document.stream(Array(packet.utf8), "<</Type /Metadata /Subtype /XML>>"))
    document.set("/Lang", of: catalog, to: document.text(language))
    document.set(
      "/ViewerPreferences", of: catalog, to: document.parse("<</DisplayDocTitle true>>"))
    try document.check("writing the metadata")
  }
}
