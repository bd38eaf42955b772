import CHarfBuzz

/// A font file that HarfBuzz has opened, scaled so that one unit is one font unit.
final class OpenFace {
  let font: OpaquePointer
  let unitsPerEm: Double

  init(_ file: FontFile) throws(FontError) {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else {
      throw .unreadableFont(path: file.path)
    }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(clamping: file.face)) else {
      throw .unreadableFont(path: file.path)
    }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      throw .unreadableFont(path: file.path)
    }
    let units = hb_face_get_upem(face)
    hb_font_set_scale(font, Int32(clamping: units), Int32(clamping: units))
    self.font = font
    unitsPerEm = Double(units)
  }

  deinit { hb_font_destroy(font) }

  var metrics: FontMetrics {
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)
    return FontMetrics(
      ascender: Double(extents.ascender) / unitsPerEm,
      descender: Double(extents.descender) / unitsPerEm,
      capHeight: measure(HB_OT_METRICS_TAG_CAP_HEIGHT),
      xHeight: measure(HB_OT_METRICS_TAG_X_HEIGHT))
  }

  private func measure(_ tag: hb_ot_metrics_tag_t) -> Double {
    var position: hb_position_t = 0
    hb_ot_metrics_get_position_with_fallback(font, tag, &position)
    return Double(position) / unitsPerEm
  }
}
