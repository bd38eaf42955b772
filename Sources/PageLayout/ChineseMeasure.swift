import Geometry

/// Chinese measures hold whole characters, so that all that stands in them, text, rules, boxes and
/// tables, ends where full lines end.
extension Theme {
  /// The theme for a language: where it is Chinese, the text column holds the nearest number of whole
  /// characters, and the margin at the open side gives or takes the difference.
  ///
  /// - Parameter halved: whether it is each of two columns side by side that holds whole characters.
  func squared(for language: String, halved: Bool = false) -> Theme {
    guard language.hasPrefix("zh"), chineseSize > 0 else { return self }
    let measure = halved ? (width - languageGap) / 2 : textWidth
    let count = (measure / chineseSize).rounded()
    var theme = self
    theme.outer += widening(by: measure - count * chineseSize, halved: halved)
    guard theme.outer < Self.leastMargin else { return theme }
    theme.outer = outer + widening(by: measure - (count - 1) * chineseSize, halved: halved)
    return theme
  }

  /// The least margin at the open side that a measure is widened to, in points.
  private static let leastMargin = Length.mm(12).points

  /// How much the margin at the open side grows where the measure is narrower by so much, in points.
  private func widening(by rest: Double, halved: Bool) -> Double {
    guard abs(rest) > 0.01 else { return 0 }
    if halved { return rest * 2 }
    // The text column has its share of what the twelve columns lose.
    return columns == .sided ? rest * 12 / Double(max(1, 12 - sideColumns)) : rest
  }
}

extension TypeScale {
  /// As much of a width as whole characters fill, in points.
  func squares(_ width: Double, of size: Double? = nil) -> Double {
    let size = size ?? base
    return (width / size + 0.001).rounded(.down) * size
  }
}
