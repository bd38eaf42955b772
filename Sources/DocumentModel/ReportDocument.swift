/// A report in one language, independent of pages and of the web: what both editions are made from.
public struct ReportDocument: Hashable, Sendable {
  /// BCP 47 language of the text: `en`, `zh-Hans`.
  public var language: String
  /// What catalogues and title bars show.
  public var metadata: Metadata
  /// The cover.
  public var cover: Cover
  /// How the contents stand on paper.
  public var contents = ContentsForm.list
  /// Where the report is read on the web; nil where it does not say.
  public var web: WebEditionLink?
  /// The lists of tables and figures that follow the contents.
  public var lists: [CaptionList]
  /// The numbered and unnumbered sections, in order.
  public var sections: [Section]
  /// The fixed words of the layout in the document's language.
  public var words: Words

  /// A report.
  public init(
    language: String, metadata: Metadata, cover: Cover, lists: [CaptionList] = [],
    sections: [Section], words: Words
  ) {
    self.language = language
    self.metadata = metadata
    self.cover = cover
    self.lists = lists
    self.sections = sections
    self.words = words
  }
}

/// What is known of the report as a whole.
public struct Metadata: Hashable, Sendable {
  /// The full title.
  public var title: String
  /// The institution, also the author.
  public var institution: String
  /// The year or period, as printed.
  public var period: String
  /// The cut-off date, ISO 8601 (2019-12-31).
  public var cutOff: String
  /// One sentence on what the report is.
  public var subject: String
  /// Keywords.
  public var keywords: [String]
  /// When this edition was made, ISO 8601 with time and zone: an input, never the clock.
  public var created: String
  /// Metadata of a report.
  public init(
    title: String, institution: String, period: String, cutOff: String, subject: String,
    keywords: [String], created: String
  ) {
    self.title = title
    self.institution = institution
    self.period = period
    self.cutOff = cutOff
    self.subject = subject
    self.keywords = keywords
    self.created = created
  }
}

/// What stands on the cover, and the figures drawn as its picture.
public struct Cover: Hashable, Sendable {
  /// The title, in lines as they should break if they fit.
  public var title: String
  /// A line under it.
  public var subtitle: String
  /// The institution.
  public var institution: String
  /// The year.
  public var period: String
  /// The arcs of the cover's picture: from the institution to each place that the records name.
  public var field: PlaceField?
  /// The picture that takes the place of all others; nil for none.
  public var picture: CoverPicture?
  /// A cover.
  public init(
    title: String, subtitle: String, institution: String, period: String, field: PlaceField? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.institution = institution
    self.period = period
    self.field = field
  }
}

/// Places around a centre, for an azimuthal picture.
public struct PlaceField: Hashable, Sendable {
  /// One place on the earth.
  public struct Place: Hashable, Sendable {
    /// Its name in the document's language.
    public var name: String
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// How many records name it; draws a stronger arc.
    public var weight: Int
    /// A place.
    public init(name: String, latitude: Double, longitude: Double, weight: Int) {
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.weight = weight
    }
  }
  /// The centre.
  public var centre: Place
  /// The places.
  public var places: [Place]
  /// What the picture shows, for those who do not see it.
  public var alternative: String
  /// A field of places.
  public init(centre: Place, places: [Place], alternative: String) {
    self.centre = centre
    self.places = places
    self.alternative = alternative
  }
}

/// The fixed words of a layout: running heads, contents, continued tables.
public struct Words: Hashable, Sendable {
  /// "Contents" / "目录".
  public var contents: String
  /// "Table" / "表".
  public var table: String
  /// "Figure" / "图".
  public var figure: String
  /// "(continued)" / "（续）".
  public var continued: String
  /// "Carried forward" / "过次页": before the sums at the foot of a page on which a table breaks.
  public var carriedForward: String
  /// "Brought forward" / "承前页": before the same sums at the head of the next page.
  public var broughtForward: String
  /// The words of references, lists and indexes.
  public var references: ReferenceWords
  /// "page" / "第 N 页": the text before and after a page number.
  public var pageBefore: String
  /// What follows a page number.
  public var pageAfter: String
  /// "Facing page:" / “对页：”: before the caption of a picture on the page that faces it.
  public var facing: String
  /// "Notes" / "注释".
  public var notes: String
  /// "Skip to content" and the like are the web writer's own; this is the name of the language itself.
  public var languageName: String
  /// The fixed words.
  public init(
    contents: String, table: String, figure: String, continued: String,
    carriedForward: String = "", broughtForward: String = "",
    references: ReferenceWords = ReferenceWords(), pageBefore: String, pageAfter: String,
    facing: String = "", notes: String, languageName: String
  ) {
    self.contents = contents
    self.table = table
    self.figure = figure
    self.continued = continued
    self.carriedForward = carriedForward
    self.broughtForward = broughtForward
    self.references = references
    self.pageBefore = pageBefore
    self.pageAfter = pageAfter
    self.facing = facing
    self.notes = notes
    self.languageName = languageName
  }
}

/// A section with its heading, its blocks and its subsections.
public struct Section: Hashable, Sendable {
  /// How a section starts and is set.
  public enum Role: String, Hashable, Sendable {
    /// A chapter: starts a page, with an opener.
    case chapter
    /// A section inside a chapter.
    case inner
    /// Small-print matter: definitions, sources, imprint; starts a page.
    case annex
  }
  /// The side of a spread on which a section opens.
  public enum Opening: String, Hashable, Sendable, CaseIterable {
    /// On the next page.
    case any
    /// On a right-hand page, after a blank one where that is needed.
    case recto
    /// On a left-hand page, likewise.
    case verso
  }
  /// The pages on which a section stands.
  public enum PageStyle: String, Hashable, Sendable, CaseIterable {
    /// Those of the body, one after the other.
    case body
    /// The page behind the cover: no folio, no running head, its text at the foot.
    case insideCover = "inside_cover"
    /// The last page, a left-hand one: no folio, no running head, its text at the foot.
    case backCover = "back_cover"
  }
  /// The anchor, the same in every language and in every edition.
  public var anchor: String
  /// The printed number, "2" or "2.1"; nil for none.
  public var number: String?
  /// The heading.
  public var title: [Inline]
  /// How it is set.
  public var role: Role
  /// One sentence under the heading of a chapter; may be empty.
  public var lead: [Inline]
  /// Figures shown beside the opening of a chapter.
  public var sideFigures: [KeyFigure]
  /// The side of a spread on which it opens; nil as the theme has it. Only of chapters and annexes.
  public var opens: Opening?
  /// The pages on which it stands. Only of chapters and annexes.
  public var pageStyle: PageStyle
  /// In how many columns its text is set, 1 to 3; nil as the section around it.
  public var columns: Int?
  /// The content before the first subsection.
  public var blocks: [Block]
  /// The subsections.
  public var subsections: [Section]
  /// A section.
  public init(
    anchor: String, number: String?, title: [Inline], role: Role = .inner, lead: [Inline] = [],
    sideFigures: [KeyFigure] = [], opens: Opening? = nil, pageStyle: PageStyle = .body,
    columns: Int? = nil, blocks: [Block] = [], subsections: [Section] = []
  ) {
    self.anchor = anchor
    self.number = number
    self.title = title
    self.role = role
    self.lead = lead
    self.sideFigures = sideFigures
    self.opens = opens
    self.pageStyle = pageStyle
    self.columns = columns
    self.blocks = blocks
    self.subsections = subsections
  }
}
