extension Metadata {
  /// The XMP packet (ISO 16684-1) with the identification of PDF/A and PDF/UA and the extension
  /// schema that PDF/A asks for beside the latter (ISO 19005-2, 6.6.2.3).
  var packet: String {
    Self.packet([
      Self.description("dc", "http://purl.org/dc/elements/1.1/", dublinCore),
      Self.description(
        "xmp", "http://ns.adobe.com/xap/1.0/",
        [
          "<xmp:CreatorTool>\(Self.creator)</xmp:CreatorTool>",
          "<xmp:CreateDate>\(created.iso)</xmp:CreateDate>",
          "<xmp:ModifyDate>\(created.iso)</xmp:ModifyDate>",
        ]),
      producerDescription([]),
      Self.description(
        "pdfaid", "http://www.aiim.org/pdfa/ns/id/",
        ["<pdfaid:part>\(part)</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"]),
      Self.description(
        "pdfuaid", "http://www.aiim.org/pdfua/ns/id/", ["<pdfuaid:part>1</pdfuaid:part>"]),
      Self.extensionSchema,
    ])
  }

  /// A whole packet around descriptions.
  static func packet(_ descriptions: [String]) -> String {
    ([
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
    ] + descriptions + ["</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"])
    .joined(separator: "\n")
  }

  /// What wrote the file, with more entries behind, and the keywords.
  func producerDescription(_ more: [String]) -> String {
    let keys = keywords.isEmpty ? [] : ["<pdf:Keywords>\(escaped(keywords))</pdf:Keywords>"]
    return Self.description(
      "pdf", "http://ns.adobe.com/pdf/1.3/",
      ["<pdf:Producer>\(Self.producer)</pdf:Producer>"] + more + keys)
  }

  var dublinCore: [String] {
    var lines = ["<dc:format>application/pdf</dc:format>"]
    lines.append("<dc:title>\(alternatives(title))</dc:title>")
    if !author.isEmpty {
      lines.append(
        "<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>")
    }
    if !subject.isEmpty {
      lines.append("<dc:description>\(alternatives(subject))</dc:description>")
    }
    lines.append(
      "<dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>")
    return lines
  }

  private func alternatives(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
  }

  static func description(
    _ prefix: String, _ namespace: String, _ properties: [String]
  ) -> String {
    "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(namespace)\">\n"
      + properties.joined(separator: "\n") + "\n</rdf:Description>"
  }

  private static let extensionSchema = """
    <rdf:Description rdf:about=""
     xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
     xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
     xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed\
    </pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    """
}

/// A text as XML content.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
