/// Refuses text that would make the YAML parser itself recurse or hash without bound.
enum YAMLGuard {
  /// Checks the nesting that the text can reach and its keys, by a scan that is coarse on purpose:
  /// it does not know quotes, so its limits lie far above what a records file needs.
  static func check(_ text: String, file: String) throws(Diagnostic) {
    try checkCharacters(text, file: file)
    var scan = Scan()
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let place = Place(file: file, line: index + 1, column: 1)
      guard scan.isShallow(line) else { throw tooDeep(at: place) }
      guard !(scan.aliases && scan.hasComplexKey(line)) else {
        throw Diagnostic(
          .error, code: "yaml-key", "a key must be a single word", at: place,
          hint: "quote text that contains a colon")
      }
    }
  }

  /// YAML allows no control characters but tab and line ends (YAML 1.1, 5.1).
  private static func checkCharacters(_ text: String, file: String) throws(Diagnostic) {
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: (line, column) = (line + 1, 0)
      case 0x09, 0x0D, 0x85: break
      case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF:
        throw Diagnostic(
          .error, code: "control-character",
          "the file contains the control character U+\(String(scalar.value, radix: 16, uppercase: true))",
          at: Place(file: file, line: line, column: column), hint: "delete it")
      default: break
      }
      column += 1
    }
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml-depth", "nested too deeply", at: place,
      hint: "a record needs three levels at most")
  }

  private struct Scan {
    var flow = 0
    /// Whether the text so far has an alias, `*name`.
    var aliases = false

    mutating func isShallow(_ line: Substring.UTF8View) -> Bool {
      var indent = 0
      var dashes = 0
      var leading = true
      var last: UInt8 = 0x20
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if leading { dashes += 1 }
        default: break
        }
        if last == UInt8(ascii: "*"), byte != 0x20, byte != UInt8(ascii: "*") { aliases = true }
        if leading, ![0x20, 0x2D, 0x3A, 0x3F].contains(byte) { leading = false }
        if leading { indent += 1 }
        last = byte
        if flow >= 500 || dashes >= 200 { break }
      }
      return flow < 500 && dashes < 200 && indent < 1000
    }

    /// Whether a line may hold a key that is not a plain word: `? …`, `*alias :` or `] :`.
    func hasComplexKey(_ line: Substring.UTF8View) -> Bool {
      let bytes = Array(line.drop { $0 == 0x20 || $0 == 0x2D })
      if bytes.starts(with: [UInt8(ascii: "?"), 0x20]) || bytes == [UInt8(ascii: "?")] {
        return true
      }
      var closed = false
      var alias = false
      var last: UInt8 = 0x20
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "]"), UInt8(ascii: "}"): closed = true
        case UInt8(ascii: ":"): if closed || alias { return true }
        case UInt8(ascii: "*"): alias = true
        case 0x20: break
        default:
          closed = false
          if last == 0x20 { alias = false }
        }
        last = byte
      }
      return false
    }
  }
}
