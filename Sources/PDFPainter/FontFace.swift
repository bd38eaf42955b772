import CCairo
import CFreeType
import Fonts

/// A face of a font file, opened by FreeType in a library of its own.
///
/// Cairo keeps scaled fonts, and so faces, beyond the document that used them and frees them on
/// whatever thread evicts them. A library that serves one face only is touched by nobody else then.
private final class FaceHandle {
  let library: FT_Library
  let face: FT_Face

  init(_ file: FontFile) throws(PaintingError) {
    var library: FT_Library?
    let started = FT_Init_FreeType(&library)
    guard started == 0, let library else { throw .font(path: file.path, code: started) }
    var face: FT_Face?
    let opened = FT_New_Face(library, file.path, FT_Long(file.face), &face)
    guard opened == 0, let face else {
      FT_Done_FreeType(library)
      throw .font(path: file.path, code: opened)
    }
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}

/// The key under which Cairo's font face holds its `FaceHandle`; only its address counts.
nonisolated(unsafe) private let handleKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
  capacity: 1)

/// FreeType's `FT_LOAD_NO_HINTING`: outlines are embedded as designed.
private let noHinting: Int32 = 2

/// A Cairo font face over a font file (`cairo_ft_font_face_create_for_ft_face`).
final class FontFace {
  let pointer: OpaquePointer

  /// Opens a font file.
  init(_ file: FontFile) throws(PaintingError) {
    let handle = try FaceHandle(file)
    guard let created = cairo_ft_font_face_create_for_ft_face(handle.face, noHinting) else {
      throw .font(path: file.path, code: 0)
    }
    pointer = created
    try check(cairo_font_face_status(created), "opening font \(file.path)")
    let retained = Unmanaged.passRetained(handle)
    let kept = cairo_font_face_set_user_data(created, handleKey, retained.toOpaque()) { handle in
      if let handle { Unmanaged<FaceHandle>.fromOpaque(handle).release() }
    }
    if kept != CAIRO_STATUS_SUCCESS { retained.release() }
    try check(kept, "keeping font \(file.path)")
  }

  deinit { cairo_font_face_destroy(pointer) }
}
