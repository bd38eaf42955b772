/// Decodes one code point of valid UTF-8 and says how many bytes it has.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[at])
  if first < 0x80 { return (first, 1) }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard at + length <= bytes.count else { return (0xFFFD, max(1, bytes.count - at)) }
  var value = first & (0xFF >> UInt32(length + 1))
  for index in 1..<length { value = value << 6 | UInt32(bytes[at + index] & 0x3F) }
  return (value, length)
}
