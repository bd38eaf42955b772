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
}

/// Set paragraphs by their text and style, kept over the rounds of a layout: a paragraph that did not
/// change is not broken again.
final class ParagraphCache {
  struct Key: Hashable {
    var text: StyledText
    var style: ParagraphStyle
  }
  var entries: [Key: SetParagraph] = [:]
}

/// One round of laying out a document: everything that grows while blocks become galley items and
/// items become pages.
final class LayoutSession {
  let document: ReportDocument
  let theme: Theme
  /// The theme of pages across the paper.
  let landscape: Theme
  let scale: TypeScale
  let typesetter: Typesetter
  let options: LayoutOptions
  let cache: ParagraphCache
  let anchors: AnchorTable
  /// Where anchors stood in the round before.
  let known: [String: AnchorPlace]

  var tree = StructureTree()
  var paragraphs: [SetParagraph] = []
  var tags: [Tag] = []
  var notes: [SetNote] = []
  var tables: [TableSetting] = []
  /// The widths of what follows the whole parts of numbers in tables.
  var tailWidths: [String: Double] = [:]
  var charts: [SetChart] = []
  var nameLists: [NameColumns] = []
  /// Tables that stand across the paper, each on pages of its own.
  var plates: [[GalleyItem]] = []
  /// Whether a page number was printed in running text.
  var printsPages = false
  var warnings: [LayoutWarning] = []
  var penalty = PagePenalty(chosen: 0, greedy: 0)
  /// The section being set, for messages.
  var context = ""

  init(
    document: ReportDocument, theme: Theme, typesetter: Typesetter, options: LayoutOptions,
    cache: ParagraphCache, anchors: AnchorTable, known: [String: AnchorPlace]
  ) {
    self.document = document
    self.theme = theme
    landscape = theme.acrossThePaper
    self.scale = TypeScale(theme: theme, language: document.language)
    self.typesetter = typesetter
    self.options = options
    self.cache = cache
    self.anchors = anchors
    self.known = known
  }

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
