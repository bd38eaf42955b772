/// What no page can hold.
extension LayoutSession {
  /// Warns of stretches without a break that are higher than a page, even with their pictures as low
  /// as they may be.
  func warn(ofItemsHigherThan page: Double, among items: [GalleyItem]) {
    for item in items {
      let excess = item.height - Double(item.shrink) * scale.grid - page
      guard excess > 0.01, !item.isSpace else { continue }
      let millimetres = Int(exactly: (excess / 72 * 25.4).rounded(.up)) ?? 0
      let name = item.anchors.first.map { "\"\($0)\"" } ?? "a block"
      warnings.append(
        LayoutWarning(
          message: "\(name) is higher than its page by \(millimetres) mm: shorten or part it",
          place: context))
    }
  }
}
