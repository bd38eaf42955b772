extension PDFDocument {
  /// Embeds files and ties them to the document (ISO 19005-3, 6.8).
  func writeAttachments(_ attachments: [Attachment]) throws(FinishingError) {
    if attachments.isEmpty { return }
    let sorted = attachments.map { (key: pdfTextBytes(cleaned($0.name)), file: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.key == next.key {
      throw .duplicateAttachment(next.file.name)
    }
    var specifications: [(key: [UInt8], number: Int)] = []
    for (key, file) in sorted { specifications.append((key, try writeSpecification(file, key))) }
    changeCatalog { catalog in
      catalog.set("Names") { source in
        source.write("<</EmbeddedFiles<</Names[")
        for (key, number) in specifications {
          source.string(key)
          source.reference(number)
        }
        source.write("]>>>>")
      }
      catalog.set("AF") { source in
        source.write("[")
        for (_, number) in specifications { source.reference(number) }
        source.write("]")
      }
    }
  }

  private func writeSpecification(
    _ file: Attachment, _ name: [UInt8]
  ) throws(FinishingError) -> Int {
    guard let modified = Timestamp(file.modified) else {
      throw .metadata(field: "modification date of \(file.name)", value: file.modified)
    }
    guard isMediaType(file.mimeType) else {
      throw .metadata(field: "media type of \(file.name)", value: file.mimeType)
    }
    let embedded = addStream(file.bytes) { source in
      source.write("/Type/EmbeddedFile/Subtype")
      source.name(file.mimeType)
      source.write("/Params<</ModDate")
      source.text(modified.pdf)
      source.write("/Size")
      source.number(file.bytes.count)
      source.write(">>")
    }
    return add { source in
      source.write("<</Type/Filespec/F")
      source.string(name)
      source.write("/UF")
      source.string(name)
      source.write("/Desc")
      source.text(file.description)
      source.write("/AFRelationship")
      source.name(file.relationship.rawValue)
      source.write("/EF<</F")
      source.reference(embedded)
      source.write("/UF")
      source.reference(embedded)
      source.write(">>>>")
    }
  }

  /// Whether a text has the form of RFC 6838: two names with a slash between.
  private func isMediaType(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
              || "!$&-^_.+".utf8.contains($0)
          }
      }
  }
}
