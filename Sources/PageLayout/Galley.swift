import DisplayList
import DocumentModel
import Geometry

/// Whose a fragment is, before it has a page.
enum FragmentOwner: Hashable {
  /// A node of the structure tree.
  case node(Int)
  /// Decoration.
  case artifact(ArtifactKind)
}

/// One mark of a galley item, at a place relative to the item's upper left corner.
struct Fragment {
  /// What is drawn.
  enum Content {
    /// A line of a set paragraph; `y` of the fragment is its baseline.
    case line(paragraph: Int, line: Int)
    /// A filled shape.
    case fill(Path, Colour)
    /// A stroked shape.
    case stroke(Path, Stroke)
    /// A picture.
    case image(ImageSource, Size)
  }
  var owner: FragmentOwner
  var x: Double
  var y: Double
  var content: Content
}

/// Whether a page may end after an item.
enum BreakRule {
  case allowed
  /// Only where nothing else is possible: after a hyphen.
  case discouraged
  /// Never: inside a heading and its text, at widows and orphans.
  case forbidden
}

/// One unbreakable stretch of the text column.
struct GalleyItem {
  /// How much of the column it takes, in points.
  var height: Double
  /// Its marks.
  var fragments: [Fragment] = []
  /// Whether a page may end after it.
  var breakAfter = BreakRule.allowed
  /// White space, which a page's top swallows.
  var isSpace = false
  /// Whether it reaches into the side column, which must be empty beside it.
  var isWide = false
  /// The notes that it calls, by index in `LayoutSession.notes`.
  var notes: [Int] = []
  /// The anchors that it carries.
  var anchors: [String] = []
  /// Bookmarks that it carries: title and level.
  var bookmarks: [(title: String, level: Int)] = []
  /// What hangs in the side column from here.
  var side: [SideItem] = []
  /// The head to repeat where a page starts with this item: an index in `LayoutSession.heads`.
  var continuedHead: Int?
}

/// Something in the side column, beside the item that it hangs on.
struct SideItem {
  var height: Double
  var fragments: [Fragment]
}

/// A note, set, waiting for its page.
struct SetNote {
  var height: Double
  var fragments: [Fragment]
  var anchor: String
}
