import Geometry
import Testing

@testable import PageLayout

@Suite("Themes and their tokens")
struct ThemeTests {
  @Test("Twelve columns and their gutters fill the width between the margins")
  func grid() {
    let theme = Theme()
    #expect(abs(theme.span(12) - theme.width) < 1e-9)
    #expect(abs(theme.textX + theme.textWidth - theme.width) < 1e-9)
  }

  @Test("A measure in millimetres centres one column")
  func measure() throws {
    let theme = try Theme.named("report", overrides: ["measure-mm": "140"])
    #expect(abs(theme.textWidth - Length.mm(140).points) < 1e-9)
    #expect(theme.columns == .single)
  }

  @Test("An unknown token is an error that lists the known ones")
  func unknownToken() {
    #expect(throws: LayoutError.unknownToken(name: "colour", known: Theme.tokens)) {
      try Theme.named("report", overrides: ["colour": "#000000"])
    }
  }

  @Test(
    "A value that does not fit its token is an error",
    arguments: [("accent", "red"), ("measure-mm", "nan"), ("measure-mm", "1e308"), ("page", "b5")])
  func badValue(token: String, value: String) {
    #expect(throws: LayoutError.self) {
      try Theme.named("report", overrides: [token: value])
    }
  }

  @Test("The brochure is A5")
  func brochure() throws {
    #expect(try Theme.named("brochure").page == .a5)
  }
}
