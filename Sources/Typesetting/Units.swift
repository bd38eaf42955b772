/// Units of measure that stay on the line of their number, though a space stands between.
enum Units {
  private static let known: Set<[UInt8]> = Set(
    [
      "%", "CNY", "EUR", "GB", "GBP", "GW", "GWh", "Hz", "MB", "MHz", "MW", "MWh", "RMB", "TB",
      "USD",
      "W", "cm", "g", "h", "ha", "kB", "kW", "kWh", "kg", "km", "km2", "m", "m2", "mg", "min", "ml",
      "mm", "ms", "pt", "s", "t",
    ].map { Array($0.utf8) })

  /// Whether a unit, and no longer word, stands at a byte of some text.
  static func stands(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var end = start
    while end < text.count, end - start < 4, isPart(text[end]) { end += 1 }
    guard end > start,
      end == text.count || !isPart(text[end]) && text[end] < 0x80 || isHan(text, end)
    else { return false }
    return known.contains(Array(text[start..<end]))
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x25
  }

  private static func isHan(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    ScalarClass.isHan(decodeScalar(text, at).value)
  }
}
