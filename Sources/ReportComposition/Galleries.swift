import DocumentModel
import Ledger
import Records

extension Composer {
  /// Pictures in rows; those that are missing are reported, and the others stay.
  mutating func gallery(_ gallery: OutlineGallery, _ place: Place) -> [Block] {
    var pictures: [GalleryBlock.Picture] = []
    for picture in gallery.images {
      let spot = picture.place ?? place
      guard let image = image(picture.file, spot) else { continue }
      let alternative = picture.alternative[language] ?? ""
      if alternative.isEmpty { reportNoAlternative(picture.file, spot) }
      pictures.append(
        GalleryBlock.Picture(
          image: framed(image, picture.file, picture.framing), alternative: alternative,
          caption: told(line(picture.caption[language], spot), picture, spot),
          credit: credit(of: picture)))
    }
    guard !pictures.isEmpty else { return [] }
    let anchor = gallery.anchor.isEmpty ? nextAnchor("gallery") : gallery.anchor
    claim(anchor, place)
    let caption = line(gallery.caption[language], place)
    return [
      .gallery(
        GalleryBlock(
          anchor: anchor, number: caption.isEmpty ? nil : nextFigure(), caption: caption,
          pictures: pictures))
    ]
  }

  /// What is said beneath a picture: its caption, then who, where and when.
  mutating func told(_ caption: [Inline], _ picture: OutlineImage, _ place: Place) -> [Inline] {
    let account = picture.account
    let parts = [account.who, account.location, account.date].compactMap { $0[language] }
      .filter { !$0.isEmpty }
    guard !parts.isEmpty else { return caption }
    let sentence =
      wording.isChinese
      ? parts.joined(separator: "，") + "。" : parts.joined(separator: ", ") + "."
    return joined([caption, line(sentence, place)], wording.isChinese ? "" : " ")
  }

  /// Who made a picture, and under what licence it is printed; empty where nobody is named.
  func credit(of picture: OutlineImage) -> [Inline] {
    guard !picture.credit.isEmpty else { return recordedCredit(of: picture.file) }
    return [.text(wording.sentence("colophonCredit", picture.credit, picture.licence))]
  }

  /// The credit that a picture's media record has.
  func recordedCredit(of file: String) -> [Inline] {
    guard let record = media(file), case .text(let credit)? = record.fields["credit"]?.value,
      case .text(let licence)? = record.fields["licence"]?.value, !credit.isEmpty
    else { return [] }
    return [.text(wording.sentence("colophonCredit", credit, licence))]
  }

  /// A picture with its framing: what the outline says, or else what its media record says.
  mutating func framed(
    _ image: ImageSource, _ file: String, _ framing: PictureFraming?
  ) -> ImageSource {
    var image = image
    image.framing = framing ?? recordedFraming(of: file) ?? PictureFraming()
    return image
  }

  private mutating func recordedFraming(of file: String) -> PictureFraming? {
    guard let record = media(file) else { return nil }
    func share(_ field: String) -> Double? {
      guard case .quantity(let quantity)? = record.fields[field]?.value,
        (0...100).contains(quantity.value)
      else { return nil }
      return quantity.value / 100
    }
    var framing = PictureFraming()
    if let x = share("focus_x"), let y = share("focus_y") {
      framing.focus = PictureFraming.Focus(x: x, y: y)
    }
    if let field = record.fields["crop"], case .text(let text) = field.value, !text.isEmpty {
      do throws(FramingProblem) {
        framing.shape = try PictureFraming.shape(text)
      } catch {
        problems.append(error.diagnostic(at: field.place))
      }
    }
    return framing
  }

  private func media(_ file: String) -> Record? {
    book.records(kind: "media").first { record in
      if case .text(file)? = record.fields["file"]?.value { true } else { false }
    }
  }
}
