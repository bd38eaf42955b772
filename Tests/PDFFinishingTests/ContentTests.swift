import DisplayList
import Foundation
import PDFPainter
import Testing

@testable import PDFFinishing

@Suite struct ContentTests {
  private func walk(_ content: String, _ headers: [String]) throws -> PageWalk {
    var walk = PageWalk(
      page: 0, headers: headers.map { Array($0.utf8) },
      fonts: [Array("f".utf8): PageFont(object: 5, isComposite: false)])
    try walk.walk(Array(content.utf8))
    return walk
  }

  @Test func `A marker gets its header and all else stays`() throws {
    let walk = try walk("q\n/Div << /MCID 0 >> BDC 0 0 1 1 re f EMC Q\n", ["/P <</MCID 0>> BDC"])
    #expect(
      String(decoding: walk.output, as: UTF8.self)
        == "q\n/P <</MCID 0>> BDC 0 0 1 1 re f EMC Q\n")
  }

  @Test(arguments: [
    "0 0 1 1 re f", "/x Do", "BT /f 1 Tf (a)Tj ET", "1 2 m S", "/sh sh", "BI ID x EI",
    "/Div << /MCID 0 >> BDC", "EMC", "/Other << >> BDC EMC", "/P BMC EMC",
  ])
  func `Content that the painter does not write is an error`(content: String) {
    #expect(throws: FinishingError.self) { try walk(content, []) }
  }

  @Test func `Strings hide operators and brackets`() throws {
    let walk = try walk(
      "/Div << /MCID 0 >> BDC BT /f 1 Tf (EMC \\) \\\\(BDC) f) Tj [<4142> 3 (\\101\\n)] TJ ET EMC",
      ["/P <</MCID 0>> BDC"])
    let text = walk.plain.map(\.code).sorted().map { UInt8($0) }
    #expect(Set(text) == Set(Array("EMC ) \\(BDC) fABA\n".utf8)))
  }

  @Test func `A glyph whose text differs from span to span keeps the rarer span`() throws {
    func span(_ text: String) -> String { "/Span << /ActualText <feff\(text)> >> BDC (a)Tj EMC " }
    let walk = try walk(
      "/Div << /MCID 0 >> BDC /f 1 Tf " + span("0041") + span("0042") + span("0041") + "EMC",
      ["/P <</MCID 0>> BDC"])
    var texts = GlyphTexts()
    texts.note(walk)
    texts.decide()
    #expect(texts.patches == [GlyphCode(font: 5, code: 97): [0, 0x41]])
    let content = String(decoding: texts.content(of: walk), as: UTF8.self)
    #expect(content.contains("<feff0042>") && !content.contains("<feff0041>"))
  }

  @Test func `Only the line of a patched code changes`() {
    let map = "2 beginbfchar\n<01> <0041>\n<02> <fb01>\nendbfchar\n"
    let patched = patchToUnicode(Array(map.utf8), [2: [0, 0x66, 0, 0x69]])
    #expect(
      String(decoding: patched, as: UTF8.self)
        == "2 beginbfchar\n<01> <0041>\n<02> <00660069>\nendbfchar\n")
  }

  @Test func `Page labels become the fewest ranges`() {
    let ranges = PageLabelRange.ranges(of: ["i", "ii", "1", "2", "3", "A", ""])
    #expect(
      ranges == [
        PageLabelRange(firstPage: 0, style: .roman(from: 1)),
        PageLabelRange(firstPage: 2, style: .decimal(from: 1)),
        PageLabelRange(firstPage: 5, style: .fixed("A")),
        PageLabelRange(firstPage: 6, style: .fixed("")),
      ])
    #expect(PageLabelRange.ranges(of: ["", ""]) == [])
  }

  @Test func `Of Cairo's own structure nothing is kept`() throws {
    let painted = try paintPDF(try reportSample())
    try painted.withUnsafeBufferPointer { bytes in
      let file = try PaintedFile(bytes)
      #expect(file.objects.count > 10)
      #expect(!file.objects.contains { $0.dictionary.isName("Type", "StructElem") })
      #expect(!file.objects.contains { $0.dictionary.isName("Type", "StructTreeRoot") })
    }
  }

  @Test(arguments: [
    "", "startxref", "startxref 0", "xref\n0 9\nstartxref 0", "startxref 9999999999",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 0 0 R>>\nstartxref\n0",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root [[[\nstartxref\n0",
  ])
  func `Bytes that are no painted file are an error`(text: String) {
    #expect(throws: FinishingError.self) {
      try Array(text.utf8).withUnsafeBufferPointer { try PaintedFile($0) }
    }
  }
}
