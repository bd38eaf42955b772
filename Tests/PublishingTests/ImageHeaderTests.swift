import Publishing
import Testing

@Suite struct ImageHeaderTests {
  @Test func theSizeOfAPNGIsReadFromItsFirstChunk() throws {
    let header = try ImageHeader(png(width: 640, height: 480))
    #expect(header.format == .png)
    #expect(header.width == 640)
    #expect(header.height == 480)
  }

  @Test func theSizeOfAJPEGIsReadFromItsFrameHeader() throws {
    let header = try ImageHeader(jpeg(width: 800, height: 600, components: 3))
    #expect(header == (try ImageHeader(jpeg(width: 800, height: 600, components: 1))))
    #expect(header.width == 800)
    #expect(header.height == 600)
  }

  @Test func aTextThatCallsItselfAPictureIsRefused() {
    #expect(throws: ImageHeader.Failure.unknownFormat) { try ImageHeader(Array("hello".utf8)) }
  }

  @Test func aPixelBombIsRefusedByItsHeader() {
    #expect(throws: ImageHeader.Failure.tooLarge(width: 20_000, height: 20_000)) {
      try ImageHeader(png(width: 20_000, height: 20_000))
    }
  }

  @Test(arguments: [0, 2, 9, 20, 40])
  func aCutPictureIsRefusedWhereverItIsCut(length: Int) {
    for whole in [png(width: 3, height: 3), jpeg(width: 3, height: 3, components: 3)] {
      #expect(throws: ImageHeader.Failure.self) { try ImageHeader(Array(whole.prefix(length))) }
    }
  }

  @Test func aPictureWithoutPixelsIsRefused() {
    #expect(throws: ImageHeader.Failure.empty) { try ImageHeader(png(width: 0, height: 9)) }
  }

  @Test func aFourColourJPEGIsRefused() {
    #expect(throws: ImageHeader.Failure.fourColours) {
      try ImageHeader(jpeg(width: 8, height: 8, components: 4))
    }
  }
}

/// The head and the end of a PNG, without its pixels.
func png(width: Int, height: Int) -> [UInt8] {
  let size = [width, height].flatMap { value in
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + size
    + [8, 2, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
}

/// The head and the end of a JPEG, without its pixels.
func jpeg(width: Int, height: Int, components: UInt8) -> [UInt8] {
  let comment: [UInt8] = [0xFF, 0xFE, 0, 6] + Array("test".utf8)
  let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
  let frame: [UInt8] = [0xFF, 0xC0, 0, 17, 8] + size + [components]
  return [0xFF, 0xD8] + comment + frame + Array(repeating: 1, count: 24) + [0xFF, 0xD9]
}
