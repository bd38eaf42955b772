public import DocumentModel
public import Records

/// What a `report.yaml` says: the report's names, dates and sources, and the tree of its sections.
public struct ReportOutline: Hashable, Sendable {
  /// What kind of publication it is.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// The full report.
    case report
    /// A short folded or stapled edition of the same figures.
    case brochure
  }
  /// The file.
  public var place: Place
  /// The institution's name by language.
  public var institution: [String: String]
  /// The title by language.
  public var title: [String: String]
  /// The subtitle by language; may be empty.
  public var subtitle: [String: String]
  /// One sentence on what the report is, by language.
  public var subject: [String: String]
  /// Keywords by language.
  public var keywords: [String: [String]]
  /// The year or period, "2019".
  public var period: String
  /// The cut-off date, ISO 8601.
  public var cutOff: String
  /// When the edition was made, ISO 8601 with time and zone.
  public var created: String
  /// Language codes, the first one the source of the translations.
  public var languages: [String]
  /// The folder of the records, relative to the report's folder.
  public var recordsFolder: String
  /// The files that declare indicators, relative to the report's folder.
  public var indicatorFiles: [String]
  /// The vocabulary: a shipped name or a file.
  public var vocabulary: String
  /// Report or brochure.
  public var format: Format
  /// The theme and its overrides; their reader knows what they say.
  public var themeNode: YAMLNode?
  /// How many pages it is to have; nil for as many as it needs.
  public var pages: OutlinePages?
  /// What it says of the file for a printer; nil for what is usual.
  public var press: OutlinePress?
  /// The lists that follow the contents.
  public var lists: [CaptionList.Kind] = []
  /// Where notes stand; a section may say otherwise.
  public var notePlacement = NotePlacement.foot
  /// The editions in two languages.
  public var editions: [BilingualEdition] = []
  /// The picture of the cover; nil for the theme's own form.
  public var coverPicture: OutlineImage?
  /// How the contents stand on paper.
  public var contents = ContentsForm.list
  /// The address of the web edition; nil where it does not say.
  public var web: String?
  /// Under what licence the report is published, by language; may be empty.
  public var licence: [String: String] = [:]
  /// The products that `build` makes when it is not told.
  public var outputs: [String]
  /// The declared vocabulary where it is more than a name; its reader knows what it says.
  public var vocabularyNode: YAMLNode?
  /// The declared sources beside the folder of records; their reader knows what they say.
  public var sourcesNode: YAMLNode?
  /// What was to be reached in the period, by indicator.
  public var targets: [String: Quantity]
  /// What earlier reports published, by year and indicator.
  public var published: [String: [String: Quantity]]
  /// Which small counts are kept back; nil for none.
  public var suppression: OutlineSuppression?
  /// The editor's notes on figures, by indicator and language.
  public var notes: [String: [String: String]]
  /// Checks that the report switches off, with the reason it gives.
  public var checksOff: [String: String]
  /// The sections.
  public var sections: [OutlineSection]

  /// Every file of prose that the outline names in its languages, in order, without repeats.
  public var textPaths: [String] {
    languages.flatMap { language in
      allSections.flatMap { section in
        section.blocks.flatMap(\.flattened).compactMap { block in
          block.proseStem.map { Self.textPath($0, language) }
        }
      }
    }.uniqued()
  }

  /// Every picture that the outline itself names, in order, without repeats.
  public var imagePaths: [String] {
    let blocks = allSections.flatMap(\.blocks).flatMap(\.flattened)
    return ([coverPicture].compactMap { $0?.file } + blocks.flatMap { $0.images.map(\.file) })
      .uniqued()
  }

  /// Where the prose of a block lies, relative to the report's folder.
  public static func textPath(_ stem: String, _ language: String) -> String {
    "text/\(stem).\(language).md"
  }

  var allSections: [OutlineSection] { sections.flatMap(\.flattened) }
}

/// Which small counts the report keeps back, as the outline declares it.
public struct OutlineSuppression: Hashable, Sendable {
  /// Counts from 1 up to one less than this are kept back.
  public var below: Int
  /// The kinds of record whose counts are small enough to point at persons.
  public var kinds: [String]
  /// The indicators beside those of the kinds.
  public var indicators: [String]
}

/// A section as the outline declares it.
public struct OutlineSection: Hashable, Sendable {
  /// How the outline names the role of a section.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case chapter
    case inner
    case annex
  }
  /// Where it is declared.
  public var place: Place
  /// The anchor.
  public var anchor: String
  /// The title by language, inline Markdown.
  public var title: [String: String]
  /// How it is set.
  public var role: Role
  /// Whether it carries a number.
  public var numbered: Bool
  /// One sentence by language, inline Markdown; may be empty.
  public var lead: [String: String]
  /// Names of the figures beside the opening.
  public var sideFigures: [String]
  /// On which pages it stands.
  public var pages: SectionPages
  /// Where its notes stand; nil as around it.
  public var notes: NotePlacement?
  /// The content.
  public var blocks: [OutlineBlock]
  /// The subsections.
  public var sections: [OutlineSection]

  var flattened: [OutlineSection] { [self] + sections.flatMap(\.flattened) }
}

