import Testing

@testable import PDFFinishing

@Suite struct AttachmentTests {
  private func attachment(_ name: String, _ bytes: String = "a,b\n") -> PDFFinishing.Attachment {
    PDFFinishing.Attachment(
      name: name, mimeType: "text/csv", relationship: .data, description: "Data (all)",
      modified: "2024-03-01T09:00:00Z", bytes: Array(bytes.utf8))
  }

  private func plan(_ attachments: PDFFinishing.Attachment...) -> FinishingPlan {
    var plan = samplePlan
    plan.conformance = .a3aUA1
    plan.attachments = attachments
    return plan
  }

  @Test func `Attachments are found by name and tied to the document`() throws {
    let list = try reportSample()
    let file = try FinishedFile(
      try finished(list, plan(attachment("b.csv"), attachment("a (\u{4E2D}).csv", ""))))
    let names = file.items(file.value("/Names", "/EmbeddedFiles", "/Names"))
    #expect(names.count == 4)
    #expect(file.text(names[0]) == "b.csv")
    #expect(file.text(names[2]) == "a (\u{4E2D}).csv")
    let stream = file.value("/EF", "/F", of: names[1])
    #expect(try file.document.streamData(stream, "reading") == Array("a,b\n".utf8))
    #expect(file.source(file.value("/AFRelationship", of: names[1])) == "/Data")
    #expect(file.items(file.value("/AF")).count == 2)
  }

  @Test func `PDF/A-2 takes no attachments`() throws {
    var plan = plan(attachment("a.csv"))
    plan.conformance = .a2aUA1
    let list = try reportSample()
    #expect(throws: FinishingError.attachmentsNeedA3) { try finished(list, plan) }
  }

  @Test func `Two attachments of one name are an error`() throws {
    let list = try reportSample()
    #expect(throws: FinishingError.duplicateAttachment("a.csv")) {
      try finished(list, plan(attachment("a.csv"), attachment("a.csv")))
    }
  }

  @Test(arguments: ["", "text", "text/", "text/c sv", "a/b/c", "text/<<"])
  func `A media type that is none is an error`(type: String) throws {
    var file = attachment("a.csv")
    file.mimeType = type
    let list = try reportSample()
    #expect(throws: FinishingError.metadata(field: "media type of a.csv", value: type)) {
      try finished(list, plan(file))
    }
  }
}
