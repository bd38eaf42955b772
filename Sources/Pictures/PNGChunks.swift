/// Walks the chunks of a PNG to its end (ISO 15948, 5.3).
enum PNGChunks {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The chunks that make the picture what it looks like; texts, times and Exif are not among them.
  private static let kept = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
  ].map { Array($0.utf8) }

  static func read(_ bytes: [UInt8]) throws(PictureFault) -> (PictureHeader, [FilePart]) {
    var header: PictureHeader?
    var parts: [FilePart] = []
    var turned = Orientation.upright
    var hasPixels = false
    var index = 8
    while index + 12 <= bytes.count {
      let length = number(bytes, index, 4)
      let data = index + 8
      guard length <= bytes.count - data - 4 else { throw .cut }
      let name = Array(bytes[index + 4..<data])
      let end = data + length + 4
      if kept.contains(name) { parts.append(.range(index..<end)) }
      switch String(decoding: name, as: UTF8.self) {
      case "IHDR":
        guard length == 13, index == 8 else { throw .cut }
        header = try head(bytes, data)
      case "tRNS":
        if let channels = header?.channels, !channels.isMultiple(of: 2) {
          header?.channels = channels + 1
        }
      case "pHYs" where length == 9 && bytes[data + 8] == 1:
        header?.dotsPerInch = Double(number(bytes, data, 4)) * 0.0254
      case "eXIf": turned = ExifBlock(bytes[data..<data + length]).orientation ?? .upright
      case "IDAT": hasPixels = true
      case "IEND":
        guard var header, hasPixels else { throw .cut }
        header.orientation = turned
        return (header, parts)
      default: break
      }
      index = end
    }
    throw .cut
  }

  private static func head(_ bytes: [UInt8], _ data: Int) throws(PictureFault) -> PictureHeader {
    let channels = [0: 1, 2: 3, 3: 3, 4: 2, 6: 4][Int(bytes[data + 9])]
    guard let channels else { throw .cut }
    return try PictureHeader(
      .png, width: number(bytes, data, 4), height: number(bytes, data + 4, 4),
      channels: channels, bitDepth: Int(bytes[data + 8]))
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
