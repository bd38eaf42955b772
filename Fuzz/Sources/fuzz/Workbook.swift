/// The least package that a workbook needs, around parts that are given; nothing is compressed, so
/// that a change of an input is a change of the XML.
enum Workbook {
  private static let fixed = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      </Types>
      """
    ),
    (
      "_rels/.rels",
      relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheets><sheet name="events" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
      ])
    ),
  ]

  /// The archive of the fixed parts, written once.
  private static let frame: StoredZip = {
    var archive = StoredZip()
    for (name, text) in fixed { archive.add(name, Array(text.utf8)) }
    return archive
  }()

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String
  {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let entries = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + entries.joined() + "</Relationships>"
  }

  /// The package of a sheet, its shared strings and its styles; what is missing is left out.
  static func package(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var archive = frame
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    for (name, part) in zip(names, parts) { archive.add(name, Array(part)) }
    return archive.finished()
  }
}

/// A ZIP archive of entries that are stored as they are (APPNOTE 4.3).
struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    var fields = Self.little(UInt16(20)) + Self.little(UInt32(0)) + Self.little(UInt16(0))
    // A day that the format can say: 1980-01-01.
    fields += Self.little(UInt16(0x21)) + Self.little(Self.checksum(content))
    fields += Self.little(UInt32(content.count)) + Self.little(UInt32(content.count))
    fields += Self.little(UInt16(name.utf8.count)) + Self.little(UInt16(0))
    directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + fields
    directory += Self.little(UInt16(0)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
    directory += Self.little(UInt32(0)) + Self.little(UInt32(bytes.count)) + Array(name.utf8)
    bytes += Self.little(UInt32(0x0403_4B50)) + fields + Array(name.utf8) + content
    count += 1
  }

  /// The archive with its directory.
  func finished() -> [UInt8] {
    var end = Self.little(UInt32(0x0605_4B50)) + Self.little(UInt32(0)) + Self.little(count)
    end += Self.little(count) + Self.little(UInt32(directory.count))
    end += Self.little(UInt32(bytes.count)) + Self.little(UInt16(0))
    return bytes + directory + end
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  /// CRC-32. A plain loop, since the targets are built without optimisation.
  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    content.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
      }
    }
    return ~sum
  }
}
