/// The merged cells of a sheet, which stand after its rows.
struct XLSXMerge: Hashable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  /// A range such as `B1:D2`; nil for a single cell and for what is no range.
  init?(_ text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard ends.count == 2, let a = XLSXReference(ends[0]), let b = XLSXReference(ends[1]),
      a.row <= b.row, a.column <= b.column
    else { return nil }
    rows = a.row...b.row
    columns = a.column...b.column
  }

  /// Finds the merges that touch the first rows of a sheet.
  ///
  /// The part is unpacked once more and searched as bytes, not parsed: it is far quicker, and a
  /// head with gaps is the only thing that asks for it.
  static func touching(
    rows limit: Int, of part: String, in package: XLSXPackage
  ) throws(Diagnostic) -> [XLSXMerge] {
    let stream = try package.open(part)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var search = Search(limit: limit)
    while true {
      let count = try stream.read(into: buffer)
      guard count > 0 else { return search.merges }
      for byte in UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]) {
        search.take(byte)
      }
    }
  }

  /// Looks for `mergeCell ref="…"` whatever the prefix.
  private struct Search {
    let limit: Int
    var merges: [XLSXMerge] = []
    private let mark = Array("mergeCell ".utf8)
    private var matched = 0
    private var element: [UInt8]?

    init(limit: Int) { self.limit = limit }

    mutating func take(_ byte: UInt8) {
      if element != nil {
        if byte == UInt8(ascii: ">") || (element?.count ?? 0) > 200 { return end() }
        element?.append(byte)
      } else if byte == mark[matched] {
        matched += 1
        if matched == mark.count { (element, matched) = ([], 0) }
      } else if matched > 0 {
        matched = byte == mark[0] ? 1 : 0
      }
    }

    private mutating func end() {
      let text = String(decoding: element ?? [], as: UTF8.self)
      element = nil
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
      guard parts.count > 1, parts[0].hasSuffix("ref="), let merge = XLSXMerge(String(parts[1])),
        merge.rows.lowerBound <= limit, merges.count < 10_000
      else { return }
      merges.append(merge)
    }
  }
}

/// The place of a cell: `B12`.
struct XLSXReference: Hashable {
  /// What a sheet can hold.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  var row: Int
  var column: Int

  init?(_ bytes: some Sequence<UInt8>) {
    var (row, column, digits) = (0, 0, 0)
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        guard column > 0, digits < 7 else { return nil }
        row = row * 10 + Int(byte - 0x30)
        digits += 1
      case 0x41...0x5A, 0x61...0x7A:
        guard digits == 0 else { return nil }
        column = column * 26 + Int((byte | 0x20) - 0x60)
        guard column <= Self.lastColumn else { return nil }
      case UInt8(ascii: "$"): continue
      default: return nil
      }
    }
    guard (1...Self.lastRow).contains(row), column > 0 else { return nil }
    (self.row, self.column) = (row, column)
  }
}
