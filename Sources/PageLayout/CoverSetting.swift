import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The cover: the institution, the title, the year, and the picture that the records draw.
extension LayoutSession {
  /// The cover's fragments in page coordinates.
  func coverFragments(under parent: Int) throws(LayoutError) -> [Fragment] {
    context = document.cover.title
    let node = tree.add(StructureNode(.section), to: parent)
    let cover = document.cover
    let x = theme.inner
    let width = theme.page.width - theme.inner - theme.outer
    var fragments: [Fragment] = []
    var y = theme.top
    var institution = scale.style(.coverLine)
    institution.weight = 600
    try add(cover.institution, institution, .paragraph, under: node, &fragments, x, &y, width)
    fragments.append(Fragment(ruleAt: y + 10, x: x, width: width, weight: 0.5, theme.ink))
    y += 10 + scale.grid * 1.5
    try add(
      cover.title, scale.style(.coverTitle), .heading1, under: node, &fragments, x, &y, width)
    y += scale.grid
    var period = scale.style(.coverTitle)
    period.colour = theme.accent
    try add(cover.period, period, .paragraph, under: node, &fragments, x, &y, width)
    if !cover.subtitle.isEmpty {
      y += scale.grid * 0.5
      var subtitle = scale.style(.coverSubtitle)
      subtitle.colour = theme.quiet
      try add(cover.subtitle, subtitle, .paragraph, under: node, &fragments, x, &y, width * 0.72)
    }
    if let field = cover.field, !field.places.isEmpty {
      fragments += try self.field(field, under: node, below: y + scale.grid * 2)
    }
    return fragments
  }

  private func add(
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

  /// An azimuthal equidistant field: the institution at the centre, a great circle to every place
  /// that the records name (a straight line in this projection), rings of equal distance.
  private func field(
    _ field: PlaceField, under parent: Int, below top: Double
  ) throws(LayoutError) -> [Fragment] {
    let node = tree.add(
      StructureNode(.figure, alternative: field.alternative), to: parent)
    let bottom = theme.page.height - theme.bottom * 0.8
    let width = theme.page.width - theme.inner - theme.outer
    let radius = min((bottom - top) / 2, width / 2)
    let centre = Point(x: theme.inner + width / 2, y: bottom - radius)
    let azimuthal = Azimuthal(centre: field.centre)
    let farthest = field.places.map { azimuthal.polar(of: $0).angle }.max() ?? 1
    let reach = radius * 0.86 / max(farthest, 0.01)
    var fragments = rings(node, centre, reach: reach, radius: radius)
    let ends = field.places.map { place in
      let polar = azimuthal.polar(of: place)
      return Point(
        x: centre.x + reach * polar.angle * polar.sine,
        y: centre.y - reach * polar.angle * polar.cosine)
    }
    var labels = LabelPlacing(dots: [centre] + ends)
    for (place, end) in zip(field.places, ends) {
      let weight = min(0.6 + 0.35 * Double(place.weight), 3)
      fragments.append(
        Fragment(
          owner: .node(node), x: 0, y: 0,
          content: .stroke(.line(centre, end), Stroke(width: weight, colour: theme.accent))))
      fragments.append(dot(node, end, 2.4, theme.accent))
      fragments += try label(place.name, node, at: end, from: centre, &labels)
    }
    fragments.append(dot(node, centre, 4, theme.ink))
    return fragments
  }

  /// Rings every 2,500 km (22.48 degrees of a great circle on the mean earth).
  private func rings(
    _ node: Int, _ centre: Point, reach: Double, radius: Double
  ) -> [Fragment] {
    let step = 2500.0 / 6371.0 * reach
    guard step > 4 else { return [] }
    return stride(from: step, through: radius, by: step).map { ring in
      Fragment(
        owner: .node(node), x: 0, y: 0,
        content: .stroke(
          .circle(centre: centre, radius: ring), Stroke(width: 0.35, colour: theme.hairline)))
    }
  }

  private func dot(_ node: Int, _ centre: Point, _ radius: Double, _ colour: Colour) -> Fragment {
    Fragment(
      owner: .node(node), x: 0, y: 0,
      content: .fill(.circle(centre: centre, radius: radius), colour))
  }

  private func label(
    _ name: String, _ node: Int, at end: Point, from centre: Point, _ labels: inout LabelPlacing
  ) throws(LayoutError) -> [Fragment] {
    let style = scale.style(.small)
    let text = StyledText([.init(name, style)])
    let width = try self.width(of: text) + 1
    let paragraph = try set(text, self.style(width))
    let box = labels.place(
      Size(width: width, height: style.size * 1.1), at: end, outwards: end.x >= centre.x)
    return [
      Fragment(
        owner: .node(node), x: box.x, y: box.y + style.size * 0.85,
        content: .line(paragraph: paragraph, line: 0))
    ]
  }
}
