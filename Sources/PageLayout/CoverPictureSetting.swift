import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Covers with a picture. Words never stand on the picture itself: they have the paper, or a ground
/// in the colour of the field, whose contrast with its text is checked with the theme.
extension LayoutSession {
  /// The cover in the theme's form for pictures.
  func pictureCover(
    _ picture: CoverPicture, under parent: Int
  ) throws(LayoutError) -> [Fragment] {
    let node = tree.add(StructureNode(.section), to: parent)
    switch theme.forms.coverPicture {
    case .foot: return try footPicture(picture, under: node)
    case .head: return try headPicture(picture, under: node)
    case .full: return try fullPicture(picture, under: node)
    }
  }

  /// The words at the head on paper, the picture beneath them off three edges.
  private func footPicture(
    _ picture: CoverPicture, under node: Int
  ) throws(LayoutError) -> [Fragment] {
    let page = theme.page
    var words = CoverWords(x: theme.inner, y: theme.top, width: theme.width)
    try addInstitution(to: &words, under: node, theme.ink)
    words.fragments.append(
      Fragment(
        ruleAt: words.y + 10, x: words.x, width: words.width, weight: theme.lines.rule,
        theme.palette.rule))
    words.y += 10 + scale.grid * 1.5
    try addTitle(to: &words, under: node, ink: theme.ink, period: theme.accent, page.height * 0.4)
    try addSubtitle(to: &words, under: node, theme.quiet, share: 0.72)
    try addCredit(of: picture, to: &words, under: node, theme.quiet)
    let most = page.height * 0.78
    let top = min(max(words.y + scale.grid * 2, page.height * 0.4), max(most, words.y + scale.grid))
    return words.fragments
      + [
        figure(
          picture, under: node,
          Rectangle(x: 0, y: top, width: page.width, height: page.height - top))
      ]
  }

  /// The picture at the head off three edges, the words beneath it, the year large at the foot.
  private func headPicture(
    _ picture: CoverPicture, under node: Int
  ) throws(LayoutError) -> [Fragment] {
    let page = theme.page
    let depth = page.height * 0.42
    var words = CoverWords(x: theme.inner, y: depth + scale.grid * 2, width: theme.width)
    let bar = Rectangle(x: words.x, y: words.y, width: words.width, height: scale.grid * 0.5)
    words.fragments.append(Fragment(rectangle: bar, theme.accent))
    words.y += scale.grid * 1.5
    try addInstitution(to: &words, under: node, theme.ink)
    words.y += scale.grid
    try addTitle(to: &words, under: node, ink: theme.ink, period: nil, page.height * 0.26)
    try addSubtitle(to: &words, under: node, theme.quiet, share: 0.72)
    try addCredit(of: picture, to: &words, under: node, theme.quiet)
    let foot = page.height - theme.bottom
    let period = try largePeriod(
      under: node, at: foot, below: words.y + scale.grid * 1.5, words.x, words.width)
    return words.fragments + period
      + [figure(picture, under: node, Rectangle(x: 0, y: 0, width: page.width, height: depth))]
  }

  /// The picture over the whole page, the words on a ground that runs off its left and its foot.
  private func fullPicture(
    _ picture: CoverPicture, under node: Int
  ) throws(LayoutError) -> [Fragment] {
    let page = theme.page
    let (ink, line) = (theme.palette.onField, theme.palette.lineOnField)
    var words = CoverWords(x: theme.inner, y: 0, width: theme.span(8))
    try addInstitution(to: &words, under: node, ink)
    words.y += scale.grid
    try addTitle(to: &words, under: node, ink: ink, period: line, page.height * 0.36)
    try addSubtitle(to: &words, under: node, ink, share: 1)
    try addCredit(of: picture, to: &words, under: node, line)
    let pad = scale.grid * 2
    let top = max(0, page.height - words.y - pad - max(pad, theme.bottom * 0.75))
    let far = 4000.0
    let right = words.x + theme.span(9)
    let ground = Fragment(
      rectangle: Rectangle(x: right - far, y: top, width: far, height: far), theme.palette.field)
    let image = figure(
      picture, under: node, Rectangle(x: 0, y: 0, width: page.width, height: page.height))
    return [image, ground] + words.fragments.map { $0.moved(y: top + pad) }
  }

