import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct RebuildTests {
  @Test func theSameReportGivesTheSameBytes() async throws {
    let fixture = try Fixture()
    let products: [Product] = [.pdf, .html, .booklet]
    _ = try await fixture.built(products)
    let first = try contents(of: fixture.output)
    _ = try await fixture.built(products)
    #expect(try contents(of: fixture.output) == first)
    #expect(first.keys.contains("made-up-2031.zh.booklet.pdf"))
  }

  @Test func whatIsMadeIsListedAndLiesWhereItIsDocumented() async throws {
    let fixture = try Fixture()
    let result = try await fixture.built()
    let folder = fixture.output.path
    let paths = result.made.map(\.path)
    #expect(
      paths == [
        "\(folder)/made-up-2031.en.pdf", "\(folder)/made-up-2031.zh.pdf",
        "\(folder)/web/index.html",
      ])
    let files = try contents(of: fixture.output)
    #expect(files["web/en/index.html"] != nil)
    #expect(files["web/zh/index.html"] != nil)
    let sizes = result.made.prefix(2).map { files["\($0.path.dropFirst(folder.count + 1))"]?.count }
    #expect(sizes == result.made.prefix(2).map { Optional($0.bytes) })
    #expect(result.made.prefix(2).allSatisfy { ($0.pages ?? 0) > 1 })
  }

  @Test func oneLanguageAloneIsMadeWhenAsked() async throws {
    let fixture = try Fixture()
    let plan = BuildPlan(
      products: [.html], languages: ["zh"], output: fixture.output.path, fonts: try fonts())
    _ = try await build(try fixture.reading(), plan)
    let files = try contents(of: fixture.output)
    #expect(files["web/zh/index.html"] != nil)
    #expect(files["web/en/index.html"] == nil)
  }

  @Test func aLanguageThatTheReportDoesNotHaveIsWrongUse() async throws {
    let fixture = try Fixture()
    let plan = BuildPlan(
      products: [.html], languages: ["fr"], output: fixture.output.path, fonts: try fonts())
    let failure = await #expect(throws: PublishingFailure.self) {
      try await build(try fixture.reading(), plan)
    }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.first?.hint?.contains("en, zh") == true)
  }
}
