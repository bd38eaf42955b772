import CQPDF
import DisplayList

/// Writes the bookmarks (ISO 32000-1, 12.3.3): the outermost level open, the others closed.
struct Outline {
  let document: QPDFDocument
  let entries: [OutlineEntry]
  let links: LinkAnnotations

  /// Hangs the bookmarks into the catalog.
  func write() throws(FinishingError) {
    if entries.isEmpty { return }
    let root = document.indirectDictionary()
    document.setKept("/Type", of: root, to: document.name("/Outlines"))
    let items = entries.map(item)
    var kids: [Int: [Int]] = [:]
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      while let last = open.last, entries[last].level >= entry.level { open.removeLast() }
      kids[open.last ?? -1, default: []].append(index)
      open.append(index)
    }
    for (parent, children) in kids.sorted(by: { $0.key < $1.key }) {
      chain(children, items, below: parent < 0 ? root : items[parent])
      let count = parent < 0 ? children.count : -children.count
      document.set(
        "/Count", of: parent < 0 ? root : items[parent], to: document.integer(count))
    }
    document.setKept("/Outlines", of: document.catalog, to: root)
    document.setKept("/PageMode", of: document.catalog, to: document.name("/UseOutlines"))
    try document.check("writing bookmarks")
  }

  private func item(_ entry: OutlineEntry) -> Handle {
    let item = document.indirectDictionary()
    document.set("/Title", of: item, to: document.text(cleaned(entry.title)))
    document.set("/Dest", of: item, to: links.destination(entry.page, entry.y))
    return item
  }

  private func chain(_ children: [Int], _ items: [Handle], below parent: Handle) {
    for (place, child) in children.enumerated() {
      document.setKept("/Parent", of: items[child], to: parent)
      if place > 0 {
        document.setKept("/Prev", of: items[child], to: items[children[place - 1]])
        document.setKept("/Next", of: items[children[place - 1]], to: items[child])
      }
    }
    if let first = children.first { document.setKept("/First", of: parent, to: items[first]) }
    if let last = children.last { document.setKept("/Last", of: parent, to: items[last]) }
  }
}
