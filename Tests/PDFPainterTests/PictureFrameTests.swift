import DisplayList
import Foundation
import Geometry
import Pictures
import Testing

@testable import PDFPainter

/// Pictures of four quarters, red and green above, blue and yellow below, painted and looked at.
@Suite struct PictureFrameTests {
  /// 16 x 8 pixels, made with Pillow 13.
  private static let png = """
    iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAIAAAB/FOjAAAAAKUlEQVR4nGO8IyfHgA04TcMuzoRVFA+gvQYWJ7lVWCUu\
    aSRQxwbaawAAyhQEhMCBgaEAAAAASUVORK5CYII=
    """
  /// The same at quality 70.
  private static let jpeg = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEi\
    MEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7\
    Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAIABADAREAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI\
    CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol\
    JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip\
    qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAA\
    AAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLR\
    ChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaX\
    mJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEA\
    PwDlvtX+x+tej/q5/wBPf/Jf+Ce5/rR/05/8m/4B6L/wif8A0+/+Qv8A69fnf9p/3Px/4B8n/YP/AE8/D/gn/9k=
    """

  private func file(_ bytes: [UInt8], _ kind: String) throws -> URL {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-frame-\(UUID().uuidString).\(kind)")
    try Data(bytes).write(to: place)
    return place
  }

  /// A JPEG of the quarters that says that it is turned.
  private func jpeg(_ orientation: Orientation) throws -> [UInt8] {
    let bytes = try #require(Data(base64Encoded: Self.jpeg))
    let exif: [UInt8] =
      [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*\0\0\0\u{8}\0\u{1}".utf8)
      + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation.rawValue, 0, 0, 0, 0, 0, 0]
    return Array(bytes.prefix(2)) + exif + Array(bytes.dropFirst(2))
  }

  /// The colours at the four corners of a frame of 40 x 40 points, a little inwards.
  private func corners(
    _ bytes: [UInt8], _ format: Image.Format, crop: Rectangle = Image.whole,
    _ resolution: PictureResolution = .original
  ) throws -> [String] {
    let source = try file(bytes, "picture")
    let header = try PictureHeader(bytes)
    let image = Image(
      path: source.path, format: format,
      pixels: Size(width: Double(header.width), height: Double(header.height)),
      frame: Rectangle(x: 10, y: 10, width: 40, height: 40), crop: crop)
    var page = Page(size: Size(width: 60, height: 60))
    page.runs.append(MarkedRun(owner: .artifact(.layout), items: [.image(image)]))
    let pdf = try file(try paintPDF(DisplayList(pages: [page]), pictures: resolution), "pdf")
    defer {
      for place in [source, pdf] {
        #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) }
      }
    }
    let pixels = try rendered(pdf)
    func colour(_ x: Int, _ y: Int) -> String {
      let at = (y * 60 + x) * 3
      let (red, green, blue) = (pixels[at], pixels[at + 1], pixels[at + 2])
      if red > 250, green > 250, blue > 250 { return "paper" }
      if red > 180 { return green > 150 ? "yellow" : "red" }
      return green > blue ? "green" : "blue"
    }
    #expect(colour(5, 30) == "paper")
    #expect(colour(55, 30) == "paper")
    #expect(colour(30, 5) == "paper")
    return [colour(14, 14), colour(46, 14), colour(14, 46), colour(46, 46)]
  }

  /// The pixels of a page at one a point.
  private func rendered(_ pdf: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftoppm", "-r", "72", pdf.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let bytes = [UInt8](data)
    try #require(bytes.count >= 60 * 60 * 3)
    return Array(bytes.suffix(60 * 60 * 3))
  }

  /// What the corners are when the quarters are seen upright.
  private static let seen: [Orientation: [String]] = [
    .upright: ["red", "green", "blue", "yellow"], .mirrored: ["green", "red", "yellow", "blue"],
    .halfTurn: ["yellow", "blue", "green", "red"], .flipped: ["blue", "yellow", "red", "green"],
    .transposed: ["red", "blue", "green", "yellow"],
    .quarterTurn: ["blue", "red", "yellow", "green"],
    .transversed: ["yellow", "green", "blue", "red"],
    .threeQuarterTurn: ["green", "yellow", "red", "blue"],
  ]

  @Test(arguments: Orientation.allCases)
  func `A JPEG stands upright, passed through or made smaller`(orientation: Orientation) throws {
    let bytes = try jpeg(orientation)
    #expect(try corners(bytes, .jpeg) == Self.seen[orientation])
    let small = PictureResolution.reduced(dotsPerInch: 7.2)
    #expect(try corners(bytes, .jpeg, small) == Self.seen[orientation])
  }

  @Test func `Only the part that the frame shows is seen, whatever the resolution`() throws {
    let right = Rectangle(x: 0.5, y: 0, width: 0.5, height: 1)
    let low = Rectangle(x: 0, y: 0.5, width: 1, height: 0.5)
    let png = [UInt8](try #require(Data(base64Encoded: Self.png)))
    for resolution in [PictureResolution.original, .reduced(dotsPerInch: 7.2)] {
      #expect(
        try corners(jpeg(.upright), .jpeg, crop: right, resolution)
          == ["green", "green", "yellow", "yellow"])
      #expect(
        try corners(jpeg(.quarterTurn), .jpeg, crop: low, resolution)
          == ["yellow", "green", "yellow", "green"])
      #expect(
        try corners(png, .png, crop: low, resolution) == ["blue", "yellow", "blue", "yellow"])
    }
  }

  @Test
  func `A picture is reduced to the size of its largest frame, and only if that is much less`()
    throws
  {
    func image(_ width: Double) -> Image {
      Image(
        path: "a.jpg", format: .jpeg, pixels: Size(width: 3000, height: 2000),
        frame: Rectangle(x: 0, y: 0, width: width, height: width / 1.5))
    }
    var page = Page(size: .a4)
    page.runs = [
      MarkedRun(owner: .artifact(.layout), items: [.image(image(72)), .image(image(144))])
    ]
    let widest = DisplayList(pages: [page]).widestPictures
    #expect(widest.count == 1)
    #expect(widest[PicturePart(image(72))] == 144)
    let screen = PictureResolution.reduced(dotsPerInch: 220)
    let size = try #require(screen.pixels(for: image(72), widest: 144))
    #expect(size.width == 440)
    #expect(size.height == 293)
    #expect(screen.pixels(for: image(72), widest: 72 * 12) == nil)
    #expect(PictureResolution.original.pixels(for: image(72), widest: 1) == nil)
  }
}
