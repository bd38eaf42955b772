import DisplayList
import Geometry

/// Writes the link annotations of every page (ISO 32000-1, 12.5.6.5).
struct LinkAnnotations {
  let document: PDFDocument
  let list: DisplayList
  /// The pages' numbers.
  let pages: [Int]

  /// Makes all annotations; their numbers by page and link.
  func write() -> [[Int]] {
    var key = pages.count
    var made: [[Int]] = []
    for (index, page) in list.pages.enumerated() {
      let first = document.reserve(page.links.count)
      for (rank, link) in page.links.enumerated() {
        document.write(first + rank) { write(link, on: index, key: key, to: &$0) }
        key += 1
      }
      let annotations = Array(first..<first + page.links.count)
      if !annotations.isEmpty {
        document.change(pages[index]) { dictionary in
          dictionary.set("Annots") { source in
            source.write("[")
            for annotation in annotations { source.reference(annotation) }
            source.write("]")
          }
        }
      }
      made.append(annotations)
    }
    return made
  }

  private func write(_ link: Link, on page: Int, key: Int, to source: inout PDFSource) {
    let height = list.pages[page].size.height
    // Print and no other flag (ISO 19005-2, 6.3.2).
    source.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P")
    source.reference(pages[page])
    source.write("/Contents")
    source.text(link.description)
    source.write("/StructParent")
    source.number(key)
    source.write("/Rect[")
    source.real(link.areas.map(\.x).min() ?? 0)
    source.real(link.areas.map { height - $0.maxY }.min() ?? 0)
    source.real(link.areas.map(\.maxX).max() ?? 0)
    source.real(link.areas.map { height - $0.y }.max() ?? 0)
    source.write("]/QuadPoints[")
    for area in link.areas {
      for y in [height - area.y, height - area.maxY] {
        for x in [area.x, area.maxX] {
          source.real(x)
          source.real(y)
        }
      }
    }
    source.write("]")
    switch link.target {
    case .place(let page, let y):
      source.write("/Dest")
      writeDestination(page, y, to: &source)
    case .address(let address):
      source.write("/A<</S/URI/URI")
      source.string(Array(address.utf8))
      source.write(">>")
    }
    source.write(">>")
  }

  /// `[page /XYZ null y null]`, y up from the foot of the page.
  func writeDestination(_ page: Int, _ y: Double, to source: inout PDFSource) {
    let height = list.pages[page].size.height
    source.write("[")
    source.reference(pages[page])
    source.write("/XYZ null")
    source.real(y.isFinite ? height - y : height)
    source.write(" null]")
  }
}
