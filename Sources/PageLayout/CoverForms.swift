import DisplayList
import DocumentModel
import Foundation
import Geometry
import Typesetting

/// Covers of words alone and covers with a pattern, and the back cover.
extension LayoutSession {
  /// Words alone: institution and title at the head, the year as large as the page bears at its
  /// foot.
  func typeCover(under parent: Int) throws(LayoutError) -> [Fragment] {
    let node = tree.add(StructureNode(.section), to: parent)
    let cover = document.cover
    let (x, width) = (theme.inner, theme.width)
    let bar = Rectangle(x: x, y: theme.top, width: width, height: scale.grid * 0.5)
    var fragments = [Fragment(rectangle: bar, theme.accent)]
    var y = theme.top + scale.grid * 1.5
    var institution = scale.style(.coverLine)
    institution.weight = 600
    try add(cover.institution, institution, .paragraph, under: node, &fragments, x, &y, width)
    y += scale.grid * 3
    try add(
      cover.title, try coverTitleStyle(over: width), .heading1, under: node, &fragments, x, &y,
      width)
    if !cover.subtitle.isEmpty {
      y += scale.grid
      var subtitle = scale.style(.coverSubtitle)
      subtitle.colour = theme.quiet
      try add(cover.subtitle, subtitle, .paragraph, under: node, &fragments, x, &y, width * 0.72)
    }
    if let companion {
      y += scale.grid * 1.5
      try add(companion, under: node, &fragments, x, &y, width)
    }
    let foot = theme.page.height - theme.bottom
    fragments += try largePeriod(under: node, at: foot, below: y + scale.grid * 2, x, width)
    return fragments
  }

  /// The year over the whole width, or as high as the room allows.
  func largePeriod(
    under parent: Int, at baseline: Double, below top: Double, _ x: Double, _ width: Double
  ) throws(LayoutError) -> [Fragment] {
    guard !document.cover.period.isEmpty else { return [] }
    var style = scale.style(.coverTitle)
    style.size = 100
    style.weight = 300
    style.colour = theme.accent
    style.features = ["lnum", "pnum"]
    let natural = try self.width(of: StyledText([.init(document.cover.period, style)]))
    guard natural > 0 else { return [] }
    let room = max(scale.base * 3, (baseline - top) * 1.2)
    style.size = (min(100 * width / natural, room, theme.height * 0.42) * 0.98).rounded(.down)
    let node = tree.add(StructureNode(.paragraph), to: parent)
    let paragraph = try set(
      StyledText([.init(document.cover.period, style)]), self.style(width + 2))
    // A large figure has white at its left that shows at this size.
    return [
      Fragment(
        owner: .node(node), x: x - style.size * 0.05, y: baseline,
        content: .line(paragraph: paragraph, line: 0))
    ]
  }

  /// Words over rings on a field that covers the page: a ring for each place that the records name,
  /// the near ones inside, each as thick as there is activity.
  func patternCover(under parent: Int) throws(LayoutError) -> [Fragment] {
    let node = tree.add(StructureNode(.section), to: parent)
    let cover = document.cover
    let (x, width) = (theme.inner, theme.width)
    var words: [Fragment] = []
    var y = theme.top
    try add(
      cover.institution, onField(.coverLine, weight: 600), .paragraph, under: node, &words, x, &y,
      width)
    y += scale.grid * 1.5
    var title = onField(.coverTitle)
    title.size = try coverTitleStyle(over: width).size
    try add(cover.title, title, .heading1, under: node, &words, x, &y, width)
    var period = title
    period.colour = theme.palette.lineOnField
    try add(cover.period, period, .paragraph, under: node, &words, x, &y, width)
    y += scale.grid
    var subtitle = onField(.coverSubtitle)
    subtitle.family = theme.serif
    try add(cover.subtitle, subtitle, .paragraph, under: node, &words, x, &y, width * 0.62)
    if let companion {
      y += scale.grid
      try add(
        companion, under: node, &words, x, &y, width * 0.62, ink: theme.palette.onField)
    }
    let page = theme.page
    let ground = Fragment(bleedingTo: page.height, theme.palette.field)
    return [ground] + rings(below: y + scale.grid * 2) + words
  }

  private func onField(_ role: TextRole, weight: Int? = nil) -> TextStyle {
    var style = scale.style(role)
    style.colour = theme.palette.onField
    if let weight { style.weight = weight }
    return style
  }

