/// Adds and removes what PDF/A asks of resources beyond what Cairo writes.
struct ResourceRepairs {
  let document: PDFDocument
  private var visited: Set<Int> = []

  init(_ document: PDFDocument) { self.document = document }

  /// Repairs the fonts and pictures of a page or a form.
  mutating func repair(resourcesOf owner: PDFDictionary) {
    if let resources = document.object(owner["Resources"]) { unite(xObjectsOf: resources) }
    let resources = document.dictionary(owner["Resources"])
    for (_, value) in document.dictionary(resources["Font"]).entries {
      if let font = document.object(value), visited.insert(font).inserted { repair(font: font) }
    }
    for (_, value) in document.dictionary(resources["XObject"]).entries {
      if let object = document.object(value), visited.insert(object).inserted {
        repair(xObject: object)
      }
    }
  }

  /// Cairo names a picture once more for each time that a page paints it; a key may stand only once
  /// (ISO 32000-1, 7.3.7), as in what was read.
  private func unite(xObjectsOf resources: Int) {
    let named = document.dictionary(document.painted.objects[resources].dictionary["XObject"])
    guard !named.entries.isEmpty else { return }
    document.change(resources) { dictionary in
      dictionary.set("XObject") { source in
        named.writeOpen(to: &source)
        source.write(">>")
      }
    }
  }

  /// `CIDToGIDMap` is required beside an embedded TrueType CIDFont (ISO 19005-2, 6.2.11.3.2);
  /// Cairo omits it.
  private func repair(font: Int) {
    let descendants = document.painted.objects[font].dictionary["DescendantFonts"]
    guard let descendant = document.object(document.items(descendants).first),
      document.painted.objects[descendant].dictionary.isName("Subtype", "CIDFontType2")
    else { return }
    document.change(descendant) { $0["CIDToGIDMap"] = Array("/Identity".utf8) }
  }

  /// `Interpolate` must not be true (ISO 19005-2, 6.2.8), in soft masks either.
  private mutating func repair(xObject: Int) {
    let dictionary = document.painted.objects[xObject].dictionary
    if dictionary.isName("Subtype", "Form") { return repair(resourcesOf: dictionary) }
    document.change(xObject) { $0["Interpolate"] = nil }
    if let mask = document.object(dictionary["SMask"]) {
      document.change(mask) { $0["Interpolate"] = nil }
    }
  }
}
