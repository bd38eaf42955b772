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
  /// Overrides of the theme, passed on as they are written.
  public var theme: [String: String]
  /// The products that `build` makes when it is not told.
  public var outputs: [String]
  /// Checks that the report switches off, with the reason it gives.
  public var checksOff: [String: String]
  /// The sections.
  public var sections: [OutlineSection]

  /// Every file of prose that the outline names in its languages, in order, without repeats.
  public var textPaths: [String] {
    languages.flatMap { language in
      allSections.flatMap { section in
        section.blocks.compactMap { block in
          if case .prose(let stem) = block.content { Self.textPath(stem, language) } else { nil }
        }
      }
    }.uniqued()
  }

  /// Every picture that the outline itself names, in order, without repeats.
  public var imagePaths: [String] {
    allSections.flatMap(\.blocks).compactMap {
      if case .image(let image) = $0.content { image.file } else { nil }
    }.uniqued()
  }

  /// Where the prose of a block lies, relative to the report's folder.
  public static func textPath(_ stem: String, _ language: String) -> String {
    "text/\(stem).\(language).md"
  }

  var allSections: [OutlineSection] { sections.flatMap(\.flattened) }
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
    case keyFigures([String])
    /// A table of records.
    case table(RecordTable)
    /// The records of some kinds on the year's ruler.
    case timeline(RecordQuery)
    /// A list of records, one line each.
    case list(RecordQuery)
    /// Names of records in columns.
    case names(RecordQuery, detail: [String])
    /// The places that the records name.
    case places
    /// A picture.
    case image(OutlineImage)
    /// Every indicator with its definition and value.
    case definitions
    /// Every public record with its place in the sources.
    case sources
    /// A quiet note by language, inline Markdown.
    case remark([String: String])
    /// How the report was made.
    case colophon
  }
  /// Where it is declared.
  public var place: Place
  /// What it shows.
  public var content: Content
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
  /// Their fields, one a column; `name` first makes row headers.
  public var columns: [String]
  /// The caption by language, inline Markdown.
  public var caption: [String: String]
  /// The anchor.
  public var anchor: String
  /// A note under the table by language; may be empty.
  public var note: [String: String]
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
}

extension Array where Element: Hashable {
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
