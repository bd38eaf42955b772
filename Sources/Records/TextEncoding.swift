/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030
  case windows1252 = "windows-1252"
  case big5
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case latin9 = "iso-8859-15"
  case shiftJIS = "shift_jis"
  case eucKR = "euc-kr"

  /// The encoding of a name, as people and programs write it: `GBK`, `cp1252`, `UTF-8`.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let others: [String: TextEncoding] = [
      "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "cp1252": .windows1252,
      "latin1": .windows1252, "iso88591": .windows1252, "ansi": .windows1252,
      "cp1250": .windows1250, "cp1251": .windows1251, "latin9": .latin9, "cp950": .big5,
      "sjis": .shiftJIS, "cp949": .eucKR, "utf16": .utf16LittleEndian,
    ]
    let found = Self.allCases.first {
      $0.rawValue.filter { $0.isLetter || $0.isNumber } == plain
    }
    guard let encoding = found ?? others[plain] else { return nil }
    self = encoding
  }

  /// The name by which the C library converts it.
  var converterName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .windows1252: "CP1252"
    case .big5: "BIG5-HKSCS"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .latin9: "ISO-8859-15"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    }
  }

  /// The encoding that a byte order mark states, with the mark's length.
  static func mark(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (encoding: TextEncoding, length: Int)? {
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
    guard count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark, known by the zero in every other byte of what is surely ASCII: the
  /// beginning of a table's head.
  static func unmarkedUTF16(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> TextEncoding? {
    guard count >= 4 else { return nil }
    let zeroes = (0..<4).map { bytes[$0] == 0 }
    if zeroes == [false, true, false, true] { return .utf16LittleEndian }
    if zeroes == [true, false, true, false] { return .utf16BigEndian }
    return nil
  }

  /// The encoding of text that begins with a byte that is not ASCII, judged by a sample.
  ///
  /// Text that is mostly UTF-8 is UTF-8 with a fault, which is not hidden. Of the rest, GB18030 is
  /// what divides into its pairs with most of them among the characters of GB 2312; an accented
  /// letter of Windows-1252 stands mostly before a plain one, and makes a rare pair or none.
  static func guess(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> TextEncoding {
    var (characters, faults, at) = (0, 0, 0)
    while at < count {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      switch UTF8Scan.piece(bytes, at, count) {
      case .character(let length): (characters, at) = (characters + 1, at + length)
      case .cut: (characters, at) = (characters + 1, count)
      case .invalid: (faults, at) = (faults + 1, at + 1)
      }
    }
    if faults == 0 || characters >= faults { return .utf8 }
    return isGB18030(bytes, count) ? .gb18030 : .windows1252
  }

  private static func isGB18030(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var (common, rare, at) = (0, 0, 0)
    while at + 1 < count {
      let (lead, trail) = (bytes[at], bytes[at + 1])
      guard lead >= 0x80 else {
        at += 1
        continue
      }
      guard lead != 0x80, lead != 0xFF else { return false }
      switch trail {
      case 0x30...0x39:
        rare += 1
        at += 4
      case 0x40...0x7E, 0x80...0xFE:
        let isCommon = trail >= 0xA1 && (0xA1...0xA9).contains(lead) || (0xB0...0xF7).contains(lead)
        if isCommon, trail >= 0xA1 { common += 1 } else { rare += 1 }
        at += 2
      default: return false
      }
    }
    return common > rare
  }
}
