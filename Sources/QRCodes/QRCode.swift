import CQREncode

/// A QR code (ISO/IEC 18004): a square of dark and light modules that phones read.
public struct QRCode: Hashable, Sendable {
  /// How many modules a side has, the quiet zone not counted.
  public let side: Int
  private let dark: [Bool]

  /// The light modules that must lie around a code on each side (ISO/IEC 18004, 5.3.8).
  public static let quietZone = 4

  /// The code of a text, read byte by byte, in the smallest size that holds it and mends a seventh of
  /// its area (level M).
  ///
  /// Nil where the text is empty, holds a null, or is longer than 2331 bytes, the most that a code of
  /// that level holds.
  public init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let count = Int(code.pointee.width)
    guard count > 0, let data = code.pointee.data else { return nil }
    side = count
    // The lowest bit of a module says whether it is dark.
    dark = (0..<count * count).map { data[$0] & 1 == 1 }
  }

  /// Whether a module is dark; those outside are light.
  public func isDark(column: Int, row: Int) -> Bool {
    guard (0..<side).contains(column), (0..<side).contains(row) else { return false }
    return dark[row * side + column]
  }

  /// The dark modules of a row as stretches of columns.
  public func stretches(ofRow row: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for column in 0...side {
      if isDark(column: column, row: row) {
        start = start ?? column
      } else if let first = start {
        found.append(first..<column)
        start = nil
      }
    }
    return found
  }
}