/// A block as the outline declares it.
public struct OutlineBlock: Hashable, Sendable {
  /// What the block shows.
  public enum Content: Hashable, Sendable {
    /// `text/<stem>.<language>.md`.
    case prose(String)
    /// Large figures, by name.
    case keyFigures(OutlineKeyFigures)
    /// The report at a glance.
    case glance(OutlineGlance)
    /// A few things side by side.
    case comparison(OutlineComparison)
    /// One partner.
    case profile(OutlineProfile)
    /// A table of records.
    case table(RecordTable)
    /// Indicators over the years, one a row.
    case figureTable(FigureTable)
    /// One indicator split by a field.
    case breakdown(BreakdownTable)
    /// Figures or dated records as a chart.
    case chart(OutlineChart)
    /// Places with their values on a map of the world.
    case map(OutlineMap)
    /// Sentences made from a figure.
    case sentences(OutlineSentences)
    /// The records of some kinds on the year's ruler.
    case timeline(RecordQuery)
    /// The records of some kinds over the years or decades.
    case history(OutlineHistory)
    /// A list of records, one line each.
    case list(RecordQuery)
    /// Names of records in columns.
    case names(OutlineNames)
    /// The places that the records name.
    case places
    /// A picture.
    case image(OutlineImage)
    /// Pictures in rows.
    case gallery(OutlineGallery)
    /// Every indicator that the outline prints, with its definition and value.
    case definitions
    /// The public records of some kinds with their places in the sources; of all kinds where none
    /// is named.
    case sources([String])
    /// The numbered tables or figures of the report.
    case captionList(CaptionList.Kind)
    /// An index of names.
    case index(OutlineIndex)
    /// The end notes called so far.
    case endNotes
    /// A quiet note by language, inline Markdown.
    case remark([String: String])
    /// A sentence lifted out of the text.
    case pullQuote(OutlineQuote)
    /// A story beside the text.
    case box(OutlineBox)
    /// A case told as a story.
    case story(OutlineStory)
    /// A statement of responsibility.
    case signature(OutlineSignature)
    /// How the report was made.
    case colophon
  }
  /// Where it is declared.
  public var place: Place
  /// What it shows.
  public var content: Content
  /// Where it stands on pages; nil where its content says so itself.
  public var placement: Placement?
}

/// Which records a block shows.
public struct RecordQuery: Hashable, Sendable {
  /// The kinds, in order.
  public var kinds: [String]
  /// Fields that must have these values, compared as the source writes them.
  public var conditions: [String: String]
}

/// A table of records.
public struct RecordTable: Hashable, Sendable {
  /// Which records.
  public var query: RecordQuery
  /// Whether only records dated in the report's period are shown.
  public var ofPeriod = false
  /// Their fields, one a column; `name` first makes row headers.
  public var columns: [String]
  /// The caption by language, inline Markdown.
  public var caption: [String: String]
  /// The anchor.
  public var anchor: String
  /// A note under the table by language; may be empty.
  public var note: [String: String]
  /// Groups, sums, headings, and how it stands on paper.
  public var form = TableForm()
}

/// A table of indicators over the years.
public struct FigureTable: Hashable, Sendable {
  /// The indicators, one a row.
  public var figures: [String]
  /// How many years at most, the report's own last.
  public var years: Int
  /// The caption by language, inline Markdown.
  public var caption: [String: String]
  /// The anchor.
  public var anchor: String
  /// A note under the table by language; may be empty.
  public var note: [String: String]
  /// The chart of the same figures that stands before the table; nil for none.
  public var chart: OutlineChart?
  /// Groups, sums, headings, and how it stands on paper.
  public var form = TableForm()
}

/// A table of one indicator's parts.
public struct BreakdownTable: Hashable, Sendable {
  /// The indicator.
  public var figure: String
  /// The field that splits it.
  public var field: String
  /// How many parts at most; the rest is summed up in a last row. Nil for all.
  public var top: Int?
  /// The caption by language, inline Markdown.
  public var caption: [String: String]
  /// The anchor.
  public var anchor: String
  /// A note under the table by language; may be empty.
  public var note: [String: String]
  /// The chart of the same parts that stands before the table; nil for none.
  public var chart: OutlineChart?
  /// Groups, sums, headings, and how it stands on paper.
  public var form = TableForm()
}

/// A picture as the outline declares it.
public struct OutlineImage: Hashable, Sendable {
  /// The path, relative to the report's folder.
  public var file: String
  /// The anchor.
  public var anchor: String
  /// What it shows in words, by language.
  public var alternative: [String: String]
  /// The caption by language.
  public var caption: [String: String]
  /// Who made it.
  public var credit: String
  /// Under what licence it is printed.
  public var licence: String
  /// Where it stands.
  public var placement: Placement
  /// What of it must be seen, and how it is cropped; nil where its media record says so.
  public var framing: PictureFraming?
  /// Who is in it, where and when it was taken.
  public var account = PictureAccount()
  /// Where it is declared, if not where its block is.
  public var place: Place?
}

extension Array where Element: Hashable {
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
