/// What a colour is for. Each role has a colour on white paper and screens, one on dark screens,
/// and an ink build for the press.
public enum ColourRole: String, Hashable, Sendable, CaseIterable {
  case ink
  case quiet
  case hairline
  case rule
  case paper
  case tint
  case band
  case accent
  case onAccent = "on-accent"
  case second
  case field
  case onField = "on-field"
  case lineOnField = "line-on-field"
  case grey1 = "grey-1"
  case grey2 = "grey-2"
  case grey3 = "grey-3"
  case series1 = "series-1"
  case series2 = "series-2"
  case series3 = "series-3"
  case series4 = "series-4"
  case series5 = "series-5"
  case series6 = "series-6"
  case scaleLow = "scale-low"
  case scaleHigh = "scale-high"

  /// The series of charts, in their order.
  public static let series: [ColourRole] = [
    .series1, .series2, .series3, .series4, .series5, .series6,
  ]

  /// What the role is, for the table of tokens.
  public var meaning: String {
    switch self {
    case .ink: "text"
    case .quiet: "small print, axes, running heads"
    case .hairline: "hairlines between rows and entries"
    case .rule: "rules above and below tables, openers and figures"
    case .paper: "the ground of a page"
    case .tint: "the ground of boxes"
    case .band: "the ground of every second row of a banded table"
    case .accent:
      "the one strong colour: numbers of chapters, links, the series that a chart is about"
    case .onAccent: "text on the accent"
    case .second: "the quiet second colour"
    case .field: "the ground of covers and openers that bleed"
    case .onField: "text on the field"
    case .lineOnField: "lines and small print on the field"
    case .grey1: "what a chart compares with, dark"
    case .grey2: "what a chart compares with, middle"
    case .grey3: "what a chart compares with, light"
    case .series1, .series2, .series3, .series4, .series5, .series6: "a series of a chart"
    case .scaleLow: "the weak end of a scale of one hue"
    case .scaleHigh: "the strong end of a scale of one hue"
    }
  }
}
