/// How far characters stand out of the measure at the edges of a line, so that the edge looks
/// straight: small marks most, letters with slanted or round sides a little.
enum Hanging {
  /// The kinds of font whose marks differ in shape.
  enum Class: UInt8 {
    case serif
    case serifItalic
    case sans
    case none

    init(family: String, _ slant: TextStyle.Slant) {
      if family.contains("Code") {
        self = .none
      } else if family.contains("Sans") {
        self = .sans
      } else {
        self = slant == .italic ? .serifItalic : .serif
      }
    }
  }

  /// Thousandths of an em at the start of a line.
  static func left(_ c: UInt32, _ kind: Class) -> Float {
    if kind == .none { return 0 }
    if c < 0x80 { return Float(leftOfASCII[Int(kind.rawValue) * 128 + Int(c)]) }
    switch c {
    case 0x2018: return 100
    case 0x201C, 0xAB: return kind == .sans ? 130 : 160
    case 0x2039: return 90
    case 0x2013: return 70
    case 0x2014: return 100
    default: return 0
    }
  }

  /// Thousandths of an em at the end of a line.
  static func right(_ c: UInt32, _ kind: Class) -> Float {
    if kind == .none { return 0 }
    if c < 0x80 { return Float(rightOfASCII[Int(kind.rawValue) * 128 + Int(c)]) }
    switch c {
    case 0x2019: return 120
    case 0x201D, 0xBB: return kind == .sans ? 150 : 190
    case 0x203A: return 100
    case 0x2010, 0x2011: return 160
    case 0x2013: return 100
    case 0x2014: return 140
    case 0x2026: return 110
    default: return 0
    }
  }

  /// Whether a Chinese stop may hang whole: only ，。、 may (CLREQ 3.1.7).
  static func isStop(_ c: UInt32) -> Bool { c == 0xFF0C || c == 0x3002 || c == 0x3001 }

  private static let leftOfASCII = table([
    [
      "A": 35, "J": 25, "T": 25, "V": 35, "W": 35, "X": 20, "Y": 30, "v": 20, "w": 20, "x": 15,
      "y": 20, "(": 35, "[": 25, "'": 100, "\"": 130, "-": 100, "1": 30, "C": 15, "O": 15, "Q": 15,
    ],
    [
      "A": 40, "J": 40, "X": 20, "(": 20, "'": 70, "\"": 90, "-": 90, "v": 10, "w": 10,
    ],
    [
      "A": 30, "J": 20, "T": 30, "V": 30, "W": 25, "X": 20, "Y": 30, "v": 20, "w": 15, "x": 15,
      "y": 20, "(": 30, "'": 90, "\"": 120, "-": 90, "1": 25, "C": 10, "O": 10, "Q": 10,
    ],
  ])

  private static let rightOfASCII = table([
    [
      ".": 175, ",": 130, ";": 80, ":": 115, "!": 35, "?": 35, "-": 160, ")": 35, "]": 25,
      "'": 110, "\"": 140, "A": 35, "D": 15, "F": 25, "K": 20, "L": 25, "O": 15, "P": 20, "R": 15,
      "T": 25, "V": 35, "W": 35, "X": 20, "Y": 30, "f": 15, "k": 20, "r": 25, "t": 15, "v": 20,
      "w": 20, "x": 15, "y": 25, "7": 25,
    ],
    [
      ".": 185, ",": 140, ";": 90, ":": 120, "!": 20, "?": 20, "-": 150, ")": 20, "'": 130,
      "\"": 160, "T": 20, "V": 25, "W": 25, "Y": 25, "r": 20, "v": 15, "w": 15, "y": 15, "7": 20,
    ],
    [
      ".": 165, ",": 125, ";": 75, ":": 105, "!": 30, "?": 30, "-": 150, ")": 30, "'": 100,
      "\"": 130, "A": 30, "F": 25, "K": 20, "L": 25, "P": 20, "T": 30, "V": 30, "W": 25, "X": 20,
      "Y": 30, "k": 15, "r": 25, "t": 10, "v": 20, "w": 15, "x": 15, "y": 20, "7": 25,
    ],
  ])

  private static func table(_ classes: [[Unicode.Scalar: UInt8]]) -> [UInt8] {
    var values = [UInt8](repeating: 0, count: classes.count * 128)
    for (index, factors) in classes.enumerated() {
      for (scalar, value) in factors { values[index * 128 + Int(scalar.value)] = value }
    }
    return values
  }
}
