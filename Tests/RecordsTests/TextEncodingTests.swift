import Testing

@testable import Records

@Suite struct TextEncodingTests {
  /// 编号,国家 and 一,保加利亚 in GB18030.
  private let chinese: [UInt8] =
    [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xB9, 0xFA, 0xBC, 0xD2, 0x0A]
    + [0xD2, 0xBB, 0x2C, 0xB1, 0xA3, 0xBC, 0xD3, 0xC0, 0xFB, 0xD1, 0xC7, 0x0A]
  /// id;ville and a;Orléans à l'été in Windows-1252.
  private let french: [UInt8] =
    Array("id;ville\na;Orl".utf8) + [0xE9] + Array("ans ".utf8) + [0xE0] + Array(" l'".utf8)
    + [0xE9] + Array("t".utf8) + [0xE9, 0x0A]

  private func read(
    _ bytes: [UInt8], encoding: TextEncoding? = nil
  ) throws -> (rows: [[String]], problems: [Diagnostic]) {
    var table = CSVSource(bytes: bytes, file: "f", encoding: encoding)
    var (row, rows) = (TableRow(), [[String]]())
    while try table.next(into: &row) { rows.append((0..<row.count).map(row.text)) }
    return (rows, table.problems)
  }

  @Test func `Chinese text in GB18030 is read, and this is said`() throws {
    let (rows, problems) = try read(chinese)
    #expect(rows == [["编号", "国家"], ["一", "保加利亚"]])
    #expect(problems.map(\.code) == ["converted-encoding"])
    #expect(problems.first?.place == Place(file: "f", line: 1, column: 1))
    #expect(problems.first?.hint == "save the file as UTF-8, or state \"encoding: gb18030\"")
  }

  @Test func `Western text in Windows-1252 is read, and this is said where it begins`() throws {
    let (rows, problems) = try read(french)
    #expect(rows == [["id", "ville"], ["a", "Orléans à l'été"]])
    #expect(problems.first?.message.contains("windows-1252") == true)
    #expect(problems.first?.place == Place(file: "f", line: 2, column: 6))
  }

  @Test func `An encoding that is stated is not remarked on`() throws {
    #expect(try read(chinese, encoding: .gb18030).problems == [])
    #expect(try read(french, encoding: .windows1252).problems == [])
  }

  @Test func `UTF-16 is read with its mark, and without it is said`() throws {
    let units = Array("id,名\na,😀\n".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let rows = [["id", "名"], ["a", "😀"]]
    #expect(try read([0xFF, 0xFE] + little) == (rows, []))
    #expect(try read([0xFE, 0xFF] + big) == (rows, []))
    for bytes in [little, big] {
      let result = try read(bytes)
      #expect(result.rows == rows && result.problems.map(\.code) == ["converted-encoding"])
    }
  }

  @Test(
    arguments: [
      // A byte that is no UTF-8 after text that is.
      (Array("id,名称名称\na,".utf8) + [0xFF, 0x0A], 2, 3),
      // Cut within a character.
      (Array("id,x\na,\u{E9}".utf8.dropLast()), 2, 3),
      // A byte that Windows-1252 does not have.
      (Array("id,x\na".utf8) + [0xE9] + Array("b,".utf8) + [0x81, 0x0A], 2, 5),
      // Half a unit of UTF-16.
      ([0xFF, 0xFE, 0x69, 0x00, 0x64], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `Text that is not valid is refused at its place`(
    bytes: [UInt8], line: Int, column: Int
  ) throws {
    let problem = #expect(throws: Diagnostic.self) { try read(bytes) }
    #expect(problem?.code == "wrong-encoding")
    #expect(problem?.place == Place(file: "f", line: line, column: column))
  }

  @Test func `A stated encoding is kept to`() {
    let problem = #expect(throws: Diagnostic.self) { try read(french, encoding: .utf8) }
    #expect(problem?.code == "wrong-encoding")
    #expect(problem?.place == Place(file: "f", line: 2, column: 6))
  }

  @Test(arguments: [1000, 52_429])
  func `A long file is decided at its first character that is not ASCII`(lines: Int) throws {
    let plain = Array(String(repeating: "a,bc\n", count: lines).utf8)
    let (rows, problems) = try read(plain + chinese)
    #expect(rows.count == lines + 2 && rows.last == ["一", "保加利亚"])
    #expect(problems.first?.place?.line == lines + 1)
    let long = Array(repeating: chinese, count: 15_000).flatMap { $0 }
    #expect(try read(plain + long).rows.count == lines + 30_000)
  }

  @Test func `Names of encodings are those that people write`() {
    #expect(TextEncoding(named: "GBK") == .gb18030 && TextEncoding(named: "UTF8") == .utf8)
    #expect(TextEncoding(named: "Windows-1252") == .windows1252)
    #expect(TextEncoding(named: "klingon") == nil)
    for encoding in TextEncoding.allCases { #expect(TextConverter(from: encoding) != nil) }
  }
}
