/// What stands on one page of a flow.
struct PageCut: Hashable {
  /// The items. White space at a page's top belongs to no page.
  var range: Range<Int>
  /// By how many grid steps its pictures are lower than they could be.
  var shrink = 0
  /// By how many grid steps its floats are lower than they could be.
  var floatShrink = 0
  /// By how many grid steps its white space is stretched, to end level with the page that faces it.
  var stretch = 0
  /// By how many lines its paragraphs are longer in all than they are at best; shorter where it is
  /// negative.
  var lines = 0
  /// What stands at its edges, by rank among the floats of the flow.
  var floats = 0..<0
}

/// A flow divided into pages.
struct PageDivision: Hashable {
  var pages: [PageCut] = []
  /// How far it is from the best that could be thought of: 100 a page, and what is ugly.
  var penalty = 0.0
}
