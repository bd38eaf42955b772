import Foundation
import Testing

@testable import Records

@Suite struct XLSXHostileTests {
  private let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>"

  private func expect(
    _ code: String, _ bytes: [UInt8], hint: String? = nil, file: String = "w.xlsx",
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(sourceLocation: location) {
      try sheet(bytes, file: file)
    } throws: { error in
      guard let problem = error as? Diagnostic else { return false }
      return problem.code == code && problem.place?.file == file
        && (hint.map { problem.hint?.contains($0) ?? false } ?? true)
    }
  }

  private func expect(
    _ code: String, rows: String, at location: SourceLocation = #_sourceLocation
  ) { expect(code, WorkbookFixture(rows).zip.bytes, at: location) }

  @Test func `A bomb of entities and any document type is refused`() {
    var fixture = WorkbookFixture(rows)
    fixture.prologue = "<!DOCTYPE worksheet>"
    expect("xlsx-doctype", fixture.zip.bytes)
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
    for (one, next) in zip("abcdefgh", "bcdefghi") {
      bomb += "<!ENTITY \(next) \"" + String(repeating: "&\(one);", count: 10) + "\">"
    }
    fixture.prologue = bomb + "]>"
    fixture.sheets[0].body = "<sheetData><row><c t=\"str\"><v>&i;</v></c></row></sheetData>"
    expect("xlsx-doctype", fixture.zip.bytes)
    fixture.prologue = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"
    expect("xlsx-doctype", fixture.zip.bytes)
    fixture.prologue = ""
    expect("xlsx-xml", fixture.zip.bytes)
  }

  @Test func `A zip bomb is refused by what it states`() {
    var fixture = WorkbookFixture(rows)
    let run = ZipFixture.deflatedRun(of: 0x20, matches: 40_000)
    fixture.extra = [
      ZipFixture.Entry(name: "xl/x.xml", body: run, method: 8, statedSize: 258 * 40_000 + 1)
    ]
    expect("xlsx-bomb", fixture.zip.bytes)
    fixture.extra[0].statedSize = 1 << 31
    expect("xlsx-bomb", fixture.zip.bytes)
  }

