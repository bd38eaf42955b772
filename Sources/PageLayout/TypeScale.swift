import DocumentModel
import Foundation
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

  /// A size on the theme's modular scale from the body, to a tenth of a point: -1 captions, 0 body.
  func size(_ step: Double) -> Double {
    (base * pow(theme.type.ratio, step) * 10).rounded() / 10
  }

  func size(of role: TextRole) -> Double {
    let type = theme.type
    switch role {
    case .body, .contentsChapter, .contentsEntry: return size(0)
    case .caption, .small, .note, .label, .runningHead: return max(size(-1), base * 0.8)
    case .tableCell, .tableHead: return (base * type.table * 10).rounded() / 10
    case .lead, .subheading, .coverSubtitle, .coverLine: return size(type.lead)
    case .heading: return size(type.heading)
    case .chapterTitle: return size(type.title)
    case .chapterNumber, .bigNumber: return size(type.number)
    case .coverTitle: return size(type.cover)
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
    let type = theme.type
    var style = TextStyle(
      family: type.textIsSans ? theme.sans : theme.serif, size: size(of: role), colour: theme.ink,
      language: language)
    let figures = type.oldStyleFigures ? ["onum"] : ["lnum"]
    switch role {
    case .body, .note: style.features = figures
    case .lead: break
    case .caption, .small:
      style.family = theme.sans
      style.colour = theme.quiet
    case .runningHead:
      style.family = theme.sans
      style.colour = theme.quiet
      style.features = ["tnum", "lnum"]
      if type.labelsAreSmallCapitals, !isChinese { style = style.with(.smallCapitals) }
    case .tableCell, .tableHead:
      style.family = theme.sans
      style.features = ["tnum", "lnum"]
      if role == .tableHead { style.weight = 600 }
    case .label:
      style.family = theme.sans
      style.colour = theme.quiet
      style.weight = 600
      style.tracking = isChinese ? 0 : 0.06
      if type.labelsAreSmallCapitals, !isChinese { style = style.with(.smallCapitals) }
    case .chapterNumber, .bigNumber:
      style.family = type.numberIsSans ? theme.sans : theme.serif
      style.weight = type.numberWeight
      style.features = ["lnum", "pnum"]
      if role == .chapterNumber { style.colour = theme.accent }
    case .coverTitle:
      style.family = type.titleIsSans ? theme.sans : theme.serif
      style.weight = type.coverWeight
      style.features = ["lnum"]
    case .chapterTitle:
      style.family = type.titleIsSans ? theme.sans : theme.serif
      style.weight = type.titleWeight
      style.features = ["lnum"]
    case .heading, .subheading:
      style.family = type.headingIsSans ? theme.sans : theme.serif
      style.weight = type.headingWeight
      style.features = ["lnum"]
    case .contentsChapter:
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
