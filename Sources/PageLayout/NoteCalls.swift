import DocumentModel
import Typesetting

/// The marks that call notes.
extension LayoutSession {
  /// The style of a note's mark in text of a style: the figures that the face has drawn for it, else
  /// small ones that are raised.
  func callStyle(_ style: TextStyle) throws(LayoutError) -> TextStyle {
    var mark = style
    mark.tag = 0
    mark.features = [TextFeature.superiors.rawValue]
    if try hasSuperiors(mark) { return mark }
    mark.size = (style.size * 65).rounded() / 100
    mark.rise = style.size * 0.34
    mark.features = [TextFeature.liningFigures.rawValue]
    return mark
  }

  /// Whether a face draws all ten figures anew as superiors.
  private func hasSuperiors(_ mark: TextStyle) throws(LayoutError) -> Bool {
    let face = "\(mark.family) \(mark.weight) \(mark.slant.rawValue) \(mark.language)"
    if let known = superiorFaces[face] { return known }
    var plain = mark
    plain.features = []
    let digits = "0123456789"
    let measure = style(mark.size * 20)
    let set: [SetParagraph]
    do {
      set = [
        try typesetter.set(StyledText([.init(digits, mark)]), measure),
        try typesetter.set(StyledText([.init(digits, plain)]), measure),
      ]
    } catch {
      throw .typesetting(error, context: context)
    }
    let pairs = zip(set[0].glyphs, set[1].glyphs)
    let found = !set[0].glyphs.isEmpty && pairs.allSatisfy { $0.id != $1.id }
    superiorFaces[face] = found
    return found
  }
}
