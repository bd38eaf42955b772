import Foundation
import Publishing
import Records
import Testing

@Suite struct PressEditionTests {
  private static let title = "title: {en: Made-up international report"

  @Test func `Each language is a file for the press, with as many pages as the PDF`() async throws {
    let result = try await Fixture().built([.pdf, .press])
    for language in ["en", "zh"] {
      let read = try #require(result.made.first { $0.path.hasSuffix("2031.\(language).pdf") })
      let press = try #require(result.made.first { $0.path.hasSuffix(".\(language).press.pdf") })
      #expect(press.pages == read.pages)
    }
  }

  @Test func `The file is PDF/X-4 in inks, and the same in every build`() async throws {
    let fixture = try Fixture()
    _ = try await fixture.built([.press])
    let before = try contents(of: fixture.output)
    _ = try await fixture.built([.press])
    #expect(try contents(of: fixture.output) == before)
    let file = try #require(before["made-up-2031.en.press.pdf"])
    #expect(file.starts(with: Data("%PDF-1.6".utf8)))
    #expect(file.range(of: Data("<pdfxid:GTS_PDFXVersion>PDF/X-4<".utf8)) != nil)
    let place = fixture.output.appendingPathComponent("made-up-2031.en.press.pdf").path
    try run("/usr/bin/env", ["qpdf", "--check", place])
  }

  @Test func `A profile that is none of a press is an error at the outline's line`() async throws {
    let fixture = try Fixture()
    try fixture.write("press.icc", "not a profile")
    try fixture.edit(
      "report.yaml", Self.title, "press: {profile: press.icc, condition: FOGRA51}\n\(Self.title)")
    let failure = await #expect(throws: PublishingFailure.self) {
      try await fixture.built([.press])
    }
    let problem = try #require(failure?.diagnostics.first { $0.code == "bad-profile" })
    #expect(problem.message.contains("\"press.icc\""))
    #expect(problem.place?.file == "report.yaml")
  }

  @Test func `A colour of one's own is printed by inks made from it`() async throws {
    let fixture = try Fixture()
    try fixture.edit("report.yaml", Self.title, "theme: {accent: \"#7a1f4b\"}\n\(Self.title)")
    #expect(try await fixture.built([.press]).made.count == 2)
  }
}
