public import Geometry

/// A theme: every token with its value, the one source of pages and of the web's style sheet.
public struct Design: Hashable, Sendable {
  /// The shipped theme that it is, or is made from.
  public let name: String
  var light: [ColourRole: Colour] = [:]
  var dark: [ColourRole: Colour] = [:]
  var press: [ColourRole: InkBuild] = [:]
  var numbers: [NumberToken: Double] = [:]
  var faces: [FaceToken: String] = [:]
  var choices: [ChoiceToken: String] = [:]

  init(name: String) { self.name = name }

  /// A colour on white paper and light screens. Each shipped theme names all of them.
  public subscript(role: ColourRole) -> Colour { light[role] ?? .black }
  /// A colour on dark screens.
  public subscript(dark role: ColourRole) -> Colour { dark[role] ?? .white }
  /// A colour as inks.
  public subscript(inks role: ColourRole) -> InkBuild { press[role] ?? InkBuild([0, 0, 0, 100]) }
  /// A number.
  public subscript(token: NumberToken) -> Double { numbers[token] ?? token.range.lowerBound }
  /// A family of type.
  public subscript(token: FaceToken) -> String { faces[token] ?? "" }
  /// A choice.
  public subscript(token: ChoiceToken) -> String { choices[token] ?? token.words[0] }

  /// The table of the press: the ink build of each colour in which pages are painted, by the colour;
  /// where two roles have one colour, the build of the first of them.
  public var inkTable: [Colour: InkBuild] {
    ColourRole.allCases.reversed().reduce(into: [:]) { table, role in
      table[self[role]] = self[inks: role]
    }
  }

  /// The names of the shipped themes.
  public static let names = ["institutional", "editorial", "accounts"]

  /// Every token, in the order of the table: choices, numbers, faces, colours.
  public static let tokens: [String] =
    ChoiceToken.allCases.map(\.rawValue) + NumberToken.allCases.map(\.rawValue)
    + FaceToken.allCases.map(\.rawValue)
    + ["", "dark-", "press-"].flatMap { mode in ColourRole.allCases.map { mode + $0.rawValue } }
}
