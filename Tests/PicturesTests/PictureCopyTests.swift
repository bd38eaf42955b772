import Geometry
import Testing

@testable import Pictures

@Suite struct PictureCopyTests {
  private func copy(
    _ sample: SamplePicture, _ part: Rectangle, _ width: Int, _ height: Int
  ) throws -> Raster {
    let bytes = try PictureFile(sample.bytes()).copy(
      PictureCopy(part: part, width: width, height: height, quality: .page))
    let file = try PictureFile(bytes)
    #expect(file.header.orientation == .upright)
    #expect([file.header.width, file.header.height] == [width, height])
    return file.header.format == .png
      ? try PNGCoding.decode(bytes, file.header)
      : try JPEGCoding.decode(bytes, file.header, eighths: 8)
  }

  /// The name of the quarter's colour that a pixel is nearest to.
  private func colour(_ raster: Raster, _ x: Int, _ y: Int) -> String {
    let at = (y * raster.width + x) * raster.channels
    let pixel = raster.bytes[at..<at + 3].map(Int.init)
    let known = [
      ("red", [220, 30, 30]), ("green", [30, 180, 60]), ("blue", [30, 60, 200]),
      ("yellow", [240, 220, 40]),
    ]
    func distance(_ other: [Int]) -> Int {
      zip(pixel, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return known.min { distance($0.1) < distance($1.1) }?.0 ?? ""
  }

  private func corners(_ raster: Raster) -> [String] {
    let (right, low) = (raster.width - 1, raster.height - 1)
    return [
      colour(raster, 0, 0), colour(raster, right, 0), colour(raster, 0, low),
      colour(raster, right, low),
    ]
  }

  @Test func `A copy of a turned picture is upright`() throws {
    // Stored: red, green / blue, yellow; a quarter turn clockwise brings blue to the upper left.
    let raster = try copy(.turnedWithPlace, .unit, 4, 8)
    #expect(corners(raster) == ["blue", "red", "yellow", "green"])
  }

  @Test(arguments: Orientation.allCases)
  func `Pixels are turned as the orientation's transform says`(orientation: Orientation) {
    let raster = Raster(width: 3, height: 2, channels: 1, bytes: [0, 1, 2, 3, 4, 5])
    let turned = raster.turned(orientation)
    #expect(turned.width == (orientation.swapsSides ? 2 : 3))
    for y in 0..<2 {
      for x in 0..<3 {
        let centre = Point(x: (Double(x) + 0.5) / 3, y: (Double(y) + 0.5) / 2)
        let place = orientation.transform.apply(centre)
        let column = Int(place.x * Double(turned.width))
        let row = Int(place.y * Double(turned.height))
        #expect(turned.bytes[row * turned.width + column] == raster.bytes[y * 3 + x])
      }
    }
  }

  @Test func `A copy holds only its part`() throws {
    let right = Rectangle(x: 0.5, y: 0, width: 0.5, height: 1)
    #expect(corners(try copy(.progressive, right, 8, 8)) == ["green", "green", "yellow", "yellow"])
    let turned = Rectangle(x: 0, y: 0.5, width: 1, height: 0.5)
    #expect(
      corners(try copy(.turnedWithPlace, turned, 8, 8)) == ["yellow", "green", "yellow", "green"])
  }

  @Test func `Palettes, interlaced rows and sixteen bits become eight bits`() throws {
    let interlaced = try copy(.interlaced, .unit, 2, 2)
    #expect(interlaced.bytes == [220, 30, 30, 30, 180, 60, 30, 60, 200, 240, 220, 40])
    let palette = try copy(.palette, .unit, 16, 8)
    #expect(palette.channels == 4)
    #expect(
      Set(stride(from: 3, to: palette.bytes.count, by: 4).map { palette.bytes[$0] }).count == 2)
    let deep = try copy(.sixteenBits, .unit, 4, 2)
    #expect(deep.channels == 1)
    #expect(deep.bytes.allSatisfy { $0 == 128 })
    #expect(try copy(.grey, .unit, 8, 4).channels == 1)
  }

  @Test func `An even surface stays as it is when it is reduced`() {
    for (width, height) in [(7, 5), (30, 11), (1, 1), (29, 40)] {
      let raster = Raster(
        width: 31, height: 41, channels: 3,
        bytes: (0..<31 * 41).flatMap { _ in [200, 13, 90] as [UInt8] })
      let small = raster.resampled(width: width, height: height)
      #expect(small.bytes.count == width * height * 3)
      #expect(Set(stride(from: 0, to: small.bytes.count, by: 3).map { small.bytes[$0] }) == [200])
    }
  }

  @Test func `What cannot be seen does not bleed into what can`() {
    // An opaque white pixel beside a clear black one.
    let raster = Raster(width: 2, height: 1, channels: 4, bytes: [255, 255, 255, 255, 0, 0, 0, 0])
    let small = raster.resampled(width: 1, height: 1)
    #expect(small.bytes == [255, 255, 255, 128])
  }

  @Test func `The same copy has the same bytes`() throws {
    let file = try PictureFile(SamplePicture.turnedWithPlace.bytes())
    let wanted = PictureCopy(part: .unit, width: 5, height: 9, quality: .web)
    #expect(try file.copy(wanted) == file.copy(wanted))
  }

  @Test func `A part outside the picture is brought back into it`() throws {
    let file = try PictureFile(SamplePicture.grey.bytes())
    for wild in [Double.nan, -Double.infinity, 1e300, -5, 2] {
      let part = Rectangle(x: wild, y: wild, width: wild, height: wild)
      let bytes = try file.copy(PictureCopy(part: part, width: 3, height: -2, quality: .web))
      #expect(try PictureHeader(bytes).width >= 1)
    }
  }
}
