import Foundation
import Testing

@testable import Records

@Suite struct SourceDeclarationTests {
  private func parse(_ text: String) throws -> ([SourceDeclaration], [Diagnostic]) {
    let node = try #require(try YAMLReader.parse(Array(text.utf8), file: "report.yaml"))
    return SourceDeclaration.parse(node, vocabulary: try testVocabulary())
  }

  private let mapping = """
    - file: data/exchange.csv
      head_row: 2
      kind: events
      id: {from: 编号, prefix: ev-}
      fields: {title: 名称, heads: 人数, date: 开始日期, name.zh: 名称, places: 国家}
      values: {places: {保加利亚: BG, 无: }}
      constants: {role: hosted, open: yes}
      ignore: [备注]
    """

  @Test func `A foreign table becomes records`() throws {
    let text = """
      某大学（虚构）,,,,,
      编号,名称,人数,开始日期,国家,备注
      17,春令营,50+,2019-05-06,保加利亚,x
      18,秋令营,7,2019,无,
      """
    let reading = try readDeclared(Array(text.utf8), file: "data/exchange.csv", mapping)
    #expect(reading.problems == [])
    #expect(reading.records.map(\.id) == ["ev-17", "ev-18"])
    let fields = try #require(reading.records.first?.fields)
    #expect(fields["title"]?.value == .text("春令营"))
    #expect(fields["name"]?.value == .localized(["zh": "春令营"]))
    #expect(fields["places"]?.value == .list([.reference("BG")]))
    #expect(fields["role"]?.value == .choice("hosted") && fields["open"]?.value == .flag(true))
    #expect(fields["heads"]?.place == Place(file: "data/exchange.csv", line: 3, column: 8))
    #expect(reading.records.last?.fields["places"] == nil)
    #expect(reading.reading.files == ["data/exchange.csv"])
  }

