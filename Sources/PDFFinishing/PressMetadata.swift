extension Metadata {
  /// Writes Info and XMP as PDF/X-4 asks for them; the number of Info.
  ///
  /// - Parameter identity: 32 hexadecimal digits that tell the document from every other.
  func writeForPress(to document: PDFDocument, identity: String) -> Int {
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
      // ISO 15930-7, 6.6: whether traps were made; a name.
      source.write("/Trapped/False>>")
    }
    let packet = document.addStream(Array(pressPacket(identity).utf8), compressed: false) {
      source in
      source.write("/Type/Metadata/Subtype/XML")
    }
    document.changeCatalog { catalog in
      catalog.set("Metadata") { $0.reference(packet) }
      catalog.set("Lang") { $0.text(language) }
      catalog.set("ViewerPreferences") { $0.write("<</DisplayDocTitle true>>") }
    }
    return info
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
    var pdf = [
      "<pdf:Producer>\(Self.producer)</pdf:Producer>", "<pdf:Trapped>False</pdf:Trapped>",
    ]
    if !keywords.isEmpty { pdf.append("<pdf:Keywords>\(escaped(keywords))</pdf:Keywords>") }
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
      Self.description("pdf", "http://ns.adobe.com/pdf/1.3/", pdf),
      Self.description(
        "pdfxid", "http://www.npes.org/pdfx/ns/id/",
        ["<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"]),
    ]
    return
      ([
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      ]
      + descriptions + ["</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"])
      .joined(separator: "\n")
  }
}
