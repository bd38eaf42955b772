import Foundation

/// The sample's picture, drawn in one bit a pixel and stored without compression.
enum SamplePicture {
  static let path = FileManager.default.temporaryDirectory.path + "/annals-sample-Hills 1.png"

  static func write() throws {
    try Data(bytes(width: 960, height: 480)).write(to: URL(filePath: path))
  }

  static func bytes(width: Int, height: Int) -> [UInt8] {
    let header = big(width) + big(height) + [1, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", header) + chunk("IDAT", stored(rows(width, height))) + chunk("IEND", [])
  }

  /// Four ridges of hills, each darker than the one behind, by an ordered dither.
  private static func rows(_ width: Int, _ height: Int) -> [UInt8] {
    let dither = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
    return (0..<height).flatMap { y -> [UInt8] in
      [0]
        + (0..<width / 8).map { byte in
          (0..<8).reduce(UInt8(0)) { bits, bit in
            let x = byte * 8 + bit
            let tone = tone(x: Double(x), y: Double(y))
            return bits << 1 | (tone > dither[(y & 3) * 4 + (x & 3)] ? 1 : 0)
          }
        }
    }
  }

  private static func tone(x: Double, y: Double) -> Int {
    let ridges = (0..<4).filter { ridge in
      let order = Double(ridge)
      let wave =
        sin(x / (150 - 20 * order) + order * 2) * (30 + 6 * order) + sin(x / 47 + order) * 9
      return y > 150 + order * 75 + wave
    }
    return 15 - ridges.count * 3
  }

  /// A zlib stream of stored blocks (RFC 1950, RFC 1951).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    while start < data.count {
      let end = min(start + 65535, data.count)
      let size = UInt16(end - start)
      stream.append(end == data.count ? 1 : 0)
      stream += [size, ~size].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      stream += data[start..<end]
      start = end
    }
    let sums = data.reduce((a: 1, b: 0)) { sums, byte in
      let a = (sums.a + Int(byte)) % 65521
      return (a, (sums.b + a) % 65521)
    }
    return stream + big(sums.b << 16 | sums.a)
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return big(data.count) + body + big(Int(~crc))
  }

  private static func big(_ value: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
