import Testing

@testable import Records

@Suite struct CSVSourceTests {
  @Test(arguments: [
    ("a,b\n1,\"x, y\"\n", [["a", "b"], ["1", "x, y"]]),
    ("a,b\n,\"\"\n\"\",x\n", [["a", "b"], ["", ""], ["", "x"]]),
    ("a,b\n1,\"say \"\"x\"\"\"\n", [["a", "b"], ["1", "say \"x\""]]),
    ("a,b\n1,\"{\"\"k\"\": [1,2]}\"\n", [["a", "b"], ["1", "{\"k\": [1,2]}"]]),
    ("a,b\r\n1,\"x\r\ny\rz\nw\"\r\n", [["a", "b"], ["1", "x\ny\nz\nw"]]),
    ("a,b\n1,\"\"\"\n\"\"\"", [["a", "b"], ["1", "\"\n\""]]),
    ("a,b\r1,2\n\r\n\n3,4\r\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t2,;3\n", [["a", "b"], ["1", "2,;3"]]),
    ("sep=;\r\na;b,c\r\n1;2\r\n", [["a", "b,c"], ["1", "2"]]),
    ("SEP=|\na|b\n", [["a", "b"]]), ("sep=x\n", [["sep=x"]]),
    ("\n\n\"a;b\";c\n1;2\n", [["a;b", "c"], ["1", "2"]]),
    ("编号;人数\n1;2\n", [["编号", "人数"], ["1", "2"]]),
    ("a,b\n1,x\u{2028}y\n", [["a", "b"], ["1", "x\u{2028}y"]]),
    ("\u{FEFF}a,b", [["a", "b"]]), ("a,b,\n1,2,", [["a", "b", ""], ["1", "2", ""]]),
    ("a\n=1+1\n'=1\n'tis\n", [["a"], ["=1+1"], ["=1"], ["'tis"]]), ("", []), ("\n\r\n", []),
    ("\"\"", [[""]]),
  ])
  func `Cells are split as spreadsheets write them`(text: String, rows: [[String]]) throws {
    #expect(try cells(CSVSource(bytes: Array(text.utf8), file: "f")) == rows)
  }

  @Test func `A mark that is stated wins over the head`() throws {
    let bytes = Array("a;b,c\n".utf8)
    let table = CSVSource(bytes: bytes, file: "f", delimiter: UInt8(ascii: ","))
    #expect(try cells(table) == [["a;b", "c"]])
  }

  @Test func `A head with several marks is split at the most frequent, and this is said`() throws {
    var table = CSVSource(bytes: Array("a;b;c,d\n".utf8), file: "f")
    var row = TableRow()
    #expect(try table.next(into: &row))
    #expect((0..<row.count).map(row.text) == ["a", "b", "c,d"])
    #expect(table.problems.map(\.code) == ["csv-delimiter"])
    #expect(table.problems.map(\.severity) == [.warning])
  }

  @Test func `Every cell knows its line and its column in characters`() throws {
    var table = CSVSource(bytes: Array("é,b\n\"报\n告\",\"x\",y\r\nz,😀,w\n".utf8), file: "f")
    var (row, spots) = (TableRow(), [[Spot]]())
    while try table.next(into: &row) { spots.append((0..<row.count).map(row.spot)) }
    let expected: [[(Int32, Int32)]] = [
      [(1, 1), (1, 3)], [(2, 1), (3, 4), (3, 8)], [(4, 1), (4, 3), (4, 5)],
    ]
    #expect(spots == expected.map { $0.map { Spot(line: $0.0, column: $0.1) } })
  }

  @Test(arguments: [1, 2, 3, 5, 7])
  func `Where a piece of the file ends changes nothing`(shift: Int) throws {
    // The cells around the end of the first piece are of every form; the shift moves them over it.
    let filler = String(repeating: "x", count: 1000) + ",y\r\n"
    let count = (TextInput.capacity - 200) / filler.utf8.count
    let odd = "报告,\"一\"\"二\"\"三\"\r\n\"a\r\nb\",😀\r\n"
    let head = String(repeating: "h", count: shift) + ",b\r\n"
    let text = head + String(repeating: filler, count: count) + String(repeating: odd, count: 60)
    let rows = try cells(CSVSource(bytes: Array(text.utf8), file: "f"))
    #expect(rows.count == 1 + count + 120)
    let tail = (0..<60).flatMap { _ in [["报告", "一\"二\"三"], ["a\nb", "😀"]] }
    #expect(Array(rows.suffix(120)) == tail)
  }

  @Test func `A hundred thousand rows are each read once, and nothing is kept of them`() throws {
    let vocabulary = try testVocabulary()
    var text = "id,title,heads,date,role,places,name.en\n"
    for index in 0..<100_000 {
      text += "e-\(index),Title \(index),\(index % 50),2019-0\(index % 9 + 1),hosted,BG,Name\n"
    }
    struct Counter: RecordSink {
      var (rows, heads, lastLine) = (0, 0.0, Int32(0))
      mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
        rows += 1
        lastLine = row.spot.line
        for case .quantity(let quantity)? in row.values { heads += quantity.value }
      }
    }
    let kind = try #require(vocabulary.kinds.firstIndex { $0.name == "event" })
    var reader = TableRecords(kind: kind, of: vocabulary, source: nil, cutOff: "2019-12-31")
    var table: any TableSource = CSVSource(bytes: Array(text.utf8), file: "f")
    var (intake, sink) = (RecordIntake(), Counter())
    try reader.read(&table, intake: &intake, into: &sink)
    #expect(reader.problems.kept == [])
    #expect(intake.count == 100_000 && sink.rows == 100_000 && sink.lastLine == 100_001)
    #expect(sink.heads == 2_450_000)
    #expect(intake.origins.count == 1)
  }
}
