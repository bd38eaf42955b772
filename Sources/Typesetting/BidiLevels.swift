import CUnicode

/// Finds the embedding levels of a paragraph (UAX 9), through ICU.
final class BidiLevels {
  /// The direction of a paragraph.
  enum Base: UInt8 {
    case leftToRight = 0
    case rightToLeft = 1
    case firstStrong = 2
  }

  private let bidi: OpaquePointer
  private var utf16 = UTF16Text()
  private var unitLevels = ContiguousArray<UInt8>()

  /// Fails when memory is short.
  init() throws(TypesettingError) {
    guard let bidi = annals_bidi_open() else { throw .bidirectionalText }
    self.bidi = bidi
  }

  deinit { annals_bidi_close(bidi) }

  /// Sets `levels` to the level of every byte of a text, the same for all bytes of a character, and
  /// returns the paragraph's own level.
  func find(
    _ text: UnsafeBufferPointer<UInt8>, base: Base, into levels: inout ContiguousArray<UInt8>
  ) throws(TypesettingError) -> UInt8 {
    utf16.encode(text)
    let units = utf16.units
    unitLevels.removeAll(keepingCapacity: true)
    unitLevels.append(contentsOf: repeatElement(0, count: units.count + 1))
    let paragraph = units.withUnsafeBufferPointer { units in
      unitLevels.withUnsafeMutableBufferPointer { levels -> Int32 in
        guard let text = units.baseAddress, let room = levels.baseAddress else {
          return Int32(base == .rightToLeft ? 1 : 0)
        }
        return annals_bidi_levels(
          bidi, text, Int32(clamping: units.count), base.rawValue, room)
      }
    }
    guard let level = UInt8(exactly: paragraph) else { throw .bidirectionalText }
    levels.removeAll(keepingCapacity: true)
    levels.append(contentsOf: repeatElement(level, count: text.count + 1))
    UTF16Text.spread(unitLevels, over: text, into: &levels)
    for byte in text.indices where byte > 0 && text[byte] & 0xC0 == 0x80 {
      levels[byte] = levels[byte - 1]
    }
    return level
  }

  /// Whether a text has a character that is written from right to left or that sets directions.
  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0xD6 {
        at += 1
        continue
      }
      let (c, length) = decodeScalar(text, at)
      if isRightToLeft(c) { return true }
      at += length
    }
    return false
  }

  private static func isRightToLeft(_ c: UInt32) -> Bool {
    if c < 0x900 { return c >= 0x590 }
    if c < 0x10800 {
      return (0x202A...0x202E).contains(c) || c == 0x200F || (0x2066...0x2069).contains(c)
        || (0xFB1D...0xFDFF).contains(c) || (0xFE70...0xFEFC).contains(c)
    }
    return c <= 0x10FFF || (0x1E800...0x1EFFF).contains(c)
  }
}

/// The order in which a line's pieces stand from left to right (UAX 9, L2).
enum VisualOrder {
  /// The indices of the levels in visual order.
  static func order(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), let lowest = levels.min(), highest > 0 else { return order }
    var level = highest
    while level > 0, level >= lowest | 1 {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
      level -= 1
    }
    return order
  }
}

extension ParagraphStyle {
  /// What the bidirectional algorithm starts from.
  var base: BidiLevels.Base {
    switch direction {
    case .leftToRight: .leftToRight
    case .rightToLeft: .rightToLeft
    case .firstStrong: .firstStrong
    case .automatic: BidiLevels.Base(language: language)
    }
  }
}

extension BidiLevels.Base {
  /// The direction of a language by its BCP 47 tag.
  init(language: String) {
    let primary = language.prefix { $0 != "-" }.lowercased()
    let rightToLeft = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "iw"]
    self = rightToLeft.contains(primary) ? .rightToLeft : .leftToRight
  }
}
