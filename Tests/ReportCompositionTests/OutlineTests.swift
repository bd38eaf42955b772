import Records
import Testing

@testable import ReportComposition

@Suite struct OutlineTests {
  private func problems(_ yaml: String) -> [Diagnostic] {
    ReportOutline.parse(yaml, file: "report.yaml").problems
  }

  @Test func anUnknownKeyIsNamedWithWhatWasMeant() {
    let problem = problems(Fixture.yaml("  []", extra: "subtitel: x")).first
    #expect(problem?.code == "unknown-key")
    #expect(problem?.place == Place(file: "report.yaml", line: 7, column: 1))
    #expect(problem?.hint == "did you mean \"subtitle\"?")
  }

  @Test func aMissingTranslationIsNamed() {
    let sections = "  - anchor: a\n    title: {en: Only English}\n    blocks: [colophon]"
    let problem = problems(Fixture.yaml(sections)).first
    #expect(problem?.code == "missing-translation")
    #expect(problem?.message == "a section: \"title\" has no text in \"zh\"")
  }

  @Test func aWrongTypeHasItsPlace() {
    let found = problems(Fixture.yaml("  - anchor: [a]\n    title: {en: A, zh: 甲}"))
    #expect(found.map(\.code) == ["wrong-type"])
    #expect(found.first?.place?.line == 9)
  }

  @Test func anUnknownBlockIsNamed() {
    let sections = "  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks: [{pros: x}]"
    let problem = problems(Fixture.yaml(sections)).first
    #expect(problem?.code == "unknown-block")
    #expect(problem?.hint == "did you mean \"prose\"?")
  }

  @Test func aPictureNeedsItsAlternativeAndLicence() {
    let sections =
      "  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks: [{image: {file: images/a.png}}]"
    let found = problems(Fixture.yaml(sections))
    #expect(found.map(\.message) == ["the image has no \"alt\"", "the image has no \"licence\""])
  }

  @Test(arguments: [
    "", "- a", "a: [", "a: 1\na: 2", "a: \"\\x\"", String(repeating: "[", count: 900),
  ])
  func whatIsNoOutlineIsRefused(_ text: String) {
    let parsed = ReportOutline.parse(text, file: "report.yaml")
    #expect(parsed.outline == nil)
    #expect(parsed.problems.count == 1)
  }

  @Test func itTellsWhichTextsItNeeds() {
    #expect(
      Fixture.outline(Fixture.proseSection)?.textPaths == ["text/one.en.md", "text/one.zh.md"])
  }
}
