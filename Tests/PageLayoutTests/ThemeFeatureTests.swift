import DisplayList
import DocumentModel
import Testing
import Typesetting

@testable import PageLayout

@Suite("Features of type that a theme chooses")
struct ThemeFeatureTests {
  /// The features of each run of a page's first paragraph that has a text, by its glyphs: two themes
  /// set the same text with other glyphs.
  private func glyphs(_ text: String, _ change: (inout TypeChoice) -> Void) throws -> [UInt32] {
    var theme = Theme()
    change(&theme.type)
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.paragraph([.text(text)])])]), theme: theme
    ).list
    let page = try #require(list.pages.last)
    var found: [UInt32] = []
    for run in page.runs {
      guard case .node(let node) = run.owner, list.structure[node].role == .paragraph else {
        continue
      }
      for case .text(let item) in run.items { found += page.glyphs[item.glyphs].map(\.id) }
    }
    return found
  }

  @Test("Prose has old-style or lining figures, as the theme says")
  func figures() throws {
    let oldStyle = try glyphs("In 2031 there were 468.") { $0.oldStyleFigures = true }
    let lining = try glyphs("In 2031 there were 468.") { $0.oldStyleFigures = false }
    #expect(oldStyle.count == lining.count)
    #expect(zip(oldStyle, lining).count { $0 != $1 } == 7)
  }

  @Test("3/4 is one sign where the theme builds fractions, and 2030/31 is not")
  func fractions() throws {
    let text = "Of all 3/4 came in 2030/31."
    let plain = try glyphs(text) { $0.buildsFractions = false }
    let built = try glyphs(text) { $0.buildsFractions = true }
    #expect(plain.count == built.count)
    #expect(zip(plain, built).count { $0 != $1 } == 3)
  }

  @Test("Labels and running heads are small capitals where the theme says so")
  func labels() {
    var theme = Theme()
    for isSmall in [false, true] {
      theme.type.labelsAreSmallCapitals = isSmall
      let scale = TypeScale(theme: theme, language: "en")
      for role in [TextRole.label, .runningHead] {
        #expect(scale.style(role).features.contains("smcp") == isSmall)
      }
      #expect(!TypeScale(theme: theme, language: "zh-Hans").style(.label).features.contains("smcp"))
    }
  }

  @Test("Tables have tabular lining figures in every theme", arguments: ["en", "zh-Hans"])
  func tables(language: String) {
    let scale = TypeScale(theme: Theme(), language: language)
    for role in [TextRole.tableCell, .tableHead] {
      #expect(scale.style(role).features == ["tnum", "lnum"])
    }
  }

  @Test(
    "A fraction is a part of a whole with nothing beside it",
    arguments: [
      ("3/4", ["3/4"]), ("1/2 and 2/3.", ["1/2", "2/3"]), ("24/7", []), ("2030/31", []),
      ("1/2/2031", []), ("12/2031", []), ("and/or", []), ("a1/2", []), ("1/2a", []), ("0/5", []),
      ("0.1/2", []), ("占1/3的人", ["1/3"]), ("11/12,", ["11/12"]), ("/", []), ("1/", []),
      ("1/2-3", []),
    ])
  func parts(text: String, fractions: [String]) {
    let parts = text.fractionParts
    #expect(parts.filter(\.isFraction).map { String($0.text) } == fractions)
    #expect(parts.map { String($0.text) }.joined() == text)
  }
}
