import CUnicode

/// Finds where lines may break (UAX 14), through ICU; one breaker per locale.
final class LineBreaker {
  private let breaker: OpaquePointer
  private let locale: String
  private var units = ContiguousArray<UInt16>()
  private var unitMarks = ContiguousArray<UInt8>()

  init(locale: String) throws(TypesettingError) {
    guard let breaker = annals_breaker_open(locale) else { throw .lineBreaking(locale: locale) }
    self.breaker = breaker
    self.locale = locale
  }

  deinit { annals_breaker_close(breaker) }

  /// Marks, by byte offset, where a line may start: 1 for may, 2 for must.
  func marks(
    _ text: UnsafeBufferPointer<UInt8>, into marks: inout ContiguousArray<UInt8>
  ) throws(TypesettingError) {
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(0, count: text.count + 1))
    encode(text)
    unitMarks.removeAll(keepingCapacity: true)
    unitMarks.append(contentsOf: repeatElement(0, count: units.count + 1))
    let status = units.withUnsafeBufferPointer { units in
      unitMarks.withUnsafeMutableBufferPointer { marks -> Int32 in
        guard let text = units.baseAddress, let room = marks.baseAddress else { return 0 }
        return annals_line_breaks(breaker, text, Int32(clamping: units.count), room)
      }
    }
    guard status == 0 else { throw .lineBreaking(locale: locale) }
    if units.count == text.count {
      // ASCII: a unit is a byte.
      marks.replaceSubrange(0..<marks.count, with: unitMarks)
      return
    }
    var unit = 0
    var byte = 0
    while byte < text.count {
      marks[byte] = unitMarks[unit]
      let (value, length) = decodeScalar(text, byte)
      unit += value > 0xFFFF ? 2 : 1
      byte += length
    }
  }

  private func encode(_ text: UnsafeBufferPointer<UInt8>) {
    // Appending to a local array spares the check of every access to a class's property.
    var units = ContiguousArray<UInt16>()
    swap(&units, &self.units)
    defer { swap(&units, &self.units) }
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
}