  private func figure(
    _ picture: CoverPicture, under parent: Int, _ frame: Rectangle
  ) -> Fragment {
    let node = tree.add(StructureNode(.figure, alternative: picture.alternative), to: parent)
    return Fragment(
      owner: .node(node), x: frame.x, y: frame.y,
      content: .image(picture.image, Size(width: frame.width, height: frame.height)))
  }

  private func addInstitution(
    to words: inout CoverWords, under node: Int, _ ink: Colour
  ) throws(LayoutError) {
    var style = scale.style(.coverLine)
    style.weight = 600
    style.colour = ink
    try add(
      document.cover.institution, style, .paragraph, under: node, &words.fragments, words.x,
      &words.y, words.width)
  }

  /// The title as large as its room allows, and the year after it where it has a colour.
  private func addTitle(
    to words: inout CoverWords, under node: Int, ink: Colour, period: Colour?, _ room: Double
  ) throws(LayoutError) {
    var style = scale.style(.coverTitle)
    style.colour = ink
    style.size = try size(of: document.cover.title, style, width: words.width, room: room)
    style = try unbroken(style, document.cover.title, words.width)
    try add(
      document.cover.title, style, .heading1, under: node, &words.fragments, words.x, &words.y,
      words.width)
    guard let period else { return }
    style.colour = period
    try add(
      document.cover.period, style, .paragraph, under: node, &words.fragments, words.x, &words.y,
      words.width)
  }

  /// The largest size, from the theme's down to the body's, at which words take no more than a room.
  private func size(
    of words: String, _ style: TextStyle, width: Double, room: Double
  ) throws(LayoutError) -> Double {
    var style = style
    // Trials are not the text: what is ugly about them is not told.
    let told = warnings
    defer { warnings = told }
    for _ in 0..<12 {
      let paragraph = try set(
        StyledText([.init(words, style)]), self.style(width, .leading, balance: .balanced))
      let lines = paragraphs[paragraph].lines
      let leading = style.size * (scale.isChinese ? 1.35 : 1.2)
      let widest = try widestWord(of: words, style)
      let fits =
        Double(lines.count) * leading <= room && widest <= width
        && !lines.contains { $0.overfull }
      if fits || style.size * 0.88 < scale.base { break }
      style.size = (style.size * 8.8).rounded() / 10
    }
    return style.size
  }

  /// The width of the widest word, which a cover never breaks; Chinese breaks anywhere.
  private func widestWord(
    of words: String, _ style: TextStyle
  ) throws(LayoutError) -> Double {
    guard !scale.isChinese else { return 0 }
    var widest = 0.0
    for word in words.split(whereSeparator: \.isWhitespace) {
      widest = max(widest, try width(of: StyledText([.init(String(word), style)])))
    }
    return widest
  }

  private func addSubtitle(
    to words: inout CoverWords, under node: Int, _ ink: Colour, share: Double
  ) throws(LayoutError) {
    if !document.cover.subtitle.isEmpty {
      words.y += scale.grid * 0.75
      var style = scale.style(.coverSubtitle)
      style.colour = ink
      try add(
        document.cover.subtitle, style, .paragraph, under: node, &words.fragments, words.x,
        &words.y, words.width * share)
    }
    if let companion {
      words.y += scale.grid
      try add(companion, under: node, &words.fragments, words.x, &words.y, words.width, ink: ink)
    }
  }

  /// Credit and licence, where no colophon prints them.
  private func addCredit(
    of picture: CoverPicture, to words: inout CoverWords, under node: Int, _ ink: Colour
  ) throws(LayoutError) {
    guard !picture.credit.isEmpty else { return }
    words.y += scale.grid * 0.75
    var style = scale.style(.small)
    style.colour = ink
    try add(
      picture.credit.plainText, style, .paragraph, under: node, &words.fragments, words.x,
      &words.y, words.width)
  }
}

/// The words of a cover while they are set one under the other.
private struct CoverWords {
  var x: Double
  var y: Double
  var width: Double
  var fragments: [Fragment] = []
}
