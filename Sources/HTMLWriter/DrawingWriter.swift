import Charts
import DocumentModel
import Geometry

/// Drawings as SVG: shapes and words with classes, so that the style sheet gives them their colours.
struct DrawingWriter {
  /// What the drawing shows, in words.
  let alternative: String
  /// The classes of the drawing.
  let style: String

  /// More places than this are not stops for the keyboard: the table says what they say.
  private static let mostStops = 60

  /// A drawing with a name: a picture, or a group of places that say their values.
  func node(of drawing: Drawing) -> HTMLNode {
    let size = SVGNumber.text(drawing.size.width) + " " + SVGNumber.text(drawing.size.height)
    let marks = drawing.marks.flatMap { nodes(of: $0) }
    let box: [HTMLAttribute] = [.set(.viewBox, "0 0 " + size), .set(.focusable, "false")]
    guard !drawing.spots.isEmpty else {
      let name: [HTMLAttribute] = [.set(.role, "img"), .set(.ariaLabel, alternative)]
      return .element(.svg, [.class("drawing " + style)] + box + name, marks)
    }
    let stops = drawing.spots.count <= Self.mostStops
    let spots = drawing.spots.map { node(of: $0, in: drawing.size, isStop: stops) }
    return .element(
      .div, [.class(style), .set(.role, "group"), .set(.ariaLabel, alternative)],
      [.element(.svg, [.class("drawing")] + box, marks + spots)])
  }

  private func nodes(of mark: Drawing.Mark) -> [HTMLNode] {
    switch mark {
    case .fill(let path, let ink, let filling): return nodes(of: path, ink, filling)
    case .stroke(let path, let ink, let line):
      return [stroke(Drawing.dashed(path, line), ink, line.width)]
    case .label(let label):
      let anchor: [HTMLAttribute] =
        switch label.anchor {
        case .start: []
        case .middle: [.set(.textAnchor, "middle")]
        case .end: [.set(.textAnchor, "end")]
        }
      return [
        .element(
          .text,
          [
            .class("d-\(label.role.rawValue) \(Self.name(of: label))"),
            .set(.x, SVGNumber.text(label.at.x)), .set(.y, SVGNumber.text(label.at.y)),
          ] + anchor, [.text(label.text)])
      ]
    }
  }

  private func nodes(
    of path: Path, _ ink: Drawing.Ink, _ filling: Drawing.Filling
  ) -> [HTMLNode] {
    guard let pattern = filling.pattern(of: path, spacing: 4.5) else {
      return [fill(path, ink, filling == .light ? "f light" : "f")]
    }
    guard !pattern.lines.segments.isEmpty else {
      return [fill(path, ink, "f light")]
        + (pattern.dots.segments.isEmpty ? [] : [fill(pattern.dots, ink, "f")])
    }
    return [fill(path, ink, "f faint"), stroke(pattern.lines, ink, 1), stroke(path, ink, 0.8)]
  }

  private func fill(_ path: Path, _ ink: Drawing.Ink, _ kind: String) -> HTMLNode {
    .element(.path, [.class(kind + " " + Self.name(of: ink)), .set(.d, Self.steps(of: path))], [])
  }

  private func stroke(_ path: Path, _ ink: Drawing.Ink, _ width: Double) -> HTMLNode {
    .element(
      .path,
      [
        .class("l " + Self.name(of: ink)), .set(.strokeWidth, SVGNumber.text(max(width, 0.5))),
        .set(.d, Self.steps(of: path)),
      ], [])
  }

  /// A place that says its value when a pointer or the keyboard comes to it.
  private func node(of spot: Drawing.Spot, in size: Size, isStop: Bool) -> HTMLNode {
    let area = spot.area
    let middle = area.x + area.width / 2
    let anchor =
      middle < size.width * 0.35 ? "start" : middle > size.width * 0.65 ? "end" : "middle"
    let x = anchor == "start" ? area.x : anchor == "end" ? area.maxX : middle
    let stop: [HTMLAttribute] = isStop ? [.set(.tabindex, 0)] : []
    return .element(
      .g, [.class("spot"), .set(.role, "img"), .set(.ariaLabel, spot.text)] + stop,
      [
        .element(
          .rect,
          [
            .set(.x, SVGNumber.text(area.x)), .set(.y, SVGNumber.text(area.y)),
            .set(.width, SVGNumber.text(area.width)), .set(.height, SVGNumber.text(area.height)),
          ], []),
        .element(
          .text,
          [
            .class("tip"), .set(.x, SVGNumber.text(x)),
            .set(.y, SVGNumber.text(max(14, area.y - 5))), .set(.textAnchor, anchor),
            .set(.ariaHidden, "true"),
          ], [.text(spot.text)]),
      ])
  }

  /// The classes of words: their own ink, or what they are to be read on.
  private static func name(of label: Drawing.Label) -> String {
    label.ground.map { "on " + name(of: $0) } ?? name(of: label.ink)
  }

  /// The class of an ink: greys and scales in tenths.
  static func name(of ink: Drawing.Ink) -> String {
    func tenths(_ share: Double) -> String {
      String(Int(exactly: (min(max(share, 0), 1) * 10).rounded()) ?? 0)
    }
    return switch ink {
    case .text: "k-text"
    case .quiet: "k-quiet"
    case .accent: "k-accent"
    case .second: "k-second"
    case .grey(let share): "k-grey" + tenths(share)
    case .series(let index): "k-series" + String(max(0, index) % 6)
    case .scale(let share): "k-scale" + tenths(share)
    case .paper: "k-paper"
    }
  }

  private static func steps(of path: Path) -> String {
    if let short = CompactPath.steps(of: path) { return short }
    func text(_ point: Point) -> String {
      SVGNumber.text(point.x) + " " + SVGNumber.text(point.y)
    }
    return path.segments.reduce(into: "") { steps, segment in
      switch segment {
      case .move(let point): steps += "M" + text(point)
      case .line(let point): steps += "L" + text(point)
      case .curve(let first, let second, let end):
        steps += "C" + text(first) + " " + text(second) + " " + text(end)
      case .close: steps += "Z"
      }
    }
  }
}
