import CCairo
import CFreeType
import Fonts
import Foundation

/// A font of the repository, for tests that need true glyphs.
final class SampleFont {
  enum Missing: Error { case file(String), face(String) }

  let file: FontFile
  private let library: FT_Library
  private let face: FT_Face

  /// Finds a file by its name anywhere below the repository's fonts folder.
  init(_ name: String) throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let fonts = root.appendingPathComponent("fonts")
    let names = FileManager.default.enumerator(atPath: fonts.path)?.compactMap { $0 as? String }
    guard let found = names?.sorted().first(where: { $0.hasSuffix(name) }) else {
      throw Missing.file(name)
    }
    let path = fonts.appendingPathComponent(found).path
    var library: FT_Library?
    var face: FT_Face?
    FT_Init_FreeType(&library)
    FT_New_Face(library, path, 0, &face)
    guard let library, let face else { throw Missing.face(path) }
    self.library = library
    self.face = face
    file = FontFile(path: path, face: 0, name: name)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// The glyph of a character and its advance in ems.
  func glyph(_ scalar: Unicode.Scalar) -> (id: UInt32, advance: Double) {
    let id = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    // FT_LOAD_NO_SCALE: font units.
    FT_Load_Glyph(face, id, 1)
    let advance = Double(face.pointee.glyph.pointee.advance.x)
    return (UInt32(id), advance / Double(face.pointee.units_per_EM))
  }
}
