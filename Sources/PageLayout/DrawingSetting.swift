import Charts
import DisplayList
import Geometry
import Typesetting

/// Drawings of charts and maps as fragments: their inks in the theme's colours, their words set.
extension LayoutSession {
  /// The style of words in drawings.
  func style(of role: Drawing.Label.Role) -> TextStyle {
    var style = scale.style(.small)
    if let labelSize { style.size = labelSize }
    style.colour = theme.ink
    style.features = ["tnum", "lnum"]
    switch role {
    case .name, .tick, .annotation: break
    case .value: style.weight = 600
    case .large:
      style = scale.style(.bigNumber)
      style.size = scale.size(3)
    }
    return style
  }

  /// The widths of words in drawings, each measured once. Words that no font has measure as nothing
  /// here, and are reported where they are set.
  var labelMeasure: LabelMeasure {
    LabelMeasure(
      width: { [self] text, role in
        let key = LabelKey(text: text, role: role)
        if let known = labelWidths[key] { return known }
        var width = 0.0
        do {
          width = try self.width(of: StyledText([.init(text, style(of: role))]))
        } catch {
          width = 0
        }
        labelWidths[key] = width
        return width
      },
      size: { [self] role in style(of: role).size })
  }

  /// The marks of a drawing whose upper left corner is at (x, y).
  func fragments(
    of drawing: Drawing, owner: Int, x: Double, y: Double
  ) throws(LayoutError) -> [Fragment] {
    var fragments: [Fragment] = []
    fragments.reserveCapacity(drawing.marks.count)
    func add(_ content: Fragment.Content) {
      fragments.append(Fragment(owner: .node(owner), x: 0, y: 0, content: content))
    }
    for mark in drawing.marks {
      switch mark {
      case .fill(let path, let ink, let filling):
        for part in filled(path.moved(x: x, y: y), theme.colour(of: ink), filling) { add(part) }
      case .stroke(let path, let ink, let line):
        let dashes = Drawing.dashed(path.moved(x: x, y: y), line)
        add(.stroke(dashes, Stroke(width: line.width, colour: theme.colour(of: ink))))
      case .label(let label):
        if let words = try fragment(of: label, owner: owner, x: x, y: y) { fragments.append(words) }
      }
    }
    return fragments
  }

  private func filled(
    _ path: Path, _ colour: Colour, _ filling: Drawing.Filling
  ) -> [Fragment.Content] {
    let tint = colour.mixed(with: theme.palette.paper, share: 0.68)
    guard let pattern = filling.pattern(of: path) else {
      return [.fill(path, filling == .light ? tint : colour)]
    }
    guard !pattern.lines.segments.isEmpty else {
      return [.fill(path, tint)]
        + (pattern.dots.segments.isEmpty ? [] : [.fill(pattern.dots, colour)])
    }
    return [
      .fill(path, colour.mixed(with: theme.palette.paper, share: 0.82)),
      .stroke(pattern.lines, Stroke(width: 0.6, colour: colour)),
      .stroke(path, Stroke(width: 0.5, colour: colour)),
    ]
  }

  private func fragment(
    of label: Drawing.Label, owner: Int, x: Double, y: Double
  ) throws(LayoutError) -> Fragment? {
    var style = style(of: label.role)
    style.colour = label.ground.map { theme.readable(on: $0) } ?? theme.colour(of: label.ink)
    let text = StyledText([.init(label.text, style)])
    let width = labelMeasure.width(label.text, label.role)
    let paragraph = try set(text, self.style(width + 2))
    guard !paragraphs[paragraph].lines.isEmpty else { return nil }
    let shift =
      switch label.anchor {
      case .start: 0.0
      case .middle: width / 2
      case .end: width
      }
    return Fragment(
      owner: .node(owner), x: x + label.at.x - shift, y: y + label.at.y,
      content: .line(paragraph: paragraph, line: 0))
  }
}

/// Words in a drawing by what decides their width.
struct LabelKey: Hashable {
  var text: String
  var role: Drawing.Label.Role
}
