/// How many pages a document is to have.
public enum PageTarget: Hashable, Sendable {
  /// So many.
  case exactly(Int)
  /// A whole number of sheets: `multiple(of: 4)` for saddle stitching.
  case multiple(of: Int)

  /// A target as a report writes it, "24" or "multiple of 4"; nil where it is neither, or is beyond
  /// 10,000 pages.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let number = words.last.flatMap({ Int($0) }), (1...10_000).contains(number) else {
      return nil
    }
    switch words.count {
    case 1: self = .exactly(number)
    case 3 where words[0] == "multiple" && words[1] == "of": self = .multiple(of: number)
    default: return nil
    }
  }

  /// How many blank pages a document of so many pages lacks; nil where it has too many.
  func blanks(after pages: Int) -> Int? {
    switch self {
    case .exactly(let count): count >= pages ? count - pages : nil
    case .multiple(let number): (number - pages % number) % number
    }
  }

  var words: String {
    switch self {
    case .exactly(let count): "\(count) pages"
    case .multiple(let number): "a multiple of \(number) pages"
    }
  }
}

/// How pages end.
public enum PageSearch: String, Hashable, Sendable {
  /// The cheapest division of the whole flow.
  case optimal
  /// Each page takes as much as fits: for comparison.
  case greedy
}

/// What a layout is asked for besides its theme.
public struct LayoutOptions: Hashable, Sendable {
  /// How many pages there are to be; nil for as many as are needed.
  public var pages: PageTarget?
  /// How pages end.
  public var search: PageSearch
  /// Whether what a proof draws is kept: lines with their ratios, boxes.
  public var keepsProof: Bool
  /// What a layout is asked for.
  public init(
    pages: PageTarget? = nil, search: PageSearch = .optimal, keepsProof: Bool = false
  ) {
    self.pages = pages
    self.search = search
    self.keepsProof = keepsProof
  }
}

/// The penalties of the same flows divided in two ways; less is better, a page counts 100. The search
/// is never worse than the greedy way, unless it had to meet a number of pages.
public struct PagePenalty: Hashable, Sendable {
  /// Of the pages as they are.
  public var chosen: Double
  /// Of pages that each take as much as fits.
  public var greedy: Double
}
