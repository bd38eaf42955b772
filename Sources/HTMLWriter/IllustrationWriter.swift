import DocumentModel

extension ReportWriter {
  /// A picture or a chart with its caption.
  mutating func node(of illustration: Illustration) -> HTMLNode {
    var content: [HTMLNode]
    switch illustration.content {
    case .image(let image): content = [picture(image, illustration.alternative)]
    case .bars(let chart):
      content = [
        .element(.p, [.class("chart-subtitle")], [.text(chart.subtitle)]),
        barChart(chart, illustration),
      ]
      content.append(table(of: chart))
    }
    let text = captionContent(
      word: document.words.figure, number: illustration.number, text: illustration.caption)
    let caption = captionNode(text, credit: illustration.credit)
    switch illustration.content {
    // The title of a chart says its finding, so it comes first.
    case .bars: content = caption + content
    case .image: content += caption
    }
    let kind: String
    switch illustration.content {
    case .bars: kind = "chart"
    case .image: kind = "picture wide"
    }
    return .element(.figure, [.id(illustration.anchor), .class(kind)], content)
  }

  private mutating func captionNode(_ text: [HTMLNode], credit: [Inline]) -> [HTMLNode] {
    var content = text
    if !credit.isEmpty {
      content += [" ", .element(.span, [.class("credit")], inlines(credit))]
    }
    return content.isEmpty ? [] : [.element(.figcaption, [], content)]
  }

  private func picture(_ image: ImageSource, _ alternative: String) -> HTMLNode {
    .element(
      .img,
      [
        .src(.file("../" + pictures.path(of: image))), .set(.width, image.width),
        .set(.height, image.height), .set(.alt, alternative), .set(.loading, "lazy"),
        .set(.decoding, "async"),
      ], [])
  }
}
