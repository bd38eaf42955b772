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
  /// What wrote the file.
  static let producer = "Annals with cairo"

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

  /// Writes Info, XMP and the catalog's entries that speak of the document; the number of Info.
  ///
  /// - Parameters:
  ///   - packet: the XMP packet.
  ///   - entries: what Info holds beside its texts, as source.
  func write(to document: PDFDocument, packet: String, entries: String = "") -> Int {
    let texts = [
      ("Title", title), ("Author", author), ("Subject", subject), ("Keywords", keywords),
      ("Creator", Self.creator), ("Producer", Self.producer), ("CreationDate", created.pdf),
      ("ModDate", created.pdf),
    ]
    let info = document.add { source in
      source.write("<<")
      for (key, value) in texts where !value.isEmpty {
        source.name(key)
        source.text(value)
      }
      source.write(entries)
      source.write(">>")
    }
    // Programs that know nothing of PDF look for the packet, so it stays readable.
    let packet = document.addStream(Array(packet.utf8), compressed: false) { source in
      source.write("/Type/Metadata/Subtype/XML")
    }
    document.changeCatalog { catalog in
      catalog.set("Metadata") { $0.reference(packet) }
      catalog.set("Lang") { $0.text(language) }
      catalog.set("ViewerPreferences") { $0.write("<</DisplayDocTitle true>>") }
    }
    return info
  }
}
