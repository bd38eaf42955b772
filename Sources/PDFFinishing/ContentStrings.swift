/// The bytes of a hexadecimal string (ISO 32000-1, 7.3.4.3).
func decodeHexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(digits.count / 2)
  var high: UInt8?
  for digit in digits {
    let value: UInt8
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
    default: continue
    }
    if let first = high {
      bytes.append(first << 4 | value)
      high = nil
    } else {
      high = value
    }
  }
  if let first = high { bytes.append(first << 4) }
  return bytes
}

/// The bytes of a literal string (ISO 32000-1, 7.3.4.2).
func decodeLiteral(_ source: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  if !source.contains(UInt8(ascii: "\\")) { return Array(source) }
  var bytes: [UInt8] = []
  var at = source.startIndex
  while at < source.endIndex {
    let byte = source[at]
    at += 1
    guard byte == UInt8(ascii: "\\"), at < source.endIndex else {
      bytes.append(byte)
      continue
    }
    let escaped = source[at]
    at += 1
    switch escaped {
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case 10: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(escaped - UInt8(ascii: "0"))
      var digits = 1
      while digits < 3, at < source.endIndex,
        (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(source[at])
      {
        value = value * 8 + Int(source[at] - UInt8(ascii: "0"))
        at += 1
        digits += 1
      }
      bytes.append(UInt8(truncatingIfNeeded: value))
    default: bytes.append(escaped)
    }
  }
  return bytes
}
