import Foundation
import Testing

@testable import Records

@Suite struct TableOpeningTests {
  private func inline(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { index, cells in
      let body = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
      return "<row r=\"\(index + 1)\">\(body)</row>"
    }
    return "<sheetData>\(lines.joined())</sheetData>"
  }

  private func workbook(_ sheets: [(String, [[String]])]) -> [UInt8] {
    var fixture = WorkbookFixture("")
    fixture.sheets = sheets.map { ($0.0, inline($0.1)) }
    return fixture.zip.bytes
  }

  private func read(
    _ files: [(String, [UInt8])], sources: String = "[]"
  ) throws -> RecordCollection {
    let node = try #require(try YAMLReader.parse(Array(sources.utf8), file: "report.yaml"))
    let vocabulary = try testVocabulary()
    let (declared, problems) = SourceDeclaration.parse(node, vocabulary: vocabulary)
    #expect(problems == [])
    return try withReport(files) { root in
      RecordReader.records(
        folder: root.appendingPathComponent("records"), root: root, vocabulary: vocabulary,
        cutOff: "2019-12-31", sources: declared)
    }
  }

  @Test func `A workbook of the folder is read sheet by sheet`() throws {
    let bytes = workbook([
      ("events", [["id", "title", "heads"], ["a", "x", "50+"]]), ("Partners", [["id"], ["p"]]),
      ("partner", [["id", "ground"]]), ("Sheet4", [["other"]]), (WorkbookTemplate.readMe, [["x"]]),
    ])
    let reading = try read([("records/office.xlsx", bytes)])
    #expect(reading.records.map(\.id) == ["a", "p"])
    #expect(reading.problems.map(\.code) == ["ignored-sheet"])
    #expect(reading.reading.origins.map(\.sheet) == ["events", "Partners", "partner"])
    #expect(
      reading.records.first?.fields["heads"]?.place.description
        == "records/office.xlsx, events, C2")
  }

  @Test func `The first sheet is of the kind that the file is named after`() throws {
    let bytes = workbook([("Sheet1", [["id", "tilte"], ["a", "x"]])])
    let problems = try read([("records/events-2019.xlsx", bytes)]).problems
    #expect(problems.map(\.code) == ["unknown-field", "missing-field"])
    #expect(problems.first?.place?.description == "records/events-2019.xlsx, Sheet1, B1")
    let none = try read([("records/office.xlsx", bytes)]).problems
    #expect(none.map(\.code) == ["unknown-kind", "ignored-sheet"])
  }

  @Test func `A workbook without a record is a problem`() throws {
    let bytes = workbook([("events", [["id", "title"]]), ("partners", [["id"]])])
    #expect(try read([("records/a.xlsx", bytes)]).problems.map(\.code) == ["empty-file"])
  }

  @Test func `A sheet is declared and mapped`() throws {
    let bytes = workbook([("x", [["y"]]), ("2019", [["编号", "名称"], ["1", "春令营"]])])
    let reading = try read(
      [("a.xlsx", bytes)],
      sources: """
        - {file: a.xlsx, sheet: "2019", kind: event, id: {from: 编号, prefix: e-}, fields: {title: 名称}}
        """)
    #expect(reading.problems == [] && reading.records.map(\.id) == ["e-1"])
    #expect(reading.records.first?.fields["title"]?.value == .text("春令营"))
  }

  @Test func `JSON holds records as YAML does`() throws {
    let reading = try read([
      ("records/events.json", Array("[{\"id\": \"a\", \"title\": \"x\", \"heads\": 3}]".utf8)),
      ("records/more.json", Array("{\"partners\": [{\"id\": \"p\", \"place\": \"BG\"}]}".utf8)),
    ])
    #expect(reading.problems == [] && reading.records.map(\.id) == ["a", "p"])
    #expect(reading.records.first?.fields["heads"]?.value == .quantity(Quantity(3)))
  }

  @Test func `What is no database or workbook is told, and the rest is read`() throws {
    let text = Array("id,title\na,x\n".utf8)
    let reading = try read(
      [("office.db", text), ("records/events.csv", text), ("records/partners.xlsx", text)],
      sources: """
        - {sqlite: office.db, query: select 1, kind: event}
        - {postgres: {env: ANNALS_NO_SUCH_VARIABLE}, query: select 1, kind: event}
        - {file: missing.csv, kind: event}
        """)
    #expect(reading.records.map(\.id) == ["a"])
    #expect(reading.problems.count == 4)
    #expect(
      reading.problems.map { $0.place?.file } == [
        "missing.csv", "office.db", "records/partners.xlsx", "report.yaml",
      ])
    #expect(reading.problems.last?.code == "missing-environment")
    #expect(
      reading.reading.files == [
        "records/events.csv", "records/partners.xlsx", "office.db", "missing.csv",
      ])
  }
}
