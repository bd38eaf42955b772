/// The elements that a web edition uses, HTML and SVG.
enum ElementName: String {
  case html, head, meta, title, link, script, body
  case header, nav, main, footer, section, div, p, span, a
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tr, th, td
  case figure, figcaption, img, blockquote, details, summary
  case em, strong, code, data, time, br, sup
  case svg, g, path, circle, rect, line, text, tspan, desc

  /// The heading of a level, never deeper than HTML has.
  static func heading(_ level: Int) -> ElementName {
    let levels: [ElementName] = [.h1, .h2, .h3, .h4, .h5, .h6]
    return levels[min(max(level, 1), levels.count) - 1]
  }

  /// Whether the element has no end tag (HTML Standard, 13.1.2, void elements).
  var isVoid: Bool {
    switch self {
    case .meta, .link, .img, .br: true
    default: false
    }
  }

  /// Whether a line break after its end changes nothing on the page.
  var endsLine: Bool {
    switch self {
    case .span, .a, .em, .strong, .code, .data, .time, .br, .sup, .img, .text, .tspan: false
    default: true
    }
  }
}