  /// The rings around a point near the foot of the page, cut at its edges.
  private func rings(below top: Double) -> [Fragment] {
    let weights = ringWeights
    guard !weights.isEmpty else { return [] }
    let page = theme.page
    let centre = Point(x: page.width * 0.66, y: page.height * 0.8)
    let radius = max(page.width * 0.3, centre.y - top)
    let hole = radius * 0.12
    let shares = weights.map { 0.5 + $0 }
    let step = (radius - hole) / shares.reduce(0, +)
    let frame = page.withBleed()
    var fragments = [
      Fragment(
        owner: .artifact(.layout), x: 0, y: 0,
        content: .fill(.circle(centre: centre, radius: hole * 0.4), theme.palette.onField))
    ]
    var reached = hole
    for (weight, share) in zip(weights, shares) {
      let width = min(max(0.4, step * share * 0.55 * (0.35 + weight)), 14)
      let circle = (0...144).map { index in
        let turn = Double(index) / 72 * .pi
        let distance = reached + step * share / 2
        return Point(x: centre.x + cos(turn) * distance, y: centre.y + sin(turn) * distance)
      }
      let stroke = Stroke(width: width, colour: theme.palette.lineOnField)
      // A stroke ends beyond the bleed, where its end is not seen.
      let room = Rectangle(
        x: frame.x - width, y: frame.y - width, width: frame.width + 2 * width,
        height: frame.height + 2 * width)
      for part in circle.stretches(within: room) {
        let segments = part.enumerated().map { index, point in
          index == 0 ? Path.Segment.move(point) : .line(point)
        }
        fragments.append(
          Fragment(
            owner: .artifact(.layout), x: 0, y: 0, content: .stroke(Path(segments), stroke)))
      }
      reached += step * share
    }
    return fragments
  }

  /// How thick each ring is, 0 to 1: the activity with each place, the nearest first; without places
  /// the sizes of the report's first figures.
  private var ringWeights: [Double] {
    if let field = document.cover.field, !field.places.isEmpty {
      let home = field.centre
      let near = field.places.sorted {
        ($0.arc(from: home), $0.name) < ($1.arc(from: home), $1.name)
      }
      let most = Double(near.map(\.weight).max() ?? 1)
      return near.prefix(72).map { (Double($0.weight) / max(1, most)).squareRoot() }
    }
    var figures: [KeyFigure] = []
    for section in document.sections {
      figures += section.sideFigures
      for case .keyFigures(let more) in section.blocks { figures += more }
    }
    let sizes = figures.prefix(24).map { figure in
      log10(Double(1 + figure.value.text.filter(\.isNumber).count) * 10)
    }
    let most = sizes.max() ?? 1
    return sizes.map { $0 / max(most, 0.001) }
  }

  /// The last page: the field, and who published what.
  func backCover() throws(LayoutError) -> [Fragment] {
    let node = tree.add(StructureNode(.section), to: StructureTree.root)
    let (x, width) = (theme.outer, theme.width)
    var fragments = [Fragment(bleedingTo: theme.page.height, theme.palette.field)]
    if let web = document.web,
      let code = try webCode(web, under: node, x: x, width: width, onField: true)
    {
      fragments += code.fragments.map { $0.moved(y: theme.top) }
    }
    return fragments + (try backCoverNames(under: node, x, width, onField: true))
  }

  /// Who published what, under a short rule at the foot.
  func backCoverNames(
    under node: Int, _ x: Double, _ width: Double, onField isOnField: Bool
  ) throws(LayoutError) -> [Fragment] {
    let metadata = document.metadata
    var fragments: [Fragment] = []
    var title = onField(.lead)
    title.family = scale.style(.chapterTitle).family
    var line = onField(.runningHead)
    line.colour = isOnField ? theme.palette.lineOnField : theme.quiet
    if !isOnField { title.colour = theme.ink }
    var y = theme.page.height - theme.bottom - scale.grid * 4
    fragments.append(
      Fragment(
        ruleAt: y - scale.grid * 0.5, x: x, width: theme.span(3), weight: theme.lines.rule,
        line.colour))
    try add(metadata.institution, title, .paragraph, under: node, &fragments, x, &y, width)
    let words = metadata.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    try add(
      "\(words) \u{2002}\(metadata.period)", line, .paragraph, under: node, &fragments, x, &y,
      width)
    return fragments
  }
}

extension PlaceField.Place {
  /// The arc of the great circle to another place, in radians.
  fileprivate func arc(from other: PlaceField.Place) -> Double {
    let (a, b) = (latitude * .pi / 180, other.latitude * .pi / 180)
    let turn = (longitude - other.longitude) * .pi / 180
    return acos(min(max(sin(a) * sin(b) + cos(a) * cos(b) * cos(turn), -1), 1))
  }
}
