import Foundation

@testable import Records

/// A zip archive made by hand, so that it can be wrong in every way.
struct ZipFixture {
  struct Entry {
    var name: String
    var body: [UInt8]
    /// 0 is stored, 8 is deflated; the body is as it lies in the archive.
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// The size that the archive states; the body's own without one.
    var statedSize: Int?
    var checksum: UInt32?
  }
  var entries: [Entry] = []

  mutating func add(_ name: String, _ text: String) {
    entries.append(Entry(name: name, body: Array(text.utf8)))
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let offset = file.count
      let fields =
        le16(20) + le16(Int(entry.flags)) + le16(Int(entry.method)) + le16(0) + le16(0x21)
        + le32(Int(entry.checksum ?? checksum(entry.body))) + le32(entry.body.count)
        + le32(entry.statedSize ?? entry.body.count) + le16(name.count) + le16(0)
      file += le32(0x0403_4B50) + fields + name + entry.body
      directory +=
        le32(0x0201_4B50) + le16(20) + fields + le16(0) + le16(0) + le16(0) + le32(0)
        + le32(offset) + name
    }
    return file + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(entries.count)
      + le16(entries.count) + le32(directory.count) + le32(file.count) + le16(0)
  }

  private func le16(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private func le32(_ number: Int) -> [UInt8] { le16(number) + le16(number >> 16) }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// A deflated run of one byte: 258 bytes of text in 13 bits.
  static func deflatedRun(of byte: UInt8, matches: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false]
    func append(_ code: Int, _ count: Int) {
      for bit in (0..<count).reversed() { bits.append(code >> bit & 1 == 1) }
    }
    append(0x30 + Int(byte), 8)
    for _ in 0..<matches {
      append(0b1100_0101, 8)
      append(0, 5)
    }
    append(0, 7)
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 1 << (index % 8) }
    return bytes
  }
}

/// A workbook of hand-written parts.
struct WorkbookFixture {
  var sheets: [(name: String, body: String)] = []
  var sheetAttributes = ""
  var workbookExtra = ""
  var strings: [String]?
  var styles: String?
  /// What stands before the root element of each sheet.
  var prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  var extra: [ZipFixture.Entry] = []

  /// A workbook whose only sheet has these rows.
  init(_ rows: String, after: String = "") {
    sheets = [("Sheet1", "<sheetData>\(rows)</sheetData>\(after)")]
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var zip: ZipFixture {
    var zip = ZipFixture()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"\(Self.office)/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>")
    var list = ""
    var relations = ""
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index)\" \(sheetAttributes)/>"
      relations +=
        "<Relationship Id=\"s\(index)\" Type=\"\(Self.office)/worksheet\" "
        + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        prologue + "<worksheet xmlns=\"\(Self.main)\">\(sheet.body)</worksheet>")
    }
    if let strings {
      relations +=
        "<Relationship Id=\"t\" Type=\"\(Self.office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      zip.add(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(Self.main)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>")
    }
    if let styles {
      relations +=
        "<Relationship Id=\"y\" Type=\"\(Self.office)/styles\" Target=\"/xl/styles.xml\"/>"
      zip.add("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>")
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(workbookExtra)"
        + "<sheets>\(list)</sheets></workbook>")
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>")
    zip.entries += extra
    return zip
  }
}

/// What reading a table gave: its cells, the spots of its rows, and its problems.
struct TableReading {
  var rows: [[String]] = []
  var lines: [Int] = []
  var columns: [Int] = []
  var problems: [Diagnostic] = []

  init(_ source: some TableSource, problems: (any TableSource) -> [Diagnostic]) throws {
    var source = source
    var row = TableRow()
    while try source.next(into: &row) {
      rows.append((0..<row.count).map(row.text))
      lines.append(row.count > 0 ? Int(row.spot(0).line) : 0)
      if rows.count == 1 { columns = (0..<row.count).map { Int(row.spot($0).column) } }
    }
    self.problems = problems(source)
  }
}

/// Gives a file of these bytes to a closure, and removes it.
func withFile<Result>(
  _ bytes: [UInt8], named name: String, _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("annals-source-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { _ = Swift.Result { try FileManager.default.removeItem(at: folder) } }
  let file = folder.appendingPathComponent(name)
  try Data(bytes).write(to: file)
  return try body(file.path)
}

/// Reads a sheet of a workbook.
func sheet(
  _ bytes: [UInt8], _ name: String? = nil, headRows: [Int] = [1], file: String = "w.xlsx"
) throws -> TableReading {
  try withFile(bytes, named: file) { path throws in
    try TableReading(
      XLSXSource(path: path, name: file, sheet: name, headRows: headRows)
    ) { ($0 as? XLSXSource)?.problems ?? [] }
  }
}

func sheet(_ fixture: WorkbookFixture, headRows: [Int] = [1]) throws -> TableReading {
  try sheet(fixture.zip.bytes, headRows: headRows)
}
