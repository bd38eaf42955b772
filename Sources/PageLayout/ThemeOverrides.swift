import Geometry

extension Theme {
  /// The names of the built-in themes.
  public static let names = ["report", "brochure"]

  /// A built-in theme with single tokens replaced.
  ///
  /// - Parameters:
  ///   - name: `report` (A4) or `brochure` (A5).
  ///   - overrides: token names with values as text: `accent: "#0b5c55"`, `measure-mm: "140"`.
  public static func named(
    _ name: String, overrides: [String: String] = [:]
  ) throws(LayoutError) -> Theme {
    var theme = Theme()
    switch name {
    case "report": break
    case "brochure": theme.makeBrochure()
    default: throw .unknownTheme(name: name, known: names)
    }
    for (token, value) in overrides.sorted(by: { $0.key < $1.key }) {
      try theme.set(token, to: value)
    }
    return theme
  }

  private mutating func makeBrochure() {
    page = .a5
    inner = Length.mm(16).points
    outer = Length.mm(14).points
    top = Length.mm(18).points
    bottom = Length.mm(20).points
    columns = .single
    apparatus = .light
    latinSize = 10
    latinLeading = 14
    chineseSize = 10.5
    chineseLeading = 17.5
    openerDepth = 0.3
    keyFigureColumns = 2
  }

  /// The tokens that a report may override.
  public static let tokens = [
    "accent", "body-size", "bottom-mm", "chapter-start", "columns", "inner-mm", "ink", "leading",
    "measure-mm",
    "opener-depth", "outer-mm", "page", "top-mm",
  ]

  private mutating func set(_ token: String, to value: String) throws(LayoutError) {
    func number(_ range: ClosedRange<Double>) throws(LayoutError) -> Double {
      guard let number = Double(value), range.contains(number) else {
        throw .badToken(
          token: token, value: value,
          expected: "a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    switch token {
    case "accent": accent = try Self.colour(value, for: token)
    case "ink": ink = try Self.colour(value, for: token)
    case "body-size":
      latinSize = try number(5...24)
      chineseSize = latinSize
    case "leading":
      latinLeading = try number(6...40)
      chineseLeading = latinLeading
    case "inner-mm": inner = Length.mm(try number(5...80)).points
    case "outer-mm": outer = Length.mm(try number(5...80)).points
    case "top-mm": top = Length.mm(try number(5...80)).points
    case "bottom-mm": bottom = Length.mm(try number(5...80)).points
    case "measure-mm":
      let side = (page.width - Length.mm(try number(40...190)).points) / 2
      guard side > 0 else {
        throw .badToken(token: token, value: value, expected: "a measure that the page can hold")
      }
      (inner, outer, columns) = (side, side, .single)
    case "opener-depth": openerDepth = try number(0...0.6)
    case "columns":
      guard let columns = Columns(rawValue: value) else {
        throw .badToken(token: token, value: value, expected: "sided or single")
      }
      self.columns = columns
    case "chapter-start":
      guard let start = ChapterStart(rawValue: value) else {
        throw .badToken(token: token, value: value, expected: "any or recto")
      }
      chapterStart = start
    case "page":
      guard let size = ["a4": Size.a4, "a5": Size.a5][value] else {
        throw .badToken(token: token, value: value, expected: "a4 or a5")
      }
      page = size
    default: throw .unknownToken(name: token, known: Self.tokens)
    }
  }

  private static func colour(
    _ value: String, for token: String
  ) throws(LayoutError) -> Colour {
    guard value.count == 7, value.hasPrefix("#"), let rgb = UInt32(value.dropFirst(), radix: 16)
    else { throw .badToken(token: token, value: value, expected: "a colour such as #a3281c") }
    return Colour(rgb)
  }
}
