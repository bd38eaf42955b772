/// Text in the form that ICU takes; the array is used again for each paragraph.
struct UTF16Text {
  private(set) var units = ContiguousArray<UInt16>()

  /// Replaces the text by that of some UTF-8 bytes.
  mutating func encode(_ text: UnsafeBufferPointer<UInt8>) {
    units.removeAll(keepingCapacity: true)
    units.reserveCapacity(text.count)
    var byte = 0
    while byte < text.count {
      let (value, length) = decodeScalar(text, byte)
      if value > 0xFFFF {
        let high = value - 0x10000
        units.append(UInt16(truncatingIfNeeded: 0xD800 + (high >> 10)))
        units.append(UInt16(truncatingIfNeeded: 0xDC00 + (high & 0x3FF)))
      } else {
        units.append(UInt16(truncatingIfNeeded: value))
      }
      byte += length
    }
  }

  /// Gives each character's first byte what its first unit has; the bytes' array is cleared and has a
  /// place for the end.
  static func spread(
    _ units: ContiguousArray<UInt8>, over text: UnsafeBufferPointer<UInt8>,
    into bytes: inout ContiguousArray<UInt8>
  ) {
    var unit = 0
    var byte = 0
    while byte < text.count {
      bytes[byte] = units[unit]
      let (value, length) = decodeScalar(text, byte)
      unit += value > 0xFFFF ? 2 : 1
      byte += length
    }
  }
}
