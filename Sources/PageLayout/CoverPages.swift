import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The pages beside the body: behind the cover and at the very end.
extension Flow {
  /// A section on a page of its own without folio and running head, its text at the foot.
  mutating func pour(coverPage section: Section) throws(LayoutError) {
    let items = try session.coverPageItems(section)
    let material = session.material(items)
    for cut in session.breaking.division(of: material).pages {
      let page = newPage()
      bare.insert(page)
      let depth = ColumnFill(items: items, grid: session.scale.grid, count: 1).depth(of: cut.range)
      let theme = theme(of: page)
      let lines = ((theme.height - depth) / session.scale.grid + 0.01).rounded(.down)
      let white = session.space(max(0, lines) * session.scale.grid)
      _ = try fill(page, with: [white] + items[cut.range], carried: [])
    }
  }
}

extension LayoutSession {
  /// The title small over its text: what stands here is looked up, not read.
  func coverPageItems(
    _ section: Section, under parent: Int = StructureTree.root
  ) throws(LayoutError) -> [GalleyItem] {
    context = section.title.plainText
    isOnCover = true
    defer { isOnCover = false }
    let node = tree.add(StructureNode(.section), to: parent)
    var items: [GalleyItem] = []
    if !section.title.isEmpty {
      items = try heading(
        section, role: .subheading, level: 2, under: node, x: textFrame.x,
        width: textFrame.width)
      items[0].bookmarks = [(bookmark(of: section), 1)]
    }
    items += try self.items(of: section.blocks, under: node, in: textFrame)
    if section.pageStyle == .backCover, let code = try webCodeItem(under: node, in: textFrame) {
      items += [space(scale.grid * 2), code]
    }
    return items
  }
}
