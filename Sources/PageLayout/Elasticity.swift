import DocumentModel
import Geometry

/// What a page can give: lower pictures where its text is too long, more white where it is too short
/// for the page that faces it. All in steps of the grid, which text never leaves.
extension LayoutSession {
  /// The items of a page as its cut asks for them.
  func fitted(
    _ items: ArraySlice<GalleyItem>, to cut: PageCut
  ) throws(LayoutError) -> ArraySlice<GalleyItem> {
    guard cut.shrink > 0 || cut.stretch > 0 || cut.lines != 0 else { return items }
    var items = try relined(items, by: cut.lines)
    for (index, steps) in shares(of: cut.shrink, among: items, by: \.shrink) {
      items[index] = try lowered(items[index], by: steps)
    }
    for (index, steps) in shares(of: cut.stretch, among: items, by: \.stretch) {
      items[index].height += scale.grid * Double(steps)
    }
    return items
  }

  /// The floats of a page as its cut asks for them, by their ranks.
  func floats(
    of cut: PageCut, in material: PageMaterial
  ) throws(LayoutError) -> [PageFloat] {
    var floats = Array(material.floats[cut.floats])
    guard cut.floatShrink > 0 else { return floats }
    let items = floats.map(\.item)
    for (index, steps) in shares(of: cut.floatShrink, among: items[...], by: \.shrink) {
      floats[index].item = try lowered(items[index], by: steps)
    }
    return floats
  }

  /// So many steps given out one by one in turn to those that still have one.
  private func shares(
    of steps: Int, among items: ArraySlice<GalleyItem>, by capacity: KeyPath<GalleyItem, Int>
  ) -> [(index: Int, steps: Int)] {
    var shares = items.indices.filter { items[$0][keyPath: capacity] > 0 }.map { ($0, 0) }
    var left = steps
    var isMoving = true
    while left > 0, isMoving {
      isMoving = false
      for place in shares.indices where left > 0 {
        guard shares[place].1 < items[shares[place].0][keyPath: capacity] else { continue }
        shares[place].1 += 1
        left -= 1
        isMoving = true
      }
    }
    return shares.map { (index: $0.0, steps: $0.1) }
  }

  /// An item whose picture is lower, and cropped or narrower in proportion; what stands beneath comes up.
  func lowered(
    _ item: GalleyItem, by steps: Int
  ) throws(LayoutError) -> GalleyItem {
    let loss = scale.grid * Double(steps)
    guard steps > 0 else { return item }
    var item = item
    item.height -= loss
    if let index = item.chart { return try lowered(item, charts[index], by: loss) }
    item.fragments = item.fragments.map { fragment in
      guard case .image(let source, let size) = fragment.content else {
        return fragment.moved(y: -loss)
      }
      var picture = fragment
      let height = size.height - loss
      // A picture that may be cropped keeps its edges on the grid and gives of its height alone.
      if source.framing.allowsCropping {
        picture.content = .image(source, Size(width: size.width, height: height))
        return picture
      }
      picture.content = .image(
        source, Size(width: size.width * height / size.height, height: height))
      return picture
    }
    return item
  }
}
