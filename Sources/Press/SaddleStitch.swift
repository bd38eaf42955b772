public import DisplayList
import Geometry

/// Puts pages on sheets for saddle stitching: two pages a side, for printing on both sides, turned
/// on the short edge, folded once and stapled in the fold.
///
/// Blank pages fill up to a multiple of four before the last page. The structure, the links and the
/// outline keep the reading order of the pages. Marks that reach over a page's edge are not cut.
/// - Returns: a list whose pages are sides of sheets, front and back by turns.
/// - Throws: `PressError`.
public func saddleStitched(
  _ list: DisplayList, options: BookletOptions = BookletOptions()
) throws(PressError) -> DisplayList {
  let imposition = try Imposition(list.pages, options)
  var result = list
  result.pages = imposition.sides.map { side in
    var sheet = Page(size: options.sheet)
    let pages = [side.left, side.right].compactMap { $0 }
    sheet.label = pages.map { list.pages[$0].label }.filter { !$0.isEmpty }.joined(separator: "–")
    for page in pages {
      let shift = imposition.places[page].shift
      sheet.append(list.pages[page], by: shift)
    }
    if options.hasMarks { sheet.runs.append(imposition.marks(on: options.sheet)) }
    return sheet
  }
  try imposition.move(&result)
  return result
}

extension Page {
  /// Adds the marks and the links of another page, moved.
  fileprivate mutating func append(_ page: Page, by shift: Point) {
    let offsets = (glyphs: glyphs.count, clusters: clusters.count, text: text.count)
    glyphs += page.glyphs
    clusters += page.clusters
    text += page.text
    let move = Transform.translation(x: shift.x, y: shift.y)
    for var run in page.runs {
      run.transform = run.transform.then(move)
      run.items = run.items.map { item in
        guard case .text(var part) = item else { return item }
        part.glyphs = moved(part.glyphs, offsets.glyphs)
        part.clusters = moved(part.clusters, offsets.clusters)
        part.text = moved(part.text, offsets.text)
        return .text(part)
      }
      runs.append(run)
    }
    for var link in page.links {
      link.areas = link.areas.map { move.apply($0) }
      links.append(link)
    }
  }
}

private func moved(_ range: Range<Int>, _ offset: Int) -> Range<Int> {
  range.lowerBound + offset..<range.upperBound + offset
}
