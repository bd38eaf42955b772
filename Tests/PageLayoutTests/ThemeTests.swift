import DisplayList
import DocumentModel
import Geometry
import Testing
import Themes

@testable import PageLayout

@Suite("Themes on pages")
struct ThemeTests {
  @Test(
    "Twelve columns and their gutters fill the width between the margins", arguments: Design.names)
  func grid(name: String) throws {
    let theme = try Theme.named(name)
    #expect(abs(theme.span(12) - theme.width) < 1e-9)
    #expect(abs(theme.textX + theme.textWidth - theme.width) < 1e-9)
  }

  @Test("The standard values are those of the first shipped theme")
  func standard() throws {
    #expect(try Theme() == Theme.named("institutional"))
  }

  @Test("A measure in millimetres centres one column")
  func measure() throws {
    let theme = try Theme.named("report", overrides: ["measure-mm": "140"])
    #expect(abs(theme.textWidth - Length.mm(140).points) < 1e-9)
    #expect(theme.columns == .single)
  }

  @Test(
    "An unknown token or a value that does not fit is an error",
    arguments: [
      ("colour", "#000000"), ("accent", "red"), ("measure-mm", "nan"), ("measure-mm", "1e308"),
      ("page", "b5"),
    ])
  func badValue(token: String, value: String) {
    #expect(throws: (any Error).self) { try Theme.named("report", overrides: [token: value]) }
  }

  @Test("The brochure is A5")
  func brochure() throws {
    #expect(try Theme.named("brochure").page == .a5)
  }

  private func document(long: Bool, language: String = "en") -> ReportDocument {
    let name = long ? "Very long name of a chapter about many things that a year may bring " : "One"
    var section = Fixture.chapter("a", [Fixture.prose(120)])
    section.number = "1"
    section.title = [.text(String(repeating: name, count: long ? 2 : 1))]
    section.lead = long ? [.text(String(repeating: "A sentence that says it. ", count: 6))] : []
    let figure = KeyFigure(
      value: ValueReference(name: "f", text: long ? "123,456,789" : "7"),
      qualifier: long ? "at least" : "", unit: long ? "person-days of training" : "",
      label: [.text(long ? "Label of several words that runs on" : "Label")], detail: [])
    section.blocks.append(.keyFigures(Array(repeating: figure, count: long ? 7 : 1)))
    section.sideFigures = long ? [figure, figure] : []
    return Fixture.document([section])
  }

  @Test(
    "With too little and with too much, no words leave the page and each page is sound",
    arguments: Design.names, [false, true])
  func paperDoll(name: String, long: Bool) throws {
    for form in ["a4", "a5", "square"] {
      let theme = try Theme.named(name, overrides: ["page": form])
      let list = try Fixture.layOut(document(long: long), theme: theme).list
      #expect(list.problems() == [])
      for page in list.pages.indices {
        for word in list.words(on: page) {
          #expect(word.x >= 0 && word.x < theme.page.width, "\(form), page \(page + 1)")
        }
      }
    }
  }

  @Test("A ground that bleeds ends at the edge of its page")
  func bleed() throws {
    let theme = try Theme.named("editorial")
    let list = try Fixture.layOut(document(long: false), theme: theme).list
    let grounds = list.pages.flatMap(\.runs).flatMap(\.items).compactMap { item in
      if case .fill(let path, theme.tint) = item { path.bounds } else { nil }
    }
    let ground = try #require(grounds.first)
    #expect(ground.x == 0 && ground.y == 0 && ground.width == theme.page.width.rounded(.up))
    #expect(ground.maxY > theme.top && ground.maxY < theme.page.height * 0.6)
  }

  @Test("Each form leaves its mark", arguments: Design.names)
  func forms(name: String) throws {
    let theme = try Theme.named(name)
    let list = try Fixture.layOut(document(long: false), theme: theme).list
    let last = try #require(list.pages.last)
    let fills = last.runs.flatMap(\.items).contains { item in
      if case .fill(let path, theme.palette.field) = item {
        return path.bounds.width >= theme.page.width
      }
      return false
    }
    #expect(fills == theme.forms.hasBackCover)
    let title = try #require(list.baselines(.heading2, page: 2).first)
    switch theme.forms.opener {
    case .hanging: #expect(title > theme.top + theme.height * 0.2)
    case .field: #expect(title > theme.top + theme.height * 0.15)
    case .bar: #expect(title < theme.top + theme.latinLeading * 3)
    }
  }
}
