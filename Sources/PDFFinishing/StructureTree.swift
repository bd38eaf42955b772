import DisplayList
import Geometry

/// Writes the structure tree with its parent tree and identifier tree (ISO 32000-1, 14.7).
struct StructureTree {
  let document: PDFDocument
  let list: DisplayList
  /// The pages' numbers.
  let pages: [Int]
  let markers: [Markers]
  /// The link annotations' numbers by page and link.
  let annotations: [[Int]]
  private let root: Int
  /// The number of the first element; the others follow it.
  private let first: Int
  /// The object above each element.
  private let parents: [Int]

  /// A tree over pages whose markers and link annotations exist.
  init(
    _ document: PDFDocument, _ list: DisplayList, pages: [Int], markers: [Markers],
    annotations: [[Int]]
  ) {
    self.document = document
    self.list = list
    self.pages = pages
    self.markers = markers
    self.annotations = annotations
    root = document.reserve()
    first = document.reserve(list.structure.count)
    var parents = [Int](repeating: root, count: list.structure.count)
    for (index, node) in list.structure.enumerated() {
      for case .node(let kid) in node.kids { parents[kid] = first + index }
    }
    self.parents = parents
  }

  /// Writes all elements and hangs the tree into the catalog.
  func write() {
    for (index, node) in list.structure.enumerated() {
      document.write(first + index) { write(index, node, to: &$0) }
    }
    let parentTree = writeParentTree()
    let identifierTree = writeIdentifierTree()
    let links = annotations.reduce(0) { $0 + $1.count }
    document.write(root) { source in
      source.write("<</Type/StructTreeRoot/K")
      source.reference(first)
      source.write("/ParentTree")
      source.reference(parentTree)
      source.write("/ParentTreeNextKey")
      source.number(pages.count + links)
      if let identifierTree {
        source.write("/IDTree")
        source.reference(identifierTree)
      }
      source.write(">>")
    }
    document.changeCatalog { catalog in
      catalog.set("StructTreeRoot") { $0.reference(root) }
      catalog.set("MarkInfo") { $0.write("<</Marked true>>") }
    }
  }

  private func write(_ index: Int, _ node: StructureNode, to source: inout PDFSource) {
    source.write("<</Type/StructElem/S/")
    source.write(node.role.rawValue)
    source.write("/P")
    source.reference(parents[index])
    write("/Lang", node.language, to: &source)
    write("/Alt", node.alternative, to: &source)
    write("/ActualText", node.actualText, to: &source)
    write("/ID", node.identifier, to: &source)
    let page = firstPage(of: node)
    if let page {
      source.write("/Pg")
      source.reference(pages[page])
    }
    if !node.kids.isEmpty {
      source.write(node.kids.count == 1 ? "/K" : "/K[")
      for kid in node.kids { write(kid, on: page, to: &source) }
      if node.kids.count > 1 { source.write("]") }
    }
    if let attributes = attributes(of: index, node) {
      source.write("/A ")
      source.write(attributes)
    }
    source.write(">>")
  }

  private func write(_ key: StaticString, _ text: String?, to source: inout PDFSource) {
    guard let text else { return }
    source.write(key)
    source.text(text)
  }

  private func firstPage(of node: StructureNode) -> Int? {
    for case .content(let page, _) in node.kids { return page }
    return nil
  }

  /// An element, an MCID, or a reference where a run is on another page than the element's.
  private func write(_ kid: StructureNode.Kid, on own: Int?, to source: inout PDFSource) {
    switch kid {
    case .node(let index): source.reference(first + index)
    case .content(let page, let run):
      let identifier = markers[page].identifiers[run] ?? 0
      if page == own { return source.number(identifier) }
      source.write("<</Type/MCR/Pg")
      source.reference(pages[page])
      source.write("/MCID")
      source.number(identifier)
      source.write(">>")
    case .link(let page, let link):
      source.write("<</Type/OBJR/Pg")
      source.reference(pages[page])
      source.write("/Obj")
      source.reference(annotations[page][link])
      source.write(">>")
    }
  }

  /// Pages first, by `StructParents`; then links, by `StructParent`, in the order of pages.
  private func writeParentTree() -> Int {
    let owners = document.reserve(pages.count)
    for (page, marker) in markers.enumerated() {
      document.write(owners + page) { source in
        source.write("[")
        for node in marker.elements { source.reference(first + node) }
        source.write("]")
      }
    }
    return document.add { source in
      source.write("<</Nums[")
      for page in pages.indices {
        source.number(page)
        source.reference(owners + page)
      }
      for (rank, node) in linkOwners().enumerated() {
        source.number(pages.count + rank)
        source.reference(first + node)
      }
      source.write("]>>")
    }
  }

  private func linkOwners() -> [Int] {
    var owners = list.pages.map { Array(repeating: 0, count: $0.links.count) }
    for (index, node) in list.structure.enumerated() {
      for case .link(let page, let link) in node.kids { owners[page][link] = index }
    }
    return owners.flatMap { $0 }
  }

  private func writeIdentifierTree() -> Int? {
    let named = list.structure.indices.compactMap { index in
      list.structure[index].identifier.map { (key: pdfTextBytes(cleaned($0)), index: index) }
    }
    if named.isEmpty { return nil }
    return document.add { source in
      source.write("<</Names[")
      for (key, index) in named.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        source.string(key)
        source.reference(first + index)
      }
      source.write("]>>")
    }
  }
}
