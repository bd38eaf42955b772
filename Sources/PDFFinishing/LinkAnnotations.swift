import CQPDF
import DisplayList
import Geometry

/// Writes the link annotations of every page (ISO 32000-1, 12.5.6.5).
struct LinkAnnotations {
  let document: QPDFDocument
  let list: DisplayList
  let pages: [Handle]

  /// Makes all annotations; their handles by page and link.
  func write() throws(FinishingError) -> [[Handle]] {
    var key = pages.count
    var made: [[Handle]] = []
    for (index, page) in list.pages.enumerated() {
      var annotations: [Handle] = []
      for link in page.links {
        annotations.append(annotation(link, on: index, key: key))
        key += 1
      }
      if !annotations.isEmpty {
        let array = qpdf_oh_new_array(document.data)
        for annotation in annotations { document.appendKept(annotation, to: array) }
        document.set("/Annots", of: pages[index], to: array)
      }
      made.append(annotations)
    }
    try document.check("writing links")
    return made
  }

  private func annotation(_ link: Link, on page: Int, key: Int) -> Handle {
    let height = list.pages[page].size.height
    let areas = link.areas.map { area in
      (left: area.x, bottom: height - area.maxY, right: area.maxX, top: height - area.y)
    }
    let annotation = document.indirectDictionary()
    document.setKept("/Type", of: annotation, to: document.name("/Annot"))
    document.setKept("/Subtype", of: annotation, to: document.name("/Link"))
    document.setKept("/P", of: annotation, to: pages[page])
    // Print and no other flag (ISO 19005-2, 6.3.2).
    document.set("/F", of: annotation, to: document.integer(4))
    document.set("/Border", of: annotation, to: document.parse("[0 0 0]"))
    document.set("/Contents", of: annotation, to: document.text(cleaned(link.description)))
    document.set("/StructParent", of: annotation, to: document.integer(key))
    document.set(
      "/Rect", of: annotation,
      to: document.reals([
        areas.map(\.left).min() ?? 0, areas.map(\.bottom).min() ?? 0,
        areas.map(\.right).max() ?? 0, areas.map(\.top).max() ?? 0,
      ]))
    document.set(
      "/QuadPoints", of: annotation,
      to: document.reals(
        areas.flatMap {
          [$0.left, $0.top, $0.right, $0.top, $0.left, $0.bottom, $0.right, $0.bottom]
        }))
    setTarget(link.target, of: annotation)
    return annotation
  }

  private func setTarget(_ target: Link.Target, of annotation: Handle) {
    switch target {
    case .place(let page, let y):
      document.set("/Dest", of: annotation, to: destination(page, y))
    case .address(let address):
      let action = qpdf_oh_new_dictionary(document.data)
      document.setKept("/S", of: action, to: document.name("/URI"))
      document.set("/URI", of: action, to: document.bytes(Array(address.utf8)))
      document.set("/A", of: annotation, to: action)
    }
  }

  /// `[page /XYZ null y null]`, y up from the foot of the page.
  func destination(_ page: Int, _ y: Double) -> Handle {
    let array = qpdf_oh_new_array(document.data)
    document.appendKept(pages[page], to: array)
    document.appendKept(document.name("/XYZ"), to: array)
    document.append(qpdf_oh_new_null(document.data), to: array)
    let height = list.pages[page].size.height
    document.append(document.real(y.isFinite ? height - y : height), to: array)
    document.append(qpdf_oh_new_null(document.data), to: array)
    return array
  }
}
