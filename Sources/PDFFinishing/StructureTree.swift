import CQPDF
import DisplayList
import Geometry

/// Writes the structure tree with its parent tree and identifier tree (ISO 32000-1, 14.7).
struct StructureTree {
  let document: QPDFDocument
  let list: DisplayList
  let pages: [Handle]
  let markers: [Markers]
  let annotations: [[Handle]]
  private let root: Handle
  private let elements: [Handle]

  /// A tree over pages whose markers and link annotations exist.
  init(
    _ document: QPDFDocument, _ list: DisplayList, pages: [Handle], markers: [Markers],
    annotations: [[Handle]]
  ) {
    self.document = document
    self.list = list
    self.pages = pages
    self.markers = markers
    self.annotations = annotations
    root = document.indirectDictionary()
    elements = list.structure.map { _ in document.indirectDictionary() }
  }

  /// Writes all elements and hangs the tree into the catalog.
  func write() throws(FinishingError) {
    for index in list.structure.indices { write(index) }
    document.setKept("/Type", of: root, to: document.name("/StructTreeRoot"))
    document.setKept("/K", of: root, to: elements[0])
    document.setKept("/P", of: elements[0], to: root)
    document.set("/ParentTree", of: root, to: parentTree())
    let links = list.pages.reduce(0) { $0 + $1.links.count }
    document.set("/ParentTreeNextKey", of: root, to: document.integer(pages.count + links))
    if let tree = identifierTree() { document.set("/IDTree", of: root, to: tree) }
    document.setKept("/StructTreeRoot", of: document.catalog, to: root)
    document.set("/MarkInfo", of: document.catalog, to: document.parse("<</Marked true>>"))
    try document.check("writing the structure tree")
  }

  private func write(_ index: Int) {
    let node = list.structure[index]
    let element = elements[index]
    document.setKept("/Type", of: element, to: document.name("/StructElem"))
    document.setKept("/S", of: element, to: document.name("/" + node.role.rawValue))
    if let text = node.language { setText("/Lang", text, element) }
    if let text = node.alternative { setText("/Alt", text, element) }
    if let text = node.actualText { setText("/ActualText", text, element) }
    if let text = node.identifier { setText("/ID", text, element) }
    let page = firstPage(of: node)
    if let page { document.setKept("/Pg", of: element, to: pages[page]) }
    writeKids(of: node, element, on: page)
    if let attributes = attributes(of: index, node) {
      document.set("/A", of: element, to: document.parse(attributes))
    }
  }

  private func setText(_ key: String, _ text: String, _ element: Handle) {
    document.set(key, of: element, to: document.text(cleaned(text)))
  }

  private func firstPage(of node: StructureNode) -> Int? {
    for case .content(let page, _) in node.kids { return page }
    return nil
  }

  private func writeKids(of node: StructureNode, _ element: Handle, on page: Int?) {
    if node.kids.isEmpty { return }
    let kids = qpdf_oh_new_array(document.data)
    for kid in node.kids {
      switch kid {
      case .node(let index):
        document.appendKept(elements[index], to: kids)
        document.setKept("/P", of: elements[index], to: element)
      case .content(let contentPage, let run):
        document.append(content(contentPage, run, on: page), to: kids)
      case .link(let linkPage, let link):
        document.append(objectReference(linkPage, link), to: kids)
      }
    }
    if node.kids.count == 1 {
      document.set("/K", of: element, to: qpdf_oh_get_array_item(document.data, kids, 0))
      document.release(kids)
    } else {
      document.set("/K", of: element, to: kids)
    }
  }

  /// An MCID, or a marked-content reference where the run is on another page than the element's.
  private func content(_ page: Int, _ run: Int, on own: Int?) -> Handle {
    let identifier = document.integer(markers[page].identifiers[run] ?? 0)
    if page == own { return identifier }
    let reference = qpdf_oh_new_dictionary(document.data)
    document.setKept("/Type", of: reference, to: document.name("/MCR"))
    document.setKept("/Pg", of: reference, to: pages[page])
    document.set("/MCID", of: reference, to: identifier)
    return reference
  }

  private func objectReference(_ page: Int, _ link: Int) -> Handle {
    let reference = qpdf_oh_new_dictionary(document.data)
    document.setKept("/Type", of: reference, to: document.name("/OBJR"))
    document.setKept("/Pg", of: reference, to: pages[page])
    document.setKept("/Obj", of: reference, to: annotations[page][link])
    return reference
  }

  /// Pages first, by `StructParents`; then links, by `StructParent`, in the order of pages.
  private func parentTree() -> Handle {
    let numbers = qpdf_oh_new_array(document.data)
    for (page, marker) in markers.enumerated() {
      let owners = qpdf_oh_new_array(document.data)
      for node in marker.elements { document.appendKept(elements[node], to: owners) }
      document.append(document.integer(page), to: numbers)
      document.append(document.indirect(owners), to: numbers)
    }
    for (number, node) in linkOwners().enumerated() {
      document.append(document.integer(pages.count + number), to: numbers)
      document.appendKept(elements[node], to: numbers)
    }
    let tree = document.indirectDictionary()
    document.set("/Nums", of: tree, to: numbers)
    return tree
  }

  private func linkOwners() -> [Int] {
    var owners = list.pages.map { Array(repeating: 0, count: $0.links.count) }
    for (index, node) in list.structure.enumerated() {
      for case .link(let page, let link) in node.kids { owners[page][link] = index }
    }
    return owners.flatMap { $0 }
  }

  private func identifierTree() -> Handle? {
    let named = list.structure.indices.compactMap { index in
      list.structure[index].identifier.map { (key: pdfTextBytes(cleaned($0)), index: index) }
    }
    if named.isEmpty { return nil }
    let names = qpdf_oh_new_array(document.data)
    for (key, index) in named.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      document.append(document.bytes(key), to: names)
      document.appendKept(elements[index], to: names)
    }
    let tree = document.indirectDictionary()
    document.set("/Names", of: tree, to: names)
    return tree
  }
}
