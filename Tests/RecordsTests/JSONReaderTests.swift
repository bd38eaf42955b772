import Testing

@testable import Records

@Suite struct JSONReaderTests {
  private func parse(_ text: String) throws -> YAMLNode? {
    try JSONReader.parse(Array(text.utf8), file: "a.json")
  }

  @Test func `Values keep their text and their places`() throws {
    let node = try #require(
      try parse("\u{FEFF}{\n  \"名\": \"é\", \"n\": 1.50e2,\n  \"l\": [true, null, -0]\n}\n"))
    let entries = try #require(node.entries)
    #expect(entries.map(\.key) == ["名", "n", "l"])
    #expect(entries[0].value.text == "é")
    #expect(entries[0].value.place == Place(file: "a.json", line: 2, column: 8))
    #expect(entries[1].place == Place(file: "a.json", line: 2, column: 13))
    #expect(entries[1].value.text == "1.50e2")
    let items = try #require(entries[2].value.items)
    #expect(items.map(\.text) == ["true", nil, "-0"])
    #expect(items[1].content == .null)
    #expect(items[2].place == Place(file: "a.json", line: 3, column: 21))
  }

  @Test(arguments: [
    ("\"\\u0041\\n\\/\\\"\"", "A\n/\""), ("\"\\uD83D\\uDE00\"", "😀"), ("\"null\"", "null"),
    ("\"\"", ""), ("0", "0"), ("-1.5E+10", "-1.5E+10"),
    ("123456789012345678901", "123456789012345678901"),
  ])
  func `A value alone`(text: String, value: String) throws {
    #expect(try parse(text)?.text == value)
  }

  @Test(arguments: [
    ("{", "json-syntax", 1, 2), ("[1,]", "json-syntax", 1, 4), ("{\"a\":1,}", "json-syntax", 1, 8),
    ("{a:1}", "json-syntax", 1, 2), ("{'a':1}", "json-syntax", 1, 2),
    ("[1 2]", "json-syntax", 1, 4),
    ("{\"a\" 1}", "json-syntax", 1, 6), ("[1]\n[2]", "json-syntax", 2, 1),
    ("// x\n1", "json-syntax", 1, 1), ("{\"a\":1,\n\"a\":2}", "duplicate-key", 2, 1),
    ("[NaN]", "json-number", 1, 2), ("-Infinity", "json-number", 1, 2), ("01", "json-number", 1, 3),
    ("1.", "json-syntax", 1, 3), ("+1", "json-syntax", 1, 1), ("-", "json-syntax", 1, 2),
    ("1e", "json-syntax", 1, 3), ("\"a\nb\"", "json-string", 1, 3), ("\"a", "json-string", 1, 3),
    ("\"\\x\"", "json-string", 1, 3), ("\"\\uD83D\"", "json-string", 1, 8),
    ("\"\\uDE00\\uD83D\"", "json-string", 1, 8), ("\"\\u12\"", "json-string", 1, 4),
    ("True", "json-syntax", 1, 1), ("truex", "json-syntax", 1, 1), ("\u{7}", "json-syntax", 1, 1),
  ])
  func `One clear problem with its place`(text: String, code: String, line: Int, column: Int) {
    #expect { try parse(text) } throws: { error in
      let problem = error as? Diagnostic
      return problem?.code == code
        && problem?.place == Place(file: "a.json", line: line, column: column)
    }
  }

  @Test func `Nesting, encodings and empty files have their own answers`() throws {
    #expect(try parse("") == nil)
    #expect(try parse(" \n\t") == nil)
    #expect { try parse(String(repeating: "[", count: 100_000)) } throws: {
      ($0 as? Diagnostic)?.code == "json-depth"
    }
    #expect { try JSONReader.parse([0x22, 0xFF, 0x22], file: "a.json") } throws: {
      ($0 as? Diagnostic)?.code == "wrong-encoding"
    }
    #expect { try parse("\"\0\"") } throws: { ($0 as? Diagnostic)?.code == "nul-character" }
  }

  @Test func `A file of many values on one line is read in linear time`() throws {
    let text = "[" + String(repeating: "1,", count: 50_000) + "1]"
    #expect(try parse(text)?.items?.last?.place.column == 100_002)
  }

  @Test func `Too many values are refused`() {
    let bytes = Array("[1,1,1]".utf8)
    #expect(throws: Never.self) {
      try JSONReader.parse(bytes, file: "a.json", valueLimit: 4)
    }
    #expect { try JSONReader.parse(bytes, file: "a.json", valueLimit: 3) } throws: {
      ($0 as? Diagnostic)?.code == "json-size"
    }
  }

  @Test func `Lines of JSON are a list`() throws {
    let node = try JSONReader.parseLines(
      Array("{\"id\": \"a\"}\r\n\n{\"id\": \"b\"}\n".utf8), file: "a.jsonl")
    #expect(node?.items?.map { $0["id"]?.text } == ["a", "b"])
    #expect(node?.items?.map(\.place.line) == [1, 3])
    for text in ["{} {}", "{}\n{\n", "{}\nx"] {
      #expect(throws: Diagnostic.self) {
        try JSONReader.parseLines(Array(text.utf8), file: "a.jsonl")
      }
    }
  }

  @Test(arguments: [
    ("events.json", "[{\"id\": \"a\", \"title\": \"x\"}]"),
    ("any.json", "{\"event\": [{\"id\": \"a\", \"title\": \"x\"}], \"partner\": null}"),
    ("events.jsonl", "{\"id\": \"a\", \"title\": \"x\"}\n"),
  ])
  func `Records come from JSON as from YAML`(file: String, text: String) throws {
    let vocabulary = try testVocabulary()
    var records = YAMLRecords(vocabulary: vocabulary, file: file)
    records.read(Array(text.utf8), kindOfFile: vocabulary.kind("event"))
    #expect(records.problems.isEmpty)
    #expect(records.records.map { $0.fields.map(\.name) } == [["id", "title"]])
  }

  @Test func `What is wrong with a record of JSON is told in its own words`() throws {
    var records = YAMLRecords(vocabulary: try testVocabulary(), file: "a.json")
    records.read(Array("{\"event\": [1]}".utf8), kindOfFile: nil)
    #expect(records.problems.first?.hint == "write each record as {\"id\": \"…\", …}")
  }
}
