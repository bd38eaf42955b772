import DocumentModel
import Ledger
import Records

/// Patterns of pages: the cover's picture, stories, signatures, histories, the way to the web.
extension Composer {
  /// The cover's picture; nil where there is none, or none that can be used.
  mutating func coverPicture() -> CoverPicture? {
    guard let picture = outline.coverPicture else { return nil }
    let place = picture.place ?? outline.place
    guard let image = image(picture.file, place) else { return nil }
    let alternative = picture.alternative[language] ?? ""
    if alternative.isEmpty { reportNoAlternative(picture.file, place) }
    var framed = image
    framed.framing = picture.framing ?? PictureFraming(shape: .frame)
    return CoverPicture(
      image: framed, alternative: alternative,
      credit: outline.hasColophon ? [] : credit(of: picture))
  }

  /// The way to the web edition; nil where the outline gives none.
  var webEditionLink: WebEditionLink? {
    outline.web.map { address in
      WebEditionLink(
        address: address, invitation: wording["webInvitation"],
        alternative: wording.sentence("webCode", address))
    }
  }

  mutating func story(_ story: OutlineStory, _ place: Place) -> [Block] {
    let title = line(story.title[language], place)
    let kicker = line(story.kicker[language], place)
    let standfirst = line(story.standfirst[language], place)
    var picture: Illustration?
    if let declared = story.picture,
      case .illustration(var made)? = illustration(declared, place)
        .first
    {
      if case .image(var source) = made.content, declared.framing == nil {
        source.framing = PictureFraming(shape: .ratio(16.0 / 9))
        made.content = .image(source)
      }
      picture = made
    }
    let blocks = boxProse(story.stem, place, title: title.plainText)
    var quote: PullQuote?
    if let declared = story.quote, case .pullQuote(let made)? = pullQuote(declared, place).first {
      quote = made
    }
    let anchor = story.anchor.isEmpty ? nextAnchor("story") : story.anchor
    claim(anchor, place)
    return [
      .story(
        StoryBlock(
          anchor: anchor, kicker: kicker, title: title, standfirst: standfirst, picture: picture,
          blocks: blocks, quote: quote,
          facts: story.facts.map { fact in
            FactLine(
              label: line(fact.label[language], place), value: line(fact.value[language], place))
          }))
    ]
  }

  /// The portrait of a quotation; nil for none.
  mutating func portrait(_ picture: OutlineImage?, _ place: Place) -> PullQuote.Portrait? {
    guard let picture, let image = image(picture.file, place) else { return nil }
    let alternative = picture.alternative[language] ?? ""
    if alternative.isEmpty { reportNoAlternative(picture.file, place) }
    var framed = framed(image, picture.file, picture.framing)
    framed.framing.shape = .ratio(PullQuote.Portrait.shape)
    return PullQuote.Portrait(
      image: framed, alternative: alternative, credit: credit(of: picture))
  }

  mutating func signature(_ signature: OutlineSignature, _ place: Place) -> [Block] {
    var statement = line(signature.statement[language], place)
    if statement.isEmpty {
      let key = signature.signers.count == 1 ? "signOne" : "signSeveral"
      statement = [.text(wording[key])]
    }
    var facts = [("colophonCutOff", "report.cut_off"), ("colophonCreated", "report.created")]
      .compactMap { key, name in
        value(name, place).map { FactLine(label: [.text(wording[key])], value: [.value($0)]) }
      }
    var check: [Inline] = []
    if !imprint.digest.isEmpty {
      let digest = outline.hasColophon ? imprint.shortDigest : imprint.fullDigest
      facts.append(FactLine(label: [.text(wording["dataHash"])], value: [.code(digest)]))
      check = naming("annals hash", in: outline.hasColophon ? "dataHashShort" : "dataHashCheck")
    }
    let signers = signature.signers.map { signer in
      let date = CalendarDay(iso: signer.date).map { resolver.dates.text($0.partial) }
      let parts = [signer.location[language], date].compactMap { $0 }.filter { !$0.isEmpty }
      return SignatureBlock.Signer(
        name: line(signer.name[language], place), role: line(signer.role[language], place),
        date: parts.isEmpty
          ? [] : [.text(parts.joined(separator: wording.isChinese ? "，" : ", "))])
    }
    guard !signers.isEmpty else { return [] }
    return [
      .signature(
        SignatureBlock(
          statement: statement, facts: facts, signers: signers,
          signatureWord: wording["signature"], dateWord: wording["signatureDate"], check: check))
    ]
  }

  /// What the colophon says beside who, when and what for: type, program, data, web, licence, cover.
  mutating func imprintDefinitions() -> [Definition] {
    var lines: [(key: String, text: [Inline])] = []
    if let fonts = imprint.fonts[language], !fonts.isEmpty {
      let names = fonts.joined(separator: wording.listComma)
      let licence = imprint.fontLicence
      let text =
        licence.isEmpty ? names : wording.sentence("colophonFonts", names, licence)
      lines.append(("colophonType", [.text(text)]))
    }
    if !imprint.version.isEmpty {
      lines.append(("colophonProgram", [.text("Annals \(imprint.version)")]))
    }
    if !imprint.digest.isEmpty {
      lines.append(
        (
          "dataHash",
          [.code(imprint.fullDigest), .lineBreak] + naming("annals hash", in: "dataHashCheck")
        ))
    }
    if let address = outline.web {
      lines.append(("colophonWeb", [.link(.address(address), [.text(address)])]))
    }
    let licence = line(outline.licence[language], outline.place)
    if !licence.isEmpty { lines.append(("colophonLicence", licence)) }
    if let cover = outline.coverPicture, files.images[cover.file] != nil {
      let text = credit(of: cover)
      let own = text.isEmpty ? [.text(cover.licence)] : text
      lines.append(("colophonCover", own))
    }
    return lines.map { key, text in
      Definition(term: [.text(wording[key])], body: [.paragraph(text)])
    }
  }

  /// A fixed sentence with the name of a command in its blank.
  private func naming(_ command: String, in key: String) -> [Inline] {
    var result: [Inline] = []
    let parts = wording[key].split(separator: "%1", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(.code(command)) }
      if !part.isEmpty { result.append(.text(String(part))) }
    }
    return result
  }
}
