import DisplayList
import Fonts
import Geometry
import Testing
import Themes
import Typesetting

@testable import PageLayout

@Suite("Every pattern with too little and too much")
struct PaperDollTests {
  @Test(
    "No text leaves its frame and none lies over other text",
    arguments: Design.names, ["a4", "a5", "square"])
  func pages(name: String, page: String) throws {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    let theme = try Theme.named(name, overrides: ["page": page])
    for language in ["en", "zh-Hans"] {
      let frames = theme.squared(for: language)
      for amount in PaperDoll.Amount.allCases {
        let doll = PaperDoll(language: language, amount: amount)
        let laidOut = try PageLayout.layOut(doll.document, theme: theme, typesetter: typesetter)
        let list = laidOut.list
        let faults =
          list.problems()
          + list.pages.indices.flatMap { list.faults(on: $0, theme: frames, hasGround: $0 == 0) }
        #expect(faults == [], "\(language), \(amount)")
      }
    }
  }
}
