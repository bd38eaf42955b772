import CCairo
public import DisplayList
import Geometry

/// Paints a display list with Cairo into a PDF whose marked-content sequences are numbered 0, 1, 2
/// and so on per page, one for each run in order. The finishing pass gives them their meaning.
///
/// Cairo's tags only number the runs: version 1.16 marks leaf tags only and knows no artifacts.
///
/// - Parameter resolution: How fine pictures are. None carries its metadata into the file.
public func paintPDF(
  _ list: DisplayList, pictures resolution: PictureResolution = .original
) throws(PaintingError) -> [UInt8] {
  var list = list
  return try paintPDF(releasing: &list, pictures: resolution)
}

/// Paints a display list and lets go of each page's marks once they are painted, which halves the
/// memory of a long document. The list keeps what the finishing pass asks for: the pages with their
/// runs' owners and their links, the structure, the outline.
public func paintPDF(
  releasing list: inout DisplayList, pictures resolution: PictureResolution = .original
) throws(PaintingError) -> [UInt8] {
  guard !list.pages.isEmpty else { throw .noPages }
  let surface = try PDFSurface.open()
  let fonts = ScaledFonts(list.fonts)
  var pictures = PagePictures(of: list, at: resolution)
  var buffers = GlyphBuffers()
  for number in list.pages.indices {
    let page = list.pages[number]
    list.pages[number].releaseMarks()
    let height = try beginPage(page, number, on: surface)
    // Cairo clips to whole points, so the page is painted at the foot of a sheet rounded up.
    let shift = Transform.translation(x: 0, y: height - page.size.height)
    for (index, run) in page.runs.enumerated() {
      let painter = RunPainter(
        context: surface.context, page: page, place: (number, index), transform: run.transform,
        fonts: fonts)
      try painter.paint(run, shift: shift, pictures: &pictures, buffers: &buffers)
    }
    cairo_show_page(surface.context)
    try check(cairo_status(surface.context), "ending page \(number + 1)")
  }
  return try surface.finish()
}

/// Sets the page's size, rounded up to whole points, and gives the sheet's height.
private func beginPage(
  _ page: Page, _ number: Int, on surface: borrowing PDFSurface
) throws(PaintingError) -> Double {
  // Cairo takes a NaN size without error, so the check stands before the border.
  let allowed = 1.0...14400.0
  guard allowed.contains(page.size.width), allowed.contains(page.size.height) else {
    throw .pageSize(page: number, size: page.size)
  }
  let height = page.size.height.rounded(.up)
  try surface.setPageSize(width: page.size.width.rounded(.up), height: height)
  return height
}

extension Page {
  /// Leaves the runs with their owners and nothing in them.
  fileprivate mutating func releaseMarks() {
    glyphs = []
    clusters = []
    text = []
    runs = runs.map { MarkedRun(owner: $0.owner, transform: $0.transform) }
  }
}
