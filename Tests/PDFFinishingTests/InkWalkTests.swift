import Geometry
import Testing

@testable import PDFFinishing

/// The inks of the tests: text, a red, a spot ink at half its strength, and the paper.
let sampleInks: [Colour: PressInk] = [
  Colour(0x222222): PressInk(cyan: 0, magenta: 0, yellow: 0, black: 1),
  Colour(0xFF0000): PressInk(cyan: 0.18, magenta: 0.96, yellow: 1, black: 0.1),
  Colour(0x00FF00): PressInk(
    cyan: 0.5, magenta: 0, yellow: 0.25, black: 0, spot: "PANTONE 7 C", tint: 0.5),
  .white: PressInk(cyan: 0, magenta: 0, yellow: 0, black: 0),
]

@Suite struct InkWalkTests {
  private static let text = "0.133333 0.133333 0.133333"

  private func walk(_ content: String) throws -> (String, InkWalk) {
    let painted = Array(smallestPDF.utf8)
    return try painted.withUnsafeBufferPointer { bytes in
      let inks = InkOperators(sampleInks, in: try PDFDocument(bytes))
      var walk = InkWalk(page: 0, inks: inks)
      try walk.walk(Array(content.utf8))
      let words = String(decoding: walk.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      return (words.joined(separator: " "), walk)
    }
  }

  @Test func `A fill and a stroke become inks`() throws {
    let (content, _) = try walk("1 0 0 rg 1 0 0 RG f")
    #expect(content == "0.18 0.96 1 0.1 k 0.18 0.96 1 0.1 K f")
  }

  @Test func `Black type prints over what lies beneath, and other type does not`() throws {
    let (content, _) = try walk("\(Self.text) rg BT Tj ET 1 0 0 rg BT Tj ET")
    #expect(
      content
        == "0 0 0 1 k /AnnalsOver gs BT Tj ET /AnnalsKnock gs 0.18 0.96 1 0.1 k BT Tj ET")
  }

  @Test func `Black shapes do not, as they would have too much ink over strong colours`() throws {
    let (content, _) = try walk("\(Self.text) rg BT Tj ET re f /x1 Do \(Self.text) RG S")
    #expect(
      content
        == "0 0 0 1 k /AnnalsOver gs BT Tj ET /AnnalsKnock gs re f /x1 Do 0 0 0 1 K S")
  }

  @Test func `White type on black does not vanish by printing over it`() throws {
    let (content, _) = try walk("BT \(Self.text) rg Tj 1 1 1 rg Tj ET")
    #expect(
      content == "BT /AnnalsOver gs 0 0 0 1 k Tj /AnnalsKnock gs 0 0 0 0 k Tj ET")
  }

  @Test func `What a restored state had is known again`() throws {
    let (content, _) = try walk("1 0 0 rg q \(Self.text) rg f Q BT Tj ET")
    #expect(content == "0.18 0.96 1 0.1 k q 0 0 0 1 k f Q BT Tj ET")
  }

  @Test func `A spot ink is a colour space of its own, in a tint`() throws {
    let (content, _) = try walk("0 1 0 rg f 0 1 0 RG S")
    #expect(content == "/AnnalsInk0 cs 0.5 scn f /AnnalsInk0 CS 0.5 SCN S")
  }

  @Test func `Marked content goes, and its markers are counted`() throws {
    let (content, walk) = try walk("/Div << /MCID 0 >> BDC /Span <</ActualText (a)>> BDC f EMC EMC")
    #expect(content == "f")
    #expect(walk.markers == 1)
  }

  @Test func `Colours in a string are text`() throws {
    #expect(try walk("(1 0 0 rg) Tj").0 == "(1 0 0 rg) Tj")
  }

  @Test func `Colours without inks are all named, once`() throws {
    let (_, walk) = try walk("0 0 1 rg f 0 0 1 RG S 0.2 0.2 0.2 rg f 0.4 g f")
    #expect(walk.unknown.map(\.hex).sorted() == ["#0000ff", "#333333", "#666666"])
  }

  @Test(arguments: [
    "0 0 0 1 k", "/s1 sh", "/DeviceRGB cs", "BI", "0.1234567 0 0 rg", "1 0 rg", "a 0 0 rg", "Q",
    "EMC", "q", "/Div <<>> BDC", "2 0 0 rg",
  ])
  func `What the painter does not write is an error`(content: String) {
    #expect(throws: FinishingError.self) { try walk(content) }
  }
}

/// A file of one empty page in the form that Cairo writes.
let smallestPDF: String = {
  var file = "%PDF-1.5\n"
  var places: [Int] = []
  let objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R >>",
  ]
  for (index, object) in objects.enumerated() {
    places.append(file.utf8.count)
    file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let start = file.utf8.count
  file += "xref\n0 4\n0000000000 65535 f \n"
  for place in places {
    let digits = String(place)
    file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
  }
  return file + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
}()
