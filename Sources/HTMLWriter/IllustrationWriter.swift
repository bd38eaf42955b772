import DocumentModel

extension ReportWriter {
  /// A picture or a chart with its caption.
  mutating func node(of illustration: Illustration) -> HTMLNode {
    var content: [HTMLNode]
    switch illustration.content {
    case .image(let image):
      content = [
        picture(
          PictureView(image, shape: image.shownRatio, columns: illustration.columns),
          illustration.alternative, columns: illustration.columns)
      ]
    case .chart(let chart): content = nodes(of: chart, illustration)
    case .map(let map): content = nodes(of: map, illustration)
    }
    let text = captionContent(
      word: document.words.figure, number: illustration.number, text: illustration.caption)
    let caption = captionNode(text, credit: illustration.credit)
    switch illustration.content {
    // The title of a chart says its finding, so it comes first.
    case .chart, .map: content = caption + content
    case .image: content += caption
    }
    return .element(.figure, [.id(illustration.anchor), .class(illustration.style)], content)
  }

  mutating func captionNode(_ text: [HTMLNode], credit: [Inline]) -> [HTMLNode] {
    var content = text
    if !credit.isEmpty {
      content += [" ", .element(.span, [.class("credit")], inlines(credit))]
    }
    return content.isEmpty ? [] : [.element(.figcaption, [], content)]
  }
}

extension Illustration {
  /// How many of twelve columns a picture takes where there is room: one that text runs beside has
  /// the half of the measure that it has on a page.
  var columns: Int {
    guard case .image = content, placement.wrap != .none, placement.float == .here else {
      return 12
    }
    return 6
  }

  /// The classes of the figure. A picture that is higher than wide is no higher than a window.
  fileprivate var style: String {
    switch content {
    case .chart: return "chart"
    case .map(let map):
      return "chart map wide" + (map.width == .text ? "" : " map-" + map.width.rawValue)
    case .image(let image):
      guard columns == 12 else { return "picture wrap wrap-" + placement.wrap.rawValue }
      guard image.shownRatio < 1.25 else { return "picture wide" }
      // The style sheet knows its shape in tenths, so that its place is kept before it has come.
      let tenths = max(1, Int(image.shownRatio * 10))
      return "picture wide tall tall-\(tenths)"
    }
  }
}
