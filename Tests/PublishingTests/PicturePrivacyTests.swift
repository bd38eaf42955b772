import Foundation
import Pictures
import Publishing
import Records
import Testing

/// A picture that says in its Exif block where it was taken, and what becomes of that.
@Suite struct PicturePrivacyTests {
  private static let secret = "48.2082N 16.3738E"

  /// 16 x 8 pixels of four colours, made with Pillow 13.
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

  /// The picture on its side, with a place in its Exif block and a comment.
  private func turned() throws -> [UInt8] {
    let bytes = [UInt8](try #require(Data(base64Encoded: Self.jpeg)))
    let words = Array(Self.secret.utf8)
    let tiff: [UInt8] = Array("MM\0*\0\0\0\u{8}\0\u{1}".utf8) + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]
    let block = Array("Exif\0\0".utf8) + tiff + [0, 0, 0, 0, 0, 0] + words
    let exif = [0xFF, 0xE1, 0, UInt8(block.count + 2)] + block
    let comment = [0xFF, 0xFE, 0, UInt8(words.count + 2)] + words
    return Array(bytes.prefix(2)) + exif + comment + bytes.dropFirst(2) + words
  }

  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    let image = [
      "      - image:", "          file: images/centre.jpg",
      "          alt: {en: The centre., zh: 中心。}", "          licence: CC0",
      "          anchor: centre", "      - prose: centres",
    ].joined(separator: "\n")
    try fixture.edit("report.yaml", "      - prose: centres", image)
    try fixture.write("images/centre.jpg", bytes: try turned())
    return fixture
  }

  @Test func noProductSaysWhereAPictureWasTaken() async throws {
    let fixture = try fixture()
    _ = try await fixture.built()
    let archive = fixture.around.appendingPathComponent("archive")
    _ = try await addToArchive(try fixture.reading(), archive: archive.path, fonts: try fonts())
    let files = try contents(of: fixture.output).merging(contents(of: archive)) { one, _ in one }
    let pictures = files.filter { $0.key.hasSuffix("centre.jpg") }
    #expect(pictures.count == 3)
    for (path, data) in files {
      #expect(data.range(of: Data(Self.secret.utf8)) == nil, "\(path)")
    }
    for (path, data) in pictures {
      let header = try PictureHeader([UInt8](data))
      #expect(header.width == 8 && header.height == 16, "\(path)")
      #expect((header.orientation == .upright) == path.contains("web/"), "\(path)")
    }
  }

  @Test func aCoarsePictureIsToldWhereTheOutlineNamesIt() async throws {
    let problems = try await fixture().problems().filter { $0.code == "low-resolution" }
    #expect(problems.map { $0.place?.file } == ["report.yaml"])
    #expect(problems.first?.message.contains("images/centre.jpg") == true)
  }

  @Test func theSamePicturesMakeTheSameBytes() async throws {
    let fixture = try fixture()
    _ = try await fixture.built()
    let first = try contents(of: fixture.output)
    _ = try await fixture.built()
    #expect(try contents(of: fixture.output) == first)
  }
}
