import Ledger
import Records
import ReportComposition

/// What several checks need, read once.
struct CheckContext {
  let input: CheckInput
  /// The texts, in the order of their paths.
  let files: [ProseFile]
  /// The texts of the outlines, such as titles and leads.
  let lines: [OutlineLine]
  /// The institutions with their names as they are compared.
  let partners: [PartnerNames]

  init(_ input: CheckInput) {
    self.input = input
    let languages = input.outline.languages
    files = input.texts.keys.sorted().compactMap { path in
      input.texts[path].flatMap { ProseFile($0, path: path, languages: languages) }
    }
    partners = PartnerNames.all(in: input.book, input.vocabulary)
    lines =
      OutlineLine.all(in: input.outline) + (input.brochure.map { OutlineLine.all(in: $0) } ?? [])
  }

  var languages: [String] { input.outline.languages }
  var book: LedgerBook { input.book }

  /// Every run of prose of a language, of texts and outline.
  func units(in language: String) -> [ProseUnit] {
    let prose = files.filter { $0.language == language }.flatMap(\.units)
    let outline = lines.compactMap { line in
      line.texts[language].map { ProseUnit($0, at: line.place) }
    }
    return prose + outline
  }
}

/// Whether a language is written in Chinese characters.
func isChinese(_ language: String) -> Bool { language == "zh" || language.hasPrefix("zh-") }

/// A text that the outline holds in several languages.
struct OutlineLine {
  var what: String
  var place: Place
  var texts: [String: String]

  static func all(in outline: ReportOutline) -> [OutlineLine] {
    let head = [
      ("institution", outline.institution), ("title", outline.title),
      ("subtitle", outline.subtitle), ("subject", outline.subject),
    ]
    let lines = head.map { OutlineLine(what: $0.0, place: outline.place, texts: $0.1) }
    return (lines + outline.sections.flatMap { all(in: $0) }).filter { !$0.texts.isEmpty }
  }

  private static func pictureLines(_ image: OutlineImage, _ place: Place) -> [OutlineLine] {
    let texts = [
      ("alt", image.alternative), ("caption", image.caption), ("who", image.account.who),
      ("where", image.account.location), ("when", image.account.date),
    ]
    return texts.map { OutlineLine(what: $0.0, place: image.place ?? place, texts: $0.1) }
  }

  private static func storyLines(_ story: OutlineStory, _ place: Place) -> [OutlineLine] {
    var texts = [
      ("kicker", story.kicker), ("title", story.title), ("standfirst", story.standfirst),
    ]
    texts += story.facts.flatMap { [("label", $0.label), ("value", $0.value)] }
    if let quote = story.quote { texts += [("text", quote.text), ("source", quote.source)] }
    return texts.map { OutlineLine(what: $0.0, place: place, texts: $0.1) }
      + (story.picture.map { pictureLines($0, place) } ?? [])
  }

  private static func all(in section: OutlineSection) -> [OutlineLine] {
    var lines = [
      OutlineLine(what: "title", place: section.place, texts: section.title),
      OutlineLine(what: "lead", place: section.place, texts: section.lead),
    ]
    for block in section.blocks.flatMap(\.flattened) {
      switch block.content {
      case .remark(let texts):
        lines.append(OutlineLine(what: "remark", place: block.place, texts: texts))
      case .table(let table):
        lines.append(OutlineLine(what: "caption", place: block.place, texts: table.caption))
        lines.append(OutlineLine(what: "note", place: block.place, texts: table.note))
      case .figureTable(let table):
        lines.append(OutlineLine(what: "caption", place: block.place, texts: table.caption))
        lines.append(OutlineLine(what: "note", place: block.place, texts: table.note))
      case .breakdown(let table):
        lines.append(OutlineLine(what: "caption", place: block.place, texts: table.caption))
        lines.append(OutlineLine(what: "note", place: block.place, texts: table.note))
      case .comparison(let table):
        lines.append(OutlineLine(what: "caption", place: block.place, texts: table.caption))
        lines.append(OutlineLine(what: "note", place: block.place, texts: table.note))
      case .glance(let glance):
        lines.append(OutlineLine(what: "text", place: block.place, texts: glance.text))
      case .profile(let profile):
        if let image = profile.image { lines += pictureLines(image, block.place) }
      case .image(let image): lines += pictureLines(image, block.place)
      case .gallery(let gallery):
        lines.append(OutlineLine(what: "caption", place: block.place, texts: gallery.caption))
        for image in gallery.images { lines += pictureLines(image, block.place) }
      case .pullQuote(let quote):
        lines.append(OutlineLine(what: "pull quote", place: block.place, texts: quote.text))
        lines.append(OutlineLine(what: "source", place: block.place, texts: quote.source))
        lines.append(OutlineLine(what: "role", place: block.place, texts: quote.role))
        if let picture = quote.portrait { lines += pictureLines(picture, block.place) }
      case .story(let story): lines += storyLines(story, block.place)
      case .signature(let signature):
        lines.append(
          OutlineLine(what: "statement", place: block.place, texts: signature.statement))
        lines += signature.signers.flatMap { signer in
          [("name", signer.name), ("role", signer.role), ("place", signer.location)].map {
            OutlineLine(what: $0.0, place: block.place, texts: $0.1)
          }
        }
      case .box(let box):
        lines.append(OutlineLine(what: "title", place: block.place, texts: box.title))
      default: break
      }
    }
    return lines + section.sections.flatMap { all(in: $0) }
  }
}

extension Value {
  /// The date, if the value is one.
  var date: PartialDate? { if case .date(let date) = self { date } else { nil } }
  /// The quantity, if the value is one.
  var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
  /// The text, if the value is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The texts by language, if the value has them.
  var localized: [String: String]? {
    if case .localized(let texts) = self { texts } else { nil }
  }
  /// Every text in the value, of every language.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .localized(let texts): texts.sorted { $0.key < $1.key }.map(\.value)
    case .list(let values): values.flatMap(\.texts)
    default: []
    }
  }
}

/// Text as it may stand in a message: short, and without characters that act on a terminal.
func quoted(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(60) {
    if hides(scalar) || scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return "\"\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")\""
}

/// A number as a message shows it: 105, 2.5.
func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
