import Charts
public import Geometry

/// The colours of a theme that are not used everywhere; the others stand in the theme itself.
public struct Palette: Hashable, Sendable {
  /// Rules above and below tables, openers and figures.
  public var rule = Colour(0x1A1D21)
  /// The ground of a page.
  public var paper = Colour.white
  /// The ground of every second row of a banded table.
  public var band = Colour(0xF4F4F2)
  /// The quiet second colour.
  public var second = Colour(0x2F5D73)
  /// The ground of covers and openers that bleed.
  public var field = Colour(0xF4F4F2)
  /// Text on the field.
  public var onField = Colour(0x1A1D21)
  /// Lines and small print on the field.
  public var lineOnField = Colour(0x5B6169)
  /// What charts compare with, from dark to light.
  public var greys = [Colour(0x5B6169), Colour(0x8D939B), Colour(0xC9CCD1)]
  /// The series of charts.
  public var series = [
    Colour(0xA3281C), Colour(0x205D85), Colour(0xC78416), Colour(0x3A8C71), Colour(0x8B5FB5),
    Colour(0x7D8CAD),
  ]
  /// The ends of a scale of one hue, weak and strong.
  public var scale = [Colour(0xF6DCD7), Colour(0x7A1A10)]
  /// The palette of `institutional`.
  public init() {}
}

/// The sizes of roles as steps of a modular scale, and their weights and faces.
public struct TypeChoice: Hashable, Sendable {
  /// Each step is so much larger than the one below.
  public var ratio = 1.25
  /// The size of tables, as a share of the body's.
  public var table = 0.9
  /// The steps of leads, second headings, chapter titles, large figures and the cover.
  public var (lead, heading, title, number, cover) = (1.0, 2.0, 4.0, 6.0, 6.0)
  /// The weights of headings, chapter titles, large figures and the cover.
  public var (headingWeight, titleWeight, numberWeight, coverWeight) = (600, 600, 300, 300)
  /// Whether running text is set without serifs.
  public var textIsSans = false
  /// Whether second and third headings are set without serifs.
  public var headingIsSans = true
  /// Whether chapter titles and the cover are set without serifs.
  public var titleIsSans = true
  /// Whether large figures are set without serifs.
  public var numberIsSans = true
  /// Whether running text has old-style figures.
  public var oldStyleFigures = true
  /// Whether 3/4 becomes one sign of raised and lowered figures.
  public var buildsFractions = false
  /// Whether labels and running heads are set in small capitals where their script has them.
  public var labelsAreSmallCapitals = false
  /// Whether emphasised Han has dots below, and not weight.
  public var hasEmphasisDots = true
  /// Whether every Chinese paragraph is indented, also the first after a heading.
  public var indentsAllChinese = true
  /// The type of `institutional`.
  public init() {}
}

/// The forms among which a theme chooses: what makes two themes differ before their colours do.
public struct Forms: Hashable, Sendable {
  /// What stands on the cover beside its words.
  public enum Cover: String, Hashable, Sendable {
    /// Words alone, large.
    case type
    /// The azimuthal field of the places that the records name.
    case field
    /// A pattern of the report's own figures on a field that bleeds.
    case pattern
  }
  /// Where a picture of the cover stands.
  public enum CoverPicture: String, Hashable, Sendable {
    /// Beneath the words, off three edges.
    case foot
    /// Above the words, off three edges.
    case head
    /// Over the whole page, the words on a ground in the colour of the field.
    case full
  }
  /// How the folios of the contents are reached.
  public enum Folios: String, Hashable, Sendable {
    /// They stand in a line at the right.
    case aligned
    /// Dots lead to them.
    case leaders
  }
  /// How a chapter opens.
  public enum Opener: String, Hashable, Sendable {
    /// A hairline, the number hanging in the side column.
    case hanging
    /// A tint that bleeds, number and title large on it.
    case field
    /// A bar over the width, number and title in it.
    case bar
  }
  /// How key figures stand.
  public enum KeyFigures: String, Hashable, Sendable {
    /// Each under a hairline.
    case hairline
    /// Large and bare, in the accent.
    case large
    /// In rows, label left and number right.
    case rows
  }
  /// Where running heads stand.
  public enum Heads: String, Hashable, Sendable {
    /// At the foot, beside the folio.
    case foot
    /// At the head, over a rule, with the folio.
    case head
    /// The folio alone.
    case folio
  }
  /// The cover.
  public var cover = Cover.field
  /// The cover's picture, where the report has one.
  public var coverPicture = CoverPicture.foot
  /// The folios of the contents.
  public var folios = Folios.aligned
  /// The openers of chapters.
  public var opener = Opener.hanging
  /// Key figures.
  public var keyFigures = KeyFigures.hairline
  /// Running heads.
  public var heads = Heads.foot
  /// Whether every second row of a table stands on a band.
  public var bandsTables = false
  /// Whether the last page is a back cover in the colour of the field.
  public var hasBackCover = false
  /// The forms of `institutional`.
  public init() {}
}

/// The widths of lines, in points.
public struct LineWidths: Hashable, Sendable {
  /// Between rows and entries.
  public var hairline = 0.25
  /// Above figures and openers.
  public var rule = 0.5
  /// Above and below tables.
  public var strong = 1.0
  /// The lines of `institutional`.
  public init() {}
}
