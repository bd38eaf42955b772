import Testing

@testable import Records

@Suite struct HostileYAMLTests {
  @Test(arguments: [
    ("", "empty-file", 0), ("# nothing\n", "empty-file", 0), ("event: []\n", "empty-file", 0),
    ("event:\n\t- id: a\n", "yaml-syntax", 2), ("just text\n", "wrong-type", 1),
    ("event:\n- id: a\n  title: x\n  title: y\n", "duplicate-key", 4),
    ("event: []\n---\nevent: []\n", "yaml-documents", 2),
    ("evnt:\n- id: a\n", "unknown-kind", 1), ("event: {id: a}\n", "wrong-type", 1),
    ("event:\n- a\n", "wrong-type", 2), ("event:\n- title: x\n", "missing-id", 2),
    ("event:\n- id: a b\n  title: x\n", "bad-id", 2), ("event:\n- id: a\n", "missing-field", 2),
    ("event:\n- id: a\n  title: x\n  tilte: y\n", "unknown-field", 4),
    ("event:\n- id: a\n  title: [x]\n", "wrong-type", 3),
    ("event:\n- id: a\n  title: x\n  name: y\n", "wrong-type", 4),
    ("event:\n- id: a\n  title: x\n  name: {x: y}\n", "bad-language", 4),
    ("event:\n- id: a\n  title: x\n  heads: 12,5O\n", "bad-number", 4),
    ("event:\n- id: a\n  title: x\n  heads: -1\n", "negative-number", 4),
    ("event:\n- id: a\n  title: x\n  date: 2025-02-30\n", "bad-date", 4),
    ("event:\n- id: a\n  title: x\n  date: 2020-01\n", "future-date", 4),
    ("event:\n- id: a\n  title: x\n  date: 2019\n  until: 2018\n", "end-before-start", 5),
    ("event:\n- id: a\n  title: x\n  role: host\n", "unknown-choice", 4),
    ("event:\n- id: a\n  title: x\n  open: maybe\n", "bad-flag", 4),
    ("event:\n- id: a\n  title: \"x\\u202Ey\"\n", "control-character", 3),
    ("event:\n- id: a\n  title: x\u{7}y\n", "control-character", 3),
    ("event:\n- id: a\n  title: *b\n", "yaml-syntax", 3),
    ("event:\n- <<: {id: a}\n", "yaml-merge", 2), ("? [a]\n: b\n", "yaml-key", 1),
    ("a: &a [x]\n? *a\n: b\n", "yaml-key", 0), ("event:\n- id: \"a\n", "yaml-syntax", 0),
    ("event:\n- id: a\n  title: {a: {b: c}}\n", "wrong-type", 3),
  ])
  func `One clear problem with its line`(text: String, code: String, line: Int) throws {
    let problems = try read(text).problems
    #expect(problems.map(\.code) == [code])
    if line > 0 { #expect(problems.first?.place?.line == line) }
    #expect(problems.first?.place?.file == "records/events.yaml")
  }

  @Test func `An alias bomb stops at the size of the file`() throws {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(alias)]\n"
    }
    #expect(try read(text).problems.map(\.code) == ["yaml-aliases"])
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `Nesting without end is refused`(opening: String) throws {
    let text = String(repeating: opening, count: 100_000)
    #expect(try read(text).problems.map(\.code) == ["yaml-depth"])
  }

  @Test func `Bytes that are not UTF-8 have a place`() throws {
    let problems = try read(Array("event:\n- id: ".utf8) + [0xC9, 0xEE], file: "events.yaml")
      .problems
    #expect(problems.map(\.code) == ["wrong-encoding"])
    #expect(problems.first?.place == Place(file: "records/events.yaml", line: 2, column: 7))
  }

  @Test func `Words that YAML would turn into others stay as written`() throws {
    let reading = try read("event:\n- id: a\n  title: no\n- id: b\n  title: 010\n")
    #expect(reading.problems.isEmpty)
    #expect(reading.records.map { $0.fields["title"]?.value } == [.text("no"), .text("010")])
  }
}
