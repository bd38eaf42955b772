import Charts

/// About how wide words are on the web, where the reader's fonts are not known: widths of a wide
/// sans-serif, so that labels have room in any of the families that the style sheet names.
enum WebMeasure {
  /// The sizes of words in drawings, in pixels; the style sheet has the same.
  static func size(_ role: Drawing.Label.Role) -> Double {
    switch role {
    case .name, .value, .annotation: 14
    case .tick: 13
    case .large: 24
    }
  }

  /// The sizes of words, for drawings.
  static var labels: LabelMeasure {
    LabelMeasure(
      width: { text, role in
        let share = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
        return share * size(role) * (role == .value ? 1.1 : 1.04)
      }, size: size)
  }

  /// A character's width as a share of the size.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x2E80...0xFFDC, 0x20000...0x3FFFF: 1
    case 0x300...0x36F: 0
    default:
      switch Character(scalar) {
      case " ", "\u{A0}", "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "|", "!", "·": 0.3
      case "f", "t", "r", "(", ")", "[", "]", "-", "/", "*": 0.4
      case "m", "M", "w", "W", "%", "—", "→", "←", "…", "≥", "≤", "≈": 0.92
      case "A"..."Z": 0.68
      default: 0.58
      }
    }
  }
}
