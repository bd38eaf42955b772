import Foundation
import Geometry
import Themes

/// The tokens of a theme as custom properties: the head of the style sheet, whose static parts use
/// them.
struct ThemeSheet {
  let design: Design

  init(_ design: Design) { self.design = design }

  /// The text of the sheet.
  var text: String {
    let light = colours { design[$0].hex }
    let dark = colours { design[dark: $0].hex }
    let chinese = [Family.serif, .sans].map { $0.property(chinese: true, design) }
    return "/* The theme \(design.name): generated from its tokens. */\n\n"
      + block(
        ":root", light + sizes + type + Family.allCases.map { $0.property(design) }
      )
      + block(":root:lang(zh)", chinese)
      + "/* Chosen, not inverted: near-blacks with the theme's warmth, an accent that keeps its own. */\n"
      + "@media screen and (prefers-color-scheme: dark) {\n"
      + block(":root", dark, indent: "  ").dropLast() + "}\n\n"
  }

  private func colours(_ hex: (ColourRole) -> String) -> [String] {
    ColourRole.allCases.map { "--\($0.rawValue): \(hex($0))" }
  }

  /// The scale in rem: the body is 1; small print is never smaller than 0.78, which a phone can show.
  private var sizes: [String] {
    func step(_ exponent: Double, least: Double = 0) -> String {
      let size = max(pow(design[.ratio], exponent), least)
      return String(format: "%.3frem", locale: nil, size)
    }
    return [
      "--s: " + step(-1, least: 0.78), "--m: 1rem", "--l: " + step(design[.leadStep]),
      "--heading-size: " + step(design[.headingStep] * 0.8),
      "--title-size: " + step(design[.titleStep]),
      "--number-size: " + step(design[.numberStep]), "--cover-size: " + step(design[.coverStep]),
    ]
  }

  private var type: [String] {
    let figures = design[.figures] == "old-style" ? "oldstyle-nums" : "lining-nums"
    return [
      "--text-face: var(--\(design[.textFace]))", "--heading-face: var(--\(design[.headingFace]))",
      "--title-face: var(--\(design[.titleFace]))", "--number-face: var(--\(design[.numberFace]))",
      "--heading-weight: \(plain(design[.headingWeight]))",
      "--title-weight: \(plain(design[.titleWeight]))",
      "--number-weight: \(plain(design[.numberWeight]))",
      "--cover-weight: \(plain(design[.coverWeight]))",
      "--figures: \(figures) proportional-nums",
      "--fractions: \(design[.fractions] == "built" ? "diagonal-fractions" : "inherit")",
      "--emphasis-mark: \(design[.chineseEmphasis] == "dots" ? "filled dot" : "none")",
      "--emphasis-weight: \(design[.chineseEmphasis] == "dots" ? "inherit" : "600")",
      "--indent-zh: \(design[.chineseIndents] == "all" ? "2em" : "0")",
      "--strong: \(plain(max(1, (design[.strongRuleWidth] * 2).rounded())))px",
      "--radius: \(plain(design[.radius]))px",
      "--measure: \(design[.textFace] == "sans" ? "37rem" : "35rem")",
      "--side: \(design[.opener] == "field" ? "13rem" : "15rem")",
    ]
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  private func block(_ selector: String, _ properties: [String], indent: String = "") -> String {
    "\(indent)\(selector) {\n"
      + properties.map { "\(indent)  \($0);\n" }.joined() + "\(indent)}\n\n"
  }
}

/// The families of the web edition: the theme's, then what readers' systems have.
private enum Family: CaseIterable {
  case serif
  case sans
  case mono

  func property(chinese: Bool = false, _ design: Design) -> String {
    switch self {
    case .serif:
      "--serif: " + stack(design[.serif], chinese ? Self.hanSerifs : Self.serifs, "serif")
    case .sans:
      "--sans: " + stack(design[.sans], chinese ? Self.hanSans : Self.latinSans, "sans-serif")
    case .mono: "--mono: " + stack(design[.mono], ["ui-monospace"], "monospace")
    }
  }

  /// Source's families are called by other names since their fourth and third versions.
  private func stack(_ family: String, _ others: [String], _ generic: String) -> String {
    let newer = ["Source Serif Pro": "Source Serif 4", "Source Sans Pro": "Source Sans 3"]
    let names = [newer[family], family].compactMap(\.self) + others
    let quoted = names.map { name in
      let isWord = name.allSatisfy { $0.isLetter || $0 == "-" }
      return isWord ? name : "\"\(name.filter { $0.isLetter || $0.isNumber || $0 == " " })\""
    }
    return (quoted + [generic]).joined(separator: ", ")
  }

  private static let serifs = [
    "Charter", "Bitstream Charter", "Iowan Old Style", "Georgia", "Noto Serif", "Liberation Serif",
  ]
  private static let latinSans = [
    "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans",
  ]
  private static let hanSerifs = [
    "Source Han Serif SC", "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", "STSong", "SimSun",
  ]
  private static let hanSans = [
    "Source Han Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei",
  ]
}
