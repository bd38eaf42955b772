import CQPDF
import Foundation
import Testing

@testable import PDFFinishing

@Suite struct MetadataTests {
  private static let hostile = [
    "paren ( ) ) \\ \\", "<a href=\"x\">&amp; ]]> <?xpacket end", "\u{4E2D}\u{6587}\u{1F600}",
    "line\nbreak\u{0}\u{1B}en\u{7}", "\u{FE}\u{FF}ab", "\u{202E}rtl", "'%s%n'",
  ]

  @Test(arguments: hostile)
  func `Any text is the same in Info and in XMP`(text: String) throws {
    var plan = samplePlan
    plan.title = text
    plan.author = text
    plan.subject = text
    plan.keywords = [text, text]
    let file = try FinishedFile(try finished(try reportSample(), plan))
    let info = file.document.get("/Info", of: qpdf_get_trailer(file.document.data))
    let clean = cleaned(text)
    #expect(file.text(file.value("/Title", of: info)) == clean)
    #expect(file.text(file.value("/Keywords", of: info)) == "\(clean), \(clean)")
    let stream = file.value("/Metadata")
    let packet = String(
      decoding: try file.document.streamData(stream, "reading"), as: UTF8.self)
    let inner = clean.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
    #expect(packet.contains("<rdf:li xml:lang=\"x-default\">\(inner)</rdf:li>"))
    #expect(packet.contains("<rdf:Seq><rdf:li>\(inner)</rdf:li></rdf:Seq>"))
  }

  @Test func `The claim names both standards`() throws {
    let packet = try Metadata(samplePlan).packet
    #expect(packet.contains("<pdfaid:part>2</pdfaid:part>"))
    #expect(packet.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
    #expect(packet.contains("<pdfuaid:part>1</pdfuaid:part>"))
  }

  @Test(arguments: [
    "", "2024", "2024-03-01", "2024-03-01T09:00:00", "2024-13-01T09:00:00Z",
    "2024-03-01T09:00:00+0800", "2024-03-01T09:00:00+08:0\u{660}", "2024-03-01T29:00:00Z",
  ])
  func `A date that is not a full time stamp is an error`(date: String) {
    var plan = samplePlan
    plan.created = date
    #expect(throws: FinishingError.metadata(field: "creation date", value: date)) {
      try Metadata(plan)
    }
  }

  @Test func `Dates are written for PDF with their zone`() {
    #expect(Timestamp("2024-03-01T09:00:00+08:00")?.pdf == "D:20240301090000+08'00'")
    #expect(Timestamp("2024-03-01T09:00:00Z")?.pdf == "D:20240301090000Z")
  }

  @Test func `A blank title and an odd language are errors`() {
    var plan = samplePlan
    plan.title = " \n"
    #expect(throws: FinishingError.self) { try Metadata(plan) }
    plan = samplePlan
    plan.language = "en)/X"
    #expect(throws: FinishingError.self) { try Metadata(plan) }
  }
}