  @Test func `A part that is larger than it says is refused while it unpacks`() {
    var zip = WorkbookFixture(rows).zip
    let run = ZipFixture.deflatedRun(of: 0x20, matches: 4000)
    for index in zip.entries.indices where zip.entries[index].name.contains("sheet1") {
      zip.entries[index] = ZipFixture.Entry(
        name: zip.entries[index].name, body: run, method: 8, statedSize: 1000)
    }
    #expect { try sheet(zip.bytes) } throws: { error in
      ["xlsx-bomb", "xlsx-damaged"].contains((error as? Diagnostic)?.code)
    }
  }

  @Test func `A file that is no workbook is told what it is`() {
    expect("xlsx-not-a-workbook", Array("id,name\na,b\n".utf8), hint: ".csv")
    expect("xlsx-not-a-workbook", [], hint: "copy")
    expect("xlsx-not-a-workbook", Array("<html><table></table></html>".utf8), hint: ".xlsx")
    expect("xlsx-not-a-workbook", [0, 1, 2, 3, 255])
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 5000)
    expect("xlsx-old-format", ole, hint: "save it as .xlsx")
    let mark = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    expect("xlsx-encrypted", ole + mark + ole, hint: "password")
    var ods = ZipFixture()
    ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    ods.add("content.xml", "<x/>")
    expect("xlsx-opendocument", ods.bytes, hint: "save it as .xlsx")
    var binary = ZipFixture()
    binary.add("xl/workbook.bin", "")
    expect("xlsx-binary", binary.bytes)
    var other = ZipFixture()
    other.add("a.txt", "x")
    expect("xlsx-not-a-workbook", other.bytes)
  }

  @Test func `A missing file, a folder and a device are told`() throws {
    for (path, code) in [
      ("/nowhere/w.xlsx", "unreadable-file"), ("/tmp", "not-a-file"), ("/dev/zero", "not-a-file"),
    ] {
      #expect {
        try XLSXSource(path: path, name: "w.xlsx", sheet: nil, headRows: [])
      } throws: { ($0 as? Diagnostic)?.code == code }
    }
  }

  @Test func `A workbook cut at any byte gives a problem, never a trap`() throws {
    let bytes = WorkbookFixture(rows).zip.bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: Diagnostic.self) { try sheet(Array(bytes[..<count])) }
    }
  }

  @Test func `A workbook with any byte changed gives rows or a problem, never a trap`() throws {
    var fixture = WorkbookFixture(rows + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")
    fixture.strings = ["<t>x</t>"]
    fixture.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let bytes = fixture.zip.bytes
    for index in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[index] = changed[index] &+ 1
      do { _ = try sheet(changed) } catch { #expect(error is Diagnostic) }
    }
  }

  @Test func `Duplicate parts, encrypted parts and missing parts are told`() {
    var fixture = WorkbookFixture(rows)
    fixture.extra = [ZipFixture.Entry(name: "XL/workbook.xml", body: [])]
    expect("xlsx-duplicate-part", fixture.zip.bytes)
    fixture.extra = [ZipFixture.Entry(name: "x", body: Array(repeating: 0, count: 20), flags: 1)]
    expect("xlsx-encrypted", fixture.zip.bytes)
    var zip = WorkbookFixture(rows).zip
    zip.entries.removeAll { $0.name.contains("sheet1") }
    expect("xlsx-missing-part", zip.bytes)
    zip.entries.removeAll { $0.name.contains("_rels/workbook") }
    expect("xlsx-missing-part", zip.bytes)
  }

  @Test(arguments: [
    "../../../etc/passwd", "file:///etc/passwd", "http://example.org/x.xml", "..\\..\\..\\x",
    "/../x.xml",
  ])
  func `A target outside the workbook is refused`(target: String) {
    var zip = WorkbookFixture(rows).zip
    for index in zip.entries.indices {
      let text = String(decoding: zip.entries[index].body, as: UTF8.self)
      zip.entries[index].body = Array(text.replacing("worksheets/sheet1.xml", with: target).utf8)
    }
    expect("xlsx-target", zip.bytes)
  }

  @Test(arguments: [
    ("<row r=\"1\"><c r=\"XFE1\" t=\"str\"><v>a</v></c></row>", "xlsx-cell-reference"),
    ("<row r=\"1\"><c r=\"A2\" t=\"str\"><v>a</v></c></row>", "xlsx-cell-reference"),
    ("<row r=\"1\"><c r=\"A0\"/></row>", "xlsx-cell-reference"),
    ("<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1\"/></row>", "xlsx-cell-reference"),
    ("<row r=\"1\"><c r=\"A99999999999999999999999\"/></row>", "xlsx-cell-reference"),
    ("<row r=\"1\"><c r=\"\"/></row>", "xlsx-cell-reference"),
    ("<row r=\"0\"/>", "xlsx-cell-reference"), ("<row r=\"-1\"/>", "xlsx-cell-reference"),
    ("<row r=\"1048577\"/>", "xlsx-cell-reference"), ("<row r=\"x\"/>", "xlsx-cell-reference"),
    (
      "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"1048576\"/><row/>",
      "xlsx-cell-reference"
    ),
    ("<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"3\"/><row r=\"2\"/>", "xlsx-row-order"),
    ("<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"3\"/><row r=\"3\"/>", "xlsx-row-order"),
    ("<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>", "xlsx-cell-type"),
    ("", "xlsx-no-head"), ("<row r=\"1\"/>", "xlsx-no-head"),
    ("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></row>", "xlsx-xml"),
    ("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&unknown;</v></c></row>", "xlsx-xml"),
  ])
  func `A wild reference or broken markup stops the sheet`(rows: String, code: String) {
    expect(code, rows: rows)
  }

  @Test func `A huge dimension and far columns cost nothing`() throws {
    let fixture = WorkbookFixture(
      rows
        + (2...300).map {
          "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"XFD\($0)\"><v>1</v></c></row>"
        }.joined())
    var zip = fixture.zip
    for index in zip.entries.indices where zip.entries[index].name.contains("sheet1") {
      let text = String(decoding: zip.entries[index].body, as: UTF8.self)
      zip.entries[index].body = Array(
        text.replacing("<sheetData>", with: "<dimension ref=\"A1:XFD1048576\"/><sheetData>").utf8)
    }
    let reading = try sheet(zip.bytes)
    #expect(reading.rows.count == 300)
    #expect(reading.rows.allSatisfy { $0.count == 1 })
    #expect(reading.problems.map(\.code) == ["xlsx-no-head"])
  }

  @Test func `A head of too many columns is refused`() {
    let cells = String(repeating: "<c t=\"str\"><v>a</v></c>", count: 1001)
    expect("xlsx-columns", rows: "<row r=\"1\">\(cells)</row>")
  }

  @Test func `A cell of more than a mebibyte is refused`() {
    let text = String(repeating: "x", count: (1 << 20) + 1)
    expect("xlsx-cell-size", rows: "<row r=\"1\"><c t=\"str\"><v>\(text)</v></c></row>")
    var fixture = WorkbookFixture("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")
    fixture.strings = ["<t>\(text)</t>"]
    expect("xlsx-cell-size", fixture.zip.bytes)
  }

  @Test func `Markup without end in depth is refused`() {
    expect("xlsx-xml", rows: "<row>" + String(repeating: "<x>", count: 5000))
  }
}
