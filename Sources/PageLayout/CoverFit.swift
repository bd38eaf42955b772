import DocumentModel
import Typesetting

/// Words that are longer than the page was made for: covers and large figures give way in size before
/// anything is cut or covered.
extension LayoutSession {
  /// The style of the cover's title: the theme's size, or the largest step of the scale below it with
  /// which the cover's words take no more than their part of the page.
  func coverTitleStyle(over width: Double) throws(LayoutError) -> TextStyle {
    var style = scale.style(.coverTitle)
    let room = theme.height * 0.6
    var step = theme.type.cover
    while step > 0 {
      style.size = scale.size(step)
      if try coverHeight(style, width) <= room {
        return try unbroken(style, document.cover.title, width)
      }
      step -= 1
    }
    style.size = scale.base
    if try coverHeight(style, width) > theme.height {
      warnings.append(
        LayoutWarning(message: "the words of the cover are longer than the page", place: context))
    }
    return style
  }

  /// The style in which each line of a Chinese title stands on one line, where that takes it no more than
  /// a quarter smaller: without spaces nothing shows where a word would be broken.
  func unbroken(
    _ style: TextStyle, _ title: String, _ width: Double
  ) throws(LayoutError) -> TextStyle {
    guard scale.isChinese else { return style }
    var widest = 0.0
    for line in title.split(whereSeparator: \.isNewline) {
      widest = max(widest, try self.width(of: StyledText([.init(String(line), style)])))
    }
    guard widest > width, widest * 0.75 <= width else { return style }
    var style = style
    style.size = (style.size * width / widest * 9.9).rounded(.down) / 10
    return style
  }

  /// How high the words of the cover stand with a title of this style, in points.
  private func coverHeight(_ title: TextStyle, _ width: Double) throws(LayoutError) -> Double {
    let cover = document.cover
    let parts: [(String, TextStyle, Double)] = [
      (cover.institution, scale.style(.coverLine), width), (cover.title, title, width),
      (cover.period, title, width), (cover.subtitle, scale.style(.coverSubtitle), width * 0.62),
    ]
    var height = scale.grid * 4
    for (text, style, measure) in parts where !text.isEmpty {
      height += try lines(of: text, style, measure) * style.size * (scale.isChinese ? 1.35 : 1.2)
    }
    return height
  }

  /// How many lines a text takes, without a word about how they look.
  private func lines(
    of text: String, _ style: TextStyle, _ measure: Double
  ) throws(LayoutError) -> Double {
    let known = warnings.count
    let paragraph = try set(
      StyledText([.init(text, style)]), self.style(measure, .leading, balance: .balanced))
    warnings.removeLast(warnings.count - known)
    return Double(paragraphs[paragraph].lines.count)
  }

  /// A style in which a number stands on one line, no smaller than the text.
  func fitted(
    _ style: TextStyle, to width: Double, _ number: String
  ) throws(LayoutError) -> TextStyle {
    let natural = try self.width(of: StyledText([.init(number, style)]))
    guard natural > width else { return style }
    var style = style
    style.size = max(scale.base, (style.size * width / natural * 9.9).rounded(.down) / 10)
    return style
  }

  /// About how high figures stand one under the other in the side column, in points.
  func sideHeight(of figures: [KeyFigure]) throws(LayoutError) -> Double {
    var label = scale.style(.tableHead)
    label.size = scale.base
    var height = 0.0
    for figure in figures {
      height += scale.grid * 3.5
      height += try lines(of: figure.label.plainText, label, theme.sideWidth) * scale.grid
      let detail = figure.detail.plainText
      guard !detail.isEmpty else { continue }
      height +=
        try lines(of: detail, scale.style(.small), theme.sideWidth) * scale.leading(of: .small)
    }
    return height
  }
}
