import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// A paragraph of running text as it was set, to be set again in more or fewer lines.
struct Prose {
  var text: StyledText
  var style: ParagraphStyle
  var owner: Int
  var x: Double
  var leading: Double
  /// Its index in `LayoutSession.paragraphs`.
  var paragraph: Int
}
