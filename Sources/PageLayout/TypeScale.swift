import DocumentModel
import Geometry
import Typesetting

/// The roles that text plays on a page.
enum TextRole {
  case body, lead, caption, small, note, tableCell, tableHead
  case chapterNumber, chapterTitle, heading, subheading, label
  case bigNumber, runningHead, coverTitle, coverSubtitle, coverLine, contentsChapter, contentsEntry
}

/// Sizes, leadings and styles of one language on the theme's grid.
struct TypeScale {
  let theme: Theme
  let language: String

  var isChinese: Bool { language.hasPrefix("zh") }
  /// The body's size in points.
  var base: Double { isChinese ? theme.chineseSize : theme.latinSize }
  /// The baseline grid in points.
  var grid: Double { isChinese ? theme.chineseLeading : theme.latinLeading }
  /// Where in a grid step the baseline lies, in points from the step's top.
  var drop: Double { grid * 0.72 }

  /// A size on the scale of x 1.25 from the body: -1 captions, 0 body, 1 lead, 2 h2, 4 h1, 6 opener.
  func size(_ step: Int) -> Double {
    var size = base
    for _ in 0..<abs(step) { size *= step < 0 ? 0.8 : 1.25 }
    return (size * 10).rounded() / 10
  }

  func size(of role: TextRole) -> Double {
    switch role {
    case .body, .contentsChapter, .contentsEntry: size(0)
    case .caption, .small, .note, .label, .runningHead: size(-1)
    case .tableCell, .tableHead: (base * 9).rounded() / 10
    case .lead, .subheading, .coverSubtitle, .coverLine: size(1)
    case .heading: size(2)
    case .chapterTitle: size(4)
    case .chapterNumber, .coverTitle, .bigNumber: theme.page.width < 500 ? size(5) : size(6)
    }
  }

  /// The distance between baselines in points: whole grid steps, or three quarters of one for small
  /// print, so that four lines of it fill three steps.
  func leading(of role: TextRole) -> Double {
    switch role {
    case .body, .tableCell, .tableHead, .contentsChapter, .contentsEntry: grid
    case .lead: grid * 1.25
    case .caption, .small, .note, .label, .runningHead: grid * 0.75
    default: (size(of: role) * (isChinese ? 1.35 : 1.15) / (grid / 2)).rounded(.up) * grid / 2
    }
  }

  func style(_ role: TextRole) -> TextStyle {
    var style = TextStyle(
      family: theme.serif, size: size(of: role), colour: theme.ink, language: language)
    switch role {
    case .body: style.features = ["onum"]
    case .lead: break
    case .note: style.features = ["onum"]
    case .caption, .small:
      style.family = theme.sans
      style.colour = theme.quiet
    case .runningHead:
      style.family = theme.sans
      style.colour = theme.quiet
      style.features = ["tnum", "lnum"]
    case .tableCell, .tableHead:
      style.family = theme.sans
      style.features = ["tnum", "lnum"]
      if role == .tableHead { style.weight = 600 }
    case .label:
      style.family = theme.sans
      style.colour = theme.quiet
      style.weight = 600
      style.tracking = isChinese ? 0 : 0.06
    case .chapterNumber, .bigNumber:
      style.family = theme.sans
      style.weight = 300
      style.features = ["lnum", "pnum"]
      if role == .chapterNumber { style.colour = theme.accent }
    case .coverTitle:
      style.family = theme.sans
      style.weight = 300
      style.features = ["lnum"]
    case .chapterTitle, .heading, .subheading, .contentsChapter:
      style.family = theme.sans
      style.weight = 600
      style.features = ["lnum"]
    case .contentsEntry, .coverSubtitle, .coverLine:
      style.family = theme.sans
      style.features = ["lnum"]
    }
    return style
  }
}
