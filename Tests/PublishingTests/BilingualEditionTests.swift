import Foundation
import Publishing
import Testing

@Suite("Editions in two languages")
struct BilingualEditionTests {
  @Test("Each form is one PDF, named by both languages", arguments: [Product.facing, .parallel])
  func named(product: Product) async throws {
    let result = try await Fixture().built([product])
    let made = try #require(result.made.first)
    #expect(result.made.count == 1)
    #expect(made.path.hasSuffix(".en-zh.\(product.rawValue).pdf"))
    #expect((made.pages ?? 0) > 2)
  }

  @Test(
    "The pages asked for and a proof are made of them too", arguments: [Product.facing, .parallel])
  func heeded(product: Product) async throws {
    let fixture = try Fixture()
    try fixture.edit("report.yaml", "languages:", "pages: multiple of 16\nlanguages:")
    let plan = BuildPlan(
      products: [product], languages: nil, output: fixture.output.path, fonts: try fonts(),
      proof: ProofLayer.allCases)
    let result = try await build(try fixture.reading(), plan)
    #expect(result.made.map(\.pages) == [16, 16])
    #expect(
      result.made.last?.path.hasSuffix(".en-zh.\(product.rawValue).proof.pdf") == true)
  }
}
