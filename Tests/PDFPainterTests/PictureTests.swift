import DisplayList
import Foundation
import Geometry
import Pictures
import Testing

@testable import PDFPainter

/// A JPEG's head: enough for Cairo, which passes the bytes through.
private func jpeg(width: Int, height: Int, channels: Int) -> [UInt8] {
  let size = [height >> 8, height & 255, width >> 8, width & 255].map(UInt8.init)
  let frame: [UInt8] = [0xFF, 0xC0, 0, UInt8(8 + 3 * channels), 8]
  var bytes: [UInt8] = [0xFF, 0xD8] + frame + size
  bytes.append(UInt8(channels))
  for channel in 0..<channels { bytes += [UInt8(channel), 0x11, 0] }
  return bytes + [0xFF, 0xDA, 0, 2] + Array("scan data".utf8) + [0xFF, 0xD9]
}

/// A red pixel with half transparency.
private let png = """
  iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DQAAAEgQGALFXOsAAAAABJRU5Erk\
  Jggg==
  """

private func paint(_ bytes: [UInt8], _ format: Image.Format, times: Int = 1) throws -> [UInt8] {
  let place = FileManager.default.temporaryDirectory
    .appendingPathComponent("annals-picture-\(UUID().uuidString)")
  try Data(bytes).write(to: place)
  defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
  let image = Image(
    path: place.path, format: format, pixels: Size(width: 1, height: 1),
    frame: Rectangle(x: 10, y: 10, width: 30, height: 20))
  var page = Page(size: Size(width: 100, height: 100))
  for _ in 0..<times {
    page.runs.append(MarkedRun(owner: .artifact(.layout), items: [.image(image)]))
  }
  return try paintPDF(DisplayList(pages: [page, page]))
}

@Suite struct PictureTests {
  @Test func `A JPEG passes through untouched but for its metadata, and is shared`() throws {
    let bytes = jpeg(width: 40, height: 20, channels: 3)
    let comment = [0xFF, 0xFE, 0, 9] + Array("made up".utf8)
    let painted = try paint(Array(bytes[..<2]) + comment + bytes[2...], .jpeg, times: 2)
    #expect(Data(painted).range(of: Data(comment)) == nil)
    let text = String(decoding: painted, as: Unicode.ASCII.self)
    #expect(Data(painted).range(of: Data(bytes)) != nil)
    #expect(text.components(separatedBy: "/DCTDecode").count == 2)
    #expect(text.contains("/Width 40"))
  }

  @Test func `A PNG with transparency is painted without asking for interpolation`() throws {
    let bytes = try #require(Data(base64Encoded: png))
    let text = String(decoding: try paint([UInt8](bytes), .png), as: Unicode.ASCII.self)
    #expect(text.contains("/SMask"))
    #expect(!text.contains("/Interpolate true"))
  }

  @Test func `Pictures above fifty megapixels are refused by their header`() {
    #expect(throws: PaintingError.self) {
      try paint(jpeg(width: 10_000, height: 5_001, channels: 3), .jpeg)
    }
    #expect(throws: Never.self) { try paint(jpeg(width: 10_000, height: 5000, channels: 3), .jpeg) }
  }

  @Test func `A CMYK JPEG is refused`() {
    #expect(throws: PaintingError.self) {
      try paint(jpeg(width: 4, height: 4, channels: 4), .jpeg)
    }
  }

  @Test(arguments: [0, 1, 3, 8, 12, 20, 30])
  func `Bytes that end early are no picture`(count: Int) {
    let head = Array(jpeg(width: 4, height: 4, channels: 3).prefix(count))
    #expect(throws: PaintingError.self) { try paint(head, .jpeg) }
    #expect(throws: PaintingError.self) { try paint(head, .png) }
  }
}
