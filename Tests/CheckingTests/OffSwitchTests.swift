import Records
import Testing

@testable import Checking

@Suite struct OffSwitchTests {
  static let place = Place(file: "report.yaml")
  static let problems = [
    Diagnostic(.warning, code: "similar-partners", "alike"),
    Diagnostic(.error, code: "private-printed", "printed"),
  ]

  static func codes(_ off: [String: String], isComplete: Bool = true) -> [String] {
    CheckCatalogue.applying(off: off, to: problems, at: place, isComplete: isComplete).map(\.code)
  }

  @Test(arguments: ["off (two campuses)", "off（两个校区）", "off  ( two campuses )"])
  func `A switch with a reason silences its check`(_ text: String) {
    #expect(Self.codes(["similar-partners": text]) == ["private-printed"])
  }

  @Test(arguments: ["off", "off ()", "off (-)", "false", "off two campuses"])
  func `A switch without a reason silences nothing and is an error`(_ text: String) {
    #expect(
      Self.codes(["similar-partners": text])
        == ["similar-partners", "private-printed", "off-without-reason"])
  }

  @Test func `A switch of an unknown check gets a suggestion`() {
    let found = CheckCatalogue.applying(
      off: ["similar-partner": "off (why)"], to: [], at: Self.place)
    #expect(found.map(\.code) == ["unknown-check"])
    #expect(found.first?.hint == "did you mean \"similar-partners\"?")
    #expect(found.first?.place == Self.place)
  }

  @Test func `What protects persons stays on`() {
    #expect(
      Self.codes(["private-printed": "off (why not)"])
        == ["similar-partners", "private-printed", "cannot-be-off"])
  }

  @Test func `A switch that silences nothing is told, but only when everything was checked`() {
    let off = ["large-change": "off (a new office)"]
    #expect(Self.codes(off) == ["similar-partners", "private-printed", "needless-off"])
    #expect(Self.codes(off, isComplete: false) == ["similar-partners", "private-printed"])
  }
}
