import Foundation
import Testing

@testable import Themes

@Suite("The documented tokens")
struct TokenTableTests {
  @Test("The documentation's tables are those of the themes")
  func table() throws {
    let file = ShippedFile.root.appending(path: "docs/outline/themes.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let marker = "<!-- The tables are made from the themes. -->\n\n"
    let range = try #require(text.range(of: marker))
    guard text[range.upperBound...] != TokenTable.markdown else { return }
    let whole = text[..<range.upperBound] + TokenTable.markdown
    try whole.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("docs/outline/themes.md was not that of the themes; it has been written anew")
  }
}
