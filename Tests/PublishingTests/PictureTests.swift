import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct PictureTests {
  private static let image = [
    "      - image:", "          file: images/centre.png",
    "          alt: {en: The centre., zh: 中心。}", "          licence: CC0",
    "      - prose: centres",
  ].joined(separator: "\n")

  private func fixture(_ bytes: [UInt8]?) throws -> Fixture {
    let fixture = try Fixture()
    try fixture.edit("report.yaml", "      - prose: centres", Self.image)
    if let bytes { try fixture.write("images/centre.png", bytes: bytes) }
    return fixture
  }

  private func problem(_ fixture: Fixture) async throws -> Diagnostic {
    let problems = try await fixture.problems()
    return try #require(
      problems.first { $0.severity == .error && $0.message.contains("images/centre.png") },
      "\(problems)")
  }

  @Test func aMissingPictureIsAnErrorWhereTheOutlineNamesIt() async throws {
    let problem = try await problem(try fixture(nil))
    #expect(problem.place?.file == "report.yaml")
    #expect((16...17).contains(problem.place?.line ?? 0))
    #expect(problem.hint != nil)
  }

  @Test func aTextThatCallsItselfAPictureIsAnError() async throws {
    let problem = try await problem(try fixture(Array("hello".utf8)))
    #expect(problem.message.contains("neither JPEG nor PNG"))
  }

  @Test func aPixelBombIsAnErrorBeforeItIsDecoded() async throws {
    let problem = try await problem(try fixture(png(width: 20_000, height: 20_000)))
    #expect(problem.message.contains("20000"))
  }

  @Test func aLinkOutOfTheReportIsRefused() async throws {
    let fixture = try fixture(nil)
    let outside = fixture.around.appendingPathComponent("outside.png")
    try Data(png(width: 2, height: 2)).write(to: outside)
    let images = fixture.url.appendingPathComponent("images")
    try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: images.appendingPathComponent("centre.png"), withDestinationURL: outside)
    #expect(try await problem(fixture).message.contains("outside"))
  }
}
