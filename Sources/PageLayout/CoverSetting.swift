import Charts
import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The cover: the institution, the title, the year, and the picture that the records draw.
extension LayoutSession {
  /// The cover's fragments in page coordinates.
  func coverFragments(under parent: Int) throws(LayoutError) -> [Fragment] {
    context = document.cover.title
    if let picture = document.cover.picture { return try pictureCover(picture, under: parent) }
    switch theme.forms.cover {
    case .field: break
    case .type: return try typeCover(under: parent)
    case .pattern: return try patternCover(under: parent)
    }
    let node = tree.add(StructureNode(.section), to: parent)
    let cover = document.cover
    let x = theme.inner
    let width = theme.page.width - theme.inner - theme.outer
    var fragments: [Fragment] = []
    var y = theme.top
    var institution = scale.style(.coverLine)
    institution.weight = 600
    try add(cover.institution, institution, .paragraph, under: node, &fragments, x, &y, width)
    fragments.append(
      Fragment(
        ruleAt: y + 10, x: x, width: width, weight: theme.lines.rule, theme.palette.rule))
    y += 10 + scale.grid * 1.5
    let title = try coverTitleStyle(over: width)
    try add(cover.title, title, .heading1, under: node, &fragments, x, &y, width)
    y += scale.grid
    var period = title
    period.colour = theme.accent
    try add(cover.period, period, .paragraph, under: node, &fragments, x, &y, width)
    if !cover.subtitle.isEmpty {
      y += scale.grid * 0.5
      var subtitle = scale.style(.coverSubtitle)
      subtitle.colour = theme.quiet
      try add(cover.subtitle, subtitle, .paragraph, under: node, &fragments, x, &y, width * 0.72)
    }
    if let companion {
      y += scale.grid * 1.5
      try add(companion, under: node, &fragments, x, &y, width)
    }
    if let field = cover.field, !field.places.isEmpty {
      fragments += try self.field(field, under: node, below: y + scale.grid * 2)
    }
    return fragments
  }

  /// The names of the report in the other language of an edition in two.
  func add(
    _ voice: Voice, under parent: Int, _ fragments: inout [Fragment], _ x: Double,
    _ y: inout Double, _ width: Double, ink: Colour? = nil
  ) throws(LayoutError) {
    let own = try Voice(document, theme: theme, suffix: suffix)
    speak(voice)
    defer { speak(own) }
    let node = tree.add(StructureNode(.division, language: document.language), to: parent)
    var title = scale.style(.heading)
    title.weight = scale.isChinese ? 400 : 300
    if let ink { title.colour = ink }
    let cover = document.cover
    try add(
      cover.title.replacing("\n", with: " "), title, .paragraph, under: node, &fragments, x, &y,
      width)
    var line = scale.style(.coverLine)
    line.colour = ink ?? theme.quiet
    for text in [cover.institution, cover.subtitle] {
      try add(text, line, .paragraph, under: node, &fragments, x, &y, width)
    }
  }

  func add(
    _ text: String, _ style: TextStyle, _ role: Role, under parent: Int,
    _ fragments: inout [Fragment], _ x: Double, _ y: inout Double, _ width: Double
  ) throws(LayoutError) {
    guard !text.isEmpty else { return }
    let node = tree.add(StructureNode(role), to: parent)
    let paragraph = try set(
      StyledText([.init(text, style)]), self.style(width, .leading, balance: .balanced))
    let leading = style.size * (scale.isChinese ? 1.35 : 1.2)
    for line in paragraphs[paragraph].lines.indices {
      fragments.append(
        Fragment(
          owner: .node(node), x: x, y: y + leading * 0.8,
          content: .line(paragraph: paragraph, line: line)))
      y += leading
    }
  }

