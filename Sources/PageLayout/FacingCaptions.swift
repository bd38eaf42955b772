import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The caption of a picture that covers its page, to be set at the foot of the page that faces it.
struct FacingCaption {
  var fragments: [Fragment]
  /// In points.
  var height: Double
}

extension LayoutSession {
  /// A caption that says where its picture is, in the width of the text.
  func caption(_ words: [Inline], facing figure: Int) throws(LayoutError) -> FacingCaption {
    let node = tree.add(StructureNode(.caption), to: figure)
    let box = try textBox(
      [.text(document.words.facing)] + words, scale.style(.caption),
      leading: scale.leading(of: .caption), owner: node, x: 0, y: 0, style(theme.width))
    return FacingCaption(fragments: box.fragments, height: box.height)
  }
}

extension Flow {
  /// Sets the captions that stand on facing pages into the white beneath the text there; where that
  /// page has no foot or not enough of it, a strip of paper at the foot of the picture bears them.
  mutating func placeFacingCaptions() throws(LayoutError) {
    for (page, caption) in facing {
      let other = page.isMultiple(of: 2) ? page - 1 : page + 1
      let theme = theme(of: page)
      if hasFoot(other, for: caption.height) {
        let top = theme.top + theme.height + session.scale.grid * 0.4
        placing.place(caption.fragments, on: other, x: left(of: other), y: top, in: session)
        continue
      }
      let edge = theme.page.height - max(theme.bottom, caption.height + session.scale.grid * 1.5)
      let far = 4000.0
      let strip = Fragment(
        rectangle: Rectangle(x: -far, y: edge, width: 2 * far, height: far), theme.palette.paper)
      placing.place([strip], on: page, x: 0, y: 0, in: session)
      placing.place(
        caption.fragments, on: page, x: left(of: page), y: edge + session.scale.grid * 0.75,
        in: session)
    }
    facing = []
  }

  /// Whether a page of the body has room for a caption between its text and its folio.
  private func hasFoot(_ page: Int, for height: Double) -> Bool {
    guard placing.pages.indices.contains(page), page > 0, !bare.contains(page),
      !placing.pages[page].runs.isEmpty, placing.pages[page].size == session.theme.page
    else { return false }
    let theme = session.theme
    let folio = theme.forms.heads == .head ? 14 : theme.bottom * 0.45 + session.scale.base * 1.2
    return height <= theme.bottom - folio - session.scale.grid * 0.4
  }
}
