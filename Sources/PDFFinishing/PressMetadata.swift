extension Metadata {
  /// Writes Info and XMP as PDF/X-4 asks for them; the number of Info.
  ///
  /// - Parameter identity: 32 hexadecimal digits that tell the document from every other.
  func writeForPress(to document: PDFDocument, identity: String) -> Int {
    // ISO 15930-7, 6.6: whether traps were made; a name.
    write(to: document, packet: pressPacket(identity), entries: "/Trapped/False")
  }

  /// The XMP packet (ISO 16684-1) with the identification of PDF/X-4 and the entries that it asks for
  /// beside it: the version, the kind and the identifier of the document (ISO 15930-7, 6.6).
  func pressPacket(_ identity: String) -> String {
    let parts = [8, 4, 4, 4, 12]
    var rest = identity[...]
    let uuid = parts.map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
    let dates = ["CreateDate", "ModifyDate", "MetadataDate"].map {
      "<xmp:\($0)>\(created.iso)</xmp:\($0)>"
    }
    let descriptions = [
      Self.description("dc", "http://purl.org/dc/elements/1.1/", dublinCore),
      Self.description(
        "xmp", "http://ns.adobe.com/xap/1.0/",
        ["<xmp:CreatorTool>\(Self.creator)</xmp:CreatorTool>"] + dates),
      Self.description(
        "xmpMM", "http://ns.adobe.com/xap/1.0/mm/",
        [
          "<xmpMM:DocumentID>uuid:\(uuid)</xmpMM:DocumentID>",
          "<xmpMM:VersionID>1</xmpMM:VersionID>",
          "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        ]),
      producerDescription(["<pdf:Trapped>False</pdf:Trapped>"]),
      Self.description(
        "pdfxid", "http://www.npes.org/pdfx/ns/id/",
        ["<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"]),
    ]
    return Self.packet(descriptions)
  }
}
