import Foundation
import Publishing
import Records
import Testing

@Suite struct ReportFolderTests {
  @Test func aFolderIsAReportIfItHasAnOutline() throws {
    let fixture = try Fixture()
    let folder = try ReportFolder(at: fixture.path)
    #expect(folder.name == fixture.name)
    #expect(folder.outlineFile == "report.yaml")
  }

  @Test func anOutlineInAFolderIsAReportToo() throws {
    let fixture = try Fixture()
    let folder = try ReportFolder(at: fixture.path + "/brochure.yaml")
    #expect(folder.name == fixture.name)
    #expect(folder.outlineFile == "brochure.yaml")
  }

  @Test(arguments: ["", "/records", "/nowhere", "/text/centres.en.md"])
  func whatIsNotAReportIsWrongUse(path: String) throws {
    let fixture = try Fixture()
    try fixture.remove("report.yaml")
    let failure = #expect(throws: PublishingFailure.self) {
      try ReportFolder(at: fixture.path + path)
    }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.first?.hint != nil)
  }

  @Test func filesAreListedInTheOrderOfTheirNames() throws {
    let fixture = try Fixture()
    try fixture.write("images/b.txt", "")
    try fixture.write("images/B.txt", "")
    try fixture.write("images/.hidden", "")
    let folder = try ReportFolder(at: fixture.path)
    #expect(folder.files(under: "images") == ["images/B.txt", "images/b.txt"])
  }
}
