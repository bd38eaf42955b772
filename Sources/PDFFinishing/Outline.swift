import DisplayList

/// Writes the bookmarks (ISO 32000-1, 12.3.3): the outermost level open, the others closed.
struct Outline {
  let document: PDFDocument
  let entries: [OutlineEntry]
  let links: LinkAnnotations

  /// Where a bookmark stands among the others, by number.
  private struct Place {
    var parent: Int
    var previous: Int?
    var next: Int?
    var first: Int?
    var last: Int?
    var count = 0
  }

  /// Hangs the bookmarks into the catalog.
  func write() {
    if entries.isEmpty { return }
    let root = document.reserve()
    let first = document.reserve(entries.count)
    let (top, places) = places(root: root, first: first)
    for (index, place) in places.enumerated() {
      document.write(first + index) { source in
        source.write("<</Title")
        source.text(entries[index].title)
        source.write("/Dest")
        links.writeDestination(entries[index].page, entries[index].y, to: &source)
        source.write("/Parent")
        source.reference(place.parent)
        write(place, sign: -1, to: &source)
      }
    }
    document.write(root) { source in
      source.write("<</Type/Outlines")
      write(top, sign: 1, to: &source)
    }
    document.changeCatalog { catalog in
      catalog.set("Outlines") { $0.reference(root) }
      catalog.set("PageMode") { $0.write("/UseOutlines") }
    }
  }

  /// The places of the root and of each entry, from the entries' levels.
  private func places(root: Int, first: Int) -> (Place, [Place]) {
    var top = Place(parent: root)
    var places = entries.map { _ in Place(parent: root) }
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      while let last = open.last, entries[last].level >= entry.level { open.removeLast() }
      let number = first + index
      var parent = open.last.map { places[$0] } ?? top
      if let previous = parent.last {
        places[index].previous = previous
        places[previous - first].next = number
      }
      parent.first = parent.first ?? number
      parent.last = number
      parent.count += 1
      if let last = open.last {
        places[last] = parent
        places[index].parent = first + last
      } else {
        top = parent
      }
      open.append(index)
    }
    return (top, places)
  }

  private func write(_ place: Place, sign: Int, to source: inout PDFSource) {
    let ways: [(StaticString, Int?)] = [
      ("/Prev", place.previous), ("/Next", place.next), ("/First", place.first),
      ("/Last", place.last),
    ]
    for (key, number) in ways {
      guard let number else { continue }
      source.write(key)
      source.reference(number)
    }
    if place.count > 0 {
      source.write("/Count")
      source.number(sign * place.count)
    }
    source.write(">>")
  }
}
