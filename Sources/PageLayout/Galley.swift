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
    /// An area that is a link, by its tag; nothing is drawn.
    case link(Int, Size)
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
  /// Whether the next item begins on the grid of the page.
  var snaps = false
  /// White space, which a page's top swallows.
  var isSpace = false
  /// Whether it reaches into the side column, which must be empty beside it.
  var isWide = false
  /// The columns in which it stands beside its neighbours; its x is then that of its column.
  var columns: ColumnBand?
  /// What has its place in the text here and stands at an edge of a page, by index in
  /// `LayoutSession.floats`.
  var floats: [Int] = []
  /// Whether a section opens with it, above which no float of the section stands.
  var opensSection = false
  /// The paragraph whose last line it is, where that may be set longer or shorter: its index in
  /// `LayoutSession.proses` and its lines.
  var lastLineOf: (index: Int, lines: Int)?
  /// The notes that it calls, by index in `LayoutSession.notes`.
  var notes: [Int] = []
  /// The anchors that it carries.
  var anchors: [String] = []
  /// Bookmarks that it carries: title and level.
  var bookmarks: [(title: String, level: Int)] = []
  /// What hangs in the side column from here.
  var side: [SideItem] = []
  /// The row of a table that it is, or is a part of.
  var row: TableRowPart?
  /// The rows of a list of names that it is.
  var names: NameRow?
  /// What is printed above it where a page starts with it, in points: a repeated head.
  var opening = 0.0
  /// What is printed beneath it where a page ends after it, in points: sums carried forward.
  var closing = 0.0
  /// By how many grid steps its picture may be lower.
  var shrink = 0
  /// The chart that it holds, by index in `LayoutSession.charts`.
  var chart: Int?
  /// By how many grid steps its white may be higher.
  var stretch = 0
  /// Tables on pages of their own that follow the page on which it stands, by index in
  /// `LayoutSession.plates`.
  var plates: [Int] = []
}

/// Which row of which list of names an item is.
struct NameRow: Hashable {
  /// The list, by index in `LayoutSession.nameLists`.
  var list: Int
  /// The row, from 0.
  var row: Int
}

/// Which row of which table an item is.
struct TableRowPart {
  /// The table, by index in `LayoutSession.tables`.
  var table: Int
  /// The row, by index in its table.
  var row: Int
  /// The heading of the row's group, by index in its table, where it is not that heading.
  var group: Int?
  /// Whether the row ends with the item.
  var endsRow = true
}

/// Something in the side column, beside the item that it hangs on.
struct SideItem {
  var height: Double
  var fragments: [Fragment]
  /// The anchor that it carries; nil for none.
  var anchor: String?
}

/// A note, set, waiting for its page.
struct SetNote {
  var height: Double
  var fragments: [Fragment]
  var anchor: String
  /// The columns for which it was set; nil for the text's own width.
  var columns: ColumnBand?
  /// Whether it stands in the column of the second of two languages side by side.
  var isSecond = false
}
