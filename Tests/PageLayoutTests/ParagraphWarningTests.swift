import DocumentModel
import Testing

@testable import PageLayout

/// What a layout says of lines that are merely ugly.
@Suite struct ParagraphWarningTests {
  private func warnings(_ text: String) throws -> [String] {
    let chapter = Fixture.chapter("a", [.paragraph([.text(text)])])
    return try Fixture.layOut(Fixture.document([chapter])).warnings.map(\.message)
  }

  @Test func `a line that is letterspaced is told with its number`() throws {
    // No pattern divides the third word, and beside the first two there is no room for it.
    let count = Int(Theme().textWidth * 0.92 / (Theme().latinSize * 0.5))
    let found = try warnings("abc defg " + String(repeating: "x", count: count) + " and more of it")
    #expect(
      found == ["line 1 is letterspaced, because nothing else fits its measure"], "\(found)")
  }

  @Test func `prose has no warnings`() throws {
    #expect(try warnings(String(repeating: "The partners met in spring. ", count: 30)).isEmpty)
  }
}
