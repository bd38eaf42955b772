import Geometry
import Testing

@testable import Pictures

/// Copies of photographs: how near they are to the pixels that they are made of.
@Suite struct ReducedCopyTests {
  /// Waves of colour that compress like a photograph.
  private func picture(_ width: Int, _ height: Int) -> Raster {
    var raster = Raster(width: width, height: height, channels: 3, bytes: [])
    for y in 0..<height {
      for x in 0..<width {
        let (across, down) = (Double(x) / Double(width), Double(y) / Double(height))
        let values = [across * down, (1 - across) * (0.3 + 0.5 * down), 0.2 + 0.6 * across]
        raster.bytes += values.map { UInt8(30 + 190 * $0) }
      }
    }
    return raster
  }

  private func decoded(_ bytes: [UInt8]) throws -> Raster {
    try JPEGCoding.decode(bytes, try PictureHeader(bytes), eighths: 8)
  }

  /// Decibels between two pictures of one size (peak signal to noise).
  private func likeness(_ a: Raster, _ b: Raster) -> Double {
    var error = 0.0
    for (x, y) in zip(a.bytes, b.bytes) {
      error += (Double(x) - Double(y)) * (Double(x) - Double(y))
    }
    guard error > 0 else { return .infinity }
    // 10 log10(peak^2 / mean error), without a library for one logarithm.
    var (ratio, decibels) = (255 * 255 * Double(a.bytes.count) / error, 0.0)
    while ratio > 1 {
      ratio /= 1.023_292_992_280_754_2
      decibels += 0.1
    }
    return decibels
  }

  /// The part of a source averaged to the copy's size without any coding between.
  private func reference(_ source: Raster, _ part: Rectangle, _ width: Int, _ height: Int) -> Raster
  {
    let x = Int((part.x * Double(source.width)).rounded())
    let y = Int((part.y * Double(source.height)).rounded())
    return source.cut(
      x: x, y: y,
      width: min(source.width - x, Int((part.width * Double(source.width)).rounded())),
      height: min(source.height - y, Int((part.height * Double(source.height)).rounded()))
    ).resampled(width: width, height: height)
  }

  @Test(
    "A copy for the web is near its pixels, at eighths of them and between, whole and cut",
    arguments: [
      (640, 480, 400, 300), (640, 480, 320, 240), (641, 479, 400, 299), (643, 481, 77, 55),
      (640, 480, 411, 308), (640, 480, 639, 479), (91, 71, 50, 30),
    ])
  func web(width: Int, height: Int, newWidth: Int, newHeight: Int) throws {
    let source = picture(width, height)
    // Planes at half the resolution, and RGB that is not.
    for quality in [PictureCopy.Quality.web, .page] {
      let file = try PictureFile(JPEGCoding.encode(source, quality: quality))
      let copy = PictureCopy(part: .unit, width: newWidth, height: newHeight, quality: .web)
      let small = try decoded(try file.copy(copy))
      #expect([small.width, small.height] == [newWidth, newHeight])
      #expect(likeness(small, reference(source, .unit, newWidth, newHeight)) > 32)
    }
  }

  @Test(arguments: [(0.25, 0.1, 0.5, 0.6), (0.333, 0.0, 0.667, 1.0), (0.0, 0.5, 1.0, 0.5)])
  func `A part begins where it should, also at odd pixels`(
    x: Double, y: Double, width: Double, height: Double
  ) throws {
    let source = picture(601, 401)
    let part = Rectangle(x: x, y: y, width: width, height: height)
    let file = try PictureFile(JPEGCoding.encode(source, quality: .web))
    let size = (Int(601 * width * 0.625), Int(401 * height * 0.625))
    let copy = PictureCopy(part: part, width: size.0, height: size.1, quality: .web)
    let small = try decoded(try file.copy(copy))
    #expect([small.width, small.height] == [size.0, size.1])
    #expect(likeness(small, reference(source, part, size.0, size.1)) > 32)
  }

  @Test func `Eighths of a picture are decoded and not averaged`() throws {
    let file = try PictureFile(JPEGCoding.encode(picture(1201, 799), quality: .web))
    for eighths in 1...8 {
      let size = (1201 * eighths / 8, 799 * eighths / 8)
      #expect(JPEGCoding.eighths(file.header, atLeast: size) == eighths)
    }
  }

  @Test func `Grey, a single pixel and an upright turn work at every size`() throws {
    let grey = Raster(width: 31, height: 17, channels: 1, bytes: [UInt8](repeating: 90, count: 527))
    let file = try PictureFile(JPEGCoding.encode(grey, quality: .web))
    for side in [1, 2, 7, 17] {
      let copy = PictureCopy(part: .unit, width: side, height: side, quality: .web)
      let small = try decoded(try file.copy(copy))
      #expect([small.width, small.height, small.channels] == [side, side, 1])
      #expect(small.bytes.allSatisfy { abs(Int($0) - 90) < 3 })
    }
    let one = try PictureFile(JPEGCoding.encode(picture(1, 1), quality: .web))
    let copy = PictureCopy(part: .unit, width: 1, height: 1, quality: .web)
    #expect(try decoded(try one.copy(copy)).bytes.count == 3)
  }
}
