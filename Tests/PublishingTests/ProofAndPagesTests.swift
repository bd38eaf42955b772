import Foundation
import Publishing
import Records
import Testing

@Suite struct ProofAndPagesTests {
  private func build(
    _ fixture: Fixture, _ products: [Product] = [.pdf], proof: [ProofLayer] = []
  ) async throws -> BuildResult {
    let plan = BuildPlan(
      products: products, languages: ["en"], output: fixture.output.path, fonts: try fonts(),
      proof: proof)
    return try await Publishing.build(try fixture.reading(), plan)
  }

  @Test func `a proof stands beside the report, which stays as it is`() async throws {
    let fixture = try Fixture()
    _ = try await build(fixture)
    let plain = try contents(of: fixture.output)
    let result = try await build(fixture, [.pdf, .booklet], proof: ProofLayer.allCases)
    let names = result.made.map { URL(fileURLWithPath: $0.path).lastPathComponent }
    #expect(
      names == [
        "made-up-2031.en.pdf", "made-up-2031.en.proof.pdf", "made-up-2031.en.brochure.pdf",
        "made-up-2031.en.brochure.proof.pdf", "made-up-2031.en.booklet.pdf",
      ])
    #expect(result.made[0].pages == result.made[1].pages)
    let both = try contents(of: fixture.output)
    #expect(both["made-up-2031.en.pdf"] == plain["made-up-2031.en.pdf"])
    #expect(both["made-up-2031.en.proof.pdf"] != plain["made-up-2031.en.pdf"])
  }

  @Test func `a proof needs pages`() async throws {
    let fixture = try Fixture()
    let failure = await #expect(throws: PublishingFailure.self) {
      try await build(fixture, [.html], proof: [.grid])
    }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.map(\.code) == ["no-proof"])
  }

  @Test func `unknown marks are wrong use`() throws {
    let fixture = try Fixture()
    let run = try annals(["build", fixture.path, "--proof", "grid,blots"])
    #expect(run.code == 2)
    #expect(run.errors.contains("blots"))
  }

  @Test func `pages that are asked for are made, and their price is told`() async throws {
    let fixture = try Fixture()
    let natural = try #require(try await build(fixture).made.first?.pages)
    try fixture.edit("report.yaml", "languages:", "pages: multiple of \(natural + 2)\nlanguages:")
    let result = try await build(fixture)
    #expect(result.made.first?.pages == natural + 2)
    let told = try #require(result.diagnostics.first { $0.code == "pages-traded" })
    #expect(told.message.contains("\(natural) without"))
    #expect((told.place?.line ?? 0) > 0)
  }

  @Test func `pages that cannot be made are told, and the report is made without`() async throws {
    let fixture = try Fixture()
    let natural = try #require(try await build(fixture).made.first?.pages)
    try fixture.edit("report.yaml", "languages:", "pages: 1\nlanguages:")
    let result = try await build(fixture)
    #expect(result.made.first?.pages == natural)
    #expect(result.diagnostics.contains { $0.code == "pages-not-met" })
  }

  @Test func `a brochure has a number of pages of its own`() async throws {
    let fixture = try Fixture()
    try fixture.edit("brochure.yaml", "languages:", "pages: multiple of 4\nlanguages:")
    let result = try await build(fixture, [.booklet])
    #expect(result.made.first?.pages?.isMultiple(of: 4) == true)
  }
}
