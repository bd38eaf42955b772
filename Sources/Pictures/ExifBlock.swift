/// The two facts of an Exif block that a page needs; nothing else of it is read (Exif 2.32, 4.6).
struct ExifBlock {
  private(set) var orientation: Orientation?
  private(set) var dotsPerInch: Double?
  private let bytes: [UInt8]
  private let isLittle: Bool

  /// Reads the block from its byte order on; what breaks off says nothing.
  init(_ slice: ArraySlice<UInt8>) {
    bytes = Array(slice)
    isLittle = bytes.starts(with: [0x49, 0x49])
    guard isLittle || bytes.starts(with: [0x4D, 0x4D]), number(2, 2) == 42,
      let directory = number(4, 4), let count = number(directory, 2)
    else { return }
    var (density, unit) = (nil as Double?, 2)
    for entry in 0..<min(count, 512) {
      let place = directory + 2 + entry * 12
      guard let tag = number(place, 2), let kind = number(place + 2, 2) else { return }
      switch (tag, kind) {
      case (0x0112, 3):
        orientation = number(place + 8, 2).flatMap { UInt8(exactly: $0) }.flatMap {
          Orientation(rawValue: $0)
        }
      case (0x011A, 5): density = number(place + 8, 4).flatMap { fraction($0) }
      case (0x0128, 3): unit = number(place + 8, 2) ?? 2
      default: break
      }
    }
    dotsPerInch = density.map { unit == 3 ? $0 * 2.54 : $0 }
  }

  private func fraction(_ place: Int) -> Double? {
    guard let above = number(place, 4), let below = number(place + 4, 4), above > 0, below > 0
    else { return nil }
    return Double(above) / Double(below)
  }

  private func number(_ place: Int, _ size: Int) -> Int? {
    guard place >= 0, place <= bytes.count - size else { return nil }
    let part = bytes[place..<place + size]
    return isLittle
      ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A JPEG segment that says how the picture is turned, and nothing else.
  static func segment(_ orientation: Orientation) -> [UInt8] {
    let head: [UInt8] = [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8)
    let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
    return head + tiff + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation.rawValue, 0, 0, 0, 0, 0, 0]
  }
}
