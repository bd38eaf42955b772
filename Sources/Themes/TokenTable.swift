import Geometry

/// The table of all tokens with the values of the shipped themes, in Markdown: the second part of
/// `docs/outline/themes.md`.
public enum TokenTable {
  /// The table.
  public static var markdown: String {
    let designs = Design.names.map { Design.read(nil, base: $0).design }
    return choices(designs) + numbers(designs) + faces(designs) + colours(designs)
      + contrast(designs)
  }

  private static func head(_ title: String, _ first: String) -> String {
    "### \(title)\n\n| token | \(first) | \(Design.names.joined(separator: " | ")) |\n"
      + "|---|---|" + Design.names.map { _ in "---|" }.joined() + "\n"
  }

  private static func row(_ token: String, _ meaning: String, _ values: [String]) -> String {
    "| `\(token)` | \(meaning) | \(values.joined(separator: " | ")) |\n"
  }

  private static func choices(_ designs: [Design]) -> String {
    ChoiceToken.allCases.reduce(into: head("Forms", "what is chosen")) { text, token in
      let words = token.words.map { "`\($0)`" }.joined(separator: ", ")
      text += row(
        token.rawValue, "\(token.meaning): \(words)", designs.map { $0[token] })
    } + "\n"
  }

  private static func numbers(_ designs: [Design]) -> String {
    NumberToken.allCases.reduce(into: head("Numbers", "what it is, and its range")) { text, token in
      let range = "\(plain(token.range.lowerBound)) to \(plain(token.range.upperBound))"
      text += row(
        token.rawValue, "\(token.meaning) (\(range))", designs.map { plain($0[token]) })
    } + "\n"
  }

  private static func faces(_ designs: [Design]) -> String {
    FaceToken.allCases.reduce(into: head("Families", "what it is for")) { text, token in
      text += row(token.rawValue, token.meaning, designs.map { $0[token] })
    } + "\n"
  }

  private static func colours(_ designs: [Design]) -> String {
    let title = "Colours: on paper and light screens / on dark screens / inks in per cent (C M Y K)"
    return ColourRole.allCases.reduce(into: head(title, "what it is for")) { text, role in
      text += row(
        role.rawValue, role.meaning,
        designs.map { "\($0[role].hex) / \($0[dark: role].hex) / \($0[inks: role].text)" })
    } + "\n"
  }

  private static func contrast(_ designs: [Design]) -> String {
    let title = "Contrast: on paper / on dark screens / in inks"
    return ContrastPair.all.reduce(into: head(title, "needed")) { text, pair in
      text += row(
        "\(pair.front.rawValue)` on `\(pair.ground.rawValue)", plain(pair.needed),
        designs.map { design in
          Design.Mode.allCases.map { mode in
            let ratio = design.appearance(of: pair.front, in: mode)
              .contrast(with: design.appearance(of: pair.ground, in: mode))
            return plain((ratio * 10).rounded(.down) / 10)
          }.joined(separator: " / ")
        })
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
