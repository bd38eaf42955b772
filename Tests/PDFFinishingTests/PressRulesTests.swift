import CQPDF
import DisplayList
import Foundation
import Geometry
import PDFPainter
import Testing

@testable import PDFFinishing

/// A test for each rule of PDF/X-4 (ISO 15930-7) that a file of ours could break: the ledger is
/// docs/press.md.
@Suite struct PressRulesTests {
  private static let bleed = Length.mm(3)

  private static func list() throws -> DisplayList {
    let trim = Size.a5
    let size = Size(
      width: trim.width + 2 * bleed.points, height: trim.height + 2 * bleed.points)
    var sample = try SampleList(["SourceSerifPro-Regular.otf"], size: size)
    let paragraph = sample.node(StructureNode(.paragraph))
    sample.run(
      .artifact(.layout),
      [
        .fill(.rectangle(Rectangle(x: 0, y: 0, width: size.width, height: 90)), Colour(0xFF0000)),
        .stroke(
          .line(Point(x: 20, y: 120), Point(x: 90, y: 120)),
          Stroke(width: 1, colour: Colour(0x00FF00))),
      ])
    sample.text("Fifty fine files", .node(paragraph), y: 150)
    return sample.list
  }

  private static func plan(
    _ inks: [Colour: PressInk] = sampleInks, _ condition: PressCondition = .coated
  ) -> PressPlan {
    PressPlan(document: samplePlan, inks: inks, bleed: bleed, condition: condition)
  }

  private static func bytes() throws -> [UInt8] {
    let list = try list()
    return try finishPress(try paintPDF(list), list: list, plan: plan())
  }

  private static func file() throws -> FinishedFile { try FinishedFile(try bytes()) }

  private static func packet(_ file: FinishedFile) throws -> String {
    String(
      decoding: try file.document.streamData(file.value("/Metadata"), "reading"), as: UTF8.self)
  }

  @Test func `The version is 1.6`() throws {
    #expect(try Self.bytes().prefix(9).elementsEqual("%PDF-1.6\n".utf8))
  }

  @Test func `The same pages give the same bytes`() throws {
    #expect(try Self.bytes() == Self.bytes())
  }

  @Test func `The trimmed page lies within the bleed, and that within the media`() throws {
    let page = try Self.file()
    let boxes = ["/MediaBox", "/BleedBox", "/TrimBox"].map {
      page.source(page.value($0, of: page.page(0)))
    }
    #expect(boxes[0] == boxes[1])
    #expect(boxes[0] == "[ 0 0 436.5354 612.2835 ]")
    #expect(boxes[2] == "[ 8.5039 8.5039 428.0315 603.7795 ]")
    #expect(page.source(page.value("/ArtBox", of: page.page(0))) == "null")
  }

  @Test func `XMP names PDF/X-4, and the version, kind and identifier of the document`() throws {
    let packet = try Self.packet(try Self.file())
    for entry in [
      "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
      "<xmpMM:VersionID>1</xmpMM:VersionID>",
      "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
      "<pdf:Trapped>False</pdf:Trapped>", "<xmp:MetadataDate>2024-03-01T09:00:00+08:00<",
      "<rdf:li xml:lang=\"x-default\">A report</rdf:li>",
    ] {
      #expect(packet.contains(entry), "\(entry)")
    }
    let identifier = /<xmpMM:DocumentID>uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</
    #expect(packet.contains(identifier))
    #expect(!packet.contains("pdfaid") && !packet.contains("pdfuaid"))
  }

  @Test func `Info says that no traps were made, and has title and dates`() throws {
    let file = try Self.file()
    let info = file.document.get("/Info", of: qpdf_get_trailer(file.document.data))
    #expect(file.source(file.value("/Trapped", of: info)) == "/False")
    #expect(file.text(file.value("/Title", of: info)) == "A report")
    for date in ["/CreationDate", "/ModDate"] {
      #expect(file.text(file.value(date, of: info)) == "D:20240301090000+08'00'")
    }
  }

