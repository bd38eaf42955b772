import DocumentModel
import Ledger
import Records

extension Composer {
  /// A picture alone in a paragraph of prose: alternative text, and the title as its caption.
  mutating func picture(_ node: MarkdownNode, _ prose: Prose) -> [Block] {
    guard case .image(let url, let title) = node.kind else { return [] }
    let place = prose.place(node)
    guard let image = image(url, place) else { return [] }
    let alternative = inlines(node.children, prose).plainText
    if alternative.isEmpty { reportNoAlternative(url, place) }
    var caption = title.isEmpty ? [] : line(prose.restored(title), place)
    let anchor = takeAnchor(&caption) ?? nextAnchor("picture")
    claim(anchor, place)
    return [
      .illustration(
        Illustration(
          anchor: anchor, number: caption.isEmpty ? nil : nextFigure(), content: .image(image),
          alternative: alternative, caption: caption))
    ]
  }

  /// A picture of the outline.
  mutating func illustration(_ picture: OutlineImage, _ place: Place) -> [Block] {
    guard let image = image(picture.file, place) else { return [] }
    let alternative = picture.alternative[language] ?? ""
    if alternative.isEmpty { reportNoAlternative(picture.file, place) }
    let caption = line(picture.caption[language], place)
    let credit = wording.sentence("colophonCredit", picture.credit, picture.licence)
    claim(picture.anchor, place)
    return [
      .illustration(
        Illustration(
          anchor: picture.anchor, number: caption.isEmpty ? nil : nextFigure(),
          content: .image(image), alternative: alternative, caption: caption,
          credit: picture.credit.isEmpty ? [] : [.text(credit)]))
    ]
  }

  private mutating func image(_ path: String, _ place: Place) -> ImageSource? {
    if let image = files.images[path] { return image }
    report(
      "missing-image", "the picture \"\(path)\" is missing or cannot be read", place,
      hint: Spelling.hint(for: path, among: files.images.keys.sorted())
        ?? "put it into the report's folder as JPEG or PNG")
    return nil
  }

  private mutating func reportNoAlternative(_ path: String, _ place: Place) {
    report(
      "missing-alternative", "the picture \"\(path)\" has no alternative text", place,
      hint: "say in words what it shows, for those who do not see it")
  }

  mutating func nextFigure() -> String {
    figures += 1
    return "\(figures)"
  }

  /// A fenced block ```` ```chart ````: YAML with labels and values.
  mutating func chart(_ text: String, _ place: Place, _ prose: Prose) -> [Block] {
    do throws(Diagnostic) {
      let yaml = Array(prose.restored(text).utf8)
      guard let entries = try YAMLReader.parse(yaml, file: place.file)?.entries else {
        throw Diagnostic(.error, code: "bad-chart", "a chart is a mapping of keys", at: place)
      }
      var keys = YAMLFields(entries, place: place, what: "the chart")
      let block = chart(&keys, place)
      for problem in keys.unknownKeys() {
        report(problem.code, problem.message, place, hint: problem.hint)
      }
      return block
    } catch {
      // Lines are counted from the block's own start; the block's place is the truth.
      report("bad-chart", error.message, place, hint: error.hint)
      return []
    }
  }

  private mutating func chart(_ keys: inout YAMLFields, _ place: Place) -> [Block] {
    let kind = keys.string("kind", &problems) ?? "bar"
    let labels = keys.strings("labels", &problems) ?? []
    let texts = keys.strings("values", &problems) ?? []
    let anchor = keys.string("id", &problems) ?? nextAnchor("chart")
    let subtitle = keys.string("subtitle", &problems) ?? ""
    let title = keys.string("caption", &problems) ?? ""
    let alternative = keys.string("alt", &problems)
    guard kind == "bar", labels.count == texts.count, !labels.isEmpty else {
      report(
        "bad-chart",
        kind == "bar"
          ? "a chart needs as many values as labels: \(labels.count) and \(texts.count)"
          : "there is no kind of chart \"\(kind)\"", place, hint: "kind: bar")
      return []
    }
    claim(anchor, place)
    let bars = zip(labels, texts).compactMap { bar($0, $1, place) }
    let number = title.isEmpty ? nil : nextFigure()
    let caption = line(title, place)
    return [
      .illustration(
        Illustration(
          anchor: anchor, number: number,
          content: .bars(BarChart(subtitle: subtitle, bars: bars)),
          alternative: alternative ?? spoken(caption.plainText, subtitle, bars), caption: caption))
    ]
  }

  private mutating func bar(_ label: String, _ text: String, _ place: Place) -> BarChart.Bar? {
    let name = text.replacing("{{", with: "").replacing("}}", with: "")
    if let figure = resolver.figures[name], let quantity = figure.value {
      guard let value = value(name, place) else { return nil }
      return BarChart.Bar(label: label, value: max(0, quantity.value), text: value.text)
    }
    guard let value = Double(text), value.isFinite, value >= 0 else {
      report(
        "bad-chart", "\"\(text)\" is neither a figure nor a number from zero up", place,
        hint: Spelling.hint(for: name, among: resolver.figures.keys.sorted()))
      return nil
    }
    return BarChart.Bar(label: label, value: value, text: resolver.numbers.digits(value))
  }

  /// The chart read aloud.
  private func spoken(_ title: String, _ subtitle: String, _ bars: [BarChart.Bar]) -> String {
    let colon = wording.isChinese ? "：" : ": "
    let head = [wording["chart"], title, subtitle].filter { !$0.isEmpty }
    let data = bars.map { $0.label + colon + $0.text }.joined(separator: wording.clause)
    return head.joined(separator: wording.isChinese ? "，" : ", ") + colon + data
      + (wording.isChinese ? "。" : ".")
  }
}
