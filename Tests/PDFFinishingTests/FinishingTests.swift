import CQPDF
import DisplayList
import Foundation
import Geometry
import PDFPainter
import Testing

@testable import PDFFinishing

@Suite struct FinishingTests {
  @Test func `The same list gives the same bytes twice`() throws {
    let list = try reportSample()
    #expect(try finished(list) == finished(list))
  }

  @Test func `The sample can be kept for an outside checker`() throws {
    let list = try reportSample()
    var plan = samplePlan
    let two = try finished(list)
    plan.conformance = .a3aUA1
    plan.attachments = [
      PDFFinishing.Attachment(
        name: "data.csv", mimeType: "text/csv", relationship: .data, description: "The records",
        modified: "2024-03-01T09:00:00Z", bytes: Array("a,b\n1,2\n".utf8))
    ]
    let three = try finished(list, plan)
    #expect(two.starts(with: "%PDF-1.7".utf8) && three.starts(with: "%PDF-1.7".utf8))
    guard let folder = ProcessInfo.processInfo.environment["ANNALS_KEEP_SAMPLES"] else { return }
    try Data(two).write(to: URL(fileURLWithPath: folder + "/sample-2a.pdf"))
    try Data(three).write(to: URL(fileURLWithPath: folder + "/sample-3a.pdf"))
  }

  @Test func `A run more or less than the page has marks is an error`() throws {
    var list = try reportSample()
    let painted = try paintPDF(list)
    list.pages[0].runs.append(MarkedRun(owner: .artifact(.layout)))
    let count = list.pages[0].runs.count
    #expect(throws: FinishingError.markerCount(page: 0, expected: count, found: count - 1)) {
      try finishPDF(painted, list: list, plan: samplePlan)
    }
    list.pages[0].runs.removeLast()
    list.pages[1].runs.removeLast()
    #expect(throws: FinishingError.self) {
      try finishPDF(painted, list: list, plan: samplePlan)
    }
  }

  @Test func `A page more than painted is an error`() throws {
    var list = try reportSample()
    let painted = try paintPDF(list)
    list.pages.append(Page(size: .a4))
    #expect(throws: FinishingError.pageCount(expected: 3, found: 2)) {
      try finishPDF(painted, list: list, plan: samplePlan)
    }
  }

  @Test(arguments: [0, 5, 200, 5_000])
  func `Damaged bytes are an error and no trap`(count: Int) throws {
    let list = try reportSample()
    let painted = Array(try paintPDF(list).prefix(count))
    #expect(throws: FinishingError.self) {
      try finishPDF(painted, list: list, plan: samplePlan)
    }
  }

  @Test func `Pages have their true boxes and the tab order of the structure`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    #expect(file.source(file.value("/MediaBox", of: file.page(1))) == "[ 0 0 419.5276 595.2756 ]")
    #expect(file.source(file.value("/TrimBox", of: file.page(1))) == "[ 0 0 419.5276 595.2756 ]")
    #expect(file.source(file.value("/Tabs", of: file.page(0))) == "/S")
  }

  @Test func `Bookmarks nest by level and keep their text`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let first = file.value("/Outlines", "/First")
    #expect(file.text(file.value("/Title", of: first)) == "International cooperation")
    let inner = file.text(file.value("/First", "/Title", of: first))
    #expect(inner == "List (parens) \\ \u{4E00}")
    #expect(file.text(file.value("/Next", "/Title", of: first)) == "\u{4E2D}\u{6587}")
    #expect(file.number(file.value("/Outlines", "/Count")) == 2)
  }

  @Test func `A ligature's text comes from its font and not from a span`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let content = String(decoding: try file.content(0), as: UTF8.self)
    #expect(!content.contains("ActualText"))
    let fonts = file.value("/Resources", "/Font", of: file.page(0))
    let maps = try file.document.keys(of: fonts).map { name in
      let map = file.value(name, "/ToUnicode", of: fonts)
      return String(decoding: try file.document.streamData(map, "reading"), as: UTF8.self)
    }
    #expect(maps.contains { $0.contains("<0001> <00660069>") })
    #expect(!maps.contains { $0.contains("<fb01>") })
  }
}
