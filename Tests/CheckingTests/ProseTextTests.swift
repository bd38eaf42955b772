import Records
import Testing

@testable import Checking

@Suite struct ProseTextTests {
  static func units(_ text: String) -> [ProseUnit] {
    ProseFile(text, path: "text/one.en.md", languages: ["en"])?.units ?? []
  }

  static func texts(_ text: String) -> [String] { units(text).map(\.text) }

  @Test func `A text is cut into headings, paragraphs, items, rows and notes`() {
    let text = """
      ## Head {#head}

      One
      two.[^n]

      - a
      2. b

      | c | d |
      |---|---|
      | e | f |

      ```chart
      values: [1]
      ```

      [^n]: Note.
      """
    #expect(
      Self.units(text).map(\.kind)
        == [.heading, .paragraph, .item, .item, .row, .row, .note])
    #expect(Self.texts(text).first == " Head ")
    #expect(Self.texts(text)[1] == "One\ntwo.")
  }

  @Test(arguments: [
    ("*a* **b**", "a b"), ("[a](http://b.c/1) d", "a d"), ("![a](b.png \"c 2\")", "a"),
    ("a `12` b", "a   b"), ("see https://a.b/7?c now", "see  now"), ("a <b c=\"1\"> d", "a  d"),
    ("[](#centres)", ""), ("[^1]x", "x"), ("a {{b|c}} d", "a \u{E000} d"),
    ("{{ {{a}}", "{{ \u{E000}"), ("`a", " a"), ("[^open", "[^open"), ("``a`b`` c", "  c"),
  ])
  func `Only what a reader reads is kept`(_ text: String, _ kept: String) {
    #expect(Self.texts(text).first ?? "" == kept)
  }

  @Test func `Each character keeps its place`() {
    let unit = Self.units("> - One\n   **two** {{x.y|words}} é́three")[0]
    let offset = unit.scalars.firstIndex(of: "t") ?? 0
    #expect(unit.place(at: offset).description == "text/one.en.md:2:6")
    #expect(unit.place(at: unit.blanks[0].offset).description == "text/one.en.md:2:12")
    #expect(unit.blanks[0].name == "x.y")
    let last = unit.scalars.lastIndex(of: "t") ?? 0
    #expect(unit.place(at: last).description == "text/one.en.md:2:27")
  }

  @Test(arguments: [
    "[^", "`", "{{", "<a", "](", "百分之", "1 ", "the first ", "之一", "|", "{#", "[x](", "``` ",
    "one of the ten ", "五个培训中心", "As of 2031 {{learners.total}} ", "http://", "“",
  ])
  func `A long text of nothing but marks is read in a moment`(_ piece: String) throws {
    let text = String(repeating: piece, count: 3_000)
    let input = try Made.input(
      figures: [Made.centres, Made.learners],
      texts: ["text/one.en.md": text, "text/one.zh.md": text])
    let clock = ContinuousClock()
    #expect(clock.measure { _ = checks(input) } < .seconds(30), "a debug build on a busy machine")
  }
}
