import DocumentModel

/// A block that left the text for an edge of a page or a page of its own, set.
struct PageFloat {
  /// Which edge it prefers.
  enum Edge: Hashable {
    case top
    case bottom
    /// A page of its own.
    case page
  }
  /// The block in one piece: marks, notes, anchors.
  var item: GalleyItem
  /// Its edge.
  var edge: Edge
  /// Whether it reaches across the side column.
  var isWide = false
  /// Whether it covers its page to the edges.
  var isBleed = false
  /// Its caption, where that stands on the page which faces it.
  var facing: FacingCaption?
}

/// A flow as the search for pages sees it: items in order, and what hangs on them.
struct PageMaterial {
  let items: [GalleyItem]
  let notes: [SetNote]
  /// The floats in the order of their places in the text.
  let floats: [PageFloat]
  /// How many floats have their places before each item; one entry more, for the end.
  let floatsBefore: [Int]
  /// What a line fewer or more costs of each paragraph, by index in `LayoutSession.proses`.
  var lineCosts: [LineCosts] = []
  /// For each item that goes on with the paragraph of the one before it the index after that
  /// paragraph; 0 for the others.
  let paragraphEnds: [Int]
  /// For each float the item that opens its section.
  private let openings: [Int]

  /// The most floats that may wait for the next page.
  static let mostWaiting = 4

  init(_ items: [GalleyItem], notes: [SetNote], floats all: [PageFloat] = []) {
    self.items = items
    self.notes = notes
    var floats: [PageFloat] = []
    var before: [Int] = []
    var openings: [Int] = []
    var opening = 0
    for (index, item) in items.enumerated() {
      before.append(floats.count)
      if item.opensSection { opening = index }
      for float in item.floats {
        floats.append(all[float])
        openings.append(opening)
      }
    }
    self.floats = floats
    self.openings = openings
    floatsBefore = before + [floats.count]
    var ends = [Int](repeating: 0, count: items.count)
    for index in items.indices.dropFirst().reversed() {
      guard let paragraph = items[index].firstParagraph,
        paragraph == items[index - 1].firstParagraph
      else { continue }
      let goesOn = index + 1 < ends.count && ends[index + 1] > 0
      ends[index] = goesOn ? ends[index + 1] : index + 1
    }
    paragraphEnds = ends
  }

  /// Whether an item is a line of text by itself, and neither a row of a table nor a heading.
  func isLineOfText(_ index: Int) -> Bool {
    let item = items[index]
    return item.row == nil && item.breakAfter != .forbidden && item.columns == nil
      && item.fragments.count == 1
      && item.firstParagraph != nil
  }

  /// How many floats may wait at the start of a page of this flow, plus one.
  var waitingStates: Int { min(floats.count, Self.mostWaiting) + 1 }

  /// The first item from an index on that is not white space.
  func firstVisible(from index: Int) -> Int {
    var index = index
    while index < items.count, items[index].isSpace { index += 1 }
    return index
  }

  /// Where the floats of a page stand: at the edges they prefer, but not above the opening of their
  /// section, and none above one that comes before it.
  func edges(of ranks: Range<Int>, onPageFrom start: Int) -> [PageFloat.Edge] {
    var isAtFoot = false
    return ranks.map { rank in
      let wantsTop = floats[rank].edge == .top && openings[rank] < start
      isAtFoot = isAtFoot || !wantsTop
      return isAtFoot ? .bottom : .top
    }
  }

  /// How many floats of a page stand at its foot though they were meant for its head.
  func displaced(_ ranks: Range<Int>, onPageFrom start: Int) -> Int {
    guard !ranks.isEmpty else { return 0 }
    return zip(ranks, edges(of: ranks, onPageFrom: start)).count { rank, edge in
      floats[rank].edge != edge
    }
  }

  /// The rank of the first float in a range that wants a page of its own.
  func firstOfOwnPage(in ranks: Range<Int>) -> Int? {
    ranks.first { floats[$0].edge == .page }
  }
}

extension GalleyItem {
  /// The paragraph of its first line of text, by index in `LayoutSession.paragraphs`.
  fileprivate var firstParagraph: Int? {
    for fragment in fragments {
      if case .line(let paragraph, _) = fragment.content { return paragraph }
    }
    return nil
  }

  /// Items one under the other as one that does not break.
  init(merging items: [GalleyItem], grid: Double) {
    self.init(height: 0)
    for item in items {
      fragments += item.fragments.map { $0.moved(y: height) }
      notes += item.notes
      anchors += item.anchors
      bookmarks += item.bookmarks
      floats += item.floats
      plates += item.plates
      isWide = isWide || item.isWide
      height += item.height
      if item.snaps { height = (height / grid - 0.01).rounded(.up) * grid }
    }
    height = (height / grid - 0.01).rounded(.up) * grid
    if items.count == 1, let only = items.first {
      shrink = only.shrink
      chart = only.chart
    }
  }
}
