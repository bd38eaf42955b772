/// The source text of objects (ISO 32000-1, 7.3), built byte by byte in one array.
struct PDFSource {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Source as it stands.
  mutating func write(_ source: StaticString) {
    source.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Source as it stands.
  mutating func write(_ source: String) { bytes.append(contentsOf: source.utf8) }

  /// Source as it stands.
  mutating func write(_ source: some Collection<UInt8>) { bytes.append(contentsOf: source) }

  /// A whole number, after a space.
  mutating func number(_ value: Int) {
    bytes.append(UInt8(ascii: " "))
    digits(value)
  }

  /// A number of points to a ten-thousandth, after a space.
  mutating func real(_ value: Double) {
    bytes.append(UInt8(ascii: " "))
    guard let parts = Int(exactly: (value * 10_000).rounded()) else { return digits(0) }
    if parts < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = parts.magnitude.quotientAndRemainder(dividingBy: 10_000)
    digits(Int(whole))
    guard part > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var rest = part
    var scale: UInt = 1_000
    while rest > 0 {
      bytes.append(UInt8(48 + rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  /// A reference to an object, after a space.
  mutating func reference(_ object: Int) {
    number(object)
    write(" 0 R")
  }

  /// A name: what a name cannot hold as it is, is written by its number (7.3.5).
  mutating func name(_ text: String) {
    bytes.append(UInt8(ascii: "/"))
    for byte in text.utf8 {
      switch byte {
      case 0x21...0x7E where !"#()<>[]{}/%".utf8.contains(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "#"))
        hexadecimal(byte)
      }
    }
  }

  /// A text string (7.9.2.2), control characters as spaces.
  mutating func text(_ text: String) { string(pdfTextBytes(cleaned(text))) }

  /// A byte string: literal where it is ASCII, else hexadecimal.
  mutating func string(_ content: [UInt8]) {
    guard content.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      bytes.append(UInt8(ascii: "<"))
      for byte in content { hexadecimal(byte) }
      bytes.append(UInt8(ascii: ">"))
      return
    }
    bytes.append(UInt8(ascii: "("))
    for byte in content {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  /// A whole number.
  mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func hexadecimal(_ byte: UInt8) {
    bytes.append(hexDigit(byte >> 4))
    bytes.append(hexDigit(byte & 15))
  }
}

/// A hexadecimal digit, in small letters.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
