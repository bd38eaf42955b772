import CHarfBuzz
public import Foundation

/// The fonts of a folder, opened when they are first used; one library serves one task.
public final class FontLibrary {
  /// The font files; a `FontID` is an index here.
  public let files: [FontFile]
  let entries: [FontEntry]
  private var faces: [OpenFace?]

  /// Reads `fonts.tsv` in the folder; throws when the list is missing or malformed.
  public init(folder: URL) throws(FontError) {
    entries = try FontEntry.list(in: folder)
    files = entries.map(\.file)
    faces = Array(repeating: nil, count: entries.count)
  }

  /// The font of a family that is nearest to a weight, in the slant if the family has it.
  public func font(
    family: String, weight: Int, slant: FontSlant
  ) throws(FontError) -> FontID {
    var best: (index: Int, distance: Int)?
    for (index, entry) in entries.enumerated() where entry.family == family {
      let distance = abs(entry.weight - weight) + (entry.slant == slant ? 0 : 10_000)
      if distance < best?.distance ?? Int.max { best = (index, distance) }
    }
    guard let best else { throw .unknownFamily(family) }
    return FontID(best.index)
  }

  /// Whether the library has a font of the family.
  public func has(family: String) -> Bool { entries.contains { $0.family == family } }

  /// The family that a font belongs to; empty for an index that is not in the library.
  public func family(of id: FontID) -> String {
    entries.indices.contains(id.index) ? entries[id.index].family : ""
  }

  /// The OpenType weight class of a font; 400 for an index that is not in the library.
  public func weight(of id: FontID) -> Int {
    entries.indices.contains(id.index) ? entries[id.index].weight : 400
  }

  /// The slant of a font; upright for an index that is not in the library.
  public func slant(of id: FontID) -> FontSlant {
    entries.indices.contains(id.index) ? entries[id.index].slant : .upright
  }

  /// The vertical measures of a font; zero when the file cannot be opened.
  public func metrics(_ id: FontID) -> FontMetrics {
    do { return try open(id).metrics } catch {
      // A font that cannot be opened is reported when text is shaped with it.
      return FontMetrics(ascender: 0, descender: 0, capHeight: 0, xHeight: 0)
    }
  }

  /// The glyph of a code point in a font, 0 when the font has none.
  public func glyph(_ codePoint: UInt32, in id: FontID) throws(FontError) -> UInt32 {
    var glyph: hb_codepoint_t = 0
    let found = hb_font_get_nominal_glyph(try open(id).font, codePoint, &glyph)
    return found == 0 ? 0 : glyph
  }

  /// How many font units make an em.
  public func unitsPerEm(_ id: FontID) throws(FontError) -> Double { try open(id).unitsPerEm }

  /// The opened face of a font.
  func open(_ id: FontID) throws(FontError) -> OpenFace {
    guard faces.indices.contains(id.index) else { throw .unreadableFont(path: "font \(id.index)") }
    if let face = faces[id.index] { return face }
    let face = try OpenFace(files[id.index])
    faces[id.index] = face
    return face
  }
}
