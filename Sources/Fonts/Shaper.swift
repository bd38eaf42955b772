import CHarfBuzz

/// A shaped glyph in font units.
public struct ShapedGlyph: Sendable {
  /// The index in the font.
  public var id: UInt32
  /// How far the pen moves.
  public var advance: Int32
  /// Where the glyph stands from the pen, to the right.
  public var x: Int32
  /// Where the glyph stands from the baseline, upwards.
  public var y: Int32
  /// The source bytes of the cluster that starts here; 0 within a cluster.
  public var bytes: UInt16
  /// The glyphs of the cluster that starts here; 0 within a cluster.
  public var glyphs: UInt16
  /// Whether the text before and from this glyph on would be shaped alike if they stood apart
  /// (`HB_GLYPH_FLAG_UNSAFE_TO_BREAK`).
  public var isSafeToBreak: Bool
}

/// A shaped word: a range of the shaper's glyphs.
public struct ShapedWord: Sendable {
  /// The first glyph.
  public var first: Int32
  /// How many glyphs.
  public var count: Int32
  /// The sum of the advances in em.
  public var width: Double
}

/// Which way glyphs follow one another.
public enum TextDirection: Hashable, Sendable {
  case leftToRight
  /// Marks are mirrored; glyphs are kept in the order of the text, the first at the right.
  case rightToLeft
}

/// How a word is shaped: one number stands for font, script, language, direction and features.
public struct ShapingKey: Hashable, Sendable {
  /// The number, an index in the shaper's table.
  public var index: Int32
}

/// Shapes words with HarfBuzz and keeps every word it has seen.
///
/// All glyphs lie in one flat array, and words are found by an open-addressing table over their
/// bytes, so a word that comes again costs a hash and a comparison.
public final class Shaper {
  /// The glyphs of all words.
  public private(set) var glyphs = ContiguousArray<ShapedGlyph>()
  /// The words, in the order in which they were first seen.
  public private(set) var words = ContiguousArray<ShapedWord>()

  private struct Setting {
    var face: OpenFace
    var script: UInt32
    var language: OpaquePointer?
    var direction: TextDirection
    var features: [hb_feature_t]
  }
  private struct SettingName: Hashable {
    var font: Int
    var script: UInt32
    var language: String
    var direction: TextDirection
    var features: [String]
  }
  private struct Slot {
    var hash: UInt64
    var word: Int32
    var text: Int32
    var count: Int32
    var key: Int32
  }

  private let library: FontLibrary
  private let buffer: OpaquePointer
  private var settings: [Setting] = []
  private var names: [SettingName: Int32] = [:]
  private var slots: ContiguousArray<Slot>
  private var source = ContiguousArray<UInt8>()

  /// A shaper over a library's fonts.
  public init(_ library: FontLibrary) {
    self.library = library
    buffer = hb_buffer_create()
    slots = Self.emptySlots(1 << 12)
  }

  deinit { hb_buffer_destroy(buffer) }

  /// The key of a font with a script (an ISO 15924 tag), language, direction and features; opens the
  /// font.
  public func key(
    font: FontID, script: UInt32, language: String, features: [String],
    direction: TextDirection = .leftToRight
  ) throws(FontError) -> ShapingKey {
    let name = SettingName(
      font: font.index, script: script, language: language, direction: direction,
      features: features)
    if let index = names[name] { return ShapingKey(index: index) }
    var parsed: [hb_feature_t] = []
    for feature in features {
      var value = hb_feature_t()
      guard hb_feature_from_string(feature, Int32(clamping: feature.utf8.count), &value) != 0
      else { throw .unknownFeature(feature) }
      parsed.append(value)
    }
    let index = Int32(settings.count)
    settings.append(
      Setting(
        face: try library.open(font), script: script,
        language: hb_language_from_string(language, -1), direction: direction,
        features: parsed))
    names[name] = index
    return ShapingKey(index: index)
  }

