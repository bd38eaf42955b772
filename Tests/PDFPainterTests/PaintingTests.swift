import DisplayList
import Fonts
import Foundation
import Geometry
import PDFPainter
import Testing

/// A page of one run of text, with glyphs 20 to 24 of Source Sans.
private func textPage(_ change: (inout Page, inout TextRun) -> Void = { _, _ in }) -> Page {
  var page = Page(size: Size(width: 200.5, height: 100.25))
  for index in 0..<5 {
    page.glyphs.append(PlacedGlyph(id: UInt32(20 + index), x: 10 + Double(index) * 8, y: 50))
    page.clusters.append(Cluster(bytes: 1, glyphs: 1))
    page.text.append(UInt8(ascii: "a") + UInt8(index))
  }
  var run = TextRun(
    font: FontID(0), size: 12, colour: .black, glyphs: 0..<5, clusters: 0..<5, text: 0..<5)
  change(&page, &run)
  page.runs.append(MarkedRun(owner: .artifact(.layout), items: [.text(run)]))
  return page
}

private func fontFile(_ path: String? = nil) -> FontFile {
  var root = URL(fileURLWithPath: #filePath)
  for _ in 0..<3 { root.deleteLastPathComponent() }
  let own = root.appendingPathComponent("fonts/source-sans-pro/SourceSansPro-Regular.otf").path
  return FontFile(path: path ?? own, face: 0, name: "SourceSansPro-Regular")
}

private func list(_ pages: Page..., font: FontFile = fontFile()) -> DisplayList {
  DisplayList(pages: pages, fonts: [font], structure: [StructureNode(.document)])
}

@Suite struct PaintingTests {
  @Test func `A list without pages is an error`() {
    #expect(throws: PaintingError.noPages) { try paintPDF(DisplayList()) }
  }

  @Test(arguments: [Double.nan, .infinity, -1, 0, 20_000])
  func `A page size that is no size is an error before Cairo sees it`(width: Double) {
    #expect(throws: PaintingError.self) {
      try paintPDF(list(Page(size: Size(width: width, height: 100))))
    }
  }

  @Test func `A glyph at no number is an error with its place`() {
    let page = textPage { page, _ in page.glyphs[3].y = .nan }
    #expect(throws: PaintingError.geometry(page: 0, run: 0)) { try paintPDF(list(page)) }
  }

  @Test func `A size of zero is an error with its place`() {
    let page = textPage { _, run in run.size = 0 }
    #expect(throws: PaintingError.geometry(page: 0, run: 0)) { try paintPDF(list(page)) }
  }

  @Test func `Ranges outside the page are an error`() {
    let page = textPage { _, run in run.glyphs = 2..<9 }
    #expect(throws: PaintingError.textRange(page: 0, run: 0)) { try paintPDF(list(page)) }
  }

  @Test func `Clusters that do not add up to the text are an error`() {
    let page = textPage { page, _ in page.clusters[0].bytes = 2 }
    #expect(throws: PaintingError.textRange(page: 0, run: 0)) { try paintPDF(list(page)) }
  }

  @Test func `Text that is not UTF-8 is Cairo's error`() {
    let page = textPage { page, _ in page.text[0] = 0xFF }
    #expect(throws: PaintingError.self) { try paintPDF(list(page)) }
  }

  @Test func `A font outside the table is an error`() {
    let page = textPage { _, run in run.font = FontID(7) }
    #expect(throws: PaintingError.unknownFont(index: 7, page: 0, run: 0)) {
      try paintPDF(list(page))
    }
  }

  @Test func `A font file that is missing is an error that names it`() {
    #expect(throws: PaintingError.font(path: "none.otf", code: 1)) {
      try paintPDF(list(textPage(), font: fontFile("none.otf")))
    }
  }

  @Test func `A transform without an inverse is an error`() {
    var page = textPage()
    page.runs[0].transform = .scale(0)
    #expect(throws: PaintingError.geometry(page: 0, run: 0)) { try paintPDF(list(page)) }
  }

  @Test func `The sheet is the page rounded up to whole points`() throws {
    let text = String(decoding: try paintPDF(list(textPage())), as: Unicode.ASCII.self)
    #expect(text.contains("/MediaBox [ 0 0 201 101 ]"))
  }

  @Test func `The same list gives the same bytes, on several threads too`() async throws {
    let wanted = try paintPDF(list(textPage(), textPage()))
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { try paintPDF(list(textPage(), textPage())) } }
      for try await bytes in group { #expect(bytes == wanted) }
    }
  }
}