  @Test func `The one output intent is a press, whose CMYK profile is in the file`() throws {
    let file = try Self.file()
    let intents = file.items(file.value("/OutputIntents"))
    #expect(intents.count == 1)
    let intent = try #require(intents.first)
    #expect(file.source(file.value("/S", of: intent)) == "/GTS_PDFX")
    #expect(file.text(file.value("/OutputConditionIdentifier", of: intent)) == "FOGRA39")
    #expect(file.text(file.value("/RegistryName", of: intent)) == "http://www.color.org")
    let profile = try file.document.streamData(
      file.value("/DestOutputProfile", of: intent), "reading")
    #expect(profile[16..<20].elementsEqual("CMYK".utf8))
    #expect(profile[12..<16].elementsEqual("prtr".utf8))
  }

  @Test func `There are no annotations, actions, bookmarks and tags`() throws {
    let file = try Self.file()
    for key in [
      "/Outlines", "/OpenAction", "/AA", "/Names", "/StructTreeRoot", "/MarkInfo", "/AcroForm",
    ] {
      #expect(file.source(file.value(key)) == "null", "\(key)")
    }
    #expect(file.source(file.value("/Annots", of: file.page(0))) == "null")
    let content = String(decoding: try file.content(0), as: UTF8.self)
    #expect(!content.contains("BDC") && !content.contains("EMC"))
  }

  @Test func `No colour is left in red, green and blue`() throws {
    let file = try Self.file()
    let words = String(decoding: try file.content(0), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    #expect(!words.contains { ["rg", "RG", "g", "G", "sh", "sc", "SC"].contains($0) })
    #expect(words.contains("k"))
  }

  @Test func `Groups are blended in inks`() throws {
    let file = try Self.file()
    let group = file.value("/Group", of: file.page(0))
    #expect(file.source(file.value("/CS", of: group)) == "/DeviceCMYK")
  }

  @Test func `A spot ink is a Separation with its nearest process inks`() throws {
    let file = try Self.file()
    let space = file.value("/Resources", "/ColorSpace", "/AnnalsInk0", of: file.page(0))
    let parts = file.items(space)
    #expect(parts.prefix(3).map(file.source) == ["/Separation", "/PANTONE#207#20C", "/DeviceCMYK"])
    let tints = try #require(parts.last)
    #expect(file.source(file.value("/C1", of: tints)) == "[ 0.5 0 0.25 0 ]")
  }

  @Test func `Black type prints over what lies beneath`() throws {
    let file = try Self.file()
    let state = file.value("/Resources", "/ExtGState", "/AnnalsOver", of: file.page(0))
    #expect(file.source(file.value("/op", of: state)) == "true")
    #expect(file.source(file.value("/OP", of: state)) == "true")
    #expect(file.number(file.value("/OPM", of: state)) == 1)
  }

  @Test func `Every font is in the file`() throws {
    let file = try Self.file()
    let fonts = file.value("/Resources", "/Font", of: file.page(0))
    let keys = file.document.keys(of: fonts)
    #expect(!keys.isEmpty)
    for key in keys {
      let font = file.value(key, of: fonts)
      let descendants = file.items(file.value("/DescendantFonts", of: font))
      let descriptor = file.value("/FontDescriptor", of: descendants.first ?? font)
      let programs = ["/FontFile", "/FontFile2", "/FontFile3"].map {
        file.source(file.value($0, of: descriptor))
      }
      #expect(programs.contains { $0 != "null" }, "\(key)")
    }
  }

  @Test func `A colour without inks is an error that names it`() throws {
    var inks = sampleInks
    inks[Colour(0xFF0000)] = nil
    let list = try Self.list()
    let painted = try paintPDF(list)
    #expect(throws: FinishingError.colourWithoutInks(["#ff0000"])) {
      try finishPress(painted, list: list, plan: Self.plan(inks))
    }
  }

  @Test func `A profile of a screen is refused`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/PDFFinishing/Profiles")
    let screen = [UInt8](try Data(contentsOf: folder.appendingPathComponent("sRGB.icc")))
    for bytes in [screen, [], Array(screen.prefix(100))] {
      #expect(throws: FinishingError.notAPressProfile) {
        try PressCondition(name: "sRGB", profile: bytes)
      }
    }
  }
}
