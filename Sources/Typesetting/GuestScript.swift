/// Scripts that neither the Latin nor the Chinese fonts have, with the fonts that stand in for them.
enum GuestScript {
  case arabic
  case hebrew
  case thai

  /// The script whose font draws a character: marks and digits of a block belong to it even where
  /// Unicode calls them common.
  init?(_ c: UInt32) {
    switch c {
    case 0x0590...0x05FF, 0xFB1D...0xFB4F: self = .hebrew
    case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      self = .arabic
    case 0x0E00...0x0E7F: self = .thai
    default: return nil
    }
  }

  /// The ISO 15924 tag.
  var tag: UInt32 {
    switch self {
    case .arabic: 0x4172_6162
    case .hebrew: 0x4865_6272
    case .thai: 0x5468_6169
    }
  }

  /// The families to try, the one that goes with the text first.
  func families(serif: Bool) -> [String] {
    let names: [String] =
      switch self {
      case .arabic: ["Noto Naskh Arabic", "Noto Sans Arabic"]
      case .hebrew: ["Noto Serif Hebrew", "Noto Sans Hebrew"]
      case .thai: ["Noto Serif Thai", "Noto Sans Thai"]
      }
    return serif ? names : names.reversed()
  }

  /// Whether a script is written without spaces between words.
  static func isUnspaced(_ tag: UInt32) -> Bool { tag == GuestScript.thai.tag }
}
