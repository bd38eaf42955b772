import CCairo
import DisplayList
import Geometry

/// Paints one marked run.
struct RunPainter {
  let context: OpaquePointer
  let page: Page
  let place: (page: Int, run: Int)
  let transform: Transform
  let fonts: ScaledFonts

  /// Paints a run between `cairo_tag_begin` and `cairo_tag_end`.
  func paint(
    _ run: MarkedRun, shift: Transform, pictures: inout PagePictures, buffers: inout GlyphBuffers
  ) throws(PaintingError) {
    var matrix = try matrix(run.transform.then(shift))
    cairo_tag_begin(context, "Div", "")
    cairo_set_matrix(context, &matrix)
    for item in run.items {
      switch item {
      case .text(let text): try paint(text, buffers: &buffers)
      case .fill(let path, let colour): try fill(path, colour)
      case .stroke(let path, let stroke): try paint(path, stroke)
      case .image(let image): try paint(image, pictures: &pictures)
      }
    }
    cairo_tag_end(context, "Div")
    try check(cairo_status(context), "painting page \(place.page + 1), run \(place.run)")
  }

  private func fill(_ path: Path, _ colour: Colour) throws(PaintingError) {
    try trace(path)
    setSource(colour)
    cairo_fill(context)
  }

  private func paint(_ path: Path, _ stroke: Stroke) throws(PaintingError) {
    guard stroke.width.isFinite, stroke.width > 0 else { throw geometryError }
    try trace(path)
    setSource(stroke.colour)
    cairo_set_line_width(context, stroke.width)
    cairo_stroke(context)
  }

  private func paint(_ image: Image, pictures: inout PagePictures) throws(PaintingError) {
    let (frame, crop) = (image.frame, image.crop)
    guard (frame.x + frame.y + frame.width + frame.height).isFinite, frame.width > 0,
      frame.height > 0, (crop.x + crop.y + crop.width + crop.height).isFinite, crop.width > 0,
      crop.height > 0
    else { throw geometryError }
    let picture = try pictures.picture(image)
    var placement = try matrix(
      picture.placement.then(
        Transform(xx: frame.width, yx: 0, xy: 0, yy: frame.height, x0: frame.x, y0: frame.y)))
    cairo_save(context)
    // A fill and not `cairo_paint`: a first paint of a whole page makes Cairo's recording forget what
    // came before, the tag's beginning among it. What lies outside the frame is clipped by it.
    cairo_new_path(context)
    cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
    cairo_transform(context, &placement)
    cairo_set_source_surface(context, picture.surface, 0, 0)
    // PDF/A forbids interpolation (ISO 19005-2, 6.2.8), which Cairo asks for unless told so.
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func trace(_ path: Path) throws(PaintingError) {
    cairo_new_path(context)
    for segment in path.segments {
      switch segment {
      case .move(let p):
        try requireFinite(p)
        cairo_move_to(context, p.x, p.y)
      case .line(let p):
        try requireFinite(p)
        cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let c):
        try requireFinite(a)
        try requireFinite(b)
        try requireFinite(c)
        cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
      case .close:
        cairo_close_path(context)
      }
    }
  }

  /// Sets the colour of what is painted next.
  func setSource(_ colour: Colour) {
    cairo_set_source_rgb(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
  }

  /// The error that names this run's place.
  var geometryError: PaintingError { .geometry(page: place.page, run: place.run) }

  private func requireFinite(_ p: Point) throws(PaintingError) {
    if !(p.x + p.y).isFinite { throw geometryError }
  }

  private func matrix(_ t: Transform) throws(PaintingError) -> cairo_matrix_t {
    let determinant = t.xx * t.yy - t.xy * t.yx
    guard (t.x0 + t.y0 + determinant).isFinite, determinant != 0 else { throw geometryError }
    return cairo_matrix_t(xx: t.xx, yx: t.yx, xy: t.xy, yy: t.yy, x0: t.x0, y0: t.y0)
  }
}
