import DocumentModel

extension ReportWriter {
  /// A picture or a chart with its caption.
  mutating func node(of illustration: Illustration) -> HTMLNode {
    var content: [HTMLNode]
    switch illustration.content {
    case .image(let image):
      content = [
        picture(PictureView(image, shape: image.shownRatio), illustration.alternative)
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
    let kind: String
    switch illustration.content {
    case .chart: kind = "chart"
    case .map: kind = "chart map wide"
    case .image: kind = "picture wide"
    }
    return .element(.figure, [.id(illustration.anchor), .class(kind)], content)
  }

  mutating func captionNode(_ text: [HTMLNode], credit: [Inline]) -> [HTMLNode] {
    var content = text
    if !credit.isEmpty {
      content += [" ", .element(.span, [.class("credit")], inlines(credit))]
    }
    return content.isEmpty ? [] : [.element(.figcaption, [], content)]
  }
}