  /// The institution, a great circle to every place that the records name, and rings of equal
  /// distance that run off the page.
  private func field(
    _ field: PlaceField, under parent: Int, below top: Double
  ) throws(LayoutError) -> [Fragment] {
    let frame = Rectangle(
      x: theme.inner, y: top, width: theme.page.width - theme.inner - theme.outer,
      height: theme.page.height - theme.bottom - top)
    // A field in less room says nothing.
    guard frame.height > theme.page.height * 0.2 else { return [] }
    // Names at the outermost places need room beside them.
    let side = min(frame.width - 2 * scale.size(of: .small) * 5, frame.height)
    let node = tree.add(
      StructureNode(.figure, alternative: field.alternative), to: parent)
    let middle = Point(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2)
    func place(_ point: Point) -> Point {
      Point(x: middle.x + point.x * side, y: middle.y + point.y * side)
    }
    let drawing = FieldDrawing(field)
    let bleed = theme.page.withBleed(from: top)
    var fragments = drawing.rings.flatMap { ring in
      ring.map(place).stretches(within: bleed).map {
        line(node, $0, Stroke(width: 0.35, colour: theme.hairline))
      }
    }
    let ends = drawing.arcs.compactMap { $0.line.last.map(place) }
    let home = place(drawing.home)
    for (arc, end) in zip(drawing.arcs, ends) {
      let weight = 0.4 + 1.8 * arc.strength
      fragments.append(
        line(node, arc.line.map(place), Stroke(width: weight, colour: theme.accent)))
      fragments.append(dot(node, end, 2.4, theme.accent))
    }
    // The places with the most activity are named first, and those without room, over lines or over
    // other names, not at all: the alternative text has them all.
    var labels = LabelPlacing(
      dots: [home] + ends, lines: drawing.arcs.map { $0.line.map(place) })
    let room = Rectangle(
      x: theme.outer * 0.6, y: top, width: theme.page.width - theme.outer * 1.2,
      height: theme.page.height - theme.bottom * 0.5 - top)
    let ranked = zip(drawing.arcs, ends).sorted { $0.0.place.weight > $1.0.place.weight }
    for (arc, end) in ranked {
      fragments += try label(arc.place.name, node, at: end, from: home, within: room, &labels)
    }
    fragments.append(dot(node, home, 4, theme.ink))
    return fragments
  }

  private func line(_ node: Int, _ points: [Point], _ stroke: Stroke) -> Fragment {
    let segments = points.enumerated().map { index, point in
      index == 0 ? Path.Segment.move(point) : .line(point)
    }
    return Fragment(owner: .node(node), x: 0, y: 0, content: .stroke(Path(segments), stroke))
  }

  private func dot(_ node: Int, _ centre: Point, _ radius: Double, _ colour: Colour) -> Fragment {
    Fragment(
      owner: .node(node), x: 0, y: 0,
      content: .fill(.circle(centre: centre, radius: radius), colour))
  }

  private func label(
    _ name: String, _ node: Int, at end: Point, from centre: Point, within room: Rectangle,
    _ labels: inout LabelPlacing
  ) throws(LayoutError) -> [Fragment] {
    let style = scale.style(.small)
    let text = StyledText([.init(name, style)])
    let width = try self.width(of: text) + 1
    let size = Size(width: width, height: style.size * 1.1)
    guard let box = labels.place(size, at: end, outwards: end.x >= centre.x, within: room)
    else { return [] }
    let paragraph = try set(text, self.style(width))
    return [
      Fragment(
        owner: .node(node), x: box.x, y: box.y + style.size * 0.85,
        content: .line(paragraph: paragraph, line: 0))
    ]
  }
}

extension Size {
  /// The page and the widest bleed of a press file (20 mm), into which lines that leave the page go on.
  ///
  /// - Parameter top: where it begins instead, in points from the page's top.
  func withBleed(from top: Double? = nil) -> Rectangle {
    let reach = Length.mm(20).points + 3
    let start = top ?? -reach
    return Rectangle(
      x: -reach, y: start, width: width + 2 * reach, height: height + reach - start)
  }
}

extension [Point] {
  /// The parts of a line that lie within a rectangle, up to its edges, without lone points.
  func stretches(within frame: Rectangle) -> [[Point]] {
    var parts: [[Point]] = [[]]
    for (index, point) in enumerated() {
      let isInside = frame.holds(point)
      if index > 0, isInside != frame.holds(self[index - 1]) {
        parts[parts.count - 1].append(
          isInside
            ? frame.edge(between: point, and: self[index - 1])
            : frame.edge(between: self[index - 1], and: point))
      }
      if isInside {
        parts[parts.count - 1].append(point)
      } else if parts.last?.isEmpty == false {
        parts.append([])
      }
    }
    return parts.filter { $0.count > 1 }
  }
}

extension Rectangle {
  fileprivate func holds(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  /// About where the way from a point inside to one outside meets the edge.
  fileprivate func edge(between inside: Point, and outside: Point) -> Point {
    var (inside, outside) = (inside, outside)
    for _ in 0..<12 {
      let middle = Point(x: (inside.x + outside.x) / 2, y: (inside.y + outside.y) / 2)
      if holds(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}
