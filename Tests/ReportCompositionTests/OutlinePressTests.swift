import Records
import Testing

@testable import ReportComposition

@Suite struct OutlinePressTests {
  private func press(_ text: String) -> (OutlinePress?, [String]) {
    let outline = """
      institution: An office
      title: A report
      period: "2031"
      cut_off: 2031-12-31
      created: 2032-02-01T09:00:00Z
      sections: []
      press: \(text)
      """
    let (parsed, problems) = ReportOutline.parse(outline, file: "report.yaml")
    return (parsed?.press, problems.map(\.code))
  }

  @Test func `Bleed, profile and condition are read`() {
    let (press, problems) = press("{bleed: 5, profile: a.icc, condition: FOGRA51}")
    #expect(problems.isEmpty)
    #expect(press?.bleed == 5)
    #expect(press?.profile == "a.icc")
    #expect(press?.condition == "FOGRA51")
  }

  @Test func `What is not said is usual`() {
    let (press, problems) = press("{}")
    #expect(problems.isEmpty)
    #expect(press?.bleed == 3)
    #expect(press?.profile == nil)
  }

  @Test(arguments: [
    ("{bleed: 30}", "bad-press"), ("{bleed: wide}", "bad-press"),
    ("{profile: a.icc}", "bad-press"), ("{condition: FOGRA51}", "bad-press"),
    ("{marks: true}", "unknown-key"), ("cropped", "wrong-type"),
  ])
  func `What cannot be meant is an error`(text: String, code: String) {
    #expect(press(text).1 == [code])
  }
}
