import DisplayList
import Geometry

/// Where each page goes.
struct Imposition {
  /// The place of one page.
  struct Place {
    /// The side's index.
    var side = 0
    /// How many runs and links stand before the page's own on that side.
    var runs = 0
    var links = 0
    /// How far the page moves, in points.
    var shift = Point(x: 0, y: 0)
  }

  /// The pages of each side by their indexes; nothing for a blank.
  private(set) var sides: [(left: Int?, right: Int?)] = []
  /// The place of each page.
  private(set) var places: [Place]
  let pageSize: Size

  /// Finds the places of pages.
  /// - Throws: `PressError`, if they do not fit.
  init(_ pages: [Page], _ options: BookletOptions) throws(PressError) {
    guard let first = pages.first else { throw .noPages }
    pageSize = first.size
    places = Array(repeating: Place(), count: pages.count)
    let order = padded(pageCount: pages.count)
    try check(pages, options, sheets: order.count / 4)
    for (side, halves) in Press.sides(pageCount: order.count).enumerated() {
      let left = order[halves.left]
      let right = order[halves.right]
      sides.append((left, right))
      // Towards the fold, a sheet's thickness for each sheet around this one.
      let creep = options.paperThickness.points * Double(side / 2)
      let fold = options.sheet.width / 2
      let top = (options.sheet.height - pageSize.height) / 2
      if let left {
        let x = fold - pageSize.width + creep
        places[left] = Place(side: side, shift: Point(x: x, y: top))
      }
      if let right {
        places[right] = Place(
          side: side, runs: left.map { pages[$0].runs.count } ?? 0,
          links: left.map { pages[$0].links.count } ?? 0, shift: Point(x: fold - creep, y: top))
      }
    }
  }

  private func check(
    _ pages: [Page], _ options: BookletOptions, sheets: Int
  ) throws(PressError) {
    for (index, page) in pages.enumerated() {
      let isEqual =
        abs(page.size.width - pageSize.width) < 0.01
        && abs(page.size.height - pageSize.height) < 0.01
      if !isEqual { throw .unequalPage(page: index + 1) }
    }
    let sheet = options.sheet
    let fits =
      2 * pageSize.width <= sheet.width + 0.01 && pageSize.height <= sheet.height + 0.01
      && pageSize.width > 0 && pageSize.height > 0
    guard fits, sheet.width.isFinite, sheet.height.isFinite else {
      throw .pagesTooLarge(page: pageSize, sheet: sheet)
    }
    let thickness = options.paperThickness
    guard thickness >= .zero, thickness.points * Double(sheets) < pageSize.width / 4 else {
      throw .badThickness(thickness, sheets: sheets)
    }
    let margin = Length.mm(5).points
    let hasRoom =
      sheet.width - 2 * pageSize.width >= 2 * margin
      && sheet.height - pageSize.height >= 2 * margin
    if options.hasMarks && !hasRoom { throw .noRoomForMarks(sheet: sheet) }
  }

  /// The place of a page that something names.
  private func place(of page: Int) throws(PressError) -> Place {
    guard places.indices.contains(page) else { throw .noSuchPage(page: page &+ 1) }
    return places[page]
  }

  /// Makes the structure, the links and the outline name sides instead of pages.
  func move(_ list: inout DisplayList) throws(PressError) {
    for side in list.pages.indices {
      for link in list.pages[side].links.indices {
        guard case .place(let page, let y) = list.pages[side].links[link].target else { continue }
        let place = try place(of: page)
        list.pages[side].links[link].target = .place(page: place.side, y: y + place.shift.y)
      }
    }
    for index in list.outline.indices {
      let place = try place(of: list.outline[index].page)
      list.outline[index].page = place.side
      list.outline[index].y += place.shift.y
    }
    try moveStructure(&list.structure)
  }

  private func moveStructure(_ nodes: inout [StructureNode]) throws(PressError) {
    let homes = nodes.indices.map { firstPage(below: $0, nodes) }
    for index in nodes.indices {
      for kid in nodes[index].kids.indices {
        nodes[index].kids[kid] = try moved(nodes[index].kids[kid])
      }
      if let box = nodes[index].attributes.boundingBox, let page = homes[index] {
        let shift = try place(of: page).shift
        nodes[index].attributes.boundingBox = Rectangle(
          x: box.x + shift.x, y: box.y + shift.y, width: box.width, height: box.height)
      }
    }
  }

  private func moved(_ kid: StructureNode.Kid) throws(PressError) -> StructureNode.Kid {
    switch kid {
    case .node: return kid
    case .content(let page, let run):
      let place = try place(of: page)
      return .content(page: place.side, run: place.runs + run)
    case .link(let page, let link):
      let place = try place(of: page)
      return .link(page: place.side, link: place.links + link)
    }
  }
}

/// The page of the first content of an element that has a bounding box.
private func firstPage(below index: Int, _ nodes: [StructureNode]) -> Int? {
  guard nodes[index].attributes.boundingBox != nil else { return nil }
  var waiting = [index]
  var visited: Set<Int> = []
  while let next = waiting.popLast() {
    guard nodes.indices.contains(next), visited.insert(next).inserted else { continue }
    for kid in nodes[next].kids {
      if case .content(let page, _) = kid { return page }
    }
    for case .node(let inner) in nodes[next].kids.reversed() { waiting.append(inner) }
  }
  return nil
}
