import CCairo
import DisplayList
import Fonts
import Geometry

/// Arrays in Cairo's layout, reused from run to run.
struct GlyphBuffers {
  var glyphs: [cairo_glyph_t] = []
  var clusters: [cairo_text_cluster_t] = []
}

extension RunPainter {
  /// Paints a text run by one `cairo_show_text_glyphs`, with the source text for copying.
  func paint(_ run: TextRun, buffers: inout GlyphBuffers) throws(PaintingError) {
    if run.glyphs.isEmpty { return }
    guard run.size.isFinite, run.size > 0, run.expansion.isFinite, run.expansion > 0 else {
      throw geometryError
    }
    try load(run, into: &buffers)
    guard let font = try fonts.font(for: run, under: transform) else {
      throw .unknownFont(index: run.font.index, page: place.page, run: place.run)
    }
    setSource(run.colour)
    cairo_set_scaled_font(context, font)
    page.text.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        context,
        text.baseAddress?.advanced(by: run.text.lowerBound).assumingMemoryBound(
          to: CChar.self), Int32(run.text.count), buffers.glyphs, Int32(buffers.glyphs.count),
        buffers.clusters, Int32(buffers.clusters.count), cairo_text_cluster_flags_t(0))
    }
  }

  /// Copies a run's glyphs and clusters, and makes sure that they agree with its text.
  private func load(_ run: TextRun, into buffers: inout GlyphBuffers) throws(PaintingError) {
    guard
      run.glyphs.upperBound <= page.glyphs.count, run.glyphs.lowerBound >= 0,
      run.clusters.upperBound <= page.clusters.count, run.clusters.lowerBound >= 0,
      run.text.upperBound <= page.text.count, run.text.lowerBound >= 0,
      Int32(exactly: run.glyphs.count) != nil, Int32(exactly: run.text.count) != nil
    else { throw .textRange(page: place.page, run: place.run) }
    buffers.glyphs.removeAll(keepingCapacity: true)
    buffers.clusters.removeAll(keepingCapacity: true)
    var finite = 0.0
    for glyph in page.glyphs[run.glyphs] {
      finite += (glyph.x + glyph.y) * 0
      buffers.glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: glyph.x, y: glyph.y))
    }
    guard finite == 0 else { throw geometryError }
    var bytes = 0
    var glyphs = 0
    for cluster in page.clusters[run.clusters] {
      bytes += Int(cluster.bytes)
      glyphs += Int(cluster.glyphs)
      buffers.clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(cluster.bytes), num_glyphs: Int32(cluster.glyphs)))
    }
    guard bytes == run.text.count, glyphs == run.glyphs.count else {
      throw .textRange(page: place.page, run: place.run)
    }
  }
}
