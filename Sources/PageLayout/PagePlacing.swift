import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Pages while they are filled: fragments become marked runs, anchors get their places.
struct PagePlacing {
  var pages: [Page] = []
  var anchors: [String: AnchorPlace] = [:]
  /// Where the entries of indexes are named, by their keys.
  var mentions: [String: [Mention]] = [:]
  /// What is added to the anchors of the items being placed: the mark of their language.
  var suffix = ""
  var outline: [OutlineEntry] = []
  /// The lines of each page, where a proof is kept.
  var lines: [[PageProof.Line]] = []
  /// Links whose target is an anchor, to be settled when all anchors stand.
  private var pending: [(page: Int, link: Int, anchor: String)] = []
  /// The link area of each tag on the page being filled.
  private var openLinks: [Int: Int] = [:]
  private var openPage = -1

  /// Places the fragments of something at (x, y) of a page.
  mutating func place(
    _ fragments: [Fragment], on page: Int, x: Double, y: Double, in session: LayoutSession
  ) {
    for fragment in fragments {
      switch fragment.content {
      case .line(let paragraph, let line):
        place(
          session.paragraphs[paragraph], line: line, owner: fragment.owner, on: page,
          x: x + fragment.x, y: y + fragment.y, in: session)
      case .fill(let path, let colour):
        let moved = path.moved(x: x + fragment.x, y: y + fragment.y).cut(to: pages[page].size)
        append(.fill(moved, colour), owner: fragment.owner, on: page, in: session)
        grow(fragment.owner, by: moved.bounds, in: session)
      case .stroke(let path, let stroke):
        let moved = path.moved(x: x + fragment.x, y: y + fragment.y)
        append(.stroke(moved, stroke), owner: fragment.owner, on: page, in: session)
        grow(fragment.owner, by: moved.bounds, in: session)
      case .image(let source, let size):
        let frame = Rectangle(
          x: x + fragment.x, y: y + fragment.y, width: size.width, height: size.height)
        let image = Image(
          path: source.path, format: source.format == .jpeg ? .jpeg : .png,
          pixels: Size(width: Double(source.width), height: Double(source.height)), frame: frame,
          crop: Rectangle(source.crop(to: size.width / size.height)))
        append(.image(image), owner: fragment.owner, on: page, in: session)
        grow(fragment.owner, by: frame, in: session)
      case .link(let number, let size):
        let tag = session.tags[number - 1]
        guard let target = tag.target else { continue }
        let area = Rectangle(
          x: x + fragment.x, y: y + fragment.y, width: size.width, height: size.height)
        addLink(area, tag: tag.group ?? number, tag, to: target, on: page, in: session)
      }
    }
  }

  /// Notes where anchors and bookmarks of an item stand.
  mutating func note(_ item: GalleyItem, on page: Int, y: Double) {
    for anchor in item.anchors { anchors[anchor + suffix] = AnchorPlace(page: page, y: y) }
    for bookmark in item.bookmarks {
      outline.append(
        OutlineEntry(title: bookmark.title, level: bookmark.level, page: page, y: y))
    }
  }

  private mutating func place(
    _ paragraph: SetParagraph, line: Int, owner: FragmentOwner, on page: Int, x: Double,
    y: Double, in session: LayoutSession
  ) {
    if session.options.keepsProof { keep(paragraph.lines[line], on: page, x: x, y: y) }
    defer {
      for dot in paragraph.dots where dot.line == line {
        let centre = Point(x: x + dot.x, y: y + dot.y)
        append(
          .fill(.circle(centre: centre, radius: dot.radius), dot.colour),
          owner: .artifact(.layout), on: page, in: session)
      }
    }
    for run in paragraph.runs[paragraph.lines[line].runs] {
      let item = pages[page].add(run, of: paragraph, x: x, y: y)
      guard run.tag > 0, case .node = owner else {
        append(item, owner: owner, on: page, in: session)
        continue
      }
      let tag = session.tags[run.tag - 1]
      append(item, owner: .node(tag.node), on: page, in: session)
      mark(tag, on: page, y: y - run.size)
      if let target = tag.target {
        let area = Rectangle(
          x: x + run.x, y: y - run.size * 0.8, width: run.width, height: run.size * 1.05)
        addLink(area, tag: tag.group ?? run.tag, tag, to: target, on: page, in: session)
      }
    }
  }

  private mutating func append(
    _ item: Item, owner: FragmentOwner, on page: Int, in session: LayoutSession
  ) {
    let runOwner: Owner =
      switch owner {
      case .node(let node): .node(node)
      case .artifact(let kind): .artifact(kind)
      }
    let last = pages[page].runs.count - 1
    if last >= 0, pages[page].runs[last].owner == runOwner {
      pages[page].runs[last].items.append(item)
      return
    }
    pages[page].runs.append(MarkedRun(owner: runOwner, items: [item]))
    if case .node(let node) = runOwner {
      session.tree.add(content: .content(page: page, run: last + 1), to: node)
    }
  }

  private mutating func addLink(
    _ area: Rectangle, tag: Int, _ info: Tag, to target: LinkTarget, on page: Int,
    in session: LayoutSession
  ) {
    if openPage != page {
      openLinks.removeAll(keepingCapacity: true)
      openPage = page
    }
    if let link = openLinks[tag] {
      pages[page].links[link].extend(by: area)
      return
    }
    let index = pages[page].links.count
    openLinks[tag] = index
    let destination: Link.Target
    switch target {
    case .address(let address): destination = .address(address)
    case .anchor(let anchor):
      destination = .place(page: 0, y: 0)
      pending.append((page, index, anchor))
    }
    let description = info.description.isEmpty ? "link" : info.description
    pages[page].links.append(Link(areas: [area], target: destination, description: description))
    session.tree.add(content: .link(page: page, link: index), to: info.node)
  }

  /// Sends the links to anchors where these came to stand; returns the anchors that are nowhere.
  mutating func settleLinks() -> [String] {
    var missing: [String] = []
    for (page, link, anchor) in pending {
      guard let place = anchors[anchor] else {
        missing.append(anchor)
        continue
      }
      pages[page].links[link].target = .place(page: place.page, y: place.y)
    }
    return missing
  }

  private func grow(_ owner: FragmentOwner, by box: Rectangle, in session: LayoutSession) {
    guard case .node(let node) = owner, session.tree.nodes[node].role == .figure else { return }
    let old = session.tree.nodes[node].attributes.boundingBox
    session.tree.setBoundingBox(old.map { $0.union(box) } ?? box, of: node)
  }
}

extension Link {
  /// Adds an area, joined to the last one where both lie on one line.
  mutating func extend(by area: Rectangle) {
    if let last = areas.last, abs(last.y - area.y) < 2, area.x >= last.x {
      areas[areas.count - 1] = last.union(area)
    } else {
      areas.append(area)
    }
  }
}

extension Rectangle {
  /// A part of a picture on the unit square.
  init(_ crop: PictureCrop) {
    self.init(x: crop.x, y: crop.y, width: crop.width, height: crop.height)
  }

  func union(_ other: Rectangle) -> Rectangle {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rectangle(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
