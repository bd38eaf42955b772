import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct ArchivalEditionTests {
  private func archived(_ fixture: Fixture) async throws -> URL {
    let archive = fixture.around.appendingPathComponent("archive")
    _ = try await addToArchive(
      try fixture.reading(), archive: archive.path, fonts: try fonts())
    return archive
  }

  @Test func aPackageHoldsTheEditionsTheSourcesAndTheLedger() async throws {
    let fixture = try Fixture()
    let files = try contents(of: try await archived(fixture))
    for path in [
      "data/pdf/made-up-2031.en.pdf", "data/pdf/made-up-2031.zh.pdf", "data/web/index.html",
      "data/web/zh/index.html", "data/sources/report.yaml", "data/sources/text/centres.zh.md",
      "data/ledger/ledger.sqlite", "data/ledger/records.json", "data/README.txt",
    ] {
      #expect(files.keys.contains { $0.hasSuffix("/" + path) }, "\(path)")
    }
  }

  @Test func noPrivateValueLeavesTheReport() async throws {
    let secret = Data("secret@example.org".utf8)
    let fixture = try Fixture()
    let files = try contents(of: try await archived(fixture))
    #expect(!files.isEmpty)
    for (path, data) in files {
      #expect(data.range(of: secret) == nil, "\(path)")
    }
  }

  @Test func theSameReportMakesNoSecondEdition() async throws {
    let fixture = try Fixture()
    let first = try contents(of: try await archived(fixture))
    #expect(try contents(of: try await archived(fixture)) == first)
  }

  @Test func aSoundArchiveIsVerifiedAndAFlippedByteIsFound() async throws {
    let fixture = try Fixture()
    let archive = try await archived(fixture)
    #expect(try verifyArchive(at: archive.path).diagnostics.isEmpty)
    for path in try contents(of: archive).keys.sorted() {
      let file = archive.appendingPathComponent(path)
      let whole = try Data(contentsOf: file)
      var changed = whole
      guard !changed.isEmpty else { continue }
      changed[changed.count / 2] ^= 1
      try changed.write(to: file)
      #expect(try verifyArchive(at: archive.path).diagnostics.hasErrors, "\(path)")
      try whole.write(to: file)
    }
  }
}
