/// What the first bytes of a picture say of it: enough to place it on a page, before anything is
/// decoded.
public struct ImageHeader: Hashable, Sendable {
  /// The formats that a report can hold.
  public enum Format: String, Hashable, Sendable {
    case jpeg
    case png
  }
  /// The format, from the bytes and not from the file's name.
  public var format: Format
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int

  /// The most pixels that a picture may have: a 48 KB PNG of 20,000 x 20,000 pixels costs 1.5 GiB
  /// to decode, so the size is judged before.
  public static let mostPixels = 50_000_000

  /// Why a picture cannot be used.
  public enum Failure: Error, Hashable {
    /// Neither JPEG nor PNG.
    case unknownFormat
    /// The file ends, or breaks, before its size is told.
    case cut
    /// A width or height of zero.
    case empty
    /// More pixels than `mostPixels`.
    case tooLarge(width: Int, height: Int)
    /// A JPEG whose coding a page cannot hold: lossless, or arithmetic.
    case rareCoding
    /// A JPEG with four components, which a page for screens cannot show.
    case fourColours
  }

  /// Reads the header of a JPEG (ISO 10918-1, B.2) or a PNG (ISO 15948, 11.2.2).
  public init(_ bytes: [UInt8]) throws(Failure) {
    let size: (format: Format, width: Int, height: Int)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      size = try Self.png(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      size = try Self.jpeg(bytes)
    } else {
      throw .unknownFormat
    }
    guard size.width > 0, size.height > 0 else { throw .empty }
    // 32767 is the most that Cairo takes on a side.
    let longest = max(size.width, size.height)
    guard longest <= 32_767, size.width <= Self.mostPixels / size.height else {
      throw .tooLarge(width: size.width, height: size.height)
    }
    (format, width, height) = size
  }

  private static func png(_ bytes: [UInt8]) throws(Failure) -> (Format, Int, Int) {
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else { throw .cut }
    // A PNG ends in an IEND chunk; one without it was cut in transit.
    guard bytes.suffix(12).starts(with: [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44]) else { throw .cut }
    return (.png, number(bytes, at: 16, bytes: 4), number(bytes, at: 20, bytes: 4))
  }

  private static func jpeg(_ bytes: [UInt8]) throws(Failure) -> (Format, Int, Int) {
    var index = 2
    while index + 4 <= bytes.count {
      guard bytes[index] == 0xFF else { throw .cut }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let length = number(bytes, at: index + 2, bytes: 2)
      // C4, C8 and CC are tables in the range of the frame headers.
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        guard index + 10 <= bytes.count else { throw .cut }
        guard (0xC0...0xC2).contains(marker) else { throw .rareCoding }
        guard bytes[index + 9] != 4 else { throw .fourColours }
        // The end-of-image marker may be followed by padding, but it must be there.
        guard endsWithMarker(bytes) else { throw .cut }
        let height = number(bytes, at: index + 5, bytes: 2)
        return (.jpeg, number(bytes, at: index + 7, bytes: 2), height)
      }
      guard length >= 2, marker != 0xD9, marker != 0xDA else { throw .cut }
      index += 2 + length
    }
    throw .cut
  }

  private static func endsWithMarker(_ bytes: [UInt8]) -> Bool {
    var index = bytes.count - 1
    while index > 1 {
      if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
      if bytes.count - index > 65_536 { return false }
      index -= 1
    }
    return false
  }

  /// A big-endian number; the caller has checked the bounds.
  private static func number(_ bytes: [UInt8], at start: Int, bytes count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension ImageHeader.Failure {
  /// The fact, for a diagnostic's message: "picture "x.png" ...".
  var fact: String {
    switch self {
    case .unknownFormat: "is neither JPEG nor PNG"
    case .cut: "is cut short or damaged"
    case .empty: "has no pixels"
    case .tooLarge(let width, let height): "has \(width) × \(height) pixels, which is too many"
    case .rareCoding: "is a JPEG of a rare coding"
    case .fourColours: "is a four-colour (CMYK) JPEG"
    }
  }

  /// The way out.
  var hint: String {
    switch self {
    case .unknownFormat: "save it as JPEG (photos) or PNG (drawings)"
    case .cut: "copy the file again from where it came"
    case .empty: "save the picture again"
    case .tooLarge: "scale it down; at most 50 million pixels and 32767 a side"
    case .rareCoding: "save it as a baseline or progressive JPEG"
    case .fourColours: "save it as an RGB JPEG"
    }
  }
}
