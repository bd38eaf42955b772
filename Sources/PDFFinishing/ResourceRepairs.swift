import CQPDF

/// Adds and removes what PDF/A asks of resources beyond what Cairo writes.
struct ResourceRepairs {
  let document: QPDFDocument
  private var visited: Set<Int32> = []

  init(_ document: QPDFDocument) { self.document = document }

  /// Repairs a page's or a form's fonts and pictures.
  mutating func repair(resourcesOf owner: Handle) {
    let resources = document.get("/Resources", of: owner)
    forEach("/Font", of: resources) { $0.repair(font: $1) }
    forEach("/XObject", of: resources) { $0.repair(xObject: $1) }
    document.release(resources)
  }

  private mutating func forEach(
    _ key: String, of resources: Handle, _ body: (inout ResourceRepairs, Handle) -> Void
  ) {
    guard qpdf_oh_is_dictionary(document.data, resources) != 0 else { return }
    let table = document.get(key, of: resources)
    for name in document.keys(of: table) {
      let item = document.get(name, of: table)
      if visited.insert(qpdf_oh_get_object_id(document.data, item)).inserted { body(&self, item) }
      document.release(item)
    }
    document.release(table)
  }

  /// `CIDToGIDMap` is required beside an embedded TrueType CIDFont (ISO 19005-2, 6.2.11.3.2);
  /// Cairo omits it.
  private func repair(font: Handle) {
    let descendants = document.get("/DescendantFonts", of: font)
    if qpdf_oh_is_array(document.data, descendants) != 0 {
      let descendant = qpdf_oh_get_array_item(document.data, descendants, 0)
      let subtype = document.get("/Subtype", of: descendant)
      if document.isName(subtype, "/CIDFontType2") {
        document.setKept("/CIDToGIDMap", of: descendant, to: document.name("/Identity"))
      }
      document.release(subtype)
      document.release(descendant)
    }
    document.release(descendants)
  }

  /// `Interpolate` must not be true (ISO 19005-2, 6.2.8), in soft masks either.
  private mutating func repair(xObject: Handle) {
    let dictionary = qpdf_oh_get_dict(document.data, xObject)
    let subtype = document.get("/Subtype", of: dictionary)
    if document.isName(subtype, "/Form") {
      repair(resourcesOf: dictionary)
    } else {
      document.remove("/Interpolate", of: dictionary)
      let mask = document.get("/SMask", of: dictionary)
      if qpdf_oh_is_stream(document.data, mask) != 0 {
        let inner = qpdf_oh_get_dict(document.data, mask)
        document.remove("/Interpolate", of: inner)
        document.release(inner)
      }
      document.release(mask)
    }
    document.release(subtype)
    document.release(dictionary)
  }
}
