import Foundation
import Testing

@testable import Fonts

@Suite struct FontLibraryTests {
  private static func folder(_ file: String = #filePath) -> URL {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
      let fonts = folder.appendingPathComponent("fonts/fonts.tsv")
      if FileManager.default.fileExists(atPath: fonts.path) {
        return fonts.deletingLastPathComponent()
      }
      folder.deleteLastPathComponent()
    }
    return folder
  }

  private let library: FontLibrary

  init() throws { library = try FontLibrary(folder: Self.folder()) }

  @Test func `every font in the list opens and bears its name`() throws {
    for index in library.files.indices {
      #expect(try library.unitsPerEm(FontID(index)) == 1000)
      #expect(try library.glyph(Self.sample(library.files[index].name), in: FontID(index)) != 0)
      #expect(library.files[index].path.contains(library.files[index].name.prefix(6)))
    }
  }

  /// A letter that a font must have; those of other scripts lack A.
  private static func sample(_ name: String) -> UInt32 {
    name.contains("Arabic")
      ? 0x628 : name.contains("Hebrew") ? 0x5D0 : name.contains("Thai") ? 0xE01 : 0x41
  }

  @Test func `a weight that is missing gives the nearest`() throws {
    let bold = try library.font(family: "Annals Serif SC", weight: 700, slant: .upright)
    #expect(library.files[bold.index].name == "AnnalsSerifSC-SemiBold")
    let italic = try library.font(family: "Source Serif Pro", weight: 600, slant: .italic)
    #expect(library.files[italic.index].name == "SourceSerifPro-SemiboldIt")
  }

  @Test func `an unknown family is an error`() {
    #expect(throws: FontError.unknownFamily("Comic")) {
      try library.font(family: "Comic", weight: 400, slant: .upright)
    }
  }

  @Test func `metrics are in em`() throws {
    let font = try library.font(family: "Source Serif Pro", weight: 400, slant: .upright)
    let metrics = library.metrics(font)
    #expect((0.6...0.7).contains(metrics.capHeight))
    #expect((0.4...0.55).contains(metrics.xHeight))
    #expect(metrics.ascender > metrics.capHeight && metrics.descender < 0)
  }

  @Test func `a missing folder and a broken list are errors`() throws {
    let nowhere = URL(fileURLWithPath: "/nonexistent")
    #expect(throws: FontError.unreadableList(path: "/nonexistent/fonts.tsv")) {
      try FontLibrary(folder: nowhere)
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "annals-fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("fonts.tsv")
    try Data("# path\na.otf\t0\n".utf8).write(to: list)
    #expect(throws: FontError.malformedList(path: list.path, line: 2)) {
      try FontLibrary(folder: folder)
    }
    try Data("a.otf\t0\tA\tA\t400\tupright\n".utf8).write(to: list)
    let broken = try FontLibrary(folder: folder)
    #expect(throws: FontError.unreadableFont(path: broken.files[0].path)) {
      try broken.unitsPerEm(FontID(0))
    }
  }
}
