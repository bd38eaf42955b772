import Foundation

/// Walks the segments of a JPEG to its end (ISO 10918-1, B.1.1).
struct JPEGSegments {
  private let bytes: [UInt8]
  private var header: PictureHeader?
  private var parts: [FilePart] = []
  private var orientation = Orientation.upright
  private var dotsPerInch: Double?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(PictureFault) -> (PictureHeader, [FilePart]) {
    var index = 2
    while index + 2 <= bytes.count {
      guard bytes[index] == 0xFF else { throw .cut }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xD9 {
        guard var header else { throw .cut }
        parts.append(.range(index..<index + 2))
        header.orientation = orientation
        header.dotsPerInch = dotsPerInch
        return (header, parts)
      }
      guard index + 4 <= bytes.count else { throw .cut }
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      let end = index + 2 + length
      guard length >= 2, end <= bytes.count else { throw .cut }
      try take(marker, index..<end)
      if marker == 0xDA {
        index = try scanEnd(from: end)
        parts.append(.range(end..<index))
      } else {
        index = end
      }
    }
    throw .cut
  }

  private mutating func take(_ marker: UInt8, _ range: Range<Int>) throws(PictureFault) {
    switch marker {
    case 0xC4, 0xDB, 0xDC, 0xDD: parts.append(.range(range))
    case 0xDA:
      guard header != nil else { throw .cut }
      parts.append(.range(range))
    case 0xC0...0xC2:
      header = try frame(range)
      parts.append(.range(range))
    case 0xC3...0xCF: throw .rareCoding
    case 0xE0: takeJFIF(range)
    case 0xE1: takeExif(range)
    // The colour profile (ICC.1, B.4) and Adobe's mark, which says how colours are coded.
    case 0xE2 where holds("ICC_PROFILE\0", range), 0xEE where holds("Adobe", range):
      parts.append(.range(range))
    default: break
    }
  }

  private func frame(_ range: Range<Int>) throws(PictureFault) -> PictureHeader {
    guard range.count >= 10, header == nil else { throw .cut }
    let start = range.lowerBound
    func number(_ offset: Int) -> Int {
      Int(bytes[start + offset]) << 8 | Int(bytes[start + offset + 1])
    }
    let channels = Int(bytes[start + 9])
    if channels == 4 { throw .fourColours }
    guard bytes[start + 4] == 8, channels == 1 || channels == 3 else { throw .rareCoding }
    guard range.count >= 10 + 3 * channels else { throw .cut }
    return try PictureHeader(
      .jpeg, width: number(7), height: number(5), channels: channels, bitDepth: 8)
  }

  /// JFIF's density stays; its preview, which may show more than the picture, does not.
  private mutating func takeJFIF(_ range: Range<Int>) {
    guard holds("JFIF\0", range), range.count >= 18 else { return }
    let start = range.lowerBound
    var head = Array(bytes[start..<start + 18])
    (head[2], head[3], head[16], head[17]) = (0, 16, 0, 0)
    parts.append(.own(head))
    let density = Double(Int(head[12]) << 8 | Int(head[13]))
    if density > 0, head[11] == 1 { dotsPerInch = density }
    if density > 0, head[11] == 2 { dotsPerInch = density * 2.54 }
  }

  private mutating func takeExif(_ range: Range<Int>) {
    guard holds("Exif\0\0", range) else { return }
    let block = ExifBlock(bytes[(range.lowerBound + 10)..<range.upperBound])
    if let turned = block.orientation { orientation = turned }
    if dotsPerInch == nil { dotsPerInch = block.dotsPerInch }
  }

  private func holds(_ name: String, _ range: Range<Int>) -> Bool {
    bytes[range].dropFirst(4).starts(with: name.utf8)
  }

  /// The marker behind the coded pixels, in which 0xFF is followed by zero or a restart marker.
  private func scanEnd(from start: Int) throws(PictureFault) -> Int {
    let end = bytes.withUnsafeBytes { raw -> Int? in
      guard let base = raw.baseAddress else { return nil }
      var index = start
      while index + 1 < raw.count, let found = memchr(base + index, 0xFF, raw.count - 1 - index) {
        index = base.distance(to: UnsafeRawPointer(found))
        let next = raw[index + 1]
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return index }
        index += next == 0xFF ? 1 : 2
      }
      return nil
    }
    guard let end else { throw .cut }
    return end
  }
}
