import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Where an anchor came to stand.
struct AnchorPlace: Hashable {
  var page: Int
  var y: Double
}

/// What the text of a tag belongs to.
struct Tag {
  /// The structure element.
  var node: Int
  /// Where it leads, if it is a link.
  var target: LinkTarget?
  /// What a screen reader says of the link.
  var description = ""
  /// The note that it calls, by index in `LayoutSession.notes`.
  var note: Int?
  /// What hangs in the side column beside it, by index in `References.sideNotes`.
  var sideNote: Int?
  /// The tag whose link it continues; nil for its own.
  var group: Int?
  /// The anchor that it carries; nil for none.
  var anchor: String?
  /// The entries of indexes that it names, and the sections in which it does.
  var keys: [String] = []
  var sections: [String] = []
}

/// Set paragraphs by their text and style, kept over the rounds of a layout: a paragraph that did not
/// change is not broken again.
final class ParagraphCache {
  struct Key: Hashable {
    var text: StyledText
    var style: ParagraphStyle
  }
  var entries: [Key: SetParagraph] = [:]
  /// The same paragraphs in other numbers of lines, the best first, where they were asked for.
  var variants: [Key: [SetParagraph]] = [:]
}

/// One round of laying out a document: everything that grows while blocks become galley items and
/// items become pages.
final class LayoutSession {
  private(set) var document: ReportDocument
  var theme: Theme
  /// The theme of pages across the paper.
  let landscape: Theme
  private(set) var scale: TypeScale
  let typesetter: Typesetter
  let options: LayoutOptions
  let cache: ParagraphCache
  private(set) var anchors: AnchorTable
  /// Where anchors stood in the round before.
  let known: [String: AnchorPlace]
  /// What references and notes keep while the document is set.
  var references: References
  /// What tells the anchors of the language being set from those of another one in the edition.
  private(set) var suffix = ""
  /// The other language of an edition in two; nil for one.
  var companion: Voice?
  /// How two languages stand together; nil for one.
  var form: BilingualForm?
  /// The size of small words in drawings of an edition in two languages, which are drawn alike.
  var labelSize: Double?

  var tree = StructureTree()
  var paragraphs: [SetParagraph] = []
  var tags: [Tag] = []
  var notes: [SetNote] = []
  var tables: [TableSetting] = []
  /// The widths of what follows the whole parts of numbers in tables.
  var tailWidths: [String: Double] = [:]
  /// Whether a face has superior figures, by its name.
  var superiorFaces: [String: Bool] = [:]
  var charts: [SetChart] = []
  /// The widths of words in drawings.
  var labelWidths: [LabelKey: Double] = [:]
  var nameLists: [NameColumns] = []
  /// The caption of the picture just set, where it stands on the page which faces it.
  var facingCaption: FacingCaption?
  /// What stands at the edges of pages.
  var floats: [PageFloat] = []
  /// Paragraphs that may be set longer or shorter.
  var proses: [Prose] = []
  /// The columns of the section being set; nil for one.
  var band: ColumnBand?
  /// Whether a page beside the body is being set, which has no side column.
  var isOnCover = false
  /// How many bands of columns there are so far.
  var bands = 0
  /// Whether the first chapter comes on a left-hand page.
  var beginsOnVerso = false
  /// Tables that stand across the paper, each on pages of its own.
  var plates: [[GalleyItem]] = []
  var warnings: [LayoutWarning] = []
  var penalty = PagePenalty(chosen: 0, greedy: 0)
  /// The section being set, for messages.
  var context = ""

  init(
    document: ReportDocument, theme: Theme, typesetter: Typesetter, options: LayoutOptions,
    cache: ParagraphCache, anchors: AnchorTable, known: [String: AnchorPlace]
  ) {
    self.document = document
    self.theme = theme.squared(for: document.language)
    landscape = theme.acrossThePaper
    self.scale = TypeScale(theme: self.theme, language: document.language)
    self.typesetter = typesetter
    self.options = options
    self.cache = cache
    self.anchors = anchors
    self.known = known
    references = References(document)
  }

  /// Sets what follows in a language.
  func speak(_ voice: Voice) {
    document = voice.document
    scale = voice.scale
    anchors = voice.anchors
    suffix = voice.suffix
  }

  /// An anchor in the language being set.
  func local(_ anchor: String) -> String { suffix.isEmpty ? anchor : anchor + suffix }

  /// Sets text and keeps it; returns its index in `paragraphs`.
  func set(_ text: StyledText, _ style: ParagraphStyle) throws(LayoutError) -> Int {
    let key = ParagraphCache.Key(text: text, style: style)
    let paragraph: SetParagraph
    if let cached = cache.entries[key] {
      paragraph = cached
    } else {
      do { paragraph = try typesetter.set(text, style) } catch {
        throw .typesetting(error, context: context)
      }
      cache.entries[key] = paragraph
    }
    for (index, line) in paragraph.lines.enumerated() where line.overfull {
      warnings.append(
        LayoutWarning(message: "line \(index + 1) is wider than its measure", place: context))
    }
    if let line = paragraph.lines.firstIndex(where: { $0.letterspacing != 0 }) {
      warnings.append(
        LayoutWarning(
          message: "line \(line + 1) is letterspaced, because nothing else fits its measure",
          place: context))
    }
    paragraphs.append(paragraph)
    return paragraphs.count - 1
  }

  /// The natural width of text on one line, in points.
  func width(of text: StyledText) throws(LayoutError) -> Double {
    do { return try typesetter.width(of: text) } catch {
      throw .typesetting(error, context: context)
    }
  }

  /// A paragraph style for a measure; ragged unless said otherwise.
  func style(
    _ measure: Double, _ alignment: ParagraphStyle.Alignment = .leading,
    balance: ParagraphStyle.Balance = .natural, indent: Double = 0
  ) -> ParagraphStyle {
    ParagraphStyle(
      measure: measure, alignment: alignment,
      hyphenation: alignment == .justified ? .automatic : .none, balance: balance,
      firstIndent: indent, language: document.language)
  }
}
