import CCairo

/// A Cairo PDF surface that collects its bytes, with the context that draws on it.
struct PDFSurface: ~Copyable {
  /// Where Cairo's stream writes.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// The date in the painted bytes: a constant, because the finishing pass writes the true one and
  /// Cairo would otherwise write the time of day.
  private static let placeholderDate = "2000-01-01T00:00:00Z"

  private let surface: OpaquePointer
  private let sink: Sink
  /// The drawing context.
  let context: OpaquePointer

  private init(surface: OpaquePointer, sink: Sink, context: OpaquePointer) {
    self.surface = surface
    self.sink = sink
    self.context = context
  }

  /// A surface for pages whose sizes are set later (`cairo_pdf_surface_create_for_stream`).
  static func open() throws(PaintingError) -> PDFSurface {
    let sink = Sink()
    // The value made below keeps the sink alive until it has ended the stream.
    let created = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), 1, 1)
    // Cairo gives an inert object rather than none, whose status tells what failed.
    guard let created, let context = cairo_create(created) else {
      throw .cairo(status: -1, message: "no object", doing: "creating a PDF surface")
    }
    let surface = PDFSurface(surface: created, sink: sink, context: context)
    try check(cairo_surface_status(created), "creating a PDF surface")
    try check(cairo_status(context), "creating a context")
    cairo_pdf_surface_restrict_to_version(created, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(created, CAIRO_PDF_METADATA_CREATE_DATE, placeholderDate)
    try check(cairo_surface_status(created), "setting the date")
    return surface
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Sets the size of the page about to be drawn, in points.
  func setPageSize(width: Double, height: Double) throws(PaintingError) {
    cairo_pdf_surface_set_size(surface, width, height)
    try check(cairo_surface_status(surface), "setting a page's size")
  }

  /// Ends the document and gives its bytes (`cairo_surface_finish`).
  consuming func finish() throws(PaintingError) -> [UInt8] {
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface), "finishing the document")
    return sink.bytes
  }
}
