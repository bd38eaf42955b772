import CCairo
import DisplayList
import Fonts
import Geometry

/// The scaled fonts of one document, each made once.
final class ScaledFonts {
  private struct Key: Hashable {
    var font: Int
    var size: Double
    var expansion: Double
    var xx: Double
    var yx: Double
    var xy: Double
    var yy: Double
  }

  private let files: [FontFile]
  private var faces: [FontFace?]
  private var scaled: [Key: OpaquePointer] = [:]
  private let options: OpaquePointer?

  /// No scaled fonts yet, of so many files.
  init(_ files: [FontFile]) {
    self.files = files
    faces = Array(repeating: nil, count: files.count)
    options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
  }

  deinit {
    for font in scaled.values { cairo_scaled_font_destroy(font) }
    cairo_font_options_destroy(options)
  }

  /// The font of a text run under a transform (`cairo_scaled_font_create`); expansion is a
  /// horizontal scale of the font matrix. `nil` when the table has no such font.
  func font(for run: TextRun, under transform: Transform) throws(PaintingError) -> OpaquePointer? {
    let key = Key(
      font: run.font.index, size: run.size, expansion: run.expansion, xx: transform.xx,
      yx: transform.yx, xy: transform.xy, yy: transform.yy)
    if let known = scaled[key] { return known }
    guard let face = try face(run.font.index) else { return nil }
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, run.size * run.expansion, run.size)
    var space = cairo_matrix_t(
      xx: transform.xx, yx: transform.yx, xy: transform.xy, yy: transform.yy, x0: 0, y0: 0)
    guard let made = cairo_scaled_font_create(face.pointer, &matrix, &space, options) else {
      return nil
    }
    scaled[key] = made
    try check(cairo_scaled_font_status(made), "scaling font \(files[run.font.index].path)")
    return made
  }

  private func face(_ index: Int) throws(PaintingError) -> FontFace? {
    guard files.indices.contains(index) else { return nil }
    if let open = faces[index] { return open }
    let opened = try FontFace(files[index])
    faces[index] = opened
    return opened
  }
}
