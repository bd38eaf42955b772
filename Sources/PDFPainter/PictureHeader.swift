/// What the head of a picture file says of its size and channels, read before anything is decoded.
struct PictureHeader: Equatable {
  /// Pixels across.
  var width: Int
  /// Pixels down.
  var height: Int
  /// Colour channels of a JPEG; 0 for a PNG, which is decoded.
  var channels: Int

  /// The largest picture that a page takes: 50 megapixels.
  static let pixelLimit = 50_000_000

  /// Reads IHDR (ISO/IEC 15948, 11.2.2); `nil` when the bytes are no PNG.
  init?(png bytes: [UInt8]) {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count >= 33, bytes.starts(with: signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    channels = 0
  }

  /// Finds the frame header (ISO/IEC 10918-1, B.2.2); `nil` when there is none.
  init?(jpeg bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var at = 2
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
      // SOF0 to SOF2 are what PDF's DCTDecode takes; C4, C8 and CC are no frames.
      if (0xC0...0xC2).contains(marker) {
        height = Int(bytes[at + 5]) << 8 | Int(bytes[at + 6])
        width = Int(bytes[at + 7]) << 8 | Int(bytes[at + 8])
        channels = Int(bytes[at + 9])
        return
      }
      guard length >= 2, marker != 0xDA else { return nil }
      at += 2 + length
    }
    return nil
  }

  /// Why the picture is refused; `nil` when it is not.
  var objection: String? {
    if width < 1 || height < 1 { return "it has no pixels" }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    if overflow || pixels > Self.pixelLimit || width > 32_767 || height > 32_767 {
      return "\(width) x \(height) pixels are more than 50 megapixels or 32767 a side"
    }
    if channels == 4 { return "a CMYK JPEG is not allowed beside an sRGB output intent" }
    return nil
  }
}
