/// A chart or a picture alone on a page, because what follows it fills a page by itself, stands after
/// that instead.
extension LayoutSession {
  /// The flow with the first such figure behind what follows it; nil where there is none.
  func withFigureMoved(_ flow: [GalleyItem], _ division: PageDivision) -> [GalleyItem]? {
    for (cut, next) in zip(division.pages, division.pages.dropFirst()) {
      let start = next.range.lowerBound
      guard let figure = loneFigure(on: cut, of: flow), start < flow.count,
        let end = highBlock(from: start, in: flow)
      else { continue }
      let white = flow[figure + 1..<start]
      // Without white between them they belong together.
      guard white.contains(where: \.isSpace) else { continue }
      return Array(flow[..<figure]) + flow[start...end] + white + [flow[figure]]
        + flow[(end + 1)...]
    }
    return nil
  }

  /// The one chart or picture of a page that holds nothing else.
  private func loneFigure(on cut: PageCut, of flow: [GalleyItem]) -> Int? {
    let visible = cut.range.filter { !flow[$0].isSpace }
    guard visible.count == 1, cut.floats.isEmpty, let index = visible.first else { return nil }
    let item = flow[index]
    guard isFigure(item), item.columns == nil, item.breakAfter == .allowed,
      breaking.isLonely(item.height * 0.5)
    else { return nil }
    return index
  }

  private func isFigure(_ item: GalleyItem) -> Bool {
    let hasPicture = item.fragments.contains { fragment in
      if case .image = fragment.content { true } else { false }
    }
    return !item.opensSection && item.bookmarks.isEmpty && item.floats.isEmpty
      && (item.chart != nil || hasPicture)
  }

  /// The last item of what stands together from an item on, where that is higher than half a page.
  private func highBlock(from start: Int, in flow: [GalleyItem]) -> Int? {
    var height = 0.0
    for index in start..<flow.count {
      let item = flow[index]
      guard !item.opensSection, item.columns == nil, item.row == nil else { return nil }
      height += item.height
      if item.breakAfter == .allowed { return height > theme.height / 2 ? index : nil }
    }
    return nil
  }
}
