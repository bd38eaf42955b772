import DisplayList
public import DocumentModel
import Geometry
public import Typesetting

/// How two languages stand together.
public enum BilingualForm: String, Hashable, Sendable, CaseIterable {
  /// On pages that face each other: the first language on the left.
  case facing
  /// In columns side by side: the first language on the left.
  case parallel
}

/// Lays two languages of a report out as one edition, on one baseline grid.
///
/// Sections are paired by their anchors and start together. A number of pages asked for counts the
/// pages of both languages.
public func layOut(
  _ first: ReportDocument, _ second: ReportDocument, as form: BilingualForm, theme: Theme,
  typesetter: Typesetter, options: LayoutOptions = LayoutOptions()
) throws(LayoutError) -> LaidOut {
  let isChinese = [first, second].contains { $0.language.hasPrefix("zh") }
  let shared = form == .facing ? theme.bilingual : theme.bilingual.parallel
  let theme = isChinese ? shared.squared(for: "zh", halved: form == .parallel) : shared
  let voices = [
    try Voice(first, theme: theme, suffix: ""),
    try Voice(second, theme: theme, suffix: "-" + second.language),
  ]
  let cache = ParagraphCache()
  return try settled { (known) throws(LayoutError) in
    let session = LayoutSession(
      document: first, theme: theme, typesetter: typesetter, options: options, cache: cache,
      anchors: voices[0].anchors, known: known)
    session.companion = voices[1]
    session.form = form
    session.labelSize = voices.map { $0.scale.size(of: .small) }.min()
    session.references.add(second)
    return session
  } pages: { (session) throws(LayoutError) in
    switch form {
    case .facing: try session.layOutFacing(voices)
    case .parallel: try session.layOutParallel(voices)
    }
  }
}

/// One language of an edition in two: what a session needs to set its text.
struct Voice {
  let document: ReportDocument
  let scale: TypeScale
  let anchors: AnchorTable
  /// What tells the anchors of this language from the same ones of the other.
  let suffix: String

  init(_ document: ReportDocument, theme: Theme, suffix: String) throws(LayoutError) {
    self.document = document
    scale = TypeScale(theme: theme, language: document.language)
    anchors = try AnchorTable(document)
    self.suffix = suffix
  }
}

/// A section in two languages; one of them may lack it.
struct SectionPair {
  var sections: [Section?]

  /// The pages on which it stands, as the first language that has it says.
  var pageStyle: Section.PageStyle { sections.compactMap { $0?.pageStyle }.first ?? .body }

  /// The side of a spread on which it opens.
  var opens: Section.Opening { sections.compactMap { $0?.opens }.first ?? .any }

  /// The sections of two documents paired by their anchors, in the order of the first; what only the
  /// second has comes last.
  static func pairs(_ first: [Section], _ second: [Section]) -> [SectionPair] {
    var rest = second
    var pairs = first.map { section -> SectionPair in
      let place = rest.firstIndex { $0.anchor == section.anchor }
      return SectionPair(sections: [section, place.map { rest.remove(at: $0) }])
    }
    pairs += rest.map { SectionPair(sections: [nil, $0]) }
    return pairs
  }
}

extension Theme {
  /// The theme with one baseline grid for Latin and Chinese text: midway between theirs, and both
  /// sizes such that each has its usual leading on it.
  var bilingual: Theme {
    var theme = self
    let grid = ((latinLeading + chineseLeading)).rounded() / 2
    theme.latinLeading = grid
    theme.chineseLeading = grid
    theme.latinSize = (grid / 1.43 * 10).rounded() / 10
    theme.chineseSize = (grid / 1.65 * 10).rounded() / 10
    theme.chapterStart = .any
    return theme
  }

  /// The theme of a page with two languages in columns: no side column.
  var parallel: Theme {
    var theme = self
    theme.columns = .single
    theme.openerDepth = 0
    return theme
  }

  /// The distance from one of two languages' columns to the other, in points.
  var languageShift: Double { (width + languageGap) / 2 }

  /// The white between the columns of two languages, in points.
  var languageGap: Double { gutter * 2 }

  /// The theme of one of the two columns; its x begins at the left margin.
  var halved: Theme {
    var theme = self
    theme.outer = page.width - inner - (width - languageGap) / 2
    theme.keyFigureColumns = 2
    return theme
  }
}
