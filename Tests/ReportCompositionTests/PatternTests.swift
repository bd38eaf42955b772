import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct PatternTests {
  private static let image = ImageSource(
    path: "/made-up/a.jpg", format: .jpeg, width: 1400, height: 1980)

  private static func composed(
    _ block: String, language: String = "en", extra: String = "", imprint: Imprint = Imprint(),
    book: LedgerBook = Fixture.book()
  ) -> Composition? {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(block)
      """
    return Fixture.outline(sections, extra: extra).map {
      compose(
        outline: $0, language: language, book: book, vocabulary: Fixture.vocabulary,
        files: ReportFiles(
          texts: ["text/case.en.md": "First.\n\nLast.", "text/case.zh.md": "一。"],
          images: ["a.jpg": image]), imprint: imprint)
    }
  }

  private static func codes(_ block: String, extra: String = "") -> [String] {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - \(block)
      """
    return ReportOutline.parse(Fixture.yaml(sections, extra: extra), file: "report.yaml")
      .problems.map(\.code)
  }

  @Test func `a story has its parts, its figures bound`() throws {
    let made = try #require(
      Self.composed(
        "story: {anchor: hall, kicker: {en: A case, zh: 案例}, title: {en: A hall, zh: 大厅}, "
          + "prose: case, picture: {file: a.jpg, alt: {en: A hall, zh: 大厅}, licence: CC0}, "
          + "quote: {text: {en: The light., zh: 光。}}, "
          + "facts: [{label: {en: Hubs, zh: 中心}, value: {en: \"{{hubs.total}}\", zh: \"{{hubs.total}}\"}}]}"
      ))
    guard case .story(let story)? = made.document.sections[0].blocks.first else {
      Issue.record("no story")
      return
    }
    #expect(story.anchor == "hall")
    #expect(story.title.plainText == "A hall")
    #expect(story.blocks.count == 2)
    #expect(story.picture?.alternative == "A hall")
    #expect(story.facts.first?.value.plainText == "2")
    #expect(made.values.contains { $0.name == "hubs.total" })
    #expect(made.problems == [])
  }

  @Test func `a quotation names who says it, in what role`() throws {
    let made = Self.composed(
      "quotation: {text: {en: Twice., zh: 两次。}, person: {en: Ada, zh: 某}, role: {en: Head, zh: 处长}, "
        + "picture: {file: a.jpg, alt: {en: Ada, zh: 某}, licence: CC0, credit: Studio}}")
    guard case .pullQuote(let quote)? = made?.document.sections[0].blocks.first else {
      Issue.record("no quotation")
      return
    }
    #expect(quote.source.plainText == "Ada")
    #expect(quote.role.plainText == "Head")
    #expect(quote.portrait?.credit.plainText.contains("Studio") == true)
    #expect(Self.codes("quotation: {text: {en: Twice., zh: 两次。}}") == ["missing-key"])
  }

  @Test func `a signature states the cut-off date and the hash of the data`() throws {
    let digest = String(repeating: "0123456789abcdef", count: 4)
    let block =
      "signature: {signers: [{name: {en: Ada, zh: 某}, role: {en: Head, zh: 校长}, "
      + "place: {en: Aldora, zh: 阿尔多拉}, date: \"2032-01-31\"}]}"
    let made = Self.composed(block, imprint: Imprint(digest: digest))
    guard case .signature(let signature)? = made?.document.sections[0].blocks.first else {
      Issue.record("no signature")
      return
    }
    #expect(signature.signers.first?.date.plainText == "Aldora, 31\u{A0}January 2032")
    let values = signature.facts.map(\.value.plainText)
    #expect(values.contains("31\u{A0}December 2031"))
    // Without a colophon the whole hash stands here.
    #expect(values.contains { $0.replacing(" ", with: "") == digest })
    #expect(signature.check.plainText.contains("annals hash"))
    #expect(signature.statement.plainText.contains("answers for this report"))
  }

  @Test func `with a colophon the signature has the first digits and the colophon all`() throws {
    let digest = String(repeating: "0123456789abcdef", count: 4)
    let made = try #require(
      Self.composed(
        "signature: {signers: [{name: Ada, role: Head}]}\n      - colophon",
        imprint: Imprint(
          version: "9.9", digest: digest, fonts: ["en": ["A", "B"]], fontLicence: "L")))
    let blocks = made.document.sections[0].blocks
    guard case .signature(let signature)? = blocks.first,
      case .definitions(let lines)? = blocks.last
    else {
      Issue.record("no signature and colophon")
      return
    }
    #expect(signature.facts.last?.value.plainText == "0123 4567 89ab cdef")
    let text = lines.flatMap(\.body).map { block -> String in
      if case .paragraph(let words) = block { words.plainText } else { "" }
    }
    #expect(text.contains { $0.replacing(" ", with: "").hasPrefix(digest) })
    #expect(text.contains("Annals 9.9"))
    #expect(text.contains("A, B; L"))
  }

  @Test func `nobody who signs is an error, and so are thirteen`() {
    #expect(Self.codes("signature: {signers: []}") == ["bad-signature"])
    let many = Array(repeating: "{name: A, role: B}", count: 13).joined(separator: ", ")
    #expect(Self.codes("signature: {signers: [\(many)]}") == ["bad-signature"])
    #expect(
      Self.codes("signature: {signers: [{name: A, role: B, date: someday}]}") == ["bad-date"])
  }

  @Test func `a cover's picture is painted, credited and missed with its line`() throws {
    let cover =
      "cover: {image: a.jpg, alt: {en: A bridge, zh: 桥}, licence: CC0, credit: Studio, focus: 60% 40%}"
    let made = try #require(Self.composed("remark: {en: A, zh: 甲}", extra: cover))
    let picture = try #require(made.document.cover.picture)
    #expect(picture.alternative == "A bridge")
    #expect(picture.image.framing.focus == .init(x: 0.6, y: 0.4))
    #expect(picture.credit.plainText.contains("Studio"))
    let credited = try #require(Self.composed("colophon", extra: cover))
    #expect(credited.document.cover.picture?.credit == [])
    let missing = try #require(
      Self.composed(
        "remark: {en: A, zh: 甲}", extra: "cover: {image: b.jpg, alt: {en: A, zh: 甲}, licence: CC0}")
    )
    let problem = try #require(missing.problems.first { $0.code == "missing-image" })
    #expect(problem.place?.line == 7 && problem.hint != nil)
    #expect(missing.document.cover.picture == nil)
  }

  @Test func `a cover without alternative or licence is an error`() {
    #expect(
      Self.codes("remark: {en: A, zh: 甲}", extra: "cover: {image: a.jpg}")
        == ["missing-key", "missing-key"])
    #expect(Self.codes("remark: {en: A, zh: 甲}", extra: "cover: type") == ["wrong-type"])
  }

  @Test(arguments: ["example.org", "https://", "https://例.org/", "ftp://example.org/"])
  func `what is no address of a web edition is refused`(address: String) {
    #expect(
      Self.codes("remark: {en: A, zh: 甲}", extra: "web: \"\(address)\"") == ["bad-web-address"])
  }

  @Test func `an address is led to in both languages`() throws {
    for language in ["en", "zh"] {
      let made = try #require(
        Self.composed(
          "remark: {en: A, zh: 甲}", language: language, extra: "web: https://example.org/r"))
      let web = try #require(made.document.web)
      #expect(web.address == "https://example.org/r")
      #expect(web.alternative.contains(web.address) && !web.invitation.isEmpty)
    }
  }

  @Test func `a photo page covers its page`() {
    let made = Self.composed(
      "photo_page: {file: a.jpg, alt: {en: A, zh: 甲}, licence: CC0, caption_at: facing}")
    guard case .illustration(let picture)? = made?.document.sections[0].blocks.first else {
      Issue.record("no picture")
      return
    }
    #expect(picture.placement.float == .fullBleed)
    #expect(picture.placement.caption == .facing)
  }

  private static func dated(_ id: String, _ year: Int, _ month: Int? = nil) -> Record {
    let day = PartialDate.Day(year: year, month: month)
    return Fixture.record(
      "event", id,
      [
        "name": .localized(["en": id, "zh": id]),
        "date": .date(PartialDate(start: day, end: day, approximate: false, source: "\(year)")),
      ])
  }

  private static func history(_ records: [Record], by unit: String) -> HistoryBlock? {
    let book = LedgerBook(figures: [], records: records, period: "2031", cutOff: "2031-12-31")
    let made = composed("timeline: {of: event, by: \(unit)}", book: book)
    if case .history(let history)? = made?.document.sections[0].blocks.first { return history }
    return nil
  }

  @Test func `decades hold their events in order, and empty ones are one`() throws {
    let history = try #require(
      Self.history(
        [
          Self.dated("late", 2030, 7), Self.dated("early", 1994), Self.dated("after", 2032),
          Self.dated("mid", 1994, 6),
        ], by: "decade"))
    #expect(history.name == "1994–2030")
    #expect(history.periods.map(\.label) == ["1990s", "2000s–2020s", "2030s"])
    #expect(history.periods[0].events.map(\.title.plainText) == ["early", "mid"])
    #expect(history.periods[0].events[0].position == 0.4)
    #expect(history.periods[2].events.count == 1)
  }

  @Test func `a year's event without a month has no place in the year`() throws {
    let history = try #require(
      Self.history([Self.dated("b", 2030, 7), Self.dated("a", 2030)], by: "year"))
    #expect(history.periods.map(\.label) == ["2030"])
    #expect(history.periods[0].events.map(\.position) == [nil, 0.5])
  }

  @Test func `a word that is no period is refused`() {
    #expect(Self.codes("timeline: {of: event, by: century}") == ["unknown-word"])
    #expect(Self.codes("timeline: {of: event, date: date}") == ["unknown-key"])
  }
}
