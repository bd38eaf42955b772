import Records
import Testing

@testable import ReportComposition

@Suite struct OutlineFiguresTests {
  private static func parse(_ extra: String) -> (outline: ReportOutline?, problems: [Diagnostic]) {
    ReportOutline.parse(Fixture.yaml(Fixture.proseSection, extra: extra), file: "report.yaml")
  }

  @Test func `targets, earlier reports and suppression are read with their precision`() {
    let outline = Self.parse(
      """
      targets: {a.total: "200+"}
      published: {"2018": {a.total: "4"}}
      suppress: {below: 5, kinds: [mobility]}
      notes: {a.total: {en: Why it rose., zh: 上升原因。}}
      """
    ).outline
    #expect(outline?.targets == ["a.total": Quantity(200, .atLeast)])
    #expect(outline?.published == ["2018": ["a.total": Quantity(4)]])
    #expect(outline?.suppression == .init(below: 5, kinds: ["mobility"], indicators: []))
    #expect(outline?.notes["a.total"]?["zh"] == "上升原因。")
  }

  @Test(arguments: [
    ("targets: {a: many}", "bad-number"), ("targets: 3", "wrong-type"),
    ("published: {last year: {a: 1}}", "bad-period"),
    ("suppress: {below: 1, kinds: [mobility]}", "bad-suppression"),
    ("suppress: {below: 5}", "bad-suppression"),
    ("suppress: {below: 5, kinds: [a], kind: [b]}", "unknown-key"),
  ])
  func `what is wrong is told once`(_ extra: String, _ code: String) {
    #expect(Self.parse(extra).problems.map(\.code) == [code])
  }
}
