import CQPDF

extension QPDFDocument {
  /// Embeds files and ties them to the document (ISO 19005-3, 6.8).
  func writeAttachments(_ attachments: [Attachment]) throws(FinishingError) {
    if attachments.isEmpty { return }
    let sorted = attachments.map { (key: pdfTextBytes(cleaned($0.name)), file: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.key == next.key {
      throw .duplicateAttachment(next.file.name)
    }
    let names = qpdf_oh_new_array(data)
    let associated = qpdf_oh_new_array(data)
    for (key, file) in sorted {
      let specification = try fileSpecification(file, key)
      append(bytes(key), to: names)
      appendKept(specification, to: names)
      append(specification, to: associated)
    }
    let tree = qpdf_oh_new_dictionary(data)
    set("/Names", of: tree, to: names)
    let table = qpdf_oh_new_dictionary(data)
    set("/EmbeddedFiles", of: table, to: tree)
    set("/Names", of: catalog, to: table)
    set("/AF", of: catalog, to: associated)
    try check("attaching files")
  }

  private func fileSpecification(
    _ file: Attachment, _ name: [UInt8]
  ) throws(FinishingError) -> Handle {
    guard let modified = Timestamp(file.modified) else {
      throw .metadata(field: "modification date of \(file.name)", value: file.modified)
    }
    guard isMediaType(file.mimeType) else {
      throw .metadata(field: "media type of \(file.name)", value: file.mimeType)
    }
    let embedded = stream(file.bytes, "<</Type /EmbeddedFile>>")
    let entries = qpdf_oh_get_dict(data, embedded)
    setKept("/Subtype", of: entries, to: self.name("/" + file.mimeType))
    let parameters = qpdf_oh_new_dictionary(data)
    set("/ModDate", of: parameters, to: text(modified.pdf))
    set("/Size", of: parameters, to: integer(file.bytes.count))
    set("/Params", of: entries, to: parameters)
    release(entries)
    let contents = qpdf_oh_new_dictionary(data)
    setKept("/F", of: contents, to: embedded)
    set("/UF", of: contents, to: embedded)
    let specification = indirectDictionary()
    setKept("/Type", of: specification, to: self.name("/Filespec"))
    set("/F", of: specification, to: bytes(name))
    set("/UF", of: specification, to: bytes(name))
    set("/Desc", of: specification, to: text(cleaned(file.description)))
    setKept("/AFRelationship", of: specification, to: self.name("/" + file.relationship.rawValue))
    set("/EF", of: specification, to: contents)
    return specification
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
