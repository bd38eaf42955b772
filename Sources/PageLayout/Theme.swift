public import Geometry

/// The design tokens of a page design: geometry, type scale and colours (docs/look in YAML later
/// override single tokens by name).
public struct Theme: Hashable, Sendable {
  /// Whether a chapter has a side column beside its text.
  public enum Columns: String, Hashable, Sendable {
    /// A side column of four and a text column of eight of twelve.
    case sided
    /// One column over the whole measure.
    case single
  }
  /// Whether contents pages and running heads are made.
  public enum Apparatus: String, Hashable, Sendable {
    /// Cover, contents, running heads, folios.
    case full
    /// Cover and folios only.
    case light
  }
  /// Where chapters start.
  public enum ChapterStart: String, Hashable, Sendable {
    /// On the next page.
    case any
    /// On a right-hand page, after a blank one where that is needed.
    case recto
  }

  /// The page's trimmed size.
  public var page = Size.a4
  /// The margin at the binding, in points.
  public var inner = Length.mm(22).points
  /// The margin at the open side, in points.
  public var outer = Length.mm(18).points
  /// The margin above the text, in points.
  public var top = Length.mm(24).points
  /// The margin below the text, in points.
  public var bottom = Length.mm(26).points
  /// Columns of a chapter.
  public var columns = Columns.sided
  /// Contents, running heads.
  public var apparatus = Apparatus.full
  /// Where chapters start.
  public var chapterStart = ChapterStart.any
  /// The gutter between grid columns, in points.
  public var gutter = Length.mm(4.2).points
  /// The body's size in points, Latin text.
  public var latinSize = 9.5
  /// The baseline grid in points, Latin text.
  public var latinLeading = 13.5
  /// The body's size in points, Chinese text.
  public var chineseSize = 10.0
  /// The baseline grid in points, Chinese text.
  public var chineseLeading = 16.0
  /// The deepest that a chapter's title may stand on its page, as a share of the text's height. All
  /// chapters of a report open at one depth: the deepest that costs no page.
  public var openerDepth = 0.24
  /// How many key figures stand side by side.
  public var keyFigureColumns = 3
  /// Text.
  public var ink = Colour(0x1A1D21)
  /// Small print.
  public var quiet = Colour(0x5B6169)
  /// Hairlines.
  public var hairline = Colour(0xC9CCD1)
  /// The one strong colour.
  public var accent = Colour(0xA3281C)
  /// The family of running text.
  public var serif = "Source Serif Pro"
  /// The family of headings and data.
  public var sans = "Source Sans Pro"
  /// The family of code.
  public var mono = "Source Code Pro"

  /// The report theme.
  public init() {}

  /// The width between the margins, in points.
  public var width: Double { page.width - inner - outer }
  /// The height between the margins, in points.
  public var height: Double { page.height - top - bottom }
  /// The width of so many grid columns with the gutters between them, in points.
  public func span(_ count: Int) -> Double {
    let column = (width - 11 * gutter) / 12
    return Double(count) * column + Double(max(0, count - 1)) * gutter
  }
  /// The theme of a page across the paper: the same margins, one column.
  var acrossThePaper: Theme {
    var theme = self
    theme.page = page.turned
    theme.columns = .single
    theme.inner = (inner + outer) / 2
    theme.outer = theme.inner
    return theme
  }
  /// Where the text column starts, in points from the left margin.
  public var textX: Double { columns == .sided ? span(4) + gutter : 0 }
  /// The width of the text column, in points.
  public var textWidth: Double { columns == .sided ? span(8) : width }
}
