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
}
