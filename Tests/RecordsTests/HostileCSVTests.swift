import Testing

@testable import Records

@Suite struct HostileCSVTests {
  @Test(arguments: [
    ("", "empty-file", 0, 0), ("id,title\n", "empty-file", 0, 0),
    ("id,title\na,\"x\n", "csv-quote", 2, 3), ("id,title\na,x\"y\n", "csv-quote", 2, 4),
    ("id,title\na,\"x\"y\n", "csv-quote", 2, 6), ("id,title\na\n", "csv-ragged", 2, 1),
    ("id,title\na,b,c\n", "csv-ragged", 2, 1), ("id,title,title\na,b,c\n", "csv-head", 1, 10),
    ("id,,title\na,b,c\n", "csv-head", 1, 4), ("id;title\na;b;c\n", "csv-ragged", 2, 1),
    ("id,tilte,title\na,b,c\n", "unknown-field", 1, 4),
    ("id,title,heads\na,b,1O\n", "bad-number", 2, 5), ("title\nx\n", "csv-head", 1, 1),
    ("id,title\n,x\n", "missing-id", 2, 1),
    ("id,tilte,title\na,b,c\nd,e,f\n", "unknown-field", 1, 4),
    ("id,title,name\na,b,c\nd,e,f\n", "wrong-type", 1, 10),
    ("id,title.en\na,b\n", "wrong-type", 1, 4), ("id,title,name.e\na,b,c\n", "bad-language", 1, 10),
    ("id,title,\na,b,c\n", "csv-head", 1, 10), ("id,title,\na,b,\nc,d,e\n", "csv-head", 1, 10),
    ("id,title\na,b,,x\n", "csv-ragged", 2, 1), ("id,title\n/,x\n", "bad-id", 2, 1),
    ("id,title,heads\na,b,-1\n", "negative-number", 2, 5),
    ("id,title,heads\na,b,\"1.234,5\"\n", "bad-number", 2, 5),
    ("id,title,heads\na,b,\"1,234\"\n", "bad-number", 2, 5),
    ("id,title,date\na,b,2019-02-30\n", "bad-date", 2, 5),
    ("id,title,date\na,b,2020-01-01\n", "future-date", 2, 5),
    ("id,title,date\na,b,2020\n", "future-date", 2, 5),
    ("id,title,date,until\na,b,2019-05,2019-04-30\n", "end-before-start", 2, 13),
    ("id,title,role\na,b,hostd\n", "unknown-choice", 2, 5),
    ("id,title,open\na,b,ja\n", "bad-flag", 2, 5), ("id,heads\na,1\n", "missing-field", 2, 1),
    ("id,title\na,报告\"x\n", "csv-quote", 2, 5), ("id,title\na,\"报\n告\"x\n", "csv-quote", 3, 3),
    ("id,title\r\n\r\na,\"x\r\n", "csv-quote", 3, 3),
    ("\u{0}", "nul-character", 1, 1), ("sep=\u{0}\nid\n", "nul-character", 1, 5),
    ("id,\u{0}", "nul-character", 1, 4),
    ("id,title\na,x\u{0}\n", "nul-character", 2, 4),
    ("id,title\na,x\u{2028}\n", "control-character", 2, 3),
  ])
  func `One clear problem with its place`(text: String, code: String, line: Int, column: Int) throws
  {
    let problems = try read(text, file: "events.csv").problems
    let errors = problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
    #expect(errors.first?.place == Place(file: "records/events.csv", line: line, column: column))
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

  @Test func `A cell of ten megabytes is refused where it starts`() throws {
    let text = "id,title\na,\"" + String(repeating: "x", count: 10 << 20) + "\"\n"
    let problems = try read(text, file: "events.csv").problems
    #expect(problems.map(\.code) == ["cell-too-long"])
    #expect(problems.first?.place == Place(file: "records/events.csv", line: 2, column: 3))
  }

  @Test func `A row of many long cells is refused`() throws {
    let cell = String(repeating: "x", count: 1 << 20) + ","
    let problems = try read("id,title\n" + String(repeating: cell, count: 10), file: "events.csv")
      .problems
    #expect(problems.map(\.code) == ["row-too-long"])
  }

  @Test func `Rows before a fault are kept`() throws {
    let reading = try read("id,title\na,x\nb,\"y\n", file: "events.csv")
    #expect(reading.records.map(\.id) == ["a"])
    #expect(reading.problems.map(\.code) == ["csv-quote"])
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
