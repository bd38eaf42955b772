public import Geometry

/// A page design in points: the geometry, type scale, colours and forms that a theme's tokens give
/// to pages.
///
/// Its standard values are those of the shipped theme `institutional`.
public struct Theme: Hashable, Sendable {
  /// Whether a chapter has a side column beside its text.
  public enum Columns: String, Hashable, Sendable {
    /// A side column and a text column.
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

  /// The shipped theme that it comes from.
  public var name = "institutional"
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
  /// How many of the twelve columns the side column takes.
  public var sideColumns = 4
  /// How many columns of text a section has that does not say; columns take the side column's place.
  public var textColumns = 1
  /// The columns of sections that do not say how many; nil for none.
  var columnsOfText: Int? { textColumns > 1 ? textColumns : nil }
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
  /// The colours by their roles.
  public var palette = Palette()
  /// Text.
  public var ink = Colour(0x1A1D21)
  /// Small print.
  public var quiet = Colour(0x5B6169)
  /// Hairlines.
  public var hairline = Colour(0xC9CCD1)
  /// The one strong colour.
  public var accent = Colour(0xA3281C)
  /// The ground of boxes.
  public var tint = Colour(0xF4F4F2)
  /// The sizes, weights and faces of roles.
  public var type = TypeChoice()
  /// The forms of covers, openers, figures, heads and tables.
  public var forms = Forms()
  /// The widths of lines.
  public var lines = LineWidths()
  /// The family with serifs.
  public var serif = "Source Serif Pro"
  /// The family without serifs.
  public var sans = "Source Sans Pro"
  /// The family of code.
  public var mono = "Source Code Pro"

  /// The theme `institutional`.
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
  public var textX: Double { columns == .sided ? span(sideColumns) + gutter : 0 }
  /// The width of the text column, in points.
  public var textWidth: Double { columns == .sided ? span(12 - sideColumns) : width }
  /// The width of the side column's text, in points: it stays clear of the text by a gutter more.
  var sideWidth: Double { span(sideColumns) - gutter }
}
