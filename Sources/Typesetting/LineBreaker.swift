import CUnicode

/// Finds where lines may break (UAX 14), through ICU; one breaker per locale.
final class LineBreaker {
  private let breaker: OpaquePointer
  private let locale: String
  private var utf16 = UTF16Text()
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
    utf16.encode(text)
    let units = utf16.units
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
    UTF16Text.spread(unitMarks, over: text, into: &marks)
  }
}