  /// The index in `words` of some UTF-8 text, shaped the first time it is seen.
  public func word(_ key: ShapingKey, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: key.index)
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    let (found, at) = find(hash, key, text)
    if found >= 0 { return Int(found) }
    let word = shape(key, text)
    slots[at] = Slot(
      hash: hash, word: Int32(word), text: Int32(source.count), count: Int32(text.count),
      key: key.index)
    source.append(contentsOf: text)
    if words.count * 2 > slots.count { grow() }
    return word
  }

  private static func emptySlots(_ count: Int) -> ContiguousArray<Slot> {
    ContiguousArray(
      repeating: Slot(hash: 0, word: -1, text: 0, count: 0, key: 0), count: count)
  }

  /// The word of some text, or -1 and the slot where it belongs.
  private func find(
    _ hash: UInt64, _ key: ShapingKey, _ text: UnsafeBufferPointer<UInt8>
  ) -> (word: Int32, slot: Int) {
    slots.withUnsafeBufferPointer { slots in
      source.withUnsafeBufferPointer { source in
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at].word >= 0 {
          let slot = slots[at]
          if slot.hash == hash, slot.key == key.index, Int(slot.count) == text.count {
            let start = Int(slot.text)
            var same = 0
            while same < text.count, source[start + same] == text[same] { same += 1 }
            if same == text.count { return (slot.word, at) }
          }
          at = (at + 1) & mask
        }
        return (-1, at)
      }
    }
  }

  private func grow() {
    let old = slots
    slots = Self.emptySlots(old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.word >= 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[at].word >= 0 { at = (at + 1) & mask }
      slots[at] = slot
    }
  }

  private func shape(_ key: ShapingKey, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    let setting = settings[Int(key.index)]
    hb_buffer_reset(buffer)
    text.withMemoryRebound(to: CChar.self) {
      hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
    }
    let isRightToLeft = setting.direction == .rightToLeft
    hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(setting.script))
    hb_buffer_set_language(buffer, setting.language)
    hb_shape(setting.face.font, buffer, setting.features, UInt32(setting.features.count))
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    let first = glyphs.count
    var width: Int32 = 0
    if let infos, let positions {
      width =
        isRightToLeft
        ? appendReversed(infos, positions, Int(count), length: text.count)
        : append(infos, positions, Int(count), length: text.count)
    }
    words.append(
      ShapedWord(
        first: Int32(first), count: Int32(glyphs.count - first),
        width: Double(width) / setting.face.unitsPerEm))
    return words.count - 1
  }

  private func append(
    _ infos: UnsafePointer<hb_glyph_info_t>, _ positions: UnsafePointer<hb_glyph_position_t>,
    _ count: Int, length: Int
  ) -> Int32 {
    var width: Int32 = 0
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, infos[end].cluster == infos[start].cluster { end += 1 }
      let next = end < count ? Int(infos[end].cluster) : length
      width += appendCluster(infos, positions, start..<end, bytes: next - Int(infos[start].cluster))
      start = end
    }
    return width
  }

  /// Appends clusters from right to left, which is the order of their text.
  private func appendReversed(
    _ infos: UnsafePointer<hb_glyph_info_t>, _ positions: UnsafePointer<hb_glyph_position_t>,
    _ count: Int, length: Int
  ) -> Int32 {
    var width: Int32 = 0
    var end = count
    while end > 0 {
      var start = end - 1
      while start > 0, infos[start - 1].cluster == infos[start].cluster { start -= 1 }
      let next = start > 0 ? Int(infos[start - 1].cluster) : length
      width += appendCluster(infos, positions, start..<end, bytes: next - Int(infos[start].cluster))
      end = start
    }
    return width
  }

  private func appendCluster(
    _ infos: UnsafePointer<hb_glyph_info_t>, _ positions: UnsafePointer<hb_glyph_position_t>,
    _ range: Range<Int>, bytes: Int
  ) -> Int32 {
    var width: Int32 = 0
    for index in range {
      let position = positions[index]
      let isFirst = index == range.lowerBound
      glyphs.append(
        ShapedGlyph(
          id: infos[index].codepoint, advance: position.x_advance, x: position.x_offset,
          y: position.y_offset, bytes: isFirst ? UInt16(clamping: bytes) : 0,
          glyphs: isFirst ? UInt16(clamping: range.count) : 0,
          isSafeToBreak: infos[index].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue == 0))
      width += position.x_advance
    }
    return width
  }
}

extension Shaper {
  /// Where a word may be cut without shaping its parts: the advance, in font units, and the number of
  /// clusters before a byte, and the byte where the last of these clusters starts; nil where the
  /// parts would be shaped otherwise.
  public func cut(word: Int, at byte: Int) -> (advance: Int, clusters: Int, last: Int)? {
    let shaped = words[word]
    var bytes = 0
    var last = 0
    var advance = 0
    var clusters = 0
    return glyphs.withUnsafeBufferPointer { glyphs in
      for index in Int(shaped.first)..<Int(shaped.first + shaped.count) {
        let glyph = glyphs[index]
        if glyph.bytes > 0 {
          if bytes == byte { return glyph.isSafeToBreak ? (advance, clusters, last) : nil }
          if bytes > byte { return nil }
          last = bytes
          bytes += Int(glyph.bytes)
          clusters += 1
        }
        advance += Int(glyph.advance)
      }
      return nil
    }
  }

  /// How many clusters a word has.
  public func clusterCount(of word: Int) -> Int {
    let shaped = words[word]
    let range = Int(shaped.first)..<Int(shaped.first + shaped.count)
    return range.reduce(0) { $0 + (glyphs[$1].bytes > 0 ? 1 : 0) }
  }
}
