import Foundation
import Publishing
import Records
import Testing
import Typesetting

/// A paragraph that did not change between builds is not broken again.
@Suite struct ParagraphReuseTests {
  @Test func aSecondBuildBreaksNothingAndWritesTheSameBytes() async throws {
    let fixture = try Fixture()
    let store = ParagraphStore()
    let plan = BuildPlan(
      products: [.pdf], languages: nil, output: fixture.output.path, fonts: try fonts())
    _ = try await build(try fixture.reading(), plan, paragraphs: store)
    let files = try contents(of: fixture.output)
    let first = store.tally
    #expect(first.broken > 20)
    _ = try await build(try fixture.reading(), plan, paragraphs: store)
    #expect(store.tally.broken == first.broken)
    #expect(store.tally.reused > first.reused)
    #expect(try contents(of: fixture.output) == files)
  }
}
