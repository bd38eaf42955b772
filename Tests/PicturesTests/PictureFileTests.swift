import Geometry
import Testing

@testable import Pictures

@Suite struct PictureFileTests {
  @Test func `A turned JPEG is told with its sides swapped and its own density`() throws {
    let header = try PictureHeader(SamplePicture.turnedWithPlace.bytes())
    #expect(header.orientation == .quarterTurn)
    #expect([header.storedWidth, header.storedHeight] == [16, 8])
    #expect([header.width, header.height] == [8, 16])
    #expect(header.dotsPerInch == 300)
    #expect(header.channels == 3)
  }

  @Test func `What says who, when and where is not in the file any more`() throws {
    let file = try PictureFile(SamplePicture.turnedWithPlace.bytes())
    let before = String(decoding: file.bytes, as: UTF8.self)
    #expect(before.contains("Made-up maker"))
    for keeps in [false, true] {
      let clean = file.withoutMetadata(keepingOrientation: keeps)
      let text = String(decoding: clean, as: UTF8.self)
      #expect(!text.contains("Made-up maker"))
      #expect(!text.contains("comment"))
      #expect(text.contains("Exif") == keeps)
      let again = try PictureFile(clean)
      #expect(again.header.orientation == (keeps ? .quarterTurn : .upright))
      #expect(again.withoutMetadata(keepingOrientation: keeps) == clean)
    }
  }

  @Test func `The coded pixels stay byte for byte, and nothing behind the end is kept`() throws {
    let bytes = try SamplePicture.progressive.bytes()
    #expect(try PictureFile(bytes).withoutMetadata() == bytes)
    let trailing = bytes + Array("a second picture".utf8)
    #expect(try PictureFile(trailing).withoutMetadata() == bytes)
  }

  @Test func `A colour profile and Adobe's mark stay, a preview does not`() throws {
    let bytes = try SamplePicture.grey.bytes()
    func segment(_ marker: UInt8, _ text: String) -> [UInt8] {
      [0xFF, marker, 0, UInt8(text.utf8.count + 2)] + Array(text.utf8)
    }
    let profile = segment(0xE2, "ICC_PROFILE\0\u{1}\u{1}made up")
    let adobe = segment(0xEE, "Adobe\0d\0\0\0\0\0")
    let extra = profile + adobe + segment(0xED, "Photoshop 3.0") + segment(0xE2, "MPF\0")
    let file = try PictureFile(Array(bytes[..<2]) + extra + bytes[2...])
    let text = String(decoding: file.withoutMetadata(), as: UTF8.self)
    #expect(text.contains("ICC_PROFILE"))
    #expect(text.contains("Adobe"))
    #expect(!text.contains("Photoshop"))
    #expect(!text.contains("MPF"))
    let copy = try file.copy(PictureCopy(part: .unit, width: 4, height: 2, quality: .page))
    #expect(String(decoding: copy, as: UTF8.self).contains("ICC_PROFILE"))
    var preview = Array(bytes[..<20])
    preview[5] = 22
    (preview[18], preview[19]) = (1, 2)
    let shrunk = try PictureFile(preview + Array("secret".utf8) + bytes[20...])
    #expect(shrunk.withoutMetadata() == bytes)
  }

  @Test func `A PNG loses its texts and keeps its pixels`() throws {
    let file = try PictureFile(SamplePicture.interlaced.bytes())
    #expect(file.header.dotsPerInch.map { Int($0.rounded()) } == 300)
    let clean = file.withoutMetadata()
    #expect(!String(decoding: clean, as: UTF8.self).contains("made-up name"))
    #expect(try PictureFile(clean).header == file.header)
  }

  @Test func `A four-colour JPEG is a clear error`() {
    #expect(throws: PictureFault.fourColours) {
      try PictureFile(SamplePicture.cmyk.bytes())
    }
  }

  @Test(arguments: SamplePicture.allCases)
  func `A picture cut anywhere is an error and never a trap`(sample: SamplePicture) throws {
    let bytes = try sample.bytes()
    for count in 0..<bytes.count - 1 {
      #expect(throws: PictureFault.self) { try PictureFile(Array(bytes[..<count])) }
    }
  }

  @Test(arguments: SamplePicture.allCases)
  func `Any byte may be wrong without a trap`(sample: SamplePicture) throws {
    let bytes = try sample.bytes()
    for index in bytes.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        do throws(PictureFault) {
          let file = try PictureFile(damaged)
          guard file.header.storedWidth < 400, file.header.storedHeight < 400 else { continue }
          _ = try file.copy(PictureCopy(part: .unit, width: 2, height: 2, quality: .web))
        } catch {
          #expect(!error.fact.isEmpty)
        }
      }
    }
  }
}

extension Rectangle {
  static let unit = Rectangle(x: 0, y: 0, width: 1, height: 1)
}