  @Test func `Columns that are missing or not spoken of are errors`() throws {
    let text = "x,,,,,\n编号,名称,人次,开始日期,国家,备注,电话\n17,a,1,2019,无,,1\n"
    let problems = try readDeclared(Array(text.utf8), file: "data/exchange.csv", mapping).problems
    #expect(
      problems.map(\.code) == ["unknown-field", "unknown-field", "missing-column"])
    #expect(
      problems.map { $0.place?.description } == [
        "data/exchange.csv:2:7", "data/exchange.csv:2:21", "report.yaml:5:23",
      ])
    #expect(problems[1].hint == "name it under fields: or list it under ignore:")
  }

  @Test func `Rows can be numbered, and heads can span two rows`() throws {
    let text = "n,2019,,2018\n名称,人数,国家,人数\na,1,BG,2\nb,3,BG,4\n"
    let reading = try readDeclared(
      Array(text.utf8), file: "a.csv",
      """
      - file: a.csv
        head_rows: [1, 2]
        kind: event
        id: {rows: row}
        fields: {title: n / 名称, heads: 2019 / 人数, places: 2019 / 国家}
        ignore: [2018 / 人数]
      """)
    #expect(reading.problems == [])
    #expect(reading.records.map(\.id) == ["row-3", "row-4"])
    #expect(reading.records.last?.fields["heads"]?.value == .quantity(Quantity(3)))
  }

  @Test func `A stated encoding and mark are used`() throws {
    let bytes = Array("id|title\na|".utf8) + [0xD6, 0xD0, 0x0A]
    let reading = try readDeclared(
      bytes, file: "a.csv",
      "[{file: a.csv, kind: event, encoding: GBK, delimiter: \"|\"}]")
    #expect(reading.problems == [])
    #expect(reading.records.first?.fields["title"]?.value == .text("中"))
  }

  @Test func `A tree is mapped like a table`() throws {
    let reading = try readDeclared(
      Array("- {nr: 1, Titel: Lager, Land: Bulgarien, x: 1}\n".utf8), file: "a.yaml",
      """
      - file: a.yaml
        kind: event
        id: {from: nr, prefix: ev-}
        fields: {title: Titel, name.de: Titel, places: Land}
        values: {places: {Bulgarien: BG}}
        constants: {role: attended}
        ignore: [x]
      """)
    #expect(reading.problems == [])
    let record = try #require(reading.records.first)
    #expect(record.id == "ev-1")
    #expect(record.fields["name"]?.value == .localized(["de": "Lager"]))
    #expect(record.fields["places"]?.value == .list([.reference("BG")]))
    #expect(record.fields["role"]?.value == .choice("attended"))
  }

  @Test func `An id of another office's form comes with the way out`() throws {
    let reading = try readDeclared(
      Array("nr,title\n2019/3,x\n".utf8), file: "a.csv",
      "[{file: a.csv, kind: event, id: {from: nr}}]")
    #expect(reading.problems.map(\.code) == ["bad-id"])
    #expect(reading.problems.first?.hint == "number the rows instead: id: {rows: a word}")
  }

  @Test(arguments: [
    ("x", "wrong-type"), ("[x]", "wrong-type"), ("[{kind: event}]", "bad-source"),
    ("[{file: a.csv, sqlite: b, kind: event}]", "bad-source"),
    ("[{file: a.csv, kind: evnt}]", "unknown-kind"), ("[{file: a.csv}]", "bad-source"),
    ("[{file: ../a.csv, kind: event}]", "outside-root"),
    ("[{file: /etc/passwd.csv, kind: event}]", "outside-root"),
    ("[{file: a.exe, kind: event}]", "bad-source"), ("[{sqlite: a.db, kind: event}]", "bad-source"),
    ("[{postgres: {password: x}, query: select 1, kind: event}]", "bad-source"),
    ("[{file: a.csv, kind: event, feilds: {}}]", "unknown-key"),
    ("[{file: a.csv, kind: event, fields: {tilte: x}}]", "unknown-field"),
    ("[{file: a.csv, kind: event, fields: {name: x}}]", "wrong-type"),
    ("[{file: a.csv, kind: event, values: {role: {x: hostd}}}]", "unknown-choice"),
    ("[{file: a.csv, kind: event, constants: {heads: x}}]", "bad-number"),
    ("[{file: a.csv, kind: event, fields: {heads: x}, constants: {heads: 1}}]", "bad-source"),
    ("[{file: a.csv, kind: event, encoding: utf9}]", "bad-source"),
    ("[{file: a.csv, kind: event, delimiter: '\"'}]", "bad-source"),
    ("[{file: a.csv, kind: event, head_rows: [2, 1]}]", "bad-source"),
    ("[{file: a.csv, kind: event, sheet: x}]", "bad-source"),
    ("[{file: a.xlsx, kind: event, encoding: gbk}]", "bad-source"),
    ("[{sqlite: a.db, query: select 1, kind: event, head_row: 2}]", "bad-source"),
    ("[{file: a.csv, kind: event, head_row: 99999999999999999999}]", "bad-source"),
    ("[{file: a.csv, kind: event, id: {rows: 'a b'}}]", "bad-id"),
    ("[{file: a.csv, kind: event, id: {form: x}}]", "bad-source"),
  ])
  func `What cannot be declared is a problem with its place`(text: String, code: String) throws {
    let problems = try parse(text).1
    #expect(problems.map(\.code) == [code])
    #expect(problems.allSatisfy { $0.place?.file == "report.yaml" && $0.place?.line == 1 })
  }

  @Test func `Databases are declared with their query`() throws {
    let (sources, problems) = try parse(
      """
      - {sqlite: data/office.db, query: select 1, kind: event}
      - {postgres: {env: OFFICE}, query: select 1, kind: event}
      """)
    #expect(problems == [])
    #expect(
      sources.map(\.location) == [
        .sqlite(path: "data/office.db", query: "select 1"),
        .postgres(.environment("OFFICE"), query: "select 1"),
      ])
    #expect(sources.map(\.file) == ["data/office.db", nil])
  }

  @Test func `A declared file of the folder is read as declared only`() throws {
    let vocabulary = try testVocabulary()
    let source = try parse("[{file: records/events.csv, kind: event, id: {rows: e}}]").0
    try withReport([("records/events.csv", Array("title\nx\n".utf8))]) { root in
      let reading = RecordReader.records(
        folder: root.appendingPathComponent("records"), root: root, vocabulary: vocabulary,
        sources: source)
      #expect(reading.problems == [] && reading.records.map(\.id) == ["e-2"])
    }
  }

  @Test func `One source is read alone`() throws {
    let vocabulary = try testVocabulary()
    let source = try #require(try parse("[{file: a.csv, kind: event, id: {rows: e}}]").0.first)
    let files = [("a.csv", Array("title\nx\n".utf8)), ("records/b.csv", Array("x".utf8))]
    try withReport(files) { root in
      var sink = ArraySink(vocabulary: vocabulary)
      let reading = RecordReader.read(source, root: root, vocabulary: vocabulary, into: &sink)
      #expect(reading.problems == [] && reading.files == ["a.csv"])
      #expect(sink.records.map(\.id) == ["e-2"])
    }
  }
}
