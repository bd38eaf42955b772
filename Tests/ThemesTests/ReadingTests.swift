import Geometry
import Records
import Testing

@testable import Themes

@Suite("Themes as a report names and changes them")
struct ReadingTests {
  private func read(
    _ yaml: String, form: String = "report"
  ) throws -> (design: Design, problems: [Diagnostic]) {
    let node = try YAMLReader.parse(Array(yaml.utf8), file: "report.yaml")
    return Design.read(node?["theme"], form: form)
  }

  @Test("Each shipped theme gives every token, and nothing else", arguments: Design.names)
  func complete(name: String) throws {
    let design = try Design.named(name)
    #expect(design.light.count == ColourRole.allCases.count)
    #expect(design.dark.count == ColourRole.allCases.count)
    #expect(design.press.count == ColourRole.allCases.count)
    #expect(design.numbers.count == NumberToken.allCases.count)
    #expect(design.choices.count == ChoiceToken.allCases.count)
    #expect(design.faces.count == FaceToken.allCases.count)
    #expect(try ShippedFile(name).keys == Set(Design.tokens))
  }

  @Test("Themes differ in their forms, not only in their colours")
  func differences() throws {
    let designs = try Design.names.map { try Design.named($0) }
    for token in [ChoiceToken.cover, .opener, .keyFigures, .heads] {
      #expect(Set(designs.map { $0[token] }).count == 3, "\(token)")
    }
  }

  @Test("A name alone, or a base with single tokens")
  func base() throws {
    #expect(try read("theme: editorial").design.name == "editorial")
    let (design, problems) = try read("theme: {base: accounts, accent: \"#7a1f4b\", page: a5}")
    #expect(problems.map(\.code) == ["calculated-inks"])
    #expect(design[.accent] == Colour(0x7A1F4B))
    #expect(design[.series1] == Colour(0x7A1F4B), "what names a role follows it")
    #expect(design[.page] == "a5")
    #expect(design[.heads] == "head")
  }

  @Test("A new accent brings its own dark colour and inks")
  func followers() throws {
    let design = try read("theme: {accent: \"#0b3c55\"}").design
    #expect(design[dark: .accent].contrast(with: design[dark: .paper]) >= 4.5)
    #expect(design[dark: .series1] == design[dark: .accent])
    #expect(design[inks: .accent] == Colour(0x0B3C55).plainInks)
  }

  @Test("A colour without an ink build is told at its line, with the token that gives it one")
  func inks() throws {
    let alone = try read("theme:\n  accent: \"#0b3c55\"\n  second: ink").problems
    #expect(alone.map(\.code) == ["calculated-inks"])
    #expect(alone.first?.severity == .warning)
    #expect(alone.first?.place == Place(file: "report.yaml", line: 2, column: 11))
    #expect(alone.first?.message.contains("\"87 29 0 67\"") == true)
    #expect(alone.first?.hint?.contains("`press-accent:`") == true)
    let whole = "theme: {accent: \"#0b3c55\", press-accent: 100 60 30 45}"
    #expect(try read(whole).problems.isEmpty)
    #expect(try read("theme: editorial").problems.isEmpty)
  }

  @Test("The size and the grid of the body hold for both languages unless each has its own")
  func bothLanguages() throws {
    let both = try read("theme: {body-size: \"10.5\", leading: 14}").design
    #expect(both[.chineseBodySize] == 10.5)
    #expect(both[.chineseLeading] == 14)
    #expect(try read("theme: {body-size: 9, body-size-zh: 11}").design[.chineseBodySize] == 11)
  }

  @Test("A brochure lays its page over any theme, and the report's own tokens over that")
  func brochure() throws {
    #expect(try read("theme: editorial", form: "brochure").design[.page] == "a5")
    let own = try read("theme: {base: editorial, page: square}", form: "brochure").design
    #expect(own[.page] == "square")
    #expect(own[.cover] == "pattern")
  }

  @Test(
    "What is wrong is told with its place and a way out",
    arguments: [
      ("theme: editoral", "unknown-theme", 1, 8, "editorial"),
      ("theme:\n  acent: \"#000000\"", "unknown-token", 2, 3, "accent"),
      ("theme:\n  accent: red", "bad-token", 2, 11, "#a3281c"),
      ("theme:\n  cover: fild", "bad-token", 2, 10, "field"),
      ("theme:\n  page: b5", "bad-token", 2, 9, "a5"),
      ("theme:\n  inner-mm: nan", "bad-token", 2, 13, "5 to 80"),
      ("theme:\n  side-columns: 2.5", "bad-token", 2, 17, "whole"),
      ("theme:\n  press-ink: 100 100 100 10", "bad-token", 2, 14, "300"),
      ("theme:\n  ink: \"#e0e0e0\"", "low-contrast", 2, 8, "4.5"),
      ("theme: [a]", "wrong-type", 1, 8, "mapping"),
    ])
  func faults(yaml: String, code: String, line: Int, column: Int, hint: String) throws {
    let problem = try #require(try read(yaml).problems.first)
    #expect(problem.code == code)
    #expect(problem.place == Place(file: "report.yaml", line: line, column: column))
    #expect(problem.hint?.contains(hint) == true, "\(problem.hint ?? "")")
  }

  @Test("Colours that lead in a circle are an error and not an endless search")
  func circle() throws {
    let problems = try read("theme: {accent: second, second: accent}").problems
    #expect(problems.contains { $0.code == "bad-token" })
  }
}
