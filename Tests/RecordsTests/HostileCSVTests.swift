import Testing

@testable import Records

@Suite struct HostileCSVTests {
  @Test(arguments: [
    ("", "empty-file", 0, 0), ("id,title\n", "empty-file", 0, 0),
    ("id,title\na,\"x\n", "csv-quote", 2, 3), ("id,title\na,x\"y\n", "csv-quote", 2, 4),
    ("id,title\na,\"x\"y\n", "csv-quote", 2, 6), ("id,title\na\n", "csv-ragged", 2, 1),
    ("id,title\na,b,c\n", "csv-ragged", 2, 1), ("id,title,title\na,b,c\n", "csv-head", 1, 10),
    ("id,,title\na,b,c\n", "csv-head", 1, 4), ("id;title\na;b\n", "csv-delimiter", 1, 1),
    ("id\ttitle\na\tb\n", "csv-delimiter", 1, 1),
    ("id,tilte,title\na,b,c\n", "unknown-field", 1, 4),
    ("id,title,heads\na,b,1O\n", "bad-number", 2, 5), ("title\nx\n", "csv-head", 1, 1),
    ("id,title\n,x\n", "missing-id", 2, 1),
    ("id,tilte,title\na,b,c\nd,e,f\n", "unknown-field", 1, 4),
    ("id,title,name\na,b,c\n", "wrong-type", 2, 5),
    ("id,title,places\na,b,BG;XX\n", "dangling-reference", 2, 5),
    ("id,title\na,x\u{0}\n", "nul-character", 2, 4),
    ("id,title\na,x\u{2028}\n", "control-character", 2, 3),
  ])
  func `One clear problem with its place`(text: String, code: String, line: Int, column: Int) throws
  {
    let problems = try read(text, file: "events.csv").problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.first?.place == Place(file: "records/events.csv", line: line, column: column))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x69, 0x00], "wrong-encoding"),
      (Array("id,title\na,\u{E9}".utf8.dropLast()), "wrong-encoding"),
      ([0xB1, 0xA8, 0xB8, 0xE6], "wrong-encoding"),
    ] as [([UInt8], String)])
  func `Other encodings are named`(bytes: [UInt8], code: String) throws {
    #expect(try read(bytes, file: "events.csv").problems.map(\.code) == [code])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Every line end is read, with its lines counted`(end: String) throws {
    let lines = ["\u{FEFF}id,title,name.en", "", "a,\"x, \"\"y\"\"\",Name", "b,z,", ",,", ""]
    let reading = try read(lines.joined(separator: end), file: "events.csv")
    #expect(reading.problems.isEmpty)
    #expect(reading.records.map(\.id) == ["a", "b"])
    #expect(reading.records.map(\.place.line) == [3, 4])
    #expect(reading.records.first?.fields["title"]?.value == .text("x, \"y\""))
    #expect(reading.records.first?.fields["name"]?.value == .localized(["en": "Name"]))
    #expect(reading.records.last?.fields["name"] == nil)
  }

  @Test func `A line break inside quotes belongs to the cell`() throws {
    let reading = try read("id,title\na,\"x\ny\"\nb,z\n", file: "events.csv")
    #expect(reading.records.map(\.place.line) == [2, 4])
    #expect(reading.records.first?.fields["title"]?.value == .text("x\ny"))
  }

  @Test func `Ten thousand columns are refused`() throws {
    let head = Array(repeating: "a", count: 10_000).joined(separator: ",")
    #expect(try read(head, file: "events.csv").problems.map(\.code) == ["csv-columns"])
  }

  @Test func `A thousand ragged rows end in a count`() throws {
    let text = "id,title\n" + String(repeating: "a\n", count: 1000)
    let problems = try read(text, file: "events.csv").problems
    #expect(problems.count == RecordReader.problemLimit + 1)
    #expect(problems.contains { $0.message == "900 more problems in this file" })
  }
}
