/// An address that may stand in a page: of an allowed scheme, or inside the site.
struct WebAddress: Hashable {
  /// The address, ASCII specials percent-encoded.
  let text: String

  private init(checked text: String) { self.text = text }

  /// An absolute address of a scheme on the allow-list; nil for any other.
  init?(absolute address: String) {
    guard Self.hasNoControl(address), let colon = address.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let scheme = address[..<colon].lowercased()
    let rest = address[address.utf8.index(after: colon)...]
    switch scheme {
    case "http", "https":
      guard rest.utf8.starts(with: "//".utf8), rest.utf8.count > 2 else { return nil }
    case "mailto":
      guard rest.utf8.contains(UInt8(ascii: "@")) else { return nil }
    default: return nil
    }
    text = Self.encode(address)
  }

  /// An address relative to the page, on the same origin; nil for any other.
  init?(relative address: String) {
    guard !address.isEmpty, Self.hasNoControl(address), !address.utf8.starts(with: "//".utf8),
      !address.utf8.contains(UInt8(ascii: "\\"))
    else { return nil }
    let first = address.utf8.prefix { ![UInt8(ascii: "/"), UInt8(ascii: "?")].contains($0) }
    guard !first.contains(UInt8(ascii: ":")) else { return nil }
    text = Self.encode(address)
  }

  /// A place in a page: `page` is a checked path of the writer's own, empty for the same page.
  static func anchor(_ anchor: String, of page: String = "") -> WebAddress {
    WebAddress(checked: page + "#" + encode(anchor, keeping: unreserved))
  }

  /// A file of the edition, by a path that the writer itself made.
  static func file(_ path: String) -> WebAddress { WebAddress(checked: path) }

  /// Browsers drop tabs and line breaks inside an address, which hides a scheme from a reader.
  private static func hasNoControl(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static let unreserved = Set("-._~".utf8)
  private static let reserved = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)

  /// RFC 3986, 2.1; letters and digits always stand for themselves.
  private static func encode(_ text: String, keeping kept: Set<UInt8> = reserved) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, kept.contains(byte) || scalar.properties.isAlphabetic || isDigit(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
