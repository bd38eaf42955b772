import Records
import Testing

@testable import ReportComposition

@Suite("Words of an outline that can only be some")
struct OutlineWordTests {
  private static let head = """
    institution: Example Institute
    title: Annual Report
    period: "2031"
    cut_off: "2031-12-31"
    created: "2032-01-31T00:00:00Z"
    languages: [en]

    """

  @Test(
    "A word that cannot be is shown where it stands, with one that can",
    arguments: [
      ("contents: spred\nsections: [{anchor: a, title: A}]\n", 7, 11, "spread"),
      ("sections:\n  - anchor: a\n    title: A\n    role: anex\n", 10, 11, "annex"),
      (
        "sections:\n  - anchor: a\n    title: A\n    blocks:\n      - timeline:\n"
          + "          of: event\n          by: decad\n", 13, 15, "decade"
      ),
      (
        "sections:\n  - anchor: a\n    title: A\n    blocks:\n      - table:\n"
          + "          of: event\n          columns: [name]\n          total: ture\n", 14, 18,
        "true"
      ),
    ])
  func place(text: String, line: Int, column: Int, hint: String) throws {
    let (_, problems) = ReportOutline.parse(Self.head + text, file: "report.yaml")
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.code == "unknown-word")
    #expect(problem.place?.line == line && problem.place?.column == column)
    #expect(problem.hint?.contains("\"\(hint)\"") == true)
  }
}
