public import Geometry

/// Two colours that meet on a page, and how well they must be told apart.
public struct ContrastPair: Hashable, Sendable {
  /// What is seen.
  public let front: ColourRole
  /// What it stands on.
  public let ground: ColourRole
  /// The lowest ratio allowed: 4.5 for text (WCAG 2.2, 1.4.3), 3 for the parts of a chart and for
  /// rules that carry meaning (1.4.11).
  public let needed: Double

  /// Every pair that the pages and the web edition show.
  public static let all: [ContrastPair] =
    [
      (.ink, .paper), (.ink, .tint), (.ink, .band), (.quiet, .paper), (.quiet, .tint),
      (.quiet, .band), (.accent, .paper), (.accent, .tint), (.accent, .band),
      (.onAccent, .accent), (.onField, .field), (.lineOnField, .field), (.second, .paper),
      (.grey1, .paper),
    ].map { ContrastPair(front: $0, ground: $1, needed: 4.5) }
    + ([.rule, .scaleHigh] + ColourRole.series).map {
      ContrastPair(front: $0, ground: .paper, needed: 3)
    }
}

/// A pair that is told apart too badly.
public struct ContrastFault: Hashable, Sendable {
  /// The colours.
  public let pair: ContrastPair
  /// Where they meet.
  public let mode: Design.Mode
  /// Their ratio.
  public let ratio: Double
}

extension Design {
  /// Where colours meet.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// On white paper and light screens.
    case light
    /// On dark screens.
    case dark
    /// Printed with inks; in one ink the luminances, and so the ratios, are the same.
    case press
  }

  /// A colour as it is seen.
  public func appearance(of role: ColourRole, in mode: Mode) -> Colour {
    switch mode {
    case .light: self[role]
    case .dark: self[dark: role]
    case .press: self[inks: role].appearance
    }
  }

  /// Every pair whose contrast is too low, in the order of modes and pairs.
  public var contrastFaults: [ContrastFault] {
    Mode.allCases.flatMap { mode in
      ContrastPair.all.compactMap { pair in
        let ratio = appearance(of: pair.front, in: mode)
          .contrast(with: appearance(of: pair.ground, in: mode))
        return ratio < pair.needed ? ContrastFault(pair: pair, mode: mode, ratio: ratio) : nil
      }
    }
  }
}
