import DocumentModel
import Records

extension Composer {
  /// A picture alone in a paragraph of prose: alternative text, and the title as its caption with keys
  /// behind it.
  mutating func picture(_ node: MarkdownNode, _ prose: Prose) -> [Block] {
    guard case .image(let url, let title) = node.kind else { return [] }
    let place = prose.place(node)
    guard let image = image(url, place) else { return [] }
    let alternative = inlines(node.children, prose).plainText
    if alternative.isEmpty { reportNoAlternative(url, place) }
    let keys = PictureKeys(title: prose.restored(title))
    let setting = setting(of: keys, place)
    var caption = keys.caption.isEmpty ? [] : line(keys.caption, place)
    let anchor = setting.anchor ?? takeAnchor(&caption) ?? nextAnchor("picture")
    claim(anchor, place)
    return [
      .illustration(
        Illustration(
          anchor: anchor, number: caption.isEmpty ? nil : nextFigure(),
          content: .image(framed(image, url, setting.framing)), alternative: alternative,
          caption: caption, credit: recordedCredit(of: url), placement: setting.placement))
    ]
  }

  /// A picture of the outline.
  mutating func illustration(_ picture: OutlineImage, _ place: Place) -> [Block] {
    guard let image = image(picture.file, place) else { return [] }
    let alternative = picture.alternative[language] ?? ""
    if alternative.isEmpty { reportNoAlternative(picture.file, place) }
    let title = line(picture.caption[language], place)
    let caption = told(title, picture, place)
    claim(picture.anchor, place)
    return [
      .illustration(
        Illustration(
          anchor: picture.anchor, number: caption.isEmpty ? nil : nextFigure(),
          content: .image(framed(image, picture.file, picture.framing)), alternative: alternative,
          caption: caption, listed: title.isEmpty ? nil : title, credit: credit(of: picture),
          placement: picture.placement))
    ]
  }

  mutating func image(_ path: String, _ place: Place) -> ImageSource? {
    if let image = files.images[path] { return image }
    report(
      "missing-image", "the picture \"\(path)\" is missing or cannot be read", place,
      hint: Spelling.hint(for: path, among: files.images.keys.sorted())
        ?? "put it into the report's folder as JPEG or PNG")
    return nil
  }

  mutating func reportNoAlternative(_ path: String, _ place: Place) {
    report(
      "missing-alternative", "the picture \"\(path)\" has no alternative text", place,
      hint: "say in words what it shows, for those who do not see it")
  }

  mutating func nextFigure() -> String {
    figures += 1
    return "\(figures)"
  }
}
