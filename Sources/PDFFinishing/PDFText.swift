/// A text without the characters that XML or a PDF text string cannot carry (XML 1.0, 2.2): each
/// control character becomes a space.
func cleaned(_ text: String) -> String {
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: clean.append(" ")
    default: clean.append(scalar)
    }
  }
  return String(clean)
}

/// The bytes of a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, all else as UTF-16 with its
/// mark.
func pdfTextBytes(_ string: String) -> [UInt8] {
  if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return Array(string.utf8) }
  var bytes: [UInt8] = [0xFE, 0xFF]
  for unit in string.utf16 {
    bytes.append(UInt8(unit >> 8))
    bytes.append(UInt8(unit & 0xFF))
  }
  return bytes
}

/// A time stamp with its zone, checked.
struct Timestamp: Equatable {
  /// ISO 8601, as XMP writes it.
  let iso: String
  /// As PDF writes it (ISO 32000-1, 7.9.4).
  let pdf: String

  /// Reads `YYYY-MM-DDThh:mm:ss` with `Z` or `±hh:mm`; `nil` for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let shape = "dddd-dd-ddTdd:dd:dd"
    guard bytes.count == 20 || bytes.count == 25 else { return nil }
    guard Self.fits(bytes.prefix(19), shape) else { return nil }
    func field(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    guard (1...12).contains(field(5..<7)), (1...31).contains(field(8..<10)), field(11..<13) < 24,
      field(14..<16) < 60, field(17..<19) < 60
    else { return nil }
    let digits = bytes.prefix(19).filter { (48...57).contains($0) }
    let moment = "D:" + String(decoding: digits, as: UTF8.self)
    if bytes.count == 20, bytes[19] == UInt8(ascii: "Z") {
      pdf = moment + "Z"
    } else if bytes.count == 25, Self.fits(bytes.suffix(6), "sdd:dd"), field(20..<22) < 24,
      field(23..<25) < 60
    {
      let zone = String(decoding: bytes[19..<22], as: UTF8.self)
      pdf = "\(moment)\(zone)'\(String(decoding: bytes[23..<25], as: UTF8.self))'"
    } else {
      return nil
    }
    iso = text
  }

  private static func fits(_ bytes: ArraySlice<UInt8>, _ shape: String) -> Bool {
    guard bytes.count == shape.utf8.count else { return false }
    return zip(bytes, shape.utf8).allSatisfy { byte, kind in
      switch kind {
      case UInt8(ascii: "d"): (48...57).contains(byte)
      case UInt8(ascii: "s"): byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      default: byte == kind
      }
    }
  }
}
